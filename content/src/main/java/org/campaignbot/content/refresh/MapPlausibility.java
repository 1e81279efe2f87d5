package org.campaignbot.content.refresh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.campaignbot.content.refresh.Table.Row;
import org.campaignbot.directory.Congress;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.States;

/** Finds maps that read well but can't be true. */
final class MapPlausibility {

    /** The voting seats of the House (2 U.S.C. 2a; 46 Stat. 26). */
    private static final int VOTING_SEATS = 435;

    /** The District of Columbia and the five territories. */
    private static final int DELEGATES = 6;

    private static final long FEWEST_PERCENT_KEPT = 95;

    /** In the shipped map 99.7 % of the points are in one of their ZIP code's districts (SOURCES.md, ZIP codes). */
    private static final long FEWEST_PERCENT_AGREEING = 95;

    /** A day before every term, so that a lookup uses only the map. */
    private static final LocalDate BEFORE_EVERY_TERM = LocalDate.of(1789, 1, 1);

    private MapPlausibility() {}

    /**
     * The reasons to doubt a map.
     *
     * @param directory the tables as they would be, both members and map
     * @param number the number of the new map
     * @param present the number of the present map
     * @param day the date of the source, or today
     */
    static List<RefreshRefusal> doubts(
            Directory directory, int number, int present, Table zips, Table before, Table members, LocalDate day) {
        List<RefreshRefusal> doubts = new ArrayList<>();
        if (number < present) {
            doubt(doubts, "the map " + number + " is older than the map " + present + ", which is in force");
        }
        for (Row member : members.rows()) {
            if (!MemberTables.isSenator(member)
                    && directory.districts(member.get("state")).size() > 1
                    && LocalDate.parse(member.get("term_start")).isBefore(Congress.start(number))
                    && LocalDate.parse(member.get("term_end")).isAfter(day)) {
                doubt(
                        doubts,
                        "the map " + number + " shows the districts of another Congress than that of "
                                + member.get("name") + ", " + MemberTables.seat(member)
                                + "; a map comes with or after the members whom it elected");
                break;
            }
        }
        long seats = States.codes().stream()
                .mapToLong(state -> directory.districts(state).size())
                .sum();
        if (seats != VOTING_SEATS + DELEGATES) {
            doubt(doubts, "its ZIP codes name " + seats + " districts instead of " + (VOTING_SEATS + DELEGATES));
        }
        zips(doubts, zips, before);
        points(doubts, directory, zips);
        return doubts;
    }

    private static void zips(List<RefreshRefusal> doubts, Table zips, Table before) {
        Set<String> codes = zips.rows().stream().map(row -> row.get("zip")).collect(Collectors.toSet());
        long kept = before.rows().stream()
                .filter(row -> codes.contains(row.get("zip")))
                .count();
        if (kept * 100 < (long) before.rows().size() * FEWEST_PERCENT_KEPT) {
            doubt(doubts, "only " + kept + " of " + before.rows().size() + " ZIP codes are still there");
        }
        zips.rows().stream()
                .filter(row -> !Positions.isSound(row))
                .findFirst()
                .ifPresent(row -> doubts.add(new RefreshRefusal(
                        RefreshRefusal.Kind.POSITION,
                        "the position of the ZIP code " + row.get("zip") + " (" + row.get("latitude") + ", "
                                + row.get("longitude") + ") is off the earth")));
    }

    /** Points and polygons come from different sources, so if they agree they are of the same map. */
    private static void points(List<RefreshRefusal> doubts, Directory directory, Table zips) {
        long asked = 0;
        long agreeing = 0;
        Set<String> named = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        for (Row row : zips.rows()) {
            if (!row.get("latitude").isEmpty() && Positions.isSound(row)) {
                asked++;
                Set<String> there = directory
                        .at(
                                Double.parseDouble(row.get("latitude")),
                                Double.parseDouble(row.get("longitude")),
                                BEFORE_EVERY_TERM)
                        .districts()
                        .stream()
                        .map(District::toString)
                        .collect(Collectors.toCollection(TreeSet::new));
                List<String> own = List.of(row.get("districts").split(" ", -1));
                agreeing += own.stream().anyMatch(there::contains) ? 1 : 0;
                named.addAll(own);
                found.addAll(there);
            }
        }
        if (agreeing * 100 < asked * FEWEST_PERCENT_AGREEING) {
            doubt(
                    doubts,
                    "only " + agreeing + " of " + asked
                            + " ZIP codes lie in one of their districts by the boundaries, so "
                            + "the two files do not show the same map");
        }
        Set<String> lost = without(named, found);
        if (!lost.isEmpty()) {
            doubt(doubts, "no ZIP code lies in these districts by the boundaries: " + String.join(", ", lost));
        }
    }

    /** A ZIP code with only a known state says {@code IL-?}. */
    private static Set<String> without(Set<String> named, Set<String> found) {
        return named.stream()
                .filter(each -> !each.endsWith("?") && !found.contains(each))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void doubt(List<RefreshRefusal> doubts, String reason) {
        doubts.add(new RefreshRefusal(RefreshRefusal.Kind.MAP, reason));
    }
}

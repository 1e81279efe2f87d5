package org.campaignbot.content.refresh;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.content.refresh.Table.Row;
import org.campaignbot.directory.Congress;

/** Finds tables of members that read well but can't be true. */
final class Plausibility {

    /** Five of a hundred seats empty at once has never happened in living memory. */
    private static final int FEWEST_SENATORS = 95;

    /** Of 541: 100 senators, 435 voting seats of the House, 6 delegates. More than ten vacancies at once would be news. */
    private static final int FEWEST_MEMBERS = 530;

    private static final int MOST_MEMBERS = 541;

    /** On January 4, 2025 the source had a number for 12 % of the members, two days later for all. */
    private static final long FEWEST_PERCENT_WITH_A_NUMBER = 98;

    /** The numbers of a new Congress arrive within days; see the figures of 2025 above. */
    private static final int DAYS_OF_A_TURNOVER = 14;

    /** Twice the share of members who left at the turnover of 2025, whose offices the source lists for some time. */
    private static final long MOST_PERCENT_OF_STRANGERS = 25;

    private static final long MOST_PERCENT_CHANGED = 10;

    private static final long MOST_PERCENT_OF_OFFICES_GONE = 50;

    private static final long MOST_PERCENT_OVER = 50;

    private Plausibility() {}

    /**
     * The reasons to doubt tables.
     *
     * @param ofStrangers how many rows of each kind the source has of people who are no members
     * @param asOf the date of the source, if it's known
     * @param today the date in Washington
     */
    static List<RefreshRefusal> doubts(
            MemberTables tables,
            TableChange tableChange,
            Map<String, Integer> ofStrangers,
            Optional<LocalDate> asOf,
            LocalDate today) {
        List<RefreshRefusal> doubts = new ArrayList<>();
        List<Row> members = tables.lawmakers().rows();
        few(doubts, members.stream().filter(MemberTables::isSenator).count(), FEWEST_SENATORS, "senators");
        few(doubts, members.size(), FEWEST_MEMBERS, "members of Congress");
        if (members.size() > MOST_MEMBERS) {
            doubts.add(new RefreshRefusal(
                    RefreshRefusal.Kind.MANY_MEMBERS,
                    members.size() + " members of Congress; there are only " + MOST_MEMBERS + " seats"));
        }
        phones(doubts, members);
        if (!isTurnover(asOf.orElse(today))) {
            numbers(doubts, tableChange.stayed(), "members");
            numbers(doubts, tableChange.officesStayed(), "offices");
            strangers(doubts, ofStrangers.getOrDefault("offices", 0), tables.offices(), "offices");
            strangers(
                    doubts,
                    ofStrangers.getOrDefault("places in committees", 0),
                    tables.committeeMembers(),
                    "places in committees");
        }
        offices(doubts, tableChange);
        seats(doubts, members);
        asOf.ifPresent(day -> terms(doubts, members, day));
        return doubts;
    }

    /**
     * Whether a source of a day lacks nothing but numbers, as it does for some days after a Congress has begun.
     *
     * @param inForce the date of the numbers in force
     */
    static boolean isOnlyEarly(List<RefreshRefusal> doubts, LocalDate asOf, LocalDate inForce, LocalDate today) {
        int congress = Congress.number(today);
        return isTurnover(today)
                && Congress.number(asOf) == congress
                && Congress.number(inForce) < congress
                && !doubts.isEmpty()
                && doubts.stream().allMatch(doubt -> doubt.kind() == RefreshRefusal.Kind.PHONES);
    }

    /** Whether a Congress has just begun: then most numbers may change at once, and offices are still those of former members. */
    static boolean isTurnover(LocalDate day) {
        return !day.isAfter(Congress.start(Congress.number(day)).plusDays(DAYS_OF_A_TURNOVER));
    }

    private static void phones(List<RefreshRefusal> doubts, List<Row> members) {
        long with = members.stream().filter(row -> !row.get("phone").isEmpty()).count();
        if (with * 100 < members.size() * FEWEST_PERCENT_WITH_A_NUMBER) {
            doubts.add(new RefreshRefusal(
                    RefreshRefusal.Kind.PHONES,
                    "only " + with + " of " + members.size() + " members have a phone number; fewer than "
                            + FEWEST_PERCENT_WITH_A_NUMBER + " % cannot be right"));
        }
    }

    /** Members of one day with offices or committees of another. */
    private static void strangers(List<RefreshRefusal> doubts, long strangers, Table ofMembers, String what) {
        long all = strangers + ofMembers.rows().size();
        if (strangers * 100 > all * MOST_PERCENT_OF_STRANGERS) {
            doubts.add(new RefreshRefusal(
                    RefreshRefusal.Kind.MIXED,
                    strangers + " of " + all + " " + what
                            + " are of people who are no members, so the files are not of one day"));
        }
    }

    private static void few(List<RefreshRefusal> doubts, long count, int fewest, String whom) {
        if (count < fewest) {
            doubts.add(new RefreshRefusal(
                    RefreshRefusal.Kind.FEW_MEMBERS,
                    "only " + count + " " + whom + "; fewer than " + fewest + " cannot be all"));
        }
    }

    private static void numbers(List<RefreshRefusal> doubts, List<TableChange.Pair> stayed, String whose) {
        long changed = TableChange.changed(stayed, "phone").size();
        if (changed * 100 > stayed.size() * MOST_PERCENT_CHANGED) {
            doubts.add(new RefreshRefusal(
                    RefreshRefusal.Kind.NUMBERS,
                    "the numbers of " + changed + " of the " + stayed.size() + " " + whose
                            + " that are in both tables changed; more than " + MOST_PERCENT_CHANGED
                            + " % at once is hardly true"));
        }
    }

    /** Members who leave take their offices with them; the offices of others move now and then. */
    private static void offices(List<RefreshRefusal> doubts, TableChange tableChange) {
        Set<String> members = tableChange.stayed().stream()
                .map(pair -> pair.after().get("bioguide"))
                .collect(Collectors.toSet());
        long gone = count(tableChange.officesLeft().stream(), members);
        long before = gone + count(tableChange.officesStayed().stream().map(TableChange.Pair::before), members);
        if (gone * 100 > before * MOST_PERCENT_OF_OFFICES_GONE) {
            doubts.add(new RefreshRefusal(
                    RefreshRefusal.Kind.OFFICES,
                    gone + " of the " + before + " offices of members who stay are gone; more than "
                            + MOST_PERCENT_OF_OFFICES_GONE + " % at once is hardly true"));
        }
    }

    private static long count(Stream<Row> offices, Set<String> members) {
        return offices.filter(office -> members.contains(office.get("bioguide")))
                .count();
    }

    private static void seats(List<RefreshRefusal> doubts, List<Row> members) {
        Map<String, Row> holders = new HashMap<>();
        for (Row member : members) {
            Row other = holders.put(MemberTables.seat(member), member);
            if (other != null && overlap(other, member)) {
                doubts.add(new RefreshRefusal(
                        RefreshRefusal.Kind.SEAT,
                        other.get("name") + " and " + member.get("name") + " hold the seat " + MemberTables.seat(member)
                                + " at the same time"));
            }
        }
    }

    /** Days written as year-month-day compare as texts; the table's reader checks that they are valid days. */
    private static boolean overlap(Row one, Row other) {
        return one.get("term_start").compareTo(other.get("term_end")) < 0
                && other.get("term_start").compareTo(one.get("term_end")) < 0;
    }

    private static void terms(List<RefreshRefusal> doubts, List<Row> members, LocalDate asOf) {
        long over = members.stream().filter(member -> isOver(member, asOf)).count();
        if (over * 100 > members.size() * MOST_PERCENT_OVER) {
            doubts.add(new RefreshRefusal(
                    RefreshRefusal.Kind.TERMS,
                    "the terms of " + over + " of " + members.size() + " members are over on " + asOf
                            + ", so the source is older than that"));
        }
    }

    private static boolean isOver(Row member, LocalDate day) {
        try {
            return !day.isBefore(LocalDate.parse(member.get("term_end")));
        } catch (DateTimeException notADay) {
            return false;
        }
    }
}

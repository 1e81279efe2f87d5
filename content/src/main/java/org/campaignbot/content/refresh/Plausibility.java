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

/** Finds tables of members that read well but can't be true. */
final class Plausibility {

    /** Five of a hundred seats empty at once has never happened in living memory. */
    private static final int FEWEST_SENATORS = 95;

    /** Of 435 voting seats and 6 delegates. */
    private static final int FEWEST_IN_THE_HOUSE = 400;

    private static final long MOST_PERCENT_CHANGED = 10;

    private static final long MOST_PERCENT_OF_OFFICES_GONE = 50;

    private static final long MOST_PERCENT_OVER = 50;

    private Plausibility() {}

    static List<RefreshRefusal> doubts(MemberTables tables, TableChange tableChange, Optional<LocalDate> asOf) {
        List<RefreshRefusal> doubts = new ArrayList<>();
        List<Row> members = tables.lawmakers().rows();
        long senators = members.stream().filter(MemberTables::isSenator).count();
        few(doubts, senators, FEWEST_SENATORS, "senators");
        few(doubts, members.size() - senators, FEWEST_IN_THE_HOUSE, "members of the House");
        numbers(doubts, tableChange.stayed(), "members");
        numbers(doubts, tableChange.officesStayed(), "offices");
        offices(doubts, tableChange);
        seats(doubts, members);
        asOf.ifPresent(day -> terms(doubts, members, day));
        return doubts;
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

package org.campaignbot.content.refresh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.campaignbot.content.refresh.Table.Row;
import org.campaignbot.content.refresh.TableChange.Pair;

/** Describes in lines of text what new tables of the members would change. */
final class ChangeReport {

    private static final List<String> TOLD_APART = List.of("phone", "state", "district", "senate_class", "chamber");

    private final List<String> lines = new ArrayList<>();

    private ChangeReport() {}

    static List<String> of(TableChange tableChange) {
        ChangeReport report = new ChangeReport();
        report.section("left", tableChange.left(), ChangeReport::person);
        report.section("came", tableChange.came(), ChangeReport::person);
        report.section(
                "changed seats",
                tableChange.stayed().stream().filter(ChangeReport::movedSeat).toList(),
                pair -> person(pair.before()) + " → " + MemberTables.seat(pair.after()));
        report.section("new vacancies", tableChange.vacated(), seat -> seat);
        report.section("no longer vacant", tableChange.filled(), seat -> seat);
        report.section(
                "changed terms",
                TableChange.changed(tableChange.stayed(), "term_end"),
                pair -> person(pair.after()) + ": until " + pair.arrow("term_end"));
        List<Pair> numbers = TableChange.changed(tableChange.stayed(), "phone");
        report.section(
                "changed numbers (of " + tableChange.stayed().size() + " who stay)",
                numbers,
                pair -> person(pair.after()) + ": " + pair.arrow("phone"));
        report.section(
                "other changes",
                tableChange.stayed().stream()
                        .filter(ChangeReport::differsOtherwise)
                        .toList(),
                pair -> person(pair.after()) + ": " + otherwise(pair));
        report.section("offices left", tableChange.officesLeft(), ChangeReport::office);
        report.section("offices came", tableChange.officesCame(), ChangeReport::office);
        report.section(
                "changed numbers of offices",
                TableChange.changed(tableChange.officesStayed(), "phone"),
                pair -> office(pair.after()) + ": " + pair.arrow("phone"));
        if (tableChange.committees()) {
            report.lines.add("committees or their members changed");
        }
        return report.lines.isEmpty() ? List.of("no change") : List.copyOf(report.lines);
    }

    private <T> void section(String title, Collection<T> entries, Function<T, String> line) {
        if (!entries.isEmpty()) {
            lines.add(title + ": " + entries.size());
            entries.forEach(entry -> lines.add("  " + line.apply(entry)));
        }
    }

    private static boolean movedSeat(Pair pair) {
        return !MemberTables.seat(pair.before()).equals(MemberTables.seat(pair.after()));
    }

    private static boolean differsOtherwise(Pair pair) {
        return !otherwise(pair).isEmpty();
    }

    private static String otherwise(Pair pair) {
        return String.join(
                ", ",
                pair.after().cells().keySet().stream()
                        .filter(column -> !TOLD_APART.contains(column) && !column.equals("term_end"))
                        .filter(pair::differsIn)
                        .map(column -> column.replace('_', ' ') + " " + pair.arrow(column))
                        .toList());
    }

    private static String person(Row member) {
        return member.get("bioguide") + " " + member.get("name") + ", " + MemberTables.seat(member);
    }

    private static String office(Row office) {
        return office.get("bioguide") + " in " + office.get("city") + ", " + office.get("address");
    }
}

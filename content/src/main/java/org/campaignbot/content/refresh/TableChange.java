package org.campaignbot.content.refresh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignbot.content.refresh.Table.Row;

/** The difference between the present tables of members and new ones. */
record TableChange(
        List<Row> left,
        List<Row> came,
        List<Pair> stayed,
        Set<String> vacated,
        Set<String> filled,
        List<Pair> officesStayed,
        List<Row> officesLeft,
        List<Row> officesCame,
        boolean committees) {

    /** A row before and after. */
    record Pair(Row before, Row after) {

        boolean differsIn(String column) {
            return !before.get(column).equals(after.get(column));
        }

        String arrow(String column) {
            return shown(before.get(column)) + " → " + shown(after.get(column));
        }

        private static String shown(String cell) {
            return cell.isEmpty() ? "none" : cell;
        }
    }

    static TableChange between(MemberTables before, MemberTables after) {
        Set<String> seatsBefore = seats(before);
        Set<String> seatsAfter = seats(after);
        Sides members = Sides.of(before.lawmakers(), after.lawmakers(), row -> row.get("bioguide"));
        Sides offices = Sides.of(before.offices(), after.offices(), MemberTables::officeKey);
        return new TableChange(
                members.left,
                members.came,
                members.stayed,
                without(seatsBefore, seatsAfter),
                without(seatsAfter, seatsBefore),
                offices.stayed,
                offices.left,
                offices.came,
                !before.committees().equals(after.committees())
                        || !before.committeeMembers().equals(after.committeeMembers()));
    }

    /** The pairs that differ in a column. */
    static List<Pair> changed(List<Pair> pairs, String column) {
        return pairs.stream().filter(pair -> pair.differsIn(column)).toList();
    }

    private static Set<String> seats(MemberTables tables) {
        return tables.lawmakers().rows().stream()
                .map(MemberTables::seat)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** The rows of two tables, matched by a key. */
    private record Sides(List<Row> left, List<Row> came, List<Pair> stayed) {

        static <K> Sides of(Table before, Table after, Function<Row, K> key) {
            Map<K, Row> old = new LinkedHashMap<>();
            before.rows().forEach(row -> old.put(key.apply(row), row));
            Map<K, Row> gone = new LinkedHashMap<>(old);
            List<Row> came = new ArrayList<>();
            Map<K, Pair> stayed = new LinkedHashMap<>();
            for (Row row : after.rows()) {
                Row former = old.get(key.apply(row));
                if (former == null) {
                    came.add(row);
                } else {
                    stayed.put(key.apply(row), new Pair(former, row));
                    gone.remove(key.apply(row));
                }
            }
            return new Sides(List.copyOf(gone.values()), came, List.copyOf(stayed.values()));
        }
    }
}

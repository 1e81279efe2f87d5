package org.campaignbot.content.refresh;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.campaignbot.content.refresh.Table.Row;
import org.campaignbot.content.tables.TableList;

/**
 * The time zones of offices, which the source doesn't give. An office keeps its zone from the present table; a new one gets the
 * zone of its ZIP code, else the most common one among its state's offices, else the first of its state.
 */
final class OfficeZones {

    private static final String ZONE = "zone";

    private final Map<List<String>, String> ofOffice = new HashMap<>();
    private final Map<List<String>, String> ofPosition = new HashMap<>();
    private final Map<String, String> ofZip = new HashMap<>();
    private final Map<String, String> ofState = new HashMap<>();

    /** Collects the zones in an office table, a table of ZIP codes and a table of states. */
    OfficeZones(Table offices, Table zips, Table states) {
        for (Row row : states.rows()) {
            ofState.put(row.get("state"), row.get("zones").split(" ", 2)[0]);
        }
        offices.rows().stream()
                .collect(Collectors.groupingBy(row -> row.get("state")))
                .forEach((state, rows) -> ofState.put(state, mostCommon(rows)));
        for (Row row : zips.rows()) {
            if (!row.get(ZONE).isEmpty()) {
                ofZip.put(row.get("zip"), row.get(ZONE));
            }
        }
        for (Row row : offices.rows()) {
            ofOffice.put(MemberTables.officeKey(row), row.get(ZONE));
            if (!row.get("latitude").isEmpty()) {
                ofPosition.put(position(row), row.get(ZONE));
            }
        }
    }

    static OfficeZones inForce(TableList list, Table offices) throws IOException {
        return new OfficeZones(offices, Table.read(list.path(TableList.ZIPS)), Table.read(list.path(TableList.ZONES)));
    }

    /** The zone of an office; empty if even its state is unknown. */
    String of(Row office) {
        String known =
                ofPosition.getOrDefault(position(office), ofOffice.getOrDefault(MemberTables.officeKey(office), ""));
        String zip = office.get("zip");
        String byZip = ofZip.getOrDefault(zip.substring(0, Math.min(5, zip.length())), "");
        return !known.isEmpty() ? known : !byZip.isEmpty() ? byZip : ofState.getOrDefault(office.get("state"), "");
    }

    private static List<String> position(Row office) {
        return List.of(office.get("latitude"), office.get("longitude"));
    }

    private static String mostCommon(List<Row> offices) {
        return offices.stream()
                .collect(Collectors.groupingBy(row -> row.get(ZONE), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}

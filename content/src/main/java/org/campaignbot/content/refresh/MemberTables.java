package org.campaignbot.content.refresh;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.content.tables.TableList;

/** The four tables about the members of Congress. */
record MemberTables(Table lawmakers, Table offices, Table committees, Table committeeMembers) {

    private static final List<String> REACHED_BY = List.of("phone", "website", "contact_form");

    /** The tables in force. */
    static MemberTables inForce(TableList list) throws IOException {
        return new MemberTables(
                Table.read(list.path(TableList.LAWMAKERS)),
                Table.read(list.path(TableList.OFFICES)),
                Table.read(list.path(TableList.COMMITTEES)),
                Table.read(list.path(TableList.COMMITTEE_MEMBERS)));
    }

    /**
     * The same members, where those who sit in their chamber already keep the number, the site and the form that they had, if the
     * source has none yet.
     */
    MemberTables withNumbersOf(MemberTables before) {
        Map<String, Table.Row> known = before.byKey();
        Table kept = new Table(
                lawmakers.columns(),
                lawmakers.rows().stream()
                        .map(row -> kept(row, known.getOrDefault(row.get("bioguide"), row)))
                        .toList());
        return new MemberTables(kept, offices, committees, committeeMembers);
    }

    private static Table.Row kept(Table.Row row, Table.Row before) {
        Table.Row kept = row;
        if (row.get("chamber").equals(before.get("chamber")) && row.get("state").equals(before.get("state"))) {
            for (String column : REACHED_BY) {
                kept = kept.get(column).isEmpty() ? kept.with(column, before.get(column)) : kept;
            }
        }
        return kept;
    }

    /** The rows of the members, by key. */
    Map<String, Table.Row> byKey() {
        Map<String, Table.Row> rows = new LinkedHashMap<>();
        lawmakers.rows().forEach(row -> rows.put(row.get("bioguide"), row));
        return rows;
    }

    /** The seat of a member: {@code NY-12} or {@code NY-S1}. */
    static String seat(Table.Row member) {
        return isSenator(member)
                ? member.get("state") + "-S" + member.get("senate_class")
                : member.get("state") + "-" + member.get("district");
    }

    static boolean isSenator(Table.Row member) {
        return member.get("chamber").equals("senate");
    }

    /** The key of an office, from what stays the same: its lawmaker and its location. */
    static List<String> officeKey(Table.Row office) {
        return List.of(office.get("bioguide"), office.get("city"), office.get("address"), office.get("suite"));
    }
}

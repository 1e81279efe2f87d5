package org.campaignbot.storage.maintenance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.campaignbot.storage.sealing.KeyState;
import org.campaignbot.storage.sealing.Sealer;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.HashView;
import org.campaignbot.storage.sql.KeyRing;

/**
 * Seals every ciphertext again with the key that a rotation leads to, a few hundred rows at a time. Each step is a short transaction,
 * and rows that are done already are skipped, so an interrupted run just starts over.
 */
final class Resealing {

    /** The ciphertext columns, by table, each with what it's bound to. Add new columns here; a test finds a missing one. */
    static final Map<String, List<Sealed>> COLUMNS = List.of(
                    new Sealed("conversation", "id_hash"),
                    new Sealed("effect", "seq, conversation_hash", "sealed", "conversation_hash"),
                    new Sealed("outbox", "id_hash"),
                    new Sealed("organizer", "id"),
                    new Sealed("organizer_code", "code_hash"),
                    new Sealed("organizer_audit", "id"),
                    new Sealed("api_token", "id"),
                    new Sealed("block", "person_hash, chat_hash", "sealed", "person_hash '/' chat_hash"),
                    new Sealed("workspace", "id_hash"),
                    new Sealed("forgotten_account", "account_hash"),
                    new Sealed("party", "id"),
                    new Sealed("answer", "id"),
                    new Sealed("alert", "id", "sealed", "'alert/' id"),
                    new Sealed("alert_entry", "alert_id, version", "sealed", "'alert_entry/' alert_id '/' version"),
                    new Sealed("desk_chat", "id_hash"),
                    new Sealed("desk_card", "id"),
                    new Sealed("subscription", "id_hash"),
                    new Sealed("subscription", "id_hash", "set_by", "id_hash"),
                    new Sealed("timer", "conversation_hash, flow", "sealed", "conversation_hash"),
                    new Sealed(
                            "setting_version", "campaign, number", "sealed", "'setting_version/' campaign '/' number"),
                    new Sealed("held_fact", "conversation_hash"))
            .stream()
            .collect(Collectors.groupingBy(Sealed::table, LinkedHashMap::new, Collectors.toList()));

    private static final int ROWS_AT_ONCE = 500;

    /**
     * A column of ciphertext.
     *
     * @param keys the columns that find a row
     * @param row the parts of what it's bound to: columns, and texts in quotes
     */
    record Sealed(String table, String keys, String column, String row) {
        Sealed(String table, String key) {
            this(table, key, "sealed", key);
        }

        String row(Map<String, Object> values) {
            return List.of(row.split(" ", -1)).stream()
                    .map(part -> part.startsWith("'") ? part.substring(1, part.length() - 1) : "" + values.get(part))
                    .collect(Collectors.joining());
        }

        List<String> columns() {
            return List.of(keys.split(", ", -1));
        }
    }

    private final Connections connections;
    private final KeyRing ring;

    Resealing(Connections connections, KeyRing ring) {
        this.connections = connections;
        this.ring = ring;
    }

    /**
     * Seals what these tables hold and returns the number of rows.
     *
     * @param tables the tables of this database; SQLite has none of held facts
     * @param told takes how much is done, in percent
     */
    long run(Set<String> tables, IntConsumer told) {
        int done = 0;
        long rows = 0;
        for (Map.Entry<String, List<Sealed>> table : COLUMNS.entrySet()) {
            told.accept(100 * done++ / COLUMNS.size());
            if (tables.contains(table.getKey())) {
                for (Sealed each : table.getValue()) {
                    rows += all(each);
                }
            }
        }
        return rows;
    }

    private long all(Sealed sealed) {
        long rows = 0;
        int unreadable = 0;
        Again some;
        do {
            int passed = unreadable;
            some = connections.writeAlone(connection -> some(connection, sealed, passed));
            rows += some.sealed;
            unreadable += some.unreadable;
        } while (some.sealed + some.unreadable == ROWS_AT_ONCE);
        return rows;
    }

    private record Again(int sealed, int unreadable) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Old(Map<String, Object> keys, byte[] sealed) {}

    /** Seals some rows again; a row that neither key can read stays as it is, since it's unreadable anyway. */
    private Again some(Connection connection, Sealed sealed, int passed) throws SQLException {
        KeyState now = ring.look(HashView.below(connection));
        Sealer sealer = now.writing().sealer();
        List<Old> rows = old(connection, sealed, sealer.head(), passed);
        int unreadable = 0;
        String where = sealed.columns().stream().map(key -> key + " = ?").collect(Collectors.joining(" and "));
        try (PreparedStatement update = connection.prepareStatement(
                "update " + sealed.table + " set " + sealed.column + " = ? where " + where)) {
            for (Old row : rows) {
                String bound = sealed.row(row.keys);
                byte[] plain;
                try {
                    plain = ring.open(row.sealed, bound);
                } catch (IllegalArgumentException damaged) {
                    unreadable++;
                    continue;
                }
                update.setBytes(1, sealer.seal(plain, bound));
                int mark = 2;
                for (String key : sealed.columns()) {
                    Object value = Objects.requireNonNull(row.keys.get(key));
                    if (value instanceof Number number) {
                        update.setLong(mark++, number.longValue());
                    } else {
                        update.setString(mark++, value.toString());
                    }
                }
                update.executeUpdate();
            }
        }
        return new Again(rows.size() - unreadable, unreadable);
    }

    private static List<Old> old(Connection connection, Sealed sealed, byte[] head, int passed) throws SQLException {
        List<Old> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select " + sealed.keys + ", " + sealed.column
                + " from " + sealed.table + " where " + sealed.column + " is not null and substr(" + sealed.column
                + ", 1, "
                + head.length + ") <> ? order by " + sealed.keys + " limit ? offset ?")) {
            select.setBytes(1, head);
            select.setInt(2, ROWS_AT_ONCE);
            select.setInt(3, passed);
            try (ResultSet row = select.executeQuery()) {
                List<String> keys = sealed.columns();
                while (row.next()) {
                    Map<String, Object> values = new HashMap<>();
                    for (int i = 0; i < keys.size(); i++) {
                        Object value = row.getObject(i + 1);
                        values.put(keys.get(i), value);
                    }
                    rows.add(new Old(values, row.getBytes(keys.size() + 1)));
                }
            }
        }
        return rows;
    }
}

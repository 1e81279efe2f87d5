package org.campaignbot.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.storage.sql.InstallationTable;
import org.campaignbot.storage.sql.KeyRing;
import org.jspecify.annotations.Nullable;

/**
 * The health of a database, for operators.
 *
 * @param isReachable whether it answers; if not, only the free disk space is known
 * @param schema the version of its tables, or null
 * @param durability what decides whether a commit survives a power cut, each setting of each connection once
 * @param freeBytes the free disk space of an SQLite file
 * @param waiting how many messages are waiting to be sent
 * @param oldest when the longest-waiting message was committed, or null if none is waiting
 * @param rotatingSince when the unfinished key rotation began, or null
 */
public record DatabaseCheck(
        boolean isReachable,
        @Nullable String schema,
        List<Durability> durability,
        OptionalLong freeBytes,
        long waiting,
        @Nullable Instant oldest,
        @Nullable Instant rotatingSince) {

    /** The values of each setting that guarantee a commit is on disk, and deleted data is gone, when the commit returns. */
    private static final Map<String, Set<String>> SAFE = Map.of(
            "journal_mode", Set.of("wal"),
            // FULL and EXTRA
            "synchronous", Set.of("2", "3"),
            "foreign_keys", Set.of("1"),
            "secure_delete", Set.of("1"),
            "fsync", Set.of("on"),
            "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply"),
            "full_page_writes", Set.of("on"));

    public DatabaseCheck {
        durability = List.copyOf(durability);
    }

    /** A connection's setting, as the database reports it, and whether it's safe. */
    public record Durability(String setting, String value, boolean isSafe) {}

    static DatabaseCheck of(Connections connections, DatabaseLocation location) {
        OptionalLong free = freeBytes(location);
        try {
            List<Durability> durability = connections.durability().stream()
                    .flatMap(settings -> settings.entrySet().stream())
                    .distinct()
                    .map(setting -> new Durability(
                            setting.getKey(),
                            setting.getValue(),
                            SAFE.getOrDefault(setting.getKey(), Set.of()).contains(setting.getValue())))
                    .toList();
            return connections.read(connection -> of(connection, durability, free));
        } catch (StorageFailure unreachable) {
            return new DatabaseCheck(false, null, List.of(), free, 0, null, null);
        }
    }

    private static DatabaseCheck of(Connection connection, List<Durability> durability, OptionalLong free)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*), min(made_at) from outbox");
                ResultSet row = select.executeQuery()) {
            row.next();
            long waiting = row.getLong(1);
            Instant oldest = waiting == 0 ? null : Instant.ofEpochMilli(row.getLong(2));
            Instant rotatingSince = InstallationTable.read(connection, KeyRing.ROTATION)
                    .map(text ->
                            Instant.ofEpochMilli(KeyRing.Rotation.read(text).since()))
                    .orElse(null);
            return new DatabaseCheck(
                    true, InstallationTable.schema(connection), durability, free, waiting, oldest, rotatingSince);
        }
    }

    private static OptionalLong freeBytes(DatabaseLocation location) {
        if (location instanceof DatabaseLocation.Embedded embedded) {
            try {
                return OptionalLong.of(Files.getFileStore(embedded.folder()).getUsableSpace());
            } catch (IOException unknown) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }
}

package org.campaignbot.storage.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.campaignbot.sending.Outbox.ChatUse;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Identities;

/** How much of each chat's rate limit is used: written as messages end, read by the process that writes to the chat next. */
public final class ChatUses {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Identities identities;
    private final InstantSource clock;
    private final String process;
    private Instant sweepAt = Instant.MIN;

    public ChatUses(Identities identities, InstantSource clock, String process) {
        this.identities = identities;
        this.clock = clock;
        this.process = process;
    }

    /** Writes what this process has used and deletes what has expired. */
    public void write(Connection connection, List<ChatUse> uses) throws SQLException {
        if (uses.isEmpty()) {
            return;
        }
        try (BatchWrite rows = new BatchWrite(
                connection.prepareStatement("insert into chat_use (chat_hash, process, marks, until_at)"
                        + " values (?, ?, ?, ?) on conflict (chat_hash) do update set process = excluded.process,"
                        + " marks = excluded.marks, until_at = excluded.until_at"),
                () -> {})) {
            for (ChatUse use : uses) {
                String marks = use.marks().stream()
                        .map(mark -> Long.toString(mark.toEpochMilli()))
                        .collect(Collectors.joining(","));
                rows.add(
                        identities.hash(use.chat()), process, marks, use.until().toEpochMilli() + 1);
            }
            rows.execute();
        }
        sweep(connection);
    }

    private void sweep(Connection connection) throws SQLException {
        Instant now = clock.instant();
        synchronized (this) {
            if (now.isBefore(sweepAt)) {
                return;
            }
            sweepAt = now.plus(BETWEEN_SWEEPS);
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from chat_use where until_at < ?")) {
            delete.setLong(1, now.toEpochMilli());
            delete.executeUpdate();
        }
    }

    /** Unexpired uses by other processes, living or dead, by chat hash. */
    public Map<String, List<Instant>> ofOthers(Connection connection, Collection<String> chatHashes)
            throws SQLException {
        Map<String, List<Instant>> used = new HashMap<>();
        long now = clock.millis();
        ByHash.select(
                connection,
                "select chat_hash, marks, process, until_at from chat_use where chat_hash",
                chatHashes,
                row -> {
                    if (!row.getString(3).equals(process) && row.getLong(4) > now) {
                        used.put(row.getString(1), marks(row.getString(2)));
                    }
                });
        return used;
    }

    private static List<Instant> marks(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(mark -> Instant.ofEpochMilli(Long.parseLong(mark)))
                .toList();
    }
}

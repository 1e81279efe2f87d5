package org.campaignbot.storage.organizing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.settings.Version;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.StoredJson;

/**
 * A campaign's settings in a database: one row per version, never changed.
 *
 * <p>If two people change the same version, the primary key lets only one through. The edits in the history are the differences
 * between a version and the one before.
 */
public final class JdbcSettings implements Settings {

    private final Connections connections;
    private final Identities identities;
    private final String campaign;

    public JdbcSettings(Connections connections, Identities identities, String campaign) {
        this.connections = connections;
        this.identities = identities;
        this.campaign = campaign;
    }

    @Override
    public Version current() {
        return readable(() -> connections.read(this::latest));
    }

    @Override
    public boolean change(Version seen, Change change) {
        return readable(() -> connections.write(connection -> {
            Version latest = latest(connection);
            if (latest.number() != seen.number()) {
                return false;
            }
            Version next = latest.after(change);
            return next.equals(latest) || insert(connection, next, change);
        }));
    }

    @Override
    public List<Edit> history() {
        return readable(() -> connections.read(connection -> {
            List<Edit> history = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("select number, made_at, sealed, content"
                    + " from setting_version where campaign = ? order by number")) {
                select.setString(1, campaign);
                try (ResultSet row = select.executeQuery()) {
                    Version before = Version.FIRST;
                    while (row.next()) {
                        Version after = version(row.getLong(1), row.getString(4));
                        history.addAll(before.edits(difference(before, after, row)));
                        before = after;
                    }
                }
            }
            return history;
        }));
    }

    private Version latest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select number, content from setting_version where campaign = ? order by number desc limit 1")) {
            select.setString(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? version(row.getLong(1), row.getString(2)) : Version.FIRST;
            }
        }
    }

    private boolean insert(Connection connection, Version next, Change change) throws SQLException {
        return BatchWrite.one(
                        connection,
                        "insert into setting_version (campaign, number, made_at, sealed, content)"
                                + " values (?, ?, ?, ?, ?) on conflict (campaign, number) do nothing",
                        campaign,
                        next.number(),
                        change.at().toEpochMilli(),
                        identities.seal(row(next.number()), change.who()),
                        StoredJson.write(next.values()))
                == 1;
    }

    /** The change that turned the previous version into this one. */
    private Change difference(Version before, Version after, ResultSet row) throws SQLException {
        TreeMap<String, Optional<String>> values = new TreeMap<>();
        before.values().keySet().forEach(key -> values.put(key, Optional.ofNullable(after.value(key))));
        after.values().forEach((key, value) -> values.put(key, Optional.of(value)));
        String who = identities.open(row(after.number()), row.getBytes(3)).get(0);
        return new Change(Objects.requireNonNull(who), Instant.ofEpochMilli(row.getLong(2)), values);
    }

    private static Version version(long number, String content) {
        return new Version(number, new TreeMap<>(StoredJson.texts(content)));
    }

    private String row(long number) {
        return "setting_version/" + campaign + "/" + number;
    }

    private static <T> T readable(Supplier<T> work) {
        try {
            return work.get();
        } catch (StorageFailure failure) {
            UnreadableSettings unreadable = new UnreadableSettings(
                    "The settings in the database cannot be read now: " + failure.getMessage() + ".");
            unreadable.initCause(failure);
            throw unreadable;
        }
    }
}

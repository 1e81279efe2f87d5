package org.campaignbot.storage.alert;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Alerts in a database: one row each, changed only if no one else changed it meanwhile, and one row per audited change. */
public final class JdbcAlerts implements Alerts {

    private final Connections connections;
    private final Identities identities;

    public JdbcAlerts(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public Optional<Alert> find(String id) {
        return select("where id = ?", id).stream().findFirst();
    }

    @Override
    public List<Alert> all() {
        return select("order by created_at desc, id");
    }

    @Override
    public List<Alert> open() {
        return select("where over = 0 order by created_at, id");
    }

    private List<Alert> select(String rest, @Nullable Object... values) {
        return connections.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select id, version, sealed from alert " + rest)) {
                BatchWrite.bind(select, values);
                try (ResultSet row = select.executeQuery()) {
                    List<Alert> found = new ArrayList<>();
                    while (row.next()) {
                        String json = identities
                                .open(row("alert", row.getString(1)), row.getBytes(3))
                                .get(0);
                        found.add(StoredAlert.read(Objects.requireNonNull(json)).version(row.getLong(2)));
                    }
                    return found;
                }
            }
        });
    }

    @Override
    public boolean save(Alert alert, AlertEntry entry) {
        Ciphertext sealed = identities.seal(row("alert", alert.id()), StoredAlert.write(alert));
        long next = alert.version() + 1;
        return connections.write(connection -> {
            int over = alert.stage().isFinal() ? 1 : 0;
            int changed = alert.version() == 0
                    ? BatchWrite.one(
                            connection,
                            "insert into alert (id, version, created_at, over, sealed) values (?, ?, ?, ?, ?)"
                                    + " on conflict do nothing",
                            alert.id(),
                            next,
                            alert.created().toEpochMilli(),
                            over,
                            sealed)
                    : BatchWrite.one(
                            connection,
                            "update alert set version = ?, over = ?, sealed = ? where id = ? and version = ?",
                            next,
                            over,
                            sealed,
                            alert.id(),
                            alert.version());
            if (changed == 1) {
                note(connection, alert.id(), next, entry);
            }
            return changed == 1;
        });
    }

    private void note(Connection connection, String id, long version, AlertEntry entry) throws SQLException {
        BatchWrite.one(
                connection,
                "insert into alert_entry (alert_id, version, done_at, act, sealed) values (?, ?, ?, ?, ?)",
                id,
                version,
                entry.at().toEpochMilli(),
                entry.act().name(),
                identities.seal(row("alert_entry", id + "/" + version), entry.by(), entry.about()));
    }

    @Override
    public List<AlertEntry> trail(String id) {
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select version, done_at, act, sealed from alert_entry where alert_id = ? order by version")) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    List<AlertEntry> trail = new ArrayList<>();
                    while (row.next()) {
                        List<@Nullable String> sealed =
                                identities.open(row("alert_entry", id + "/" + row.getLong(1)), row.getBytes(4));
                        trail.add(new AlertEntry(
                                Instant.ofEpochMilli(row.getLong(2)),
                                Objects.requireNonNull(sealed.get(0)),
                                AlertEntry.Act.valueOf(row.getString(3)),
                                Objects.requireNonNull(sealed.get(1))));
                    }
                    return trail;
                }
            }
        });
    }

    private static String row(String table, String key) {
        return table + "/" + key;
    }

    /** Writes an alert as JSON and reads it back; the field names are the record's own, so renaming one needs a new version. */
    static final class StoredAlert {

        private static final JsonMapper MAPPER = JsonMapper.builder()
                .changeDefaultVisibility(found -> found.withIsGetterVisibility(Visibility.NONE))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addMixIn(Criterion.class, CriterionKinds.class)
                .build();

        private StoredAlert() {}

        static String write(Alert alert) {
            return MAPPER.writeValueAsString(alert);
        }

        static Alert read(String json) {
            return MAPPER.readValue(json, Alert.class);
        }

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
        @JsonSubTypes({
            @JsonSubTypes.Type(value = Criterion.InState.class, name = "state"),
            @JsonSubTypes.Type(value = Criterion.InDistrict.class, name = "district"),
            @JsonSubTypes.Type(value = Criterion.HasChamber.class, name = "chamber"),
            @JsonSubTypes.Type(value = Criterion.HasLawmaker.class, name = "lawmaker"),
            @JsonSubTypes.Type(value = Criterion.HasParty.class, name = "party"),
            @JsonSubTypes.Type(value = Criterion.OnCommittee.class, name = "committee"),
            @JsonSubTypes.Type(value = Criterion.InLanguage.class, name = "language"),
            @JsonSubTypes.Type(value = Criterion.OnPlatform.class, name = "platform"),
            @JsonSubTypes.Type(value = Criterion.OfGroup.class, name = "group"),
            @JsonSubTypes.Type(value = Criterion.Earlier.class, name = "earlier")
        })
        private interface CriterionKinds {}
    }
}

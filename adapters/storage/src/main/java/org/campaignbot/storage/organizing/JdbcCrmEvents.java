package org.campaignbot.storage.organizing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.campaignbot.crm.CrmEvents;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.jspecify.annotations.Nullable;

/** Events for a CRM in a database. A claim is the number of tries, changed by compare-and-set. */
public final class JdbcCrmEvents implements CrmEvents {

    private final Connections connections;

    public JdbcCrmEvents(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void add(Event event) {
        connections.write(connection -> BatchWrite.one(
                connection,
                "insert into crm_event (name, id, body, made_at, tries, due_at, delivered, trouble)"
                        + " values (?, ?, ?, ?, 0, ?, 0, '') on conflict do nothing",
                event.name(),
                event.id(),
                event.body(),
                event.made().toEpochMilli(),
                event.made().toEpochMilli()));
    }

    @Override
    public boolean has(String name) {
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select 1 from crm_event where name = ?")) {
                BatchWrite.bind(select, name);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    @Override
    public List<Pending> undelivered() {
        return connections.read(connection -> {
            List<Pending> pending = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select name, id, body, made_at, tries, due_at, trouble from crm_event where delivered = 0"
                                    + " order by made_at, name");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pending.add(read(row));
                }
            }
            return pending;
        });
    }

    private static Pending read(ResultSet row) throws SQLException {
        Event event =
                new Event(row.getString(1), row.getString(2), row.getString(3), Instant.ofEpochMilli(row.getLong(4)));
        long millis = row.getLong(6);
        Instant due = row.wasNull() ? null : Instant.ofEpochMilli(millis);
        return new Pending(event, row.getInt(5), due, row.getString(7));
    }

    @Override
    public Optional<Pending> claim(Pending pending, Instant until) {
        int claimed = change(
                "update crm_event set tries = tries + 1, due_at = ? where name = ? and tries = ? and due_at is not null",
                until.toEpochMilli(),
                pending.event().name(),
                pending.tries());
        return claimed == 1
                ? Optional.of(new Pending(
                        pending.event(),
                        pending.tries() + 1,
                        Instant.ofEpochMilli(until.toEpochMilli()),
                        pending.trouble()))
                : Optional.empty();
    }

    @Override
    public void delivered(Pending claimed) {
        change(
                "update crm_event set delivered = 1, due_at = null, trouble = '', body = '' where name = ?",
                claimed.event().name());
    }

    @Override
    public void failed(Pending claimed, String trouble, @Nullable Instant next) {
        change(
                "update crm_event set due_at = ?, trouble = ? where name = ? and tries = ? and delivered = 0",
                next == null ? null : next.toEpochMilli(),
                trouble,
                claimed.event().name(),
                claimed.tries());
    }

    private int change(String update, @Nullable Object... values) {
        return connections.write(connection -> BatchWrite.one(connection, update, values));
    }
}

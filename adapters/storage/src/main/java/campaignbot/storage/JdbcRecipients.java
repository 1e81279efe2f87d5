package campaignbot.storage;

import campaignbot.alert.audience.Criterion;
import campaignbot.alert.sending.AlertRun;
import campaignbot.alert.sending.AlertTicket;
import campaignbot.alert.sending.Recipients;
import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Account;
import campaignbot.directory.EasternTime;
import campaignbot.subscription.Subscriber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Recipients in a database; several processes write to one row after the other, and what fits its state no more changes nothing. */
final class JdbcRecipients implements Recipients {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Connections connections;
    private final Identities identities;
    private final RecipientPasses passes;

    JdbcRecipients(Connections connections, Identities identities, JdbcOutbox outbox) {
        this.connections = connections;
        this.identities = identities;
        this.passes = new RecipientPasses(connections, identities, outbox);
    }

    @Override
    public AlertRun run(String alert) {
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select looked_at, enlisted_at, canary_at, judged_at, settled_at from alert_run where alert = ?")) {
                select.setString(1, alert);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? new AlertRun(
                                    row.getString(1),
                                    instant(row, 2),
                                    instant(row, 3),
                                    instant(row, 4),
                                    instant(row, 5))
                            : AlertRun.NOT_BEGUN;
                }
            }
        });
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public List<String> unsettled() {
        return connections.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select alert from alert_run where settled_at is null");
                    ResultSet row = select.executeQuery()) {
                List<String> alerts = new ArrayList<>();
                while (row.next()) {
                    alerts.add(row.getString(1));
                }
                return alerts;
            }
        });
    }

    @Override
    public boolean enlist(String alert, AlertRun run, @Nullable String upTo, List<Enlisted> some, Instant now) {
        Map<Account, String> accounts = new HashMap<>();
        return connections.write(connection -> {
            Writes.one(
                    connection,
                    "insert into alert_run (alert, looked_at) values (?, '') on conflict (alert) do nothing",
                    alert);
            int moved = Writes.one(
                    connection,
                    "update alert_run set looked_at = ?, enlisted_at = ?"
                            + " where alert = ? and looked_at = ? and enlisted_at is null",
                    upTo == null ? run.lookedAt() : upTo,
                    upTo == null ? now.toEpochMilli() : null,
                    alert,
                    run.lookedAt());
            if (moved == 1) {
                insert(connection, alert, some, accounts, now);
            }
            return moved == 1;
        });
    }

    private void insert(
            Connection connection, String alert, List<Enlisted> some, Map<Account, String> accounts, Instant now)
            throws SQLException {
        try (Writes rows = new Writes(
                connection.prepareStatement("insert into alert_recipient (person_hash, alert, subscription_hash,"
                        + " account_hash, state, round, canary, due_at, changed_at, why, home, day, started, outcome,"
                        + " opted_out, leaving) values (?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, 0, '', 0, 0)"
                        + " on conflict (person_hash, alert) do nothing"),
                () -> {})) {
            for (Enlisted each : some) {
                Subscriber subscriber = each.subscriber();
                rows.add(
                        subscriber.person(),
                        alert,
                        subscriber.ref(),
                        accounts.computeIfAbsent(
                                new Account(subscriber.channel(), subscriber.account()), identities::hash),
                        RecipientState.number(each.state()),
                        each.due().toEpochMilli(),
                        now.toEpochMilli(),
                        each.why(),
                        Objects.requireNonNullElse(subscriber.state(), ""),
                        each.state().isFinal() ? day(now) : "");
            }
            rows.execute();
        }
    }

    private static String day(Instant now) {
        return EasternTime.dateAt(now).toString();
    }

    @Override
    public long count(String alert) {
        return number("select count(*) from alert_recipient where alert = ?", alert);
    }

    private long number(String select, String alert) {
        return connections.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setString(1, alert);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    @Override
    public void chooseCanary(String alert, int most, Instant now) {
        connections.write(connection -> {
            int chosen = Writes.one(
                    connection,
                    "update alert_run set canary_at = ? where alert = ? and canary_at is null",
                    now.toEpochMilli(),
                    alert);
            return chosen == 0
                    ? 0
                    : Writes.one(
                            connection,
                            "update alert_recipient set canary = 1 where alert = ? and person_hash in"
                                    + " (select person_hash from alert_recipient where alert = ? and state = 0"
                                    + " order by due_at, person_hash limit ?)",
                            alert,
                            alert,
                            most);
        });
    }

    @Override
    public Canary canary(String alert) {
        // Of whoever is gone only those few have been sent anything yet.
        long left = gone(alert, "what = '" + Figure.OPTED_OUT + "'");
        long failed = gone(alert, "(what like 'failed/%' or what = 'unknown')");
        long ended = gone(alert, "what = 'sent'") + failed;
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select count(*),"
                    + " sum(case when state >= 10 then 1 else 0 end),"
                    + " sum(case when state in (11, 13) then 1 else 0 end), sum(opted_out)"
                    + " from alert_recipient where alert = ? and canary = 1")) {
                select.setString(1, alert);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Canary(
                            row.getLong(1) + ended,
                            row.getLong(2) + ended,
                            row.getLong(3) + failed,
                            row.getLong(4) + left);
                }
            }
        });
    }

    private long gone(String alert, String what) {
        return number("select coalesce(sum(number), 0) from alert_count where alert = ? and " + what, alert);
    }

    @Override
    public void judged(String alert, Instant now) {
        connections.write(connection -> Writes.one(
                connection,
                "update alert_run set judged_at = ? where alert = ? and judged_at is null",
                now.toEpochMilli(),
                alert));
    }

    @Override
    public int forward(String alert, boolean canary, Instant now, int most, Function<Due, Next> fate) {
        return passes.forward(alert, canary, now, most, fate);
    }

    @Override
    public Set<AlertTicket> depart(Collection<AlertTicket> tickets, Instant now) {
        return connections.write(connection -> {
            RowChange change = new RowChange(
                    "state = ?", "state + 0 in (1, 2) and leaving = 0 and due_at > " + now.toEpochMilli());
            tickets.forEach(each -> change.add(each, now, RecipientState.number(State.DEPARTING)));
            return change.execute(connections, connection);
        });
    }

    @Override
    public void ended(List<Ended> ended, Instant now) {
        connections.write(connection -> {
            RowChange end = new RowChange("state = ?, why = ?, day = ?", "state + 0 < 10");
            RowChange back = new RowChange("state = ?, due_at = ?, round = round + 1", "state + 0 in (1, 2)");
            for (Ended each : ended) {
                if (each.state().isFinal()) {
                    end.add(each.ticket(), now, RecipientState.number(each.state()), each.why(), day(now));
                } else {
                    back.add(each.ticket(), now, RecipientState.number(State.WAITING), now.toEpochMilli());
                }
            }
            end.execute(connections, connection);
            back.execute(connections, connection);
            RecipientLeaving.finish(
                    connection, ended.stream().map(Ended::ticket).toList(), now);
            return ended;
        });
    }

    @Override
    public int takeBack(String alert, int most, Instant now) {
        return passes.takeBack(alert, most, now);
    }

    @Override
    public int close(String alert, State state, String why, int most, Instant now) {
        return connections.write(connection -> Writes.one(
                connection,
                "update alert_recipient set state = ?, why = ?, day = ?, changed_at = ? where alert = ? and state = 0"
                        + " and person_hash in (select person_hash from alert_recipient where alert = ? and state = 0"
                        + " limit ?)",
                RecipientState.number(state),
                why,
                day(now),
                now.toEpochMilli(),
                alert,
                alert,
                most));
    }

    @Override
    public boolean settle(String alert, Instant now) {
        return connections.write(connection -> Writes.one(
                        connection,
                        "update alert_run set settled_at = ? where alert = ? and enlisted_at is not null and settled_at"
                                + " is null and not exists (select 1 from alert_recipient where alert = ? and state < 10)",
                        now.toEpochMilli(),
                        alert,
                        alert))
                == 1;
    }

    @Override
    public int again(String alert, Instant now) {
        return connections.write(connection -> {
            Writes.one(connection, "update alert_run set settled_at = null where alert = ?", alert);
            return Writes.one(
                    connection,
                    "update alert_recipient set state = 0, round = round + 1, due_at = ?, changed_at = ?, day = ''"
                            + " where alert = ? and state = ? and started = 0 and leaving = 0",
                    now.toEpochMilli(),
                    now.toEpochMilli(),
                    alert,
                    RecipientState.number(State.UNKNOWN));
        });
    }

    @Override
    public Map<String, List<Instant>> sent(Collection<String> persons, Instant since, Instant now) {
        Map<String, List<Instant>> sent = new HashMap<>();
        connections.read(connection -> {
            ByHash.select(
                    connection,
                    "select person_hash, state, changed_at from alert_recipient where state in (0, 1, 2, 10, 13)"
                            + " and person_hash",
                    persons,
                    row -> {
                        boolean isOver = row.getInt(2) >= RecipientState.FINAL;
                        Instant at = isOver ? Instant.ofEpochMilli(row.getLong(3)) : now;
                        if (!at.isBefore(since)) {
                            sent.computeIfAbsent(row.getString(1), each -> new ArrayList<>())
                                    .add(at);
                        }
                    });
            return sent;
        });
        return sent;
    }

    @Override
    public Set<String> took(String alert, Criterion.Part part, Collection<String> persons) {
        Set<String> took = new HashSet<>();
        connections.read(connection -> {
            ByHash.select(
                    connection,
                    "select person_hash, alert, outcome from alert_recipient where"
                            + " (state = 10 or (state = 13 and started = 1)) and person_hash",
                    persons,
                    row -> {
                        boolean acted = !row.getString(3).isEmpty();
                        if (row.getString(2).equals(alert)
                                && (part == Criterion.Part.GOT || acted == (part == Criterion.Part.ACTED))) {
                            took.add(row.getString(1));
                        }
                    });
            return took;
        });
        return took;
    }

    @Override
    public void started(String alert, String person) {
        connections.write(connection -> Writes.one(
                connection,
                "update alert_recipient set started = 1 where person_hash = ? and alert = ? and state in (2, 10, 13)",
                person,
                alert));
    }

    @Override
    public void told(Collection<String> alerts, String person, String outcome) {
        connections.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select alert from alert_recipient"
                    + " where person_hash = ? and started = 1 order by changed_at desc")) {
                select.setString(1, person);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        if (alerts.contains(row.getString(1))) {
                            return Writes.one(
                                    connection,
                                    "update alert_recipient set outcome = ? where person_hash = ? and alert = ?",
                                    outcome,
                                    person,
                                    row.getString(1));
                        }
                    }
                    return 0;
                }
            }
        });
    }

    @Override
    public void left(ConversationKey conversation, boolean forget, Instant now) {
        String person = identities.persons().of(conversation.person());
        String subscription = identities.hash(conversation);
        connections.write(connection -> RecipientLeaving.left(connection, person, subscription, forget, now));
    }

    @Override
    public void forget(Instant settledBefore) {
        int gone = ROWS_AT_ONCE;
        while (gone == ROWS_AT_ONCE) {
            gone = connections.write(connection -> RecipientCounts.fold(
                    connection,
                    "(person_hash, alert) in (select r.person_hash, r.alert from alert_recipient r"
                            + " join alert_run a on a.alert = r.alert where a.settled_at < ? limit ?)",
                    settledBefore.toEpochMilli(),
                    ROWS_AT_ONCE));
        }
    }

    @Override
    public List<Figure> figures(String alert) {
        return connections.snapshot(connection -> RecipientCounts.figures(connection, alert));
    }
}

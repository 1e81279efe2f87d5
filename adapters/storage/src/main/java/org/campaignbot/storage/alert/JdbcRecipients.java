package org.campaignbot.storage.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.sending.AlertRun;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.storage.outbox.ChatUses;
import org.campaignbot.storage.outbox.Claims;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.subscriptions.Subscriber;
import org.jspecify.annotations.Nullable;

/** Recipients in a database; processes write a row one after the other, and a change that no longer fits its state does nothing. */
public final class JdbcRecipients implements Recipients {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Connections connections;
    private final Identities identities;
    private final RecipientClaims claims;
    private final RecipientHistory history;
    private final AlertRuns runs;

    public JdbcRecipients(
            Connections connections, Identities identities, Claims claims, ChatUses uses, String process) {
        this.connections = connections;
        this.identities = identities;
        this.claims = new RecipientClaims(connections, identities, claims, uses, process);
        this.history = new RecipientHistory(connections);
        this.runs = new AlertRuns(connections);
    }

    @Override
    public AlertRun run(String alert) {
        return runs.run(alert);
    }

    @Override
    public List<String> unsettled() {
        return runs.unsettled();
    }

    @Override
    public void judged(String alert, Instant now) {
        runs.judged(alert, now);
    }

    @Override
    public boolean settle(String alert, Instant now) {
        return runs.settle(alert, now);
    }

    @Override
    public Map<String, List<Instant>> sent(Collection<String> persons, Instant since, Instant now) {
        return history.sent(persons, since, now);
    }

    @Override
    public Set<String> took(String alert, Criterion.Part part, Collection<String> persons) {
        return history.took(alert, part, persons);
    }

    @Override
    public void started(String alert, String person) {
        history.started(alert, person);
    }

    @Override
    public void told(Collection<String> alerts, String person, String outcome, long turn) {
        history.told(alerts, person, outcome, turn);
    }

    @Override
    public void tookBack(Collection<String> alerts, String person, long turn) {
        history.tookBack(alerts, person, turn);
    }

    @Override
    public boolean enlist(String alert, AlertRun run, @Nullable String upTo, List<Enlisted> some, Instant now) {
        return connections.write(connection -> {
            boolean moved = AlertRuns.lookedAt(connection, alert, run, upTo, now);
            if (moved) {
                insert(connection, alert, some, now);
            }
            return moved;
        });
    }

    private void insert(Connection connection, String alert, List<Enlisted> some, Instant now) throws SQLException {
        try (BatchWrite rows = new BatchWrite(
                connection.prepareStatement("insert into alert_recipient (person_hash, alert, subscription_hash,"
                        + " account_hash, state, canary, due_at, changed_at, why, home, day, started, outcome,"
                        + " opted_out, leaving) values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, 0, '', 0, 0)"
                        + " on conflict (person_hash, alert) do nothing"),
                () -> {})) {
            for (Enlisted each : some) {
                Subscriber subscriber = each.subscriber();
                rows.add(
                        subscriber.person(),
                        alert,
                        subscriber.ref(),
                        claims.hash(new Account(subscriber.channel(), subscriber.account())),
                        RecipientState.number(each.state()),
                        each.due().toEpochMilli(),
                        now.toEpochMilli(),
                        each.why(),
                        Objects.requireNonNullElse(subscriber.state(), ""),
                        each.state().isFinal() ? RecipientClaims.day(now) : "");
            }
            rows.execute();
        }
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
            boolean isFirst = AlertRuns.beginCanary(connection, alert, now);
            return !isFirst
                    ? 0
                    : BatchWrite.one(
                            connection,
                            "update alert_recipient set canary = 1 where alert = ? and person_hash in"
                                    + " (select person_hash from alert_recipient where alert = ? and state = 0"
                                    + " order by due_at, person_hash limit ?)",
                            alert,
                            alert,
                            most);
        });
    }

    /** In one statement: someone whose row goes meanwhile must be counted in one of both tables, and only there. */
    @Override
    public Canary canary(String alert) {
        // People whose rows are gone still count if they were sent something.
        String gone = "(select coalesce(sum(number), 0) from alert_count where alert = ? and %s)";
        String sql = "select count(*), sum(case when state >= 10 then 1 else 0 end),"
                + " sum(case when state in (11, 13) then 1 else 0 end), sum(opted_out), "
                + gone.formatted("what = 'sent'") + ", "
                + gone.formatted("(what like 'failed/%' or what = 'unknown')") + ", "
                + gone.formatted("what = '" + Figure.OPTED_OUT + "'") + ", "
                + "(select count(*) from (select 1 from alert_recipient where alert = ? and state = 0 and canary = 0 limit 1) others)"
                + " from alert_recipient where alert = ? and canary = 1";
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 1; i <= 5; i++) {
                    select.setString(i, alert);
                }
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    long failed = row.getLong(6);
                    long ended = row.getLong(5) + failed;
                    return new Canary(
                            row.getLong(1) + ended,
                            row.getLong(2) + ended,
                            row.getLong(3) + failed,
                            row.getLong(4) + row.getLong(7),
                            row.getLong(8) == 0);
                }
            }
        });
    }

    @Override
    public List<Claimed> advance(Advance advance, Function<Due, Next> fate) {
        return claims.advance(advance, fate);
    }

    @Override
    public Instant renew(Collection<RecipientKey> keys) {
        return claims.renew(keys);
    }

    @Override
    public int abandon(String alert, Instant now) {
        return claims.abandon(alert, now);
    }

    @Override
    public int close(String alert, State state, String why, int most, Instant now) {
        return connections.write(connection -> {
            connections.dialect().lock(connection, Dialect.Subject.ALERT, List.of(alert));
            return BatchWrite.one(
                    connection,
                    "update alert_recipient set state = ?, why = ?, day = ?, changed_at = ? where alert = ? and state"
                            + " = 0 and person_hash in (select person_hash from alert_recipient where alert = ? and state"
                            + " = 0 limit ?)",
                    RecipientState.number(state),
                    why,
                    RecipientClaims.day(now),
                    now.toEpochMilli(),
                    alert,
                    alert,
                    most);
        });
    }

    @Override
    public int again(String alert, Instant now) {
        return connections.write(connection -> {
            connections.dialect().lock(connection, Dialect.Subject.ALERT, List.of(alert));
            AlertRuns.reopen(connection, alert);
            return BatchWrite.one(
                    connection,
                    "update alert_recipient set state = 0, due_at = ?, changed_at = ?, day = ''"
                            + " where alert = ? and state = ? and started = 0 and leaving = 0",
                    now.toEpochMilli(),
                    now.toEpochMilli(),
                    alert,
                    RecipientState.number(State.UNKNOWN));
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

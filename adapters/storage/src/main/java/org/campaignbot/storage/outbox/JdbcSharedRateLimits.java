package org.campaignbot.storage.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.LimitShares;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.SharedRateLimits;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Identities;

/**
 * Shares of rate limits as database rows, each valid until a certain time.
 *
 * <p>A process changes only its own row. The row grows only into slots that no row holds, and it keeps all slots its process's
 * messages still occupy; so all rows together never exceed the limit, and neither does any window of a platform. A dead process's
 * slots become free one window after its row expires.
 *
 * <p>An SQLite file has only one process. A new one waits until a window has passed since the last one ended, or since its own start
 * if the last one died. The clocks of different machines may differ by half a second.
 */
public final class JdbcSharedRateLimits implements SharedRateLimits {

    /** How long a share lasts; it's renewed twice a second. */
    public static final Duration LEASE = Duration.ofSeconds(2);

    /** Allowance for late requests of a dead process and for clock differences. */
    public static final Duration SLACK = Duration.ofSeconds(1);

    private final Connections connections;
    private final Identities identities;
    private final InstantSource clock;
    private final String process;
    private final Supplier<Instant> quietSince;

    /**
     * Limits in a database.
     *
     * @param quietSince since when no earlier process of an SQLite file has sent anything
     */
    public JdbcSharedRateLimits(
            Connections connections,
            Identities identities,
            InstantSource clock,
            String process,
            Supplier<Instant> quietSince) {
        this.connections = connections;
        this.identities = identities;
        this.clock = clock;
        this.process = process;
        this.quietSince = quietSince;
    }

    @Override
    public Grant refresh(Account account, Need all, Need alerts) {
        String hash = hash(account);
        Duration window = longer(window(all), window(alerts));
        if (connections.dialect() == Dialect.SQLITE) {
            Instant resume = connections.read(connection -> resume(connection, hash));
            Instant first = window.isZero() ? Instant.MIN : quietSince.get().plus(window);
            return new Grant(most(all), most(alerts), Instant.MAX, first.isAfter(resume) ? first : resume);
        }
        if (window.isZero()) {
            Instant resume = connections.read(connection -> resume(connection, hash));
            return new Grant(
                    Integer.MAX_VALUE, Integer.MAX_VALUE, clock.instant().plus(LEASE), resume);
        }
        return connections.write(connection -> share(connection, hash, all, alerts, window));
    }

    private static Duration window(Need need) {
        RateLimits.Limit limit = need.limit();
        return limit == null ? Duration.ZERO : limit.window();
    }

    private static int most(Need need) {
        return need.limit() == null ? Integer.MAX_VALUE : need.limit().most();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private String hash(Account account) {
        return identities.hash(account);
    }

    private static Instant resume(Connection connection, String account) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select resume_at from account_pause where account_hash = ?")) {
            select.setString(1, account);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Instant.ofEpochMilli(row.getLong(1)) : Instant.MIN;
            }
        }
    }

    /** Another process's slots and demand. */
    private record Other(String process, int all, int allWanted, int alerts, int alertsWanted) {}

    private Grant share(Connection connection, String account, Need all, Need alerts, Duration window)
            throws SQLException {
        connections.dialect().lock(connection, Dialect.Subject.ACCOUNT, List.of(account));
        Instant now = clock.instant();
        List<Other> others = others(connection, account, now.minus(window).minus(SLACK));
        List<Integer> wants = new ArrayList<>();
        List<Integer> alertWants = new ArrayList<>();
        int place = 0;
        for (Other other : others) {
            place += other.process.compareTo(process) < 0 ? 1 : 0;
        }
        others.forEach(other -> wants.add(other.allWanted));
        others.forEach(other -> alertWants.add(other.alertsWanted));
        wants.add(place, all.wanted());
        alertWants.add(place, alerts.wanted());
        int allPlaces =
                places(all, wants, place, others.stream().mapToInt(Other::all).sum());
        int alertPlaces = places(
                alerts,
                alertWants,
                place,
                others.stream().mapToInt(Other::alerts).sum());
        Instant until = now.plus(LEASE);
        write(
                connection,
                account,
                all,
                Math.max(allPlaces, all.occupied()),
                alerts,
                Math.max(alertPlaces, alerts.occupied()),
                until);
        return new Grant(allPlaces, alertPlaces, until, resume(connection, account));
    }

    /** How many slots this process may fill: its part of the limit, as far as others have left it free. */
    private static int places(Need need, List<Integer> wants, int place, int heldByOthers) {
        if (need.limit() == null) {
            return Integer.MAX_VALUE;
        }
        int limit = need.limit().most();
        return Math.max(0, Math.min(LimitShares.divide(limit, wants).get(place), limit - heldByOthers));
    }

    /** The rows of other processes that may still be sending or whose messages a platform may still count; expired rows are deleted. */
    private List<Other> others(Connection connection, String account, Instant over) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from account_share where account_hash = ? and until_at < ?")) {
            delete.setString(1, account);
            delete.setLong(2, over.toEpochMilli());
            delete.executeUpdate();
        }
        List<Other> others = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select process, all_places, all_wanted, alert_places, alert_wanted"
                        + " from account_share where account_hash = ? and process <> ?")) {
            select.setString(1, account);
            select.setString(2, process);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    others.add(new Other(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
                }
            }
        }
        others.sort(Comparator.comparing(Other::process));
        return others;
    }

    private void write(
            Connection connection, String account, Need all, int places, Need alerts, int alertPlaces, Instant until)
            throws SQLException {
        try (BatchWrite row = new BatchWrite(
                connection.prepareStatement("insert into account_share (account_hash, process, all_places, all_wanted,"
                        + " alert_places, alert_wanted, until_at) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (account_hash, process) do update set all_places = excluded.all_places,"
                        + " all_wanted = excluded.all_wanted, alert_places = excluded.alert_places,"
                        + " alert_wanted = excluded.alert_wanted, until_at = excluded.until_at"),
                () -> {})) {
            row.add(
                    account,
                    process,
                    stored(all, places),
                    all.wanted(),
                    stored(alerts, alertPlaces),
                    alerts.wanted(),
                    until.toEpochMilli());
            row.execute();
        }
    }

    private static int stored(Need need, int places) {
        return need.limit() == null ? 0 : places;
    }

    @Override
    public void resumeNotBefore(Account account, Instant instant) {
        connections.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("insert into account_pause"
                    + " (account_hash, resume_at) values (?, ?) on conflict (account_hash) do update set"
                    + " resume_at = excluded.resume_at where excluded.resume_at > account_pause.resume_at")) {
                upsert.setString(1, hash(account));
                upsert.setLong(2, instant.toEpochMilli() + 1);
                return upsert.executeUpdate();
            }
        });
    }

    @Override
    public void surrender() {
        connections.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update account_share set until_at = ? where process = ? and until_at > ?")) {
                long now = clock.millis();
                update.setLong(1, now);
                update.setString(2, process);
                update.setLong(3, now);
                return update.executeUpdate();
            }
        });
    }
}

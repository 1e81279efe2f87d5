package org.campaignbot.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Alerts admins to the four problems that need a person: once when a problem starts, and once when it has been over for
 * {@link #CALM}, so that an intermittent one isn't reported again and again.
 *
 * <p>The state is in this process's memory: a problem that outlasts a restart is reported once more.
 */
public final class Alarms {

    /** How long a platform may be unreachable before that is reported. */
    static final Duration AWAY = Duration.ofMinutes(5);

    /** How long a problem must be over before its end is reported. */
    static final Duration CALM = Duration.ofMinutes(1);

    /** The disk is low when less than this share is free ... */
    static final double LOW = 0.05;

    /** ... and stays low until this share is free again. */
    static final double ROOM = 0.07;

    /** The kinds of problems. */
    public enum Kind {
        /** Nothing can be stored. */
        STORE,
        /** A platform rejects a token. */
        REFUSED,
        /** A platform doesn't answer. */
        AWAY,
        /** The disk is almost full. */
        DISK
    }

    /**
     * A report of a problem that started or ended.
     *
     * @param platform the channel that it is about, or null for none
     * @param since when it started
     * @param lasted how long it lasted, or null if it has only started
     * @param unreachable the channels that can't carry the report now
     */
    public record News(
            Kind kind,
            @Nullable String platform,
            Instant since,
            @Nullable Duration lasted,
            Set<String> unreachable) {

        /** Whether the problem is over. */
        public boolean isOver() {
            return lasted != null;
        }
    }

    private final List<PlatformHealth> platforms;
    private final InstantSource clock;
    private final Consumer<News> teller;
    private final List<Trouble> troubles = new ArrayList<>();

    /**
     * Alarms for the store, platforms and disk.
     *
     * @param room the free share of the disk, from 0 to 1; NaN if unknown
     * @param teller sends a report; if it throws, it gets the same report again at the next check
     */
    public Alarms(
            StoreHealth storeHealth,
            List<PlatformHealth> platforms,
            DoubleSupplier room,
            InstantSource clock,
            Consumer<News> teller) {
        this.platforms = List.copyOf(platforms);
        this.clock = clock;
        this.teller = teller;
        troubles.add(new Trouble(Kind.STORE, null, known -> !storeHealth.works()));
        for (PlatformHealth each : platforms) {
            troubles.add(new Trouble(Kind.REFUSED, each.name(), known -> each.isTokenRefused()));
            // A platform that rejects a token does answer, though no call is useful.
            troubles.add(new Trouble(Kind.AWAY, each.name(), known -> each.isAway(AWAY) && !each.isTokenRefused()));
        }
        troubles.add(new Trouble(Kind.DISK, null, known -> isLow(room.getAsDouble(), known)));
    }

    /** Comparing with NaN is always false. */
    private static boolean isLow(double free, boolean known) {
        return free < (known ? ROOM : LOW);
    }

    /** Checks for problems that started or ended, and reports them; called by one thread at a time, every second or two. */
    public void look() {
        troubles.forEach(Trouble::look);
    }

    private interface Sign {
        /** Whether the problem is present, given whether it was at the last check. */
        boolean isThere(boolean known);
    }

    private final class Trouble {
        private final Kind kind;
        private final @Nullable String platform;
        private final Sign sign;
        private @Nullable Instant since;
        private @Nullable Instant goneSince;
        private boolean isTold;

        Trouble(Kind kind, @Nullable String platform, Sign sign) {
            this.kind = kind;
            this.platform = platform;
            this.sign = sign;
        }

        void look() {
            Instant now = clock.instant();
            Instant begun = since;
            if (sign.isThere(begun != null)) {
                goneSince = null;
                since = begun == null ? began(now) : begun;
                if (!isTold) {
                    tell(since, null);
                    isTold = true;
                }
            } else if (begun != null) {
                // Also restarts when the clock was set back.
                goneSince = goneSince == null || now.isBefore(goneSince) ? now : goneSince;
                if (!now.isBefore(goneSince.plus(CALM))) {
                    if (isTold) {
                        tell(begun, Duration.between(begun, goneSince));
                    }
                    since = null;
                    goneSince = null;
                    isTold = false;
                }
            }
        }

        private Instant began(Instant now) {
            return kind == Kind.AWAY ? now.minus(AWAY) : now;
        }

        private void tell(Instant begun, @Nullable Duration lasted) {
            teller.accept(new News(kind, platform, begun, lasted, unreachable()));
        }
    }

    private Set<String> unreachable() {
        return platforms.stream()
                .filter(each -> each.isTokenRefused() || each.isAway(AWAY))
                .map(PlatformHealth::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}

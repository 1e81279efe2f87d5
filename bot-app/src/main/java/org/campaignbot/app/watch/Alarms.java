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
 * Tells admins of the four troubles that need a person: each once when it begins, and once when it has been gone for {@link #CALM}, so
 * that one which comes and goes is not told again and again.
 *
 * <p>What began is known to this process alone: a trouble that outlasts a restart is told once more.
 */
public final class Alarms {

    /** How long a platform does not answer before that is told. */
    static final Duration AWAY = Duration.ofMinutes(5);

    /** How long a trouble must be gone before it is told that it is over. */
    static final Duration CALM = Duration.ofMinutes(1);

    /** The disk is low from less than this share of free room on ... */
    static final double LOW = 0.05;

    /** ... until there is as much as this. */
    static final double ROOM = 0.07;

    /** What can be the matter. */
    public enum Kind {
        /** Nothing can be stored. */
        STORE,
        /** A platform refuses a token. */
        REFUSED,
        /** A platform does not answer. */
        AWAY,
        /** The disk has hardly any room left. */
        DISK
    }

    /**
     * Something to tell.
     *
     * @param platform the channel it is about, or null where it is about none
     * @param since when it began
     * @param lasted how long it lasted, or null where it has only begun
     * @param unreachable the channels by which nobody can be told now
     */
    public record News(
            Kind kind,
            @Nullable String platform,
            Instant since,
            @Nullable Duration lasted,
            Set<String> unreachable) {

        /** Whether the trouble is over. */
        public boolean isOver() {
            return lasted != null;
        }
    }

    private final List<PlatformHealth> platforms;
    private final InstantSource clock;
    private final Consumer<News> teller;
    private final List<Trouble> troubles = new ArrayList<>();

    /**
     * Alarms about these.
     *
     * @param room the share of the disk that is free, from 0 to 1; not a number where nobody knows
     * @param teller tells it; where it throws it is given the same at the next look
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
            // Who refuses a token answers, though no call is of use.
            troubles.add(new Trouble(Kind.AWAY, each.name(), known -> each.isAway(AWAY) && !each.isTokenRefused()));
        }
        troubles.add(new Trouble(Kind.DISK, null, known -> isLow(room.getAsDouble(), known)));
    }

    /** Nothing is less than a share that is no number. */
    private static boolean isLow(double free, boolean known) {
        return free < (known ? ROOM : LOW);
    }

    /** Looks whether something began or is over, and tells; by one thread at a time, every second or two. */
    public void look() {
        troubles.forEach(Trouble::look);
    }

    /** How to see whether a trouble is there. */
    private interface Sign {
        /** Whether it is there, given whether it was so far. */
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
                // Also after a clock was set back.
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

package org.campaignbot.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.campaignbot.platform.Operator;
import org.campaignbot.platform.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * The health of a platform as its adapter reports it: when it last answered this bot, and what only a person can fix.
 *
 * <p>It doesn't matter if people are silent: after half a minute without a call, a probe makes one.
 */
public final class PlatformHealth implements Operator {

    /** How long a platform may be quiet before it is probed. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    /** How long a platform may be unreachable before it counts as failed. */
    static final Duration AWAY = Duration.ofMinutes(1);

    private final String name;
    private final Set<? extends Trouble> refusals;
    private final InstantSource clock;
    private final Consumer<String> problems;
    private final Consumer<String> notes;
    private final Map<Trouble, Instant> present = new ConcurrentHashMap<>();
    private volatile Instant reached;
    private volatile Instant tried;
    private volatile boolean isMissed;

    /**
     * A platform with unknown health.
     *
     * @param name the channel's name
     * @param refusals the problems that mean that the platform rejects a token
     * @param problems takes sentences about what is wrong
     * @param notes takes sentences about what is over
     */
    public PlatformHealth(
            String name,
            Set<? extends Trouble> refusals,
            InstantSource clock,
            Consumer<String> problems,
            Consumer<String> notes) {
        this.name = name;
        this.refusals = refusals;
        this.clock = clock;
        this.problems = problems;
        this.notes = notes;
        this.reached = clock.instant();
        this.tried = reached;
    }

    /** The channel's name. */
    public String name() {
        return name;
    }

    @Override
    public void trouble(Trouble trouble) {
        present.put(trouble, clock.instant());
        problems.accept(trouble.finding() + " " + trouble.fix());
    }

    @Override
    public void resolved(Trouble trouble) {
        present.remove(trouble);
        notes.accept("This is over: " + trouble.finding());
    }

    @Override
    public void reached() {
        Instant now = clock.instant();
        reached = now;
        tried = now;
        isMissed = false;
    }

    @Override
    public void missed() {
        tried = clock.instant();
        isMissed = true;
    }

    /** Whether this problem is present now. */
    public boolean knows(Trouble trouble) {
        return present.containsKey(trouble);
    }

    /** Whether the platform rejects a token. */
    boolean isTokenRefused() {
        return refusals.stream().anyMatch(present::containsKey);
    }

    /** Whether the platform has been unreachable for at least this long. */
    boolean isAway(Duration time) {
        return isMissed && !clock.instant().isBefore(reached.plus(time));
    }

    /** Whether it is time to probe; also true after the clock was set back. */
    boolean isQuiet() {
        Duration quiet = Duration.between(tried, clock.instant());
        return quiet.isNegative() || quiet.compareTo(QUIET) >= 0;
    }

    ComponentHealth standing() {
        Map.Entry<Trouble, Instant> worst = first(present.entrySet());
        if (worst != null) {
            String finding = worst.getKey().finding() + " " + worst.getKey().fix();
            return new ComponentHealth(name, Status.FAILED, worst.getValue(), reached, finding);
        } else if (isMissed) {
            String fix = "It does not answer: see whether this machine reaches it, and whether it is down itself.";
            return new ComponentHealth(name, isAway(AWAY) ? Status.FAILED : Status.LATE, reached, reached, fix);
        }
        return new ComponentHealth(name, Status.OK, reached, reached, "");
    }

    private Map.@Nullable Entry<Trouble, Instant> first(Collection<Map.Entry<Trouble, Instant>> troubles) {
        return troubles.stream()
                .min(Map.Entry.<Trouble, Instant>comparingByValue()
                        .thenComparing(each -> !refusals.contains(each.getKey())))
                .orElse(null);
    }
}

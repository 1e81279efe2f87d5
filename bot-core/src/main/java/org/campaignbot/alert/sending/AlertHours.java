package org.campaignbot.alert.sending;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.campaignbot.directory.EasternTime;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which alerts may arrive, by the recipient's clock.
 *
 * <p>People who chose a time zone get them by it; for all others the state decides, and in a state with two clocks the hours
 * must be good by both. If nothing is known it's noon to six in Washington, which is daytime in all of the forty-eight states.
 */
public final class AlertHours {

    private static final Daily WHERE_NOTHING_IS_KNOWN = new Daily(LocalTime.NOON, LocalTime.of(18, 0));
    private static final List<ZoneId> WASHINGTON = List.of(EasternTime.ZONE);

    /** Days to look ahead; the next window is never further away, even when clocks change. */
    private static final int DAYS = 3;

    private final Daily good;
    private final Function<String, List<ZoneId>> clocks;

    private AlertHours(Daily good, Function<String, List<ZoneId>> clocks) {
        this.good = good;
        this.clocks = clocks;
    }

    /**
     * The hours outside quiet ones.
     *
     * @param quiet two times of day as {@code 20:00-09:00}, the value of the setting {@code quiet-hours}; the same twice is never quiet
     * @param clocks the time zones of a state that show different times
     */
    public static AlertHours outside(String quiet, Function<String, List<ZoneId>> clocks) {
        String[] times = quiet.split("-", 2);
        return new AlertHours(new Daily(LocalTime.parse(times[1]), LocalTime.parse(times[0])), clocks);
    }

    /**
     * The window that is open at an instant, or else the next.
     *
     * @param zone the zone that the person chose, or null
     * @param state the postal code of their state, or null
     */
    public Window at(Instant now, @Nullable ZoneId zone, @Nullable String state) {
        List<ZoneId> zones = zone != null ? List.of(zone) : state == null ? List.of() : clocks.apply(state);
        Window window = zones.isEmpty() ? null : next(good, zones, now);
        // Clocks too far apart have no good hours in common, so treat them as unknown.
        return window != null ? window : Objects.requireNonNull(next(WHERE_NOTHING_IS_KNOWN, WASHINGTON, now));
    }

    private static @Nullable Window next(Daily daily, List<ZoneId> zones, Instant now) {
        LocalDate first = LocalDate.ofInstant(now, zones.get(0)).minusDays(1);
        for (int day = 0; day <= DAYS; day++) {
            Instant from = Instant.MIN;
            Instant until = Instant.MAX;
            for (ZoneId zone : zones) {
                Window window = daily.on(first.plusDays(day), zone);
                from = window.from.isAfter(from) ? window.from : from;
                until = window.until.isBefore(until) ? window.until : until;
            }
            if (from.isBefore(until) && now.isBefore(until)) {
                return new Window(from, until);
            }
        }
        return null;
    }

    /** Two times of day; if the second isn't after the first, it's on the next day. */
    private record Daily(LocalTime from, LocalTime until) {
        Window on(LocalDate day, ZoneId zone) {
            LocalDate end = until.isAfter(from) ? day : day.plusDays(1);
            return new Window(
                    day.atTime(from).atZone(zone).toInstant(),
                    end.atTime(until).atZone(zone).toInstant());
        }
    }

    /**
     * A time window in which alerts may arrive.
     *
     * @param from its first instant
     * @param until the first instant after it
     */
    public record Window(Instant from, Instant until) {

        /** Whether an instant is inside it. */
        public boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }
}

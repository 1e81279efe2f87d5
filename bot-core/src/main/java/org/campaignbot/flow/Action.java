package org.campaignbot.flow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a campaign asks people to do, from a record of the kind {@code action}.
 *
 * @param name the name of its record
 * @param title its title
 * @param flow the flow that takes people through it, or empty if it names none
 * @param who the people to call, one of {@link #WHO}; empty if it isn't about calls
 * @param status one of {@link #STATUSES}
 * @param asOf the day as of which the status holds
 * @param opens the first day of its window, or null
 * @param closes the last day of its window, or null
 */
public record Action(
        String name,
        Value title,
        String flow,
        String who,
        String status,
        @Nullable LocalDate asOf,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes) {

    /** The possible states of an action; a retargeted one is open with another aim than before. */
    public static final List<String> STATUSES = List.of("open", "closed", "retargeted");

    /** The word for an action that asks people to call the campaign's own number, which stands in its record. */
    public static final String NUMBER = "number";

    /** Which lawmakers an action can ask people to call: their senators, their House member, or both. */
    public static final List<String> WHO_BY_HOME = List.of("senate", "house", "both");

    /** Who an action can ask people to call: lawmakers, or a number of the campaign's own. */
    public static final List<String> WHO =
            Stream.concat(WHO_BY_HOME.stream(), Stream.of(NUMBER)).toList();

    /** The standing of an action on a day. */
    public enum Standing {
        /** It can be taken. */
        OPEN,
        /** It can be taken, with another aim than before. */
        RETARGETED,
        /** Its window has not begun. */
        EARLY,
        /** Its window is over. */
        OVER,
        /** Organizers closed it. */
        CLOSED;

        /** The word for it in packs, such as {@code retargeted}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it can be taken. */
        public boolean isOpen() {
            return this == OPEN || this == RETARGETED;
        }
    }

    /** The actions among records, in their order. */
    public static Stream<Action> all(Map<String, Value> records) {
        return records.entrySet().stream().flatMap(record -> Stream.ofNullable(of(record.getKey(), record.getValue())));
    }

    /** The action of a record, or null if the record is of another kind. */
    public static @Nullable Action of(String name, Value record) {
        if (!(record instanceof Value.Row row)
                || !(row.fields().get("kind") instanceof Value.Text kind)
                || !kind.text().equals("action")) {
            return null;
        }
        return new Action(
                name,
                Objects.requireNonNullElse(row.fields().get("title"), new Value.Text(name)),
                text(row, "flow"),
                text(row, "who"),
                text(row, "status"),
                day(row, "as_of"),
                day(row, "opens"),
                day(row, "closes"));
    }

    /** Its standing on an Eastern day. */
    public Standing on(LocalDate today) {
        if (status.equals("closed")) {
            return Standing.CLOSED;
        } else if (closes != null && today.isAfter(closes)) {
            return Standing.OVER;
        } else if (opens != null && today.isBefore(opens)) {
            return Standing.EARLY;
        }
        return status.equals("retargeted") ? Standing.RETARGETED : Standing.OPEN;
    }

    /** Since when it can't be taken; null if it can, or if we don't know. */
    public @Nullable LocalDate closedSince(LocalDate today) {
        return switch (on(today)) {
            case CLOSED -> asOf;
            case OVER -> closes == null ? null : closes.plusDays(1);
            case OPEN, RETARGETED, EARLY -> null;
        };
    }

    /** What words can use of it while it's closed: its title, why it can't be taken, and the dates we know. */
    public Value.Row closedOn(LocalDate today) {
        Map<String, Value> fields = new HashMap<>();
        fields.put("title", title);
        fields.put("reason", new Value.Text(on(today).word()));
        put(fields, "since", closedSince(today));
        put(fields, "opens", opens);
        put(fields, "closes", closes);
        return new Value.Row(fields);
    }

    private static void put(Map<String, Value> fields, String name, @Nullable LocalDate day) {
        if (day != null) {
            fields.put(name, new Value.Day(day));
        }
    }

    private static String text(Value.Row row, String field) {
        return row.fields().get(field) instanceof Value.Text text ? text.text() : "";
    }

    private static @Nullable LocalDate day(Value.Row row, String field) {
        return row.fields().get(field) instanceof Value.Day day ? day.date() : null;
    }
}

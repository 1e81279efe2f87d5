package org.campaignbot.conversation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The reminders that a conversation waits for, so that a person can ask about them. The engine keeps them in a saved fact as it
 * sets, cancels and sends reminders; there's nothing in it but the flow and the moment of each.
 *
 * @param moments when each comes, by the flow it's about; the one that was set last comes last
 */
public record PendingReminders(Map<String, Instant> moments) {

    /** The saved fact, such as {@code call=2026-12-09T16:00:00Z,write=2026-12-11T15:00:00Z}; not there if none is set. */
    public static final String FACT = "reminders";

    private static final String NEXT = ",";
    private static final String AT = "=";

    public PendingReminders {
        moments = Collections.unmodifiableMap(new LinkedHashMap<>(moments));
    }

    /** Those that are still to come. */
    public static PendingReminders of(JavaStep.Facts facts, Instant now) {
        Map<String, Instant> moments = new LinkedHashMap<>();
        for (String each : facts.textOrEmpty(FACT).split(NEXT, -1)) {
            String[] parts = each.split(AT, 2);
            try {
                Instant moment = parts.length < 2 ? Instant.EPOCH : Instant.parse(parts[1]);
                if (moment.isAfter(now)) {
                    moments.put(parts[0], moment);
                }
            } catch (DateTimeException unreadable) {
                // As if it weren't there: the reminder itself comes all the same.
            }
        }
        return new PendingReminders(moments);
    }

    PendingReminders with(String flow, Instant moment) {
        Map<String, Instant> more = new LinkedHashMap<>(without(flow).moments);
        more.put(flow, moment);
        return new PendingReminders(more);
    }

    PendingReminders without(String flow) {
        Map<String, Instant> others = new LinkedHashMap<>(moments);
        others.remove(flow);
        return new PendingReminders(others);
    }

    /** The fact's text; empty if none is set. */
    String text() {
        return moments.entrySet().stream()
                .map(each -> each.getKey() + AT + each.getValue())
                .collect(Collectors.joining(NEXT));
    }
}

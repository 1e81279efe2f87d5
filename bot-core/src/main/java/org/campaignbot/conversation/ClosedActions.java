package org.campaignbot.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** Finds the flows that lead through an action that is closed at the time of a turn. */
final class ClosedActions {

    private final LocalDate today;
    private final Map<String, Action> byFlow = new HashMap<>();

    ClosedActions(Pack pack, Instant now) {
        today = EasternTime.dateAt(now);
        Action.all(pack.records())
                .filter(action -> !action.flow().isEmpty() && !action.on(today).isOpen())
                .forEach(action -> byFlow.put(action.flow(), action));
    }

    /** The closed action that a flow leads through, or null. */
    @Nullable
    Action of(String flow) {
        return byFlow.get(flow);
    }

    /** The facts about a closed action that words can use: its title, why it's closed, and the dates we know. */
    Value.Row row(Action action) {
        Map<String, Value> fields = new HashMap<>();
        fields.put("title", action.title());
        fields.put("reason", new Value.Text(action.on(today).word()));
        put(fields, "since", action.closedSince(today));
        put(fields, "opens", action.opens());
        put(fields, "closes", action.closes());
        return new Value.Row(fields);
    }

    private static void put(Map<String, Value> fields, String name, @Nullable LocalDate day) {
        if (day != null) {
            fields.put(name, new Value.Day(day));
        }
    }
}

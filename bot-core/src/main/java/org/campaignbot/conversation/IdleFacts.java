package org.campaignbot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.flow.Fact;
import org.campaignbot.flow.Pack;

/** Knows which saved facts a pack drops while a person is away, and removes them from a state. */
public final class IdleFacts {

    private final Pack pack;

    /** The rules of a pack. */
    public IdleFacts(Pack pack) {
        this.pack = pack;
    }

    /** The shortest absence after which a fact is dropped, or empty if the pack limits none. */
    public Optional<Duration> shortest() {
        return pack.facts().values().stream()
                .map(Fact::idle)
                .filter(Objects::nonNull)
                .min(Duration::compareTo);
    }

    /** The rules as one string, which changes whenever they do. */
    public String revision() {
        StringBuilder rules = new StringBuilder();
        pack.facts().values().stream()
                .filter(fact -> fact.idle() != null)
                .map(fact -> fact.name() + ":" + fact.idle() + ":" + fact.longerWhen() + ";")
                .sorted()
                .forEach(rules::append);
        return rules.toString();
    }

    /** The state to keep while the person is away: without the expired facts. */
    public State without(State state, Instant now) {
        Duration away = Duration.between(state.lastTurn(), now);
        Map<String, String> saved = new HashMap<>(state.saved());
        if (!saved.keySet().removeIf(name -> pack.fact(name).isOver(state.saved(), away))) {
            return state;
        }
        return new State(
                state.turn(), state.lastTurn(), state.asked(), state.trail(), saved, state.held(), state.budget());
    }

    /** Whether a state has facts that will expire before the conversation itself does. */
    public boolean anyLeft(State state) {
        return state.saved().keySet().stream().map(pack::fact).anyMatch(fact -> fact.isLimited(state.saved()));
    }
}

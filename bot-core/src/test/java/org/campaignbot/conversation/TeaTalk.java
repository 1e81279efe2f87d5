package org.campaignbot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignbot.flow.Pack;
import org.campaignbot.message.Choice;
import org.campaignbot.people.GroupMembership;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** A conversation over the tea pack, one line per turn; the state is written and read back at every wait. */
final class TeaTalk {

    private Engine engine = TinyPack.engine(TinyPack.pack());
    private Instant now = TinyPack.NOON;
    private State state = State.fresh();
    private final List<Turn> turns = new ArrayList<>();
    private boolean group;
    private @Nullable String deepLinks;

    String opens() {
        return take(new Event.Opened(""));
    }

    String types(String text) {
        return take(new Event.Typed(text));
    }

    /** Presses the button with this label. */
    String presses(String label) {
        Choice.Press button = last().messages().stream()
                .flatMap(message -> message.choices().stream())
                .filter(choice -> choice.label().equals(label))
                .map(Choice.Press.class::cast)
                .findFirst()
                .orElseThrow();
        return presses(button.flow(), button.step(), button.answer());
    }

    String presses(String flow, String step, String answer) {
        return take(new Event.Pressed(flow, step, answer));
    }

    String take(Event event) {
        Turn turn = engine.take(
                state,
                new TurnInput(
                        event, now, 1, Language.ENGLISH, group, false, deepLinks, GroupMembership.MEMBER, "tea 1"));
        Map<String, State.Held> held = turn.next().held();
        state = StateCodec.read(StateCodec.write(turn.next())).holding(held);
        turns.add(turn);
        StringBuilder said = new StringBuilder();
        turn.messages().forEach(message -> said.append(message.text().visible().replace("\n\n", " ")));
        return said.toString();
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    /** Continues where others can read it, on a platform with such links into the bot, or without any. */
    void isHeldInAGroup(@Nullable String links) {
        group = true;
        deepLinks = links;
    }

    void packBecomes(Pack pack) {
        engine = TinyPack.engine(pack);
    }

    /** The same with another understanding of free words. */
    void packBecomes(Pack pack, Understanding understanding) {
        engine = new Engine(pack, TinyPack.vocabulary(), understanding);
    }

    void restarts() {
        state = state.holding(Map.of());
    }

    void saves(String fact, String value) {
        state = new State(
                state.turn(),
                state.lastTurn(),
                state.asked(),
                state.trail(),
                Map.of(fact, value),
                state.held(),
                state.budget());
    }

    State state() {
        return state;
    }

    Turn last() {
        return turns.get(turns.size() - 1);
    }
}

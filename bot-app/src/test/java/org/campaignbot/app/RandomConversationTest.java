package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.StateCodec;
import org.campaignbot.conversation.Turn;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;

/** Random presses, texts and returns over the shipped pack. */
class RandomConversationTest {

    private static final int MOST_PRESSES_TO_THE_MENU = 6;

    private static final List<String> WORDS = List.of(
            "hello",
            "back",
            "help",
            "stop",
            "settings",
            "my data",
            "forget me",
            "yes",
            "no",
            "1",
            "2",
            "3",
            "9",
            "10001",
            "10001-0001",
            "90210",
            "20001",
            "00901",
            "42223",
            "09001",
            "Springfield",
            "Springfield, Ohio",
            "New York",
            "Schumer",
            "24.55,-81.78",
            "43.65,-79.38",
            "call",
            "what is the bill",
            "{senator.name}",
            "*bold* [x](y)",
            "",
            "\u202eabc",
            "🗳️",
            "ICE is at my door",
            "who should I vote for",
            "99999");

    @Property(tries = 300)
    void nothingAPersonDoesThrowsOrLoops(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9_999) Integer> deeds) {
        Talk talk = new Talk();
        talk.take(new Event.Opened(""));
        for (int deed : deeds) {
            talk.does(deed);
        }
    }

    @Property(tries = 100)
    void theMenuIsReachedByButtonsAloneInAtMostSixPresses(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 9_999) Integer> deeds) {
        Talk talk = new Talk();
        talk.take(new Event.Opened(""));
        for (int deed : deeds) {
            talk.does(deed);
            assertThat(talk.pressesToTheMenu())
                    .as("presses from %s with %s", talk.state.asked(), talk.shown)
                    .isLessThanOrEqualTo(MOST_PRESSES_TO_THE_MENU);
        }
    }

    /** A conversation whose every state is serialized and read back. */
    private static final class Talk {
        private final List<Choice.Press> seen = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-24T15:00:00Z");
        private State state = State.fresh();
        private List<Choice.Press> shown = List.of();

        void does(int deed) {
            now = now.plus(deed % 50 == 0 ? Duration.ofHours(25) : Duration.ofSeconds(7));
            int which = deed / 10;
            switch (deed % 10) {
                case 0, 1, 2, 3, 4 -> press(shown, which);
                case 5 -> press(seen, which);
                case 6 -> take(new Event.Located(which % 90, -which % 180));
                case 7 -> state = state.holding(Map.of());
                default -> take(new Event.Typed(WORDS.get(which % WORDS.size())));
            }
        }

        private void press(List<Choice.Press> buttons, int which) {
            if (!buttons.isEmpty()) {
                Choice.Press button = buttons.get(which % buttons.size());
                take(new Event.Pressed(button.flow(), button.step(), button.answer()));
            }
        }

        void take(Event event) {
            Turn turn = Wait.take(Shipped.CAMPAIGN.engine(), state, event, now);
            assertThat(turn.messages()).as("an answer to %s", event).isNotEmpty();
            for (Message message : turn.messages()) {
                for (Message part : Fit.fit(message, Surface.TIGHTEST)) {
                    assertThat(part.text().visible().length()).isLessThanOrEqualTo(Surface.TIGHTEST.textLimit());
                }
            }
            boolean isSameQuestion = Objects.equals(turn.next().asked(), state.asked());
            state = StateCodec.read(StateCodec.write(turn.next()))
                    .holding(turn.next().held());
            List<Choice.Press> more = presses(turn);
            seen.addAll(more);
            // A receipt for an older card leaves the open question's buttons where they are.
            shown = isSameQuestion
                    ? Stream.concat(shown.stream(), more.stream()).distinct().toList()
                    : more;
        }

        /** How many presses of visible buttons lead to the menu: the breadth-first distance. */
        int pressesToTheMenu() {
            if (isAtMenu(state) || shown.isEmpty()) {
                return 0;
            }
            Map<State, Integer> distance = new HashMap<>();
            Map<State, List<Choice.Press>> buttons = new HashMap<>();
            Deque<State> next = new ArrayDeque<>(List.of(state));
            Set<String> tried = new HashSet<>();
            distance.put(state, 0);
            buttons.put(state, shown);
            while (!next.isEmpty()) {
                State from = next.removeFirst();
                int presses = distance.getOrDefault(from, 0) + 1;
                for (Choice.Press button : buttons.getOrDefault(from, List.of())) {
                    Turn turn = Wait.take(
                            Shipped.CAMPAIGN.engine(),
                            from,
                            new Event.Pressed(button.flow(), button.step(), button.answer()),
                            now);
                    if (isAtMenu(turn.next())) {
                        return presses;
                    }
                    State.Asked asked = turn.next().asked();
                    if (asked != null && tried.add(asked.place().toString()) && presses < MOST_PRESSES_TO_THE_MENU) {
                        distance.put(turn.next(), presses);
                        buttons.put(turn.next(), presses(turn));
                        next.add(turn.next());
                    }
                }
            }
            return Integer.MAX_VALUE;
        }

        private static boolean isAtMenu(State state) {
            State.Asked asked = state.asked();
            return asked != null
                    && asked.place().flow().equals(Shipped.CAMPAIGN.pack().menu());
        }

        private static List<Choice.Press> presses(Turn turn) {
            List<Choice.Press> presses = new ArrayList<>();
            turn.messages()
                    .forEach(message -> message.choices().forEach(choice -> {
                        if (choice instanceof Choice.Press press) {
                            presses.add(press);
                        }
                    }));
            return presses;
        }
    }
}

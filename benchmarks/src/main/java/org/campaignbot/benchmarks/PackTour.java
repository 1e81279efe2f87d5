package org.campaignbot.benchmarks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.flow.Flow;
import org.campaignbot.message.Choice;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Walks a pack as people might, breadth first from a new conversation, and keeps the first wait at each question.
 *
 * <p>At every question it presses each button, types words that start each flow, and types and shares places.
 */
final class PackTour {

    /**
     * The most conversations to continue from; more than the shipped pack has, so that the tour ends even if a pack grows by
     * mistake.
     */
    private static final int MOST_CONVERSATIONS = 5_000;

    /** A time after all lawmakers' terms, so that the questions about unknown holders come up. */
    private static final Instant AFTER_ALL_TERMS = Instant.parse("2033-02-01T15:00:00Z");

    /** One place for each look-up outcome: a state, a district, a choice, a territory, military mail, a name, off a shore. */
    private static final List<Event> PLACES = List.of(
            new Event.Typed("New York"),
            new Event.Typed("10001"),
            new Event.Typed("NY-12"),
            new Event.Typed("Kansas City"),
            new Event.Typed("Springfield"),
            new Event.Typed("Springfield, Illinois"),
            new Event.Typed("San Juan, PR"),
            new Event.Typed("Washington, D.C."),
            new Event.Typed("09001"),
            new Event.Typed("99999"),
            new Event.Typed("Schumer"),
            new Event.Typed("Nowhere at all"),
            new Event.Located(41.88, -87.58),
            new Event.Located(43.65, -79.38));

    private record Stop(State state, Instant at, List<Event.Pressed> presses) {}

    private final Engine engine;
    private final Queue<Stop> stops = new ArrayDeque<>();
    private final Set<List<Object>> known = new HashSet<>();
    private final Map<String, Wait> waits = new TreeMap<>();

    private PackTour(Engine engine) {
        this.engine = engine;
    }

    /** A waiting person for each reachable question, ordered by question name. */
    static List<Wait> waits(Engine engine) {
        PackTour tour = new PackTour(engine);
        tour.walkFrom(Shipped.NOW);
        tour.walkFrom(AFTER_ALL_TERMS);
        return List.copyOf(tour.waits.values());
    }

    private void walkFrom(Instant start) {
        List<Event> always = openings();
        go(new Stop(State.fresh(), start, List.of()), new Event.Opened(""));
        for (Stop stop = stops.poll(); stop != null && known.size() < MOST_CONVERSATIONS; stop = stops.poll()) {
            for (Event event : stop.presses) {
                go(stop, event);
            }
            for (Event event : always) {
                go(stop, event);
            }
        }
        stops.clear();
        known.clear();
    }

    /** The possible inputs at any question: words that start a flow, and places. */
    private List<Event> openings() {
        List<Event> events = new ArrayList<>(PLACES);
        for (Flow flow : engine.pack().flows().values()) {
            flow.heard().getOrDefault(Language.ENGLISH, List.of()).stream()
                    .findFirst()
                    .ifPresent(words -> events.add(new Event.Typed(words)));
        }
        return events;
    }

    private void go(Stop from, Event event) {
        TurnInput turnInput = Wait.turnInput(event, from.at);
        Turn turn = take(from.state, turnInput);
        State.@Nullable Asked asked = turn.next().asked();
        if (asked == null) {
            return;
        }
        State.Place place = asked.place();
        Stop stop = new Stop(turn.next(), turnInput.at(), presses(turn, place));
        if (known.add(List.of(place, stop.state.saved(), stop.state.held().keySet()))) {
            stops.add(stop);
            String question = place.flow() + "/" + place.step();
            if (!stop.presses.isEmpty()) {
                waits.putIfAbsent(question, new Wait(question, stop.state, stop.at, stop.presses));
            }
        }
    }

    /** Takes a turn as the bot does: if one fails, the bot apologizes and the tour continues. */
    private Turn take(State state, TurnInput turnInput) {
        try {
            return engine.take(state, turnInput);
        } catch (IllegalStateException failure) {
            return engine.apologize(state, turnInput);
        }
    }

    private static List<Event.Pressed> presses(Turn turn, State.Place place) {
        return turn.messages().stream()
                .flatMap(message -> message.choices().stream())
                .filter(Choice.Press.class::isInstance)
                .map(Choice.Press.class::cast)
                .filter(press ->
                        press.flow().equals(place.flow()) && press.step().equals(place.step()))
                .map(press -> new Event.Pressed(press.flow(), press.step(), press.answer()))
                .toList();
    }
}

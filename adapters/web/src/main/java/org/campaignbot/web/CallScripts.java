package org.campaignbot.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.calls.CallReport;
import org.campaignbot.calls.CallSteps;
import org.campaignbot.conversation.Budget;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.campaignbot.lookup.Home;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Language;

/**
 * Collects the call scripts for a place, by seat. It plays the call flow as somebody who lives there and calls one lawmaker after the
 * other; turns are pure, so nothing is saved or sent.
 */
record CallScripts(Engine engine, Directory directory, Language language, Instant now) {

    private static final String CALL = "call";

    /** The answer of a call card that leads to the next card. */
    private static final String NEXT = CallReport.MESSAGE;

    /** More calls than any place has lawmakers. */
    private static final int MOST = 4;

    /** The scripts for a district such as {@code IL-13} or a state, by the id of the seat; none if calls are closed. */
    Map<String, RichText> of(String place) {
        if (engine.pack().flow(CALL) == null) {
            return Map.of();
        }
        String home = District.parse(place)
                .map(each -> place + "@" + Home.map(each.state(), directory, EasternTime.dateAt(now)))
                .orElse(place);
        State state = new State(1, now, null, List.of(), Map.of(Home.HOME, home), Map.of(), Budget.UNUSED);
        Event.Pressed press = new Event.Pressed(CALL, Event.Pressed.ENTRY, Event.Pressed.ENTRY);
        Map<String, RichText> scripts = new LinkedHashMap<>();
        for (int i = 0; i < MOST; i++) {
            TurnInput input =
                    new TurnInput(press, now, 0, language, engine.pack().revision());
            Turn turn = engine.take(state, input);
            Map<String, Event.Pressed> cards = new HashMap<>();
            for (Message message : turn.messages()) {
                read(message, scripts, cards);
            }
            if (cards.isEmpty()) {
                delegate(place).ifPresent(seat -> addDelegates(turn, seat, scripts));
                break;
            }
            state = turn.next();
            press = cards.values().iterator().next();
        }
        return scripts;
    }

    /** The delegate of a place without a vote in Congress: the only one to call there. */
    private Optional<String> delegate(String place) {
        return District.parse(place).stream()
                .flatMap(each -> directory.seats(each, EasternTime.dateAt(now)).stream())
                .filter(seat -> seat.status() == SeatStatus.DELEGATE)
                .map(Seat::id)
                .findFirst();
    }

    /** Adds the script for a call to the delegate. */
    private static void addDelegates(Turn turn, String seat, Map<String, RichText> scripts) {
        turn.messages().stream()
                .map(CallScripts::quotes)
                .filter(quotes -> !quotes.isEmpty())
                .findFirst()
                .ifPresent(quotes -> scripts.put(seat, new RichText(quotes)));
    }

    private static List<Block> quotes(Message message) {
        return message.text().blocks().stream()
                .filter(Block.Quote.class::isInstance)
                .toList();
    }

    /** Adds the script of a card whose seat is new, and its way to the next card. */
    private static void read(Message message, Map<String, RichText> scripts, Map<String, Event.Pressed> cards) {
        List<Block> quotes = quotes(message);
        for (Choice choice : message.choices()) {
            if (choice instanceof Choice.Press press && press.flow().equals(CALL) && !quotes.isEmpty()) {
                int at = press.answer().indexOf('.');
                String seat = at < 0 ? "" : CallSteps.seatOf(press.answer().substring(at + 1));
                Event.Pressed event = new Event.Pressed(press.flow(), press.step(), press.answer());
                if (event.named().equals(NEXT) && !seat.isEmpty() && !scripts.containsKey(seat)) {
                    scripts.put(seat, new RichText(quotes));
                    cards.put(seat, event);
                }
            }
        }
    }
}

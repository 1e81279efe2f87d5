package org.campaignbot.app;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.conversation.Budget;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.Shape;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.PackInForce;
import org.campaignbot.settings.Version;

/**
 * A person who is at a question of the shipped pack.
 *
 * @param pack the pack, turned to a number of the campaign's own where only such a call asks the question
 */
record Wait(
        Pack pack,
        String flow,
        String step,
        State state,
        List<Message> messages,
        List<Choice.Press> choices,
        List<String> answers,
        Instant now) {

    private static final Instant TODAY = Instant.parse("2026-11-24T15:00:00Z");

    /** A time when offices are closed. */
    private static final Instant EVENING = Instant.parse("2026-11-24T23:30:00Z");

    /** A time when no senator of today is in office. */
    private static final Instant LATER = Instant.parse("2033-02-01T15:00:00Z");

    /** What people may have told the bot, so that each question can come up in at least one of these cases. */
    private static final List<Map<String, String>> HOMES = List.of(
            Map.of(
                    "home",
                    "NY-12@119",
                    "writing",
                    "NY-S1",
                    "visiting",
                    "NY-S1",
                    "zone",
                    "America/New_York",
                    "alert_action",
                    "action-call",
                    "reminders",
                    "call=2026-11-30T15:00:00Z"),
            Map.of("home", "DC-0@119"),
            Map.of(),
            Map.of("home", "FL"),
            Map.of("home", "FL", "alerts", "yes"));

    /** The shipped pack, and the same as organizers may turn its call to a number of their own. */
    private static final List<Pack> PACKS = List.of(
            Shipped.CAMPAIGN.pack(),
            PackInForce.of(
                    Shipped.CAMPAIGN.pack(),
                    Version.FIRST.after(Change.set(
                            "an organizer",
                            TODAY,
                            Map.of(
                                    "action-call.who", "number",
                                    "action-call.office", "the governor's office",
                                    "action-call.phone", "303-555-0142",
                                    "action-call.source", "https://www.colorado.gov/governor",
                                    "action-call.as_of", "2026-11-24"))),
                    EasternTime.dateAt(TODAY)));

    private static final List<Engine> ENGINES =
            PACKS.stream().map(pack -> Shipped.CAMPAIGN.engine(pack)).toList();

    /** A letter as it may be stored, and the office chosen for a visit. */
    private static final Map<String, String> WRITTEN = Map.of(
            "letter_why", "I live here.",
            "letter_place", "-",
            "letter_instead", "schools",
            "letter_name", "-",
            "letter_town", "-",
            "letter_ask", "vote",
            "visit_office", "dc");

    /** What the desk has told an organizer, the alert gate a reader, and a person of a call without a name. */
    private static final Map<String, String> TOLD = Map.of(
            "told_which", "message",
            "desk_alert", "k3x9",
            "desk_stage", "draft",
            "alert_standing", "open");

    /** A person at each question of the pack; a question that can't come up is an error in the test. */
    static List<Wait> atEveryQuestion() {
        List<Wait> waits = new ArrayList<>();
        for (Flow flow : Shipped.CAMPAIGN.pack().flows().values()) {
            for (Step step : flow.steps().values()) {
                Ask ask = step.ask();
                if (ask != null && step.waits()) {
                    waits.add(at(flow.name(), step.name(), ask));
                }
            }
        }
        return waits;
    }

    private static Wait at(String flow, String step, Ask ask) {
        for (int i = 0; i < PACKS.size(); i++) {
            for (Instant now : List.of(TODAY, EVENING, LATER)) {
                for (Map<String, String> home : HOMES) {
                    Optional<Wait> wait = at(PACKS.get(i), ENGINES.get(i), flow, step, ask, home, now);
                    if (wait.isPresent()) {
                        return wait.get();
                    }
                }
            }
        }
        throw new AssertionError("no case in which " + flow + "/" + step + " is asked");
    }

    /** Makes the engine ask the question itself, by going back to it. */
    private static Optional<Wait> at(
            Pack pack, Engine engine, String flow, String step, Ask ask, Map<String, String> saved, Instant now) {
        State.Mark call = new State.Mark("call", "card");
        State state = new State(
                1,
                now,
                new State.Asked(anyQuestion(), new Shape(0, List.of())),
                List.of(new State.Place(flow, step, flow.equals("home") ? List.of(call) : List.of())),
                saved,
                held(now),
                Budget.UNUSED);
        Turn turn = take(engine, state, new Event.Typed("back"), now);
        State.Asked asked = turn.next().asked();
        if (asked == null
                || !asked.place().flow().equals(flow)
                || !asked.place().step().equals(step)) {
            return Optional.empty();
        }
        List<Choice.Press> choices = new ArrayList<>();
        turn.messages()
                .forEach(message -> message.choices().forEach(choice -> {
                    if (choice instanceof Choice.Press press) {
                        choices.add(press);
                    }
                }));
        List<String> answers = ask.answers().stream().map(Answer::name).toList();
        return Optional.of(new Wait(pack, flow, step, turn.next(), turn.messages(), choices, answers, now));
    }

    private static State.Place anyQuestion() {
        Flow menu = Objects.requireNonNull(
                Shipped.CAMPAIGN.pack().flow(Shipped.CAMPAIGN.pack().menu()));
        return new State.Place(menu.name(), menu.first().name(), List.of());
    }

    private static Map<String, State.Held> held(Instant now) {
        Map<String, State.Held> held = new HashMap<>();
        WRITTEN.forEach(
                (fact, words) -> held.put(fact, new State.Held(new Value.Text(words, true), now.plusSeconds(600))));
        TOLD.forEach((fact, text) -> held.put(fact, new State.Held(new Value.Text(text), now.plusSeconds(600))));
        held.put(
                "desk_listed",
                new State.Held(
                        new Value.Rows(List.of(new Value.Row(
                                Value.texts(Map.of("value", "k3x9", "asks", "action-call", "stage", "draft"))))),
                        now.plusSeconds(600)));
        held.put(
                "numbers_listed",
                new State.Held(
                        new Value.Rows(List.of(new Value.Row(Map.of(
                                "value", new Value.Text("202-224-4451"),
                                "reports", new Value.Count(3),
                                "latest", new Value.Day(LocalDate.of(2026, 11, 23)))))),
                        now.plusSeconds(600)));
        held.put(
                "candidates",
                new State.Held(
                        new Value.Rows(
                                List.of(option("Someone (NY-10)", "NY-10"), option("Someone else (NY-12)", "NY-12"))),
                        now.plusSeconds(600)));
        held.put(
                "zone_options",
                new State.Held(
                        new Value.Rows(List.of(
                                clock("Central Time", "America/Chicago"), clock("Eastern Time", "America/New_York"))),
                        now.plusSeconds(600)));
        return held;
    }

    private static Value.Row clock(String label, String zone) {
        return new Value.Row(Map.of("label", new Value.Text(label), "value", new Value.Text(zone)));
    }

    private static Value.Row option(String label, String value) {
        return new Value.Row(Map.of("label", new Value.Text(label, true), "value", new Value.Text(value, true)));
    }

    /** Takes a turn. */
    static Turn take(Engine engine, State state, Event event, Instant now) {
        return engine.take(state, new TurnInput(event, now, 1, Language.ENGLISH, "test"));
    }
}

package org.campaignbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.campaignbot.conversation.Expectation;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.Repair;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Value;
import org.campaignbot.times.TimeWords;

/** The steps of reminders: what to remind the person of and when, and whether a due reminder should wait. */
public final class ReminderSteps {

    private static final String WHEN = "when";
    private static final String SUBJECT = "remind_flow";

    /** The fact with the help that was shown last, held as long. */
    private static final String HUSHED_FOR = "hushed_for";

    private static final int NIGHT_BEGINS = 21;
    private static final int NIGHT_ENDS = 8;

    /** A person who did something this recently isn't interrupted. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Nor is a person who was given help in danger and has done nothing since; no fact is held in memory for longer. */
    private static final Duration HUSHED = Duration.ofMinutes(State.HOLD_MINUTES);

    private ReminderSteps() {}

    /**
     * All of them.
     *
     * @param areKept whether reminders outlive the process, as those in a database do
     */
    public static List<JavaStep> all(boolean areKept) {
        return List.of(
                new JavaStep(
                        "reminder.read",
                        "Reads the time for which a person wants a reminder, in their own time zone.",
                        Set.of("when", "zone"),
                        Set.of("ready", "ask", "past", "far", "unclear", "no-zone"),
                        StepValue.of("moment{instant zone when:moment night=no|yes lasting=no|yes}"),
                        input -> read(input, areKept)),
                new JavaStep(
                                "reminder.subject",
                                "Picks the flow that a person wants to be reminded of; its arguments are flows, each with words that mean it.",
                                Set.of("when", "remind_flow", "due", Facts.WAITING_FLOW),
                                Set.of("known", "unknown"),
                                StepValue.of("remind_flow"),
                                ReminderSteps::subject)
                        .with("*?"),
                new JavaStep(
                                "reminder.hush",
                                "Keeps reminders waiting for up to half an hour, as after words for somebody in danger.",
                                Set.of("hushed_for"),
                                Set.of("hushed", "again"),
                                StepValue.of("hush hushed_for"),
                                ReminderSteps::hush)
                        .with("for"),
                new JavaStep(
                        "reminder.pause",
                        "Says whether the person is in the middle of something, so that a reminder waits, and until when.",
                        Set.of("hush", "zone", Facts.LAST_TURN),
                        Set.of("quiet", "busy"),
                        StepValue.of("pause{instant zone}"),
                        ReminderSteps::pause));
    }

    /** Recognizes words for a time, even a past or too distant one; packs call it {@code time}. */
    public static Expectation time() {
        return new Expectation() {
            @Override
            public String name() {
                return "time";
            }

            @Override
            public boolean recognizes(String text, Instant now) {
                return !(TimeWords.read(text, now.atZone(ZoneOffset.UTC)) instanceof TimeWords.Unclear);
            }
        };
    }

    /**
     * Reads the time for which a person wants a reminder, in their time zone.
     *
     * <p>It gives {@code moment}: {@code instant} and {@code zone} for the effect {@code remind}; {@code when} for the words;
     * {@code night}, which is {@code yes} from nine in the evening to eight in the morning; and {@code lasting}, which is
     * {@code yes} if the reminder outlives the process.
     */
    private static Result read(Input input, boolean areKept) {
        String words = input.facts().text(WHEN);
        Optional<ZoneId> zone = Zones.of(input.facts());
        if (words == null || zone.isEmpty()) {
            return Result.of(words == null ? "ask" : "no-zone");
        }
        TimeWords.Meaning meaning = TimeWords.read(words, input.now().atZone(zone.get()));
        if (meaning instanceof TimeWords.At at) {
            return Result.of("ready").with("moment", moment(at.time(), areKept));
        }
        return Result.of(
                meaning instanceof TimeWords.Past ? "past" : meaning instanceof TimeWords.Far ? "far" : "unclear");
    }

    private static Value moment(ZonedDateTime time, boolean areKept) {
        boolean night = time.getHour() >= NIGHT_BEGINS || time.getHour() < NIGHT_ENDS;
        return new Value.Row(Map.of(
                "instant", new Value.Text(time.toInstant().toString()),
                "zone", new Value.Text(time.getZone().getId()),
                "when", new Value.Moment(time.toInstant(), time.getZone()),
                "night", new Value.Text(night ? "yes" : "no"),
                "lasting", new Value.Text(areKept ? "yes" : "no")));
    }

    /**
     * Picks the flow that a person wants to be reminded of.
     *
     * <p>Its arguments are flows with words for each. Precedence: the person's own words, the current flow (in a reminder, the
     * flow it's about), then what another flow put in {@code remind_flow}.
     */
    private static Result subject(Input input) {
        List<String> said =
                List.of(Fold.fold(Objects.requireNonNullElse(input.facts().text(WHEN), ""))
                        .split(" ", -1));
        for (Map.Entry<String, String> flow : new TreeMap<>(input.with()).entrySet()) {
            if (List.of(flow.getValue().split(" ", -1)).stream().anyMatch(said::contains)) {
                return known(flow.getKey());
            }
        }
        String waiting = input.facts().text(Facts.WAITING_FLOW);
        if (waiting != null && input.with().containsKey(waiting)) {
            return known(waiting);
        }
        String due = input.facts().text(Repair.DUE);
        if (due != null && Repair.REMINDER.equals(waiting)) {
            return known(due);
        }
        return Result.of(input.facts().text(SUBJECT) == null ? "unknown" : "known");
    }

    private static Result known(String flow) {
        return Result.of("known").with(SUBJECT, new Value.Text(flow));
    }

    /**
     * Records that no reminder should come for now, as after a text for someone in danger. {@code reminder.pause} honors it until
     * the person continues with something, and no longer than it is held. Until then it comes out as {@code again}
     * where it's {@code for} the same help.
     */
    private static Result hush(Input input) {
        String help = Objects.requireNonNull(input.with().get("for"), "reminder.hush needs a help");
        return Result.of(help.equals(input.facts().text(HUSHED_FOR)) ? "again" : "hushed")
                .with(HUSHED_FOR, new Value.Text(help))
                .with(Repair.HUSH, new Value.Text(input.now().toString()));
    }

    /**
     * Says whether the person is in the middle of something, so that a reminder waits for a pause.
     *
     * <p>It gives {@code pause}: the {@code instant} to try again, and the {@code zone} for the effect {@code remind}.
     */
    private static Result pause(Input input) {
        Instant last = second(input, Facts.LAST_TURN);
        boolean isHushed = !second(input, Repair.HUSH).isBefore(last);
        Instant free = last.plus(isHushed ? HUSHED : PAUSE);
        if (!free.isAfter(input.now())) {
            return Result.of("quiet");
        }
        String zone = Zones.of(input.facts()).map(ZoneId::getId).orElse("UTC");
        return Result.of("busy")
                .with(
                        "pause",
                        new Value.Row(
                                Map.of("instant", new Value.Text(free.toString()), "zone", new Value.Text(zone))));
    }

    /** An instant in whole seconds, so that a transcript with times in seconds replays the same way. */
    private static Instant second(Input input, String fact) {
        return Instant.parse(Objects.requireNonNullElse(input.facts().text(fact), Instant.EPOCH.toString()))
                .truncatedTo(ChronoUnit.SECONDS);
    }
}

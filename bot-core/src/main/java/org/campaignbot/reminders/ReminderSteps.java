package org.campaignbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.campaignbot.conversation.ClockWords;
import org.campaignbot.conversation.Expectation;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.PendingReminders;
import org.campaignbot.conversation.Repair;
import org.campaignbot.conversation.RepairFacts;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Value;
import org.campaignbot.times.TimeWords;
import org.jspecify.annotations.Nullable;

/** The steps of reminders: what to remind the person of and when, and whether a due reminder should wait. */
public final class ReminderSteps {

    /** The flow that sets a reminder: its question is about the one that was set last. */
    private static final String REMIND = "remind";

    private static final String WHEN = "when";
    private static final String SUBJECT = "remind_flow";

    /** {@code yes} while a reminder that is set gets another time, held in memory. */
    private static final String CHANGING = "changing";

    /** The flow of the reminder that was set last, for this turn only. */
    private static final String REMINDED = "reminded";

    /** Marks a flow among the words for another one: its question is about nothing but that other one. */
    private static final String ASKED_BY = "@";

    private static final String PENDING = "title when:moment there=same|other washington?@there=other";

    /** The clock of Congress. */
    private static final ZoneId EASTERN = EasternTime.ZONE;

    private static final int NIGHT_BEGINS = 21;
    private static final int NIGHT_ENDS = 5;
    private static final int DAY_BEGINS = 8;

    /** A time closer than this is too soon for a reminder. */
    private static final Duration SOON = Duration.ofMinutes(15);

    /** A person who did something this recently isn't interrupted. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Nor is a person who was given help in danger and has done nothing since; no fact is held in memory for longer. */
    private static final Duration HUSHED = Duration.ofMinutes(State.HOLD_MINUTES);

    private ReminderSteps() {}

    /**
     * All of them.
     *
     * @param areKept whether reminders outlive the process, as those in a database do
     * @param offices whether offices are open at a moment, and if not, why: {@code open}, {@code night}, {@code weekend}, {@code holiday}
     */
    public static List<JavaStep> all(boolean areKept, Function<Instant, String> offices) {
        return List.of(
                new JavaStep(
                                "reminder.read",
                                "Reads the time for which a person wants a reminder, in their own time zone, or the change of one that is set;"
                                        + " offices names the flow whose calls need open offices.",
                                Set.of("when", "zone", "zone_words", "changing", "remind_flow", "reminders"),
                                Set.of("ready", "every", "ask", "past", "far", "unclear", "no-zone"),
                                StepValue.of("moment{instant zone when:moment night=no|early|yes lasting=no|yes"
                                        + " offices=open|night|weekend|holiday}"),
                                input -> read(input, areKept, offices))
                        .with("offices?"),
                new JavaStep(
                        "reminder.reply",
                        "Says what a person means by what they say of the reminder that was set last.",
                        Set.of("when", "zone", "reminders"),
                        Set.of("yes", "no", "change", "cancel", "cancel-all", "ask", "lost"),
                        StepValue.of("reminded zone when"),
                        ReminderSteps::reply),
                new JavaStep(
                        "reminder.pending",
                        "Lists the reminders that are set, the next one first, and gives the one that was set last.",
                        Set.of("zone", "reminders"),
                        Set.of("some", "none"),
                        StepValue.of("pending[" + PENDING + "]", "latest{" + PENDING + "}", "reminded"),
                        ReminderSteps::pending),
                new JavaStep(
                                "reminder.subject",
                                "Picks the flow that a person wants to be reminded of; its arguments are flows, each with words that mean it and"
                                        + " @ before a flow whose question does.",
                                Set.of(
                                        "when",
                                        "about",
                                        "remind_flow",
                                        "reminders",
                                        "due",
                                        Facts.TYPED,
                                        Facts.WAITING_FLOW),
                                Set.of("known", "unknown"),
                                StepValue.of("remind_flow"),
                                ReminderSteps::subject)
                        .with("*?"),
                new JavaStep(
                                "reminder.hush",
                                "Keeps reminders waiting for up to half an hour, as after words for somebody in danger.",
                                Set.of(RepairFacts.HUSHED_FOR),
                                Set.of("hushed", "again", "after"),
                                StepValue.of("hush hushed_for"),
                                ReminderSteps::hush)
                        .with("for", "after?"),
                new JavaStep(
                        "reminder.pause",
                        "Says whether the person is in the middle of something, so that a reminder waits, and until when.",
                        Set.of("hush", "zone", Facts.LAST_TURN),
                        Set.of("quiet", "busy"),
                        StepValue.of("pause{instant zone}"),
                        ReminderSteps::pause));
    }

    /** Recognizes words for a time, even a past or too distant one; packs call it {@code time}. A time still to come is likely meant. */
    public static Expectation time() {
        return new Kind(
                "time",
                // Asking about a reminder sets none: "is my 2:30 reminder still on".
                (text, now) -> !(TimeWords.read(text, now.atZone(ZoneOffset.UTC)) instanceof TimeWords.Unclear)
                        && Reply.of(text, dayInUtc(now)) != Reply.ASK) {
            @Override
            public boolean isLikely(String text, Instant now) {
                return TimeWords.read(text, now.atZone(ZoneOffset.UTC)) instanceof TimeWords.At at
                        && at.time().toInstant().isAfter(now.plus(SOON));
            }
        };
    }

    /** Recognizes what can be said of a reminder that was set; packs call it {@code reminder-reply}. */
    public static Expectation reply() {
        return new Kind("reminder-reply", (text, now) -> Reply.of(text, dayInUtc(now)) != Reply.OTHER) {
            @Override
            public boolean readsSentences() {
                return true;
            }

            @Override
            public @Nullable String mention(String text, Instant now) {
                return Reply.isSure(text, dayInUtc(now)) ? text : null;
            }
        };
    }

    /** Recognizes what a reminder may be about; packs call it {@code task}. */
    public static Expectation task() {
        return new Kind("task", (text, now) -> Reply.namesTask(text));
    }

    /** A kind of words by its name. */
    private static class Kind implements Expectation {

        private final String name;
        private final BiPredicate<String, Instant> recognizer;

        Kind(String name, BiPredicate<String, Instant> recognizer) {
            this.name = name;
            this.recognizer = recognizer;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean recognizes(String text, Instant now) {
            return recognizer.test(text, now);
        }
    }

    /** What a text says of a time at all is the same on any day. */
    private static LocalDate dayInUtc(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * Reads the time for which a person wants a reminder, in their time zone. A change of a reminder that is set keeps what it
     * doesn't mention; so does a time in the answer to which time zone it is.
     *
     * <p>It gives {@code moment}: {@code instant} and {@code zone} for the effect {@code remind}; {@code when} for the words;
     * {@code night}, which is {@code yes} from nine in the evening to five in the morning and {@code early} from then to eight;
     * {@code lasting}, which is {@code yes} if the reminder outlives the process; and {@code offices}: whether Washington's are
     * open then, and if not, why; {@code open} where the reminder is of no call.
     */
    private static Result read(Input input, boolean areKept, Function<Instant, String> offices) {
        String beside = input.facts().textOrEmpty(ZoneSteps.WORDS);
        boolean saysMore = TimeWords.says(beside, dayInUtc(input.now()));
        String words = Objects.requireNonNullElse(input.facts().text(WHEN), saysMore ? beside : "");
        Optional<ZoneId> zone = Zones.of(input.facts());
        if (words.isEmpty() || zone.isEmpty()) {
            return Result.of(words.isEmpty() ? "ask" : "no-zone");
        }
        ZonedDateTime now = input.now().atZone(zone.get());
        Optional<ZonedDateTime> set = changing(input, words).map(moment -> moment.atZone(zone.get()));
        TimeWords.Meaning meaning = read(words, set, now);
        if (saysMore && !beside.equals(words)) {
            Optional<ZonedDateTime> before =
                    meaning instanceof TimeWords.At at ? Optional.of(at.time()) : Optional.empty();
            meaning = read(beside, before, now);
        }
        if (meaning instanceof TimeWords.At at) {
            return Result.of("ready").with("moment", moment(at.time(), areKept, offices(input, offices, at.time())));
        } else if (meaning instanceof TimeWords.Every every) {
            return Result.of("every")
                    .with("moment", moment(every.first(), areKept, offices(input, offices, every.first())));
        }
        return Result.of(
                meaning instanceof TimeWords.Past ? "past" : meaning instanceof TimeWords.Far ? "far" : "unclear");
    }

    /** Reads words by the clock that they name, as "at nine Eastern" does, and else by the person's own. */
    private static TimeWords.Meaning read(String words, Optional<ZonedDateTime> set, ZonedDateTime now) {
        ZoneId spoken = Zones.mentioned(words).orElse(now.getZone());
        ZonedDateTime there = now.withZoneSameInstant(spoken);
        TimeWords.Meaning meaning = set.isPresent()
                ? TimeWords.change(words, set.get().withZoneSameInstant(spoken), there)
                : TimeWords.read(words, there);
        if (meaning instanceof TimeWords.Every every) {
            return new TimeWords.Every(every.first().withZoneSameInstant(now.getZone()));
        }
        return meaning instanceof TimeWords.At at
                ? new TimeWords.At(at.time().withZoneSameInstant(now.getZone()))
                : meaning;
    }

    /** The moment of the reminder that words change; empty if they ask for a new one. */
    private static Optional<Instant> changing(Input input, String words) {
        String flow = input.facts().text(SUBJECT);
        boolean isChange = "yes".equals(input.facts().text(CHANGING)) || Reply.saysChange(words);
        return flow == null || !isChange
                ? Optional.empty()
                : Optional.ofNullable(PendingReminders.of(input.facts(), input.now())
                        .moments()
                        .get(flow));
    }

    /**
     * Says what a person means by what they say of the reminder that was set last; {@code lost} if none is set any more.
     */
    private static Result reply(Input input) {
        String words = input.facts().textOrEmpty(WHEN);
        Reply reply = Reply.of(words, dayInUtc(input.now()));
        Map.Entry<String, Instant> latest = latest(input);
        if (reply == Reply.ASK) {
            return Result.of("ask");
        } else if (latest == null) {
            return Result.of("lost");
        }
        if (reply == Reply.ZONE) {
            return zoned(words, latest.getValue(), input).with(REMINDED, new Value.Text(latest.getKey()));
        }
        if (reply == Reply.CANCEL) {
            latest = named(words, latest, input);
        }
        String outcome = reply.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (reply == Reply.YES && isOther(words, latest.getValue(), input)) {
            outcome = "change";
        }
        return Result.of(reply == Reply.OTHER ? "no" : outcome).with(REMINDED, new Value.Text(latest.getKey()));
    }

    /** The reminder of the day that words name, as in "cancel the one on Wednesday"; else the one that was set last. */
    private static Map.Entry<String, Instant> named(String words, Map.Entry<String, Instant> latest, Input input) {
        ZonedDateTime now = input.now().atZone(Zones.of(input.facts()).orElse(EASTERN));
        return read(words, Optional.empty(), now) instanceof TimeWords.At at
                ? PendingReminders.of(input.facts(), input.now()).moments().entrySet().stream()
                        .filter(each -> each.getValue()
                                .atZone(now.getZone())
                                .toLocalDate()
                                .equals(at.time().toLocalDate()))
                        .findFirst()
                        .orElse(latest)
                : latest;
    }

    /** Another time zone for a reminder: its clock time stays. */
    private static Result zoned(String words, Instant set, Input input) {
        ZoneId before = Zones.of(input.facts()).orElse(EASTERN);
        ZoneId zone = Zones.answered(words).orElse(before);
        if (zone.getRules().equals(before.getRules())) {
            return Result.of("ask");
        }
        String clock =
                DateTimeFormatter.ofPattern("yyyy-MM-dd h:mm a", Locale.ENGLISH).format(set.atZone(before));
        return Result.of("change")
                .with(Zones.ZONE, new Value.Text(zone.getId()))
                .with(WHEN, new Value.Text(clock));
    }

    /** Whether a yes names another time than the one that is set, as "yes, but at ten" does. */
    private static boolean isOther(String words, Instant set, Input input) {
        ZoneId zone = Zones.of(input.facts()).orElse(EASTERN);
        return TimeWords.says(words, dayInUtc(input.now()))
                && read(words, Optional.of(set.atZone(zone)), input.now().atZone(zone)) instanceof TimeWords.At at
                && !at.time().toInstant().equals(set);
    }

    /** The reminder that was set last, by its flow; null if none is set. */
    private static Map.@Nullable Entry<String, Instant> latest(Input input) {
        Map.Entry<String, Instant> latest = null;
        for (Map.Entry<String, Instant> each :
                PendingReminders.of(input.facts(), input.now()).moments().entrySet()) {
            latest = each;
        }
        return latest;
    }

    /**
     * Lists the reminders that are set. Of each it gives the {@code title} of what it's about, {@code when}, and, if the person's
     * clock isn't that of Washington, the hour there.
     */
    private static Result pending(Input input) {
        Map.Entry<String, Instant> latest = latest(input);
        if (latest == null) {
            return Result.of("none");
        }
        ZoneId zone = Zones.of(input.facts()).orElse(EASTERN);
        List<Value.Row> rows = PendingReminders.of(input.facts(), input.now()).moments().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(each -> pending(each, zone, input))
                .toList();
        return Result.of("some")
                .with("pending", new Value.Rows(rows))
                .with("latest", pending(latest, zone, input))
                .with(REMINDED, new Value.Text(latest.getKey()));
    }

    private static Value.Row pending(Map.Entry<String, Instant> reminder, ZoneId zone, Input input) {
        ZonedDateTime here = reminder.getValue().atZone(zone);
        ZonedDateTime there = here.withZoneSameInstant(EASTERN);
        Map<String, Value> fields = new HashMap<>();
        fields.put(
                "title",
                new Value.Text(Objects.requireNonNullElse(input.facts().title(reminder.getKey()), reminder.getKey())));
        fields.put("when", new Value.Moment(reminder.getValue(), zone));
        boolean isSame = here.toLocalDateTime().equals(there.toLocalDateTime());
        fields.put("there", new Value.Text(isSame ? "same" : "other"));
        if (!isSame) {
            fields.put("washington", new Value.Text(ClockWords.of(there, input.language())));
        }
        return new Value.Row(fields);
    }

    /** Whether offices are open at the time of a call; {@code open} where the reminder is of no call. */
    private static String offices(Input input, Function<Instant, String> offices, ZonedDateTime time) {
        boolean isCall =
                Objects.equals(input.with().get("offices"), input.facts().text(SUBJECT));
        return isCall ? offices.apply(time.toInstant()) : "open";
    }

    private static Value moment(ZonedDateTime time, boolean areKept, String offices) {
        int hour = time.getHour();
        String night = hour >= NIGHT_BEGINS || hour < NIGHT_ENDS ? "yes" : hour < DAY_BEGINS ? "early" : "no";
        return new Value.Row(Map.of(
                "instant", new Value.Text(time.toInstant().toString()),
                "zone", new Value.Text(time.getZone().getId()),
                "when", new Value.Moment(time.toInstant(), time.getZone()),
                "night", new Value.Text(night),
                "lasting", Value.Text.yesNo(areKept),
                "offices", new Value.Text(offices)));
    }

    /**
     * Picks the flow that a person wants to be reminded of.
     *
     * <p>Its arguments are flows with words for each, and {@code @flow} for another flow whose question speaks of nothing else.
     * Precedence: the person's own words, the only reminder that is set if they change it, the current flow (in a reminder, the flow
     * it's about), as long as no reminder is set what the waiting question speaks of, then what another flow put in
     * {@code remind_flow}.
     */
    private static Result subject(Input input) {
        String when = input.facts().textOrEmpty(WHEN);
        String about = input.facts().textOrEmpty("about");
        String typed = input.facts().textOrEmpty(Facts.TYPED);
        List<String> said =
                List.of(Fold.fold(String.join(" ", when, about, typed)).split(" ", -1));
        for (Map.Entry<String, String> flow : new TreeMap<>(input.with()).entrySet()) {
            if (List.of(flow.getValue().split(" ", -1)).stream().anyMatch(said::contains)) {
                return known(flow.getKey());
            }
        }
        Set<String> set =
                PendingReminders.of(input.facts(), input.now()).moments().keySet();
        if (set.size() == 1 && Reply.saysChange(when)) {
            return known(set.iterator().next());
        }
        String waiting = input.facts().text(Facts.WAITING_FLOW);
        if (waiting != null && input.with().containsKey(waiting)) {
            return known(waiting);
        }
        for (Map.Entry<String, String> flow : new TreeMap<>(input.with()).entrySet()) {
            boolean isAskedFor = List.of(flow.getValue().split(" ", -1)).contains(ASKED_BY + waiting);
            if (set.isEmpty() && isAskedFor) {
                return known(flow.getKey());
            }
        }
        Map.Entry<String, Instant> latest = latest(input);
        if (latest != null && REMIND.equals(waiting) && input.facts().text(SUBJECT) == null) {
            return known(latest.getKey());
        }
        String due = input.facts().text(RepairFacts.DUE);
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
     * where it's {@code for} the same help, and as {@code after} where the help of that name, or of one of several, was given last,
     * which it then still is: someone who reported a detention is still talking about it.
     */
    private static Result hush(Input input) {
        String help = Objects.requireNonNull(input.with().get("for"), "reminder.hush needs a help");
        String last = input.facts().text(RepairFacts.HUSHED_FOR);
        String others = input.with().getOrDefault("after", "");
        if (last != null && List.of(others.split(" ", -1)).contains(last)) {
            return Result.of("after")
                    .with(RepairFacts.HUSH, new Value.Text(input.now().toString()));
        }
        return Result.of(help.equals(last) ? "again" : "hushed")
                .with(RepairFacts.HUSHED_FOR, new Value.Text(help))
                .with(RepairFacts.HUSH, new Value.Text(input.now().toString()));
    }

    /**
     * Says whether the person is in the middle of something, so that a reminder waits for a pause.
     *
     * <p>It gives {@code pause}: the {@code instant} to try again, and the {@code zone} for the effect {@code remind}.
     */
    private static Result pause(Input input) {
        Instant last = second(input, Facts.LAST_TURN);
        boolean isHushed = !second(input, RepairFacts.HUSH).isBefore(last);
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

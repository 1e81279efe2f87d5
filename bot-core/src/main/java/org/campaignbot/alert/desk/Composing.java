package org.campaignbot.alert.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.audience.AudienceProblem;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.conversation.Engine;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.AlertTopics;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.times.ExactTime;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it's composed in a form that shows everything at once: it reads what was typed as the desk in a chat does, and says
 * beside each part what is wrong, in the desk's own words.
 */
public final class Composing {

    /** The parts of a form besides the words, which go by the codes of their languages. */
    public static final String ACTION = "action";

    public static final String TOPIC = "topic";
    public static final String AUDIENCE = Draft.AUDIENCE;
    public static final String START = Draft.START;
    public static final String END = Draft.END;

    /** An alert whose end isn't typed ends so many days after it starts, at {@link AlertTime#CLOSING}. */
    private static final int DAYS_OPEN = 3;

    private static final String NOW = "now";
    private static final String AHORA = "ahora";

    private final AlertService desk;
    private final Supplier<Engine> engine;
    private final InstantSource clock;

    /** Composes alerts of this desk. */
    public Composing(AlertService desk, Supplier<Engine> engine, InstantSource clock) {
        this.desk = desk;
        this.engine = engine;
        this.clock = clock;
    }

    /** Something to pick: what it says, and the value that a form has for it. */
    public record Option(String label, String value) {}

    /**
     * What there is to say of one part.
     *
     * @param isError whether the alert can't be sent like this
     * @param instead what can be written instead
     */
    public record Remark(boolean isError, RichText words, List<Option> instead) {
        public Remark {
            instead = List.copyOf(instead);
        }
    }

    /**
     * What was understood.
     *
     * @param draft what can be saved, whatever can't be read of it yet
     * @param alert the alert as it would be, under the id {@code ""}; null if it isn't theirs to write
     * @param remarks by part
     * @param audience who it's for, or null if that can't be read
     * @param corrected names in it that were read though they are misspelled
     * @param count how many they are, or null
     * @param start when it starts; null for at once, or if that can't be read
     * @param end when it ends, or null if that can't be read
     */
    public record Composed(
            Draft draft,
            @Nullable Alert alert,
            Map<String, List<Remark>> remarks,
            @Nullable Audience audience,
            List<String> corrected,
            @Nullable AudienceCount count,
            @Nullable Instant start,
            @Nullable Instant end) {
        public Composed {
            corrected = List.copyOf(corrected);
        }

        /** What there is to say of a part. */
        public List<Remark> of(String part) {
            return remarks.getOrDefault(part, List.of());
        }
    }

    /**
     * Reads a form.
     *
     * @param typed what was typed, by part; without an end it ends three days after it starts, at 6 p.m., and an end
     *     that is a day alone is at 6 p.m., too
     * @param kind how it relates to an earlier alert
     * @param earlier that alert, whose audience it keeps; null for a new one
     * @param own the id of the alert that is changed, or an empty text
     */
    public Composed read(
            Map<String, String> typed,
            Alert.Kind kind,
            @Nullable Alert earlier,
            String own,
            Actor by,
            Language language) {
        Instant now = clock.instant();
        Pack pack = engine.get().pack();
        Map<String, List<Remark>> remarks = new HashMap<>();
        AudienceText.Read.Sound sound = audience(typed, earlier, remarks, language);
        Audience audience = sound == null ? null : sound.audience();
        String topic = earlier == null
                ? DraftReading.topic(part(typed, TOPIC), pack)
                : earlier.draft().topic();
        AudienceCount count = audience == null ? null : desk.count(audience, topic);
        String action = Objects.requireNonNullElse(DraftReading.action(part(typed, ACTION), pack), part(typed, ACTION));
        String start = part(typed, START);
        Instant begins = isNow(start) ? null : time(START, start, remarks, language, now);
        String end = part(typed, END);
        Instant ends = end.isEmpty() ? usualEnd(begins == null ? now : begins) : time(END, end, remarks, language, now);
        Map<String, String> unread = new HashMap<>();
        List.of(AUDIENCE, START, END).stream()
                .filter(remarks::containsKey)
                .forEach(part -> unread.put(part, part(typed, part)));
        Draft draft = new Draft(
                action,
                topic,
                words(typed, pack),
                Objects.requireNonNullElse(audience, Audience.EVERYBODY),
                begins,
                ends == null ? usualEnd(begins == null ? now : begins) : ends,
                unread);
        Alert alert = alert(own, kind, earlier, draft, by, now);
        if (alert != null) {
            desk.findings(alert).stream()
                    // Why it can't be read has been said more exactly.
                    .filter(each -> each.kind() != Finding.Kind.UNREADABLE)
                    .forEach(each -> add(remarks, part(each), remark(each, language)));
        }
        return new Composed(
                draft, alert, remarks, audience, sound == null ? List.of() : sound.corrected(), count, begins, ends);
    }

    /** What a form is filled with to change a draft; reading it in any language gives the draft back. */
    public Map<String, String> written(Draft draft, Language language) {
        Map<String, String> written = new LinkedHashMap<>();
        written.put(ACTION, draft.action());
        written.put(TOPIC, draft.topic());
        written.put(AUDIENCE, AudienceText.words(draft.audience(), desk.terms(), language));
        written.put(START, draft.at() == null ? now(language) : typed(draft.at(), language));
        written.put(END, typed(draft.expires(), language));
        draft.words().forEach((each, words) -> written.put(each.code(), words));
        written.putAll(draft.unread());
        return written;
    }

    /** A time as people write it, if that reads back as the same time, or else as {@code 2026-12-02 18:00}. */
    private String typed(Instant at, Language language) {
        String label = time(at, language);
        return AlertTime.read(label, clock.instant()) instanceof ExactTime.At read
                        && read.time().toInstant().equals(at)
                ? label
                : AlertTime.write(at);
    }

    /** The actions that an alert can ask for today. */
    public List<Option> actions(Language language) {
        return Action.all(engine.get().pack().records())
                .filter(each -> !each.flow().isEmpty()
                        && each.on(EasternTime.dateAt(clock.instant())).isOpen())
                .map(each -> new Option(AlertMessages.title(each, language), each.name()))
                .toList();
    }

    /** The title of an action, or its name if there's no such action any more. */
    public String title(String action, Language language) {
        Value record = engine.get().pack().records().get(action);
        Action known = record == null ? null : Action.of(action, record);
        return known == null ? action : AlertMessages.title(known, language);
    }

    /** The name under which the pack counts what people do for an action: that of its flow; or its own if there's no such action any more. */
    public String counted(String action) {
        Value record = engine.get().pack().records().get(action);
        Action known = record == null ? null : Action.of(action, record);
        return known == null ? action : known.flow();
    }

    /** What alerts can be about. */
    public List<Option> topics(Language language) {
        List<Option> topics = new ArrayList<>();
        if (engine.get().pack().records().get(AlertTopics.RECORD) instanceof Value.Rows rows) {
            for (Value.Row row : rows.rows()) {
                if (row.fields().get("label") instanceof Value.Translated label
                        && row.fields().get("value") instanceof Value.Text name) {
                    topics.add(new Option(label.in(language), name.text()));
                }
            }
        }
        return topics.isEmpty() ? List.of(new Option(Subscription.ALL, Subscription.ALL)) : topics;
    }

    /** A time as a button says it, by the clock of Washington. */
    public String time(Instant at, Language language) {
        return AlertTime.label(at.atZone(EasternTime.ZONE), language);
    }

    /** The time in another zone, such as "9:00 AM", with its day if that isn't Washington's. */
    public String timeIn(ZoneId zone, Instant at, Language language) {
        ZonedDateTime there = at.atZone(zone);
        return there.toLocalDate().equals(EasternTime.dateAt(at))
                ? AlertTime.timeOfDay(there, language)
                : AlertTime.label(there, language);
    }

    /** What the check found, in a language. */
    public Remark remark(Finding finding, Language language) {
        return new Remark(
                finding.severity() == Finding.Severity.ERROR,
                said(
                        "alert-findings",
                        Map.of(DeskFacts.FOUND, DeskPage.found(List.of(finding))),
                        language,
                        finding.message() + " — " + finding.fix()),
                List.of());
    }

    /** Why something was refused, in a language. */
    public RichText refusal(AlertRefusal why, Language language) {
        return said("alert-refusal", Map.of(DeskFacts.WHY, new Value.Text(why.word())), language, why.words());
    }

    /** What a flow of the desk says, or an English sentence where the pack has no desk. */
    private RichText said(String flow, Map<String, Value> facts, Language language, String english) {
        Engine present = engine.get();
        return present.pack().flow(flow) == null
                ? RichText.of(english)
                : present.words(flow, facts, language, clock.instant());
    }

    private static @Nullable Alert alert(
            String own, Alert.Kind kind, @Nullable Alert earlier, Draft draft, Actor by, Instant now) {
        return AlertStateMachine.draft(own, kind, earlier == null ? null : earlier.id(), draft, by, now)
                        instanceof AlertTransition.Taken taken
                ? taken.alert()
                : null;
    }

    private AudienceText.Read.@Nullable Sound audience(
            Map<String, String> typed, @Nullable Alert earlier, Map<String, List<Remark>> remarks, Language language) {
        if (earlier != null) {
            return new AudienceText.Read.Sound(
                    new Audience(List.of(new Criterion.Earlier(earlier.id(), Criterion.Part.GOT)), List.of()));
        }
        AudienceText.Read read = readAudience(part(typed, AUDIENCE));
        if (read instanceof AudienceText.Read.Sound sound) {
            return sound;
        }
        List<Map<String, String>> problems = ((AudienceText.Read.Broken) read)
                .problems().stream().map(DraftReading::named).toList();
        add(
                remarks,
                AUDIENCE,
                new Remark(
                        true,
                        said(
                                "alert-refusal",
                                Map.of(DeskFacts.PROBLEMS, DeskPage.problems(problems)),
                                language,
                                "This isn't an audience."),
                        List.of()));
        return null;
    }

    /** In a form an empty line chooses nobody: everybody has to be said. */
    private AudienceText.Read readAudience(String typed) {
        return typed.isEmpty()
                ? new AudienceText.Read.Broken(List.of(new AudienceProblem(
                        1,
                        AudienceProblem.Kind.NOBODY_CHOSEN,
                        Map.of(),
                        "nobody is chosen",
                        "write everybody, or some of them")))
                : AudienceText.read(typed, desk.terms());
    }

    private @Nullable Instant time(
            String name, String typed, Map<String, List<Remark>> remarks, Language language, Instant now) {
        Optional<Instant> written = AlertTime.written(typed).filter(now::isBefore);
        if (written.isPresent()) {
            return written.get();
        }
        ExactTime.Reading reading = name.equals(END) ? AlertTime.readEnd(typed, now) : AlertTime.read(typed, now);
        if (reading instanceof ExactTime.At at) {
            return at.time().toInstant();
        }
        ExactTime.Why why = reading instanceof ExactTime.Either either ? either.why() : ((ExactTime.Not) reading).why();
        List<Option> instead = reading instanceof ExactTime.Either either
                ? either.times().stream()
                        .map(each -> new Option(AlertTime.label(each, language), AlertTime.write(each.toInstant())))
                        .toList()
                : List.of();
        Map<String, Value> facts = new HashMap<>(Value.texts(Map.of("desk_time", why.word())));
        if (reading instanceof ExactTime.Not not && not.date() != null) {
            facts.put("desk_date", new Value.Text(AlertTime.date(not.date(), language)));
            facts.put("desk_weekday", new Value.Text(AlertTime.weekday(not.date(), language)));
        }
        if (!typed.isEmpty()) {
            facts.put("desk_typed", new Value.Text(typed));
        }
        String english = AlertTime.problem(typed, reading)
                .map(each -> each.message() + ": " + each.fix())
                .orElse("");
        add(remarks, name, new Remark(true, said("alert-time", facts, language, english), instead));
        return null;
    }

    /** The end of an alert for which none is typed. */
    private static Instant usualEnd(Instant begins) {
        return begins.atZone(EasternTime.ZONE)
                .toLocalDate()
                .plusDays(DAYS_OPEN)
                .atTime(AlertTime.CLOSING)
                .atZone(EasternTime.ZONE)
                .toInstant();
    }

    private static Map<Language, String> words(Map<String, String> typed, Pack pack) {
        Map<Language, String> words = new LinkedHashMap<>();
        for (Language language : pack.languages()) {
            String said = part(typed, language.code());
            if (!said.isEmpty()) {
                words.put(language, said);
            }
        }
        return words;
    }

    /** The part of a form that a finding stands beside. */
    private String part(Finding finding) {
        return switch (finding.where()) {
            case "expires" -> END;
            case "words" -> engine.get().pack().base().code();
            default -> finding.where();
        };
    }

    private static String now(Language language) {
        return language.equals(Language.SPANISH) ? AHORA : NOW;
    }

    private static boolean isNow(String start) {
        return start.isEmpty() || start.equalsIgnoreCase(NOW) || start.equalsIgnoreCase(AHORA);
    }

    private static String part(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static void add(Map<String, List<Remark>> remarks, String part, Remark remark) {
        remarks.computeIfAbsent(part, name -> new ArrayList<>()).add(remark);
    }
}

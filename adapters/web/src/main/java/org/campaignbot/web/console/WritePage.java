package org.campaignbot.web.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.Composing;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.WebReply;
import org.jspecify.annotations.Nullable;

/** The page on which an alert is written, with what is wrong beside each field and what people get beside it all. */
public final class WritePage {

    private static final String VERSION = "version";
    private static final String KIND = "kind";
    private static final String ABOUT = "about";

    /** What our script asks for while somebody types; whoever presses a button asks for more. */
    private static final String LIVE = "live";

    private static final String CHECKED = "checked";

    /** How many characters have to be left until the page counts them. */
    private static final int FEW_LEFT = 500;

    /** Somebody who hears the page is told only of every hundred. */
    private static final int HEARD = 100;

    private static final Set<String> TOLD = Set.of("found");
    private static final List<String> PARTS =
            List.of(Composing.ACTION, Composing.TOPIC, Composing.AUDIENCE, Composing.START, Composing.END);

    /** What a correction and a follow-up take from the earlier alert. */
    private static final Set<String> GIVEN = Set.of(Composing.TOPIC, Composing.AUDIENCE);

    private WritePage() {}

    /**
     * The page.
     *
     * @param target where the form goes
     * @param version the version of the draft that is changed; 0 for none
     * @param kind how it relates to an earlier alert
     * @param about the earlier alert, or an empty text
     * @param languages those of the words, the reader's own first
     * @param composed what was understood, or null before anything was
     * @param isChecked whether somebody saved, submitted or checked it, so that what is empty was left empty
     * @param audience who it's for, in words; empty if that can't be read
     * @param corrected what in it is misspelled, as it was typed; empty if nothing is
     * @param starts when it starts, in words; empty if that can't be read
     * @param needs what it needs before it can be submitted, in a few words; empty if that's nothing
     * @param isUnsaved whether something was typed that isn't saved
     * @param returned why it was given back, or null
     * @param needsSecond whether nobody is there yet who could approve it
     * @param saved what is saved where something else was typed, by part; empty unless it was changed meanwhile
     */
    public record Write(
            String target,
            long version,
            String kind,
            String about,
            Map<String, String> typed,
            List<Language> languages,
            List<Composing.Option> actions,
            List<Composing.Option> topics,
            Composing.@Nullable Composed composed,
            boolean isChecked,
            String audience,
            String corrected,
            @Nullable HeadCount count,
            String starts,
            String ends,
            List<PreviewCard> previews,
            String needs,
            boolean isUnsaved,
            @Nullable AlertEntry returned,
            boolean needsSecond,
            Map<String, String> saved) {

        /** What was typed into a field. */
        public String typed(String part) {
            return typed.getOrDefault(part, "");
        }

        /** What there is to say of a field. */
        public List<Composing.Remark> remarks(String part) {
            return composed == null || (!isChecked && isEmptyMessage(part)) ? List.of() : composed.of(part);
        }

        /** Whether a part is a message that nobody has typed a word of. */
        private boolean isEmptyMessage(String part) {
            return languages.stream().anyMatch(each -> each.code().equals(part))
                    && typed(part).isBlank();
        }

        /** Whether something in a field forbids the alert. */
        public boolean isWrong(String part) {
            return remarks(part).stream().anyMatch(Composing.Remark::isError);
        }

        /** The first field that forbids the alert, in the order of the page, or an empty text. */
        public String firstWrong() {
            return Stream.of(
                            Stream.of(Composing.ACTION, Composing.TOPIC),
                            languages.stream().map(Language::code),
                            Stream.of(Composing.AUDIENCE, Composing.START, Composing.END))
                    .flatMap(Function.identity())
                    .filter(this::isWrong)
                    .findFirst()
                    .orElse("");
        }

        /** How many more characters a message may have wherever it goes; empty while that's many, or if it's too long already. */
        public OptionalInt left(String part) {
            OptionalInt least = previews.stream()
                    .filter(each -> each.language().code().equals(part))
                    .mapToInt(PreviewCard::left)
                    .min();
            return least.isPresent() && least.getAsInt() >= 0 && least.getAsInt() <= FEW_LEFT
                    ? least
                    : OptionalInt.empty();
        }

        /** The next full hundred above what is left, which changes seldom enough to be read out. */
        public int leftBelow(String part) {
            return left(part).orElse(0) / HEARD * HEARD + HEARD;
        }

        /** What describes a field for somebody who hears the page. */
        public String describedBy(String part) {
            return remarks(part).isEmpty() ? "hint-" + part : "hint-" + part + " said-" + part;
        }
    }

    /** How far a form was read: not before anybody typed, and in the end as something to be submitted. */
    private enum Reading {
        NONE,
        WHILE_TYPING,
        CHECKED
    }

    /** What is changed: a draft that is there, or a new alert of some kind. */
    private record Subject(
            @Nullable Alert draft,
            Alert.Kind kind,
            @Nullable Alert earlier) {

        /** What the form has before anybody types. */
        Map<String, String> before(ConsoleVisit visit) {
            return draft == null
                    ? fresh(visit, this)
                    : visit.host().composing().written(draft.draft(), visit.language());
        }
    }

    static WebReply show(ConsoleVisit visit) {
        Optional<Subject> subject = subject(visit, visit.query(KIND), visit.query(ABOUT));
        if (subject.isEmpty()) {
            return visit.trouble(404, "no-alert", List.of());
        }
        Alert draft = subject.get().draft();
        if (draft != null && !isOpen(draft)) {
            return visit.seeOther("/console/alerts/" + draft.id());
        }
        return page(
                visit,
                200,
                subject.get(),
                subject.get().before(visit),
                draft == null ? Reading.NONE : Reading.CHECKED,
                draft == null ? 0 : draft.version(),
                draft == null ? "" : visit.told("told", TOLD),
                Map.of());
    }

    static WebReply take(ConsoleVisit visit, FormFields fields) {
        Optional<Subject> found = subject(visit, fields.get(KIND), fields.get(ABOUT));
        if (found.isEmpty()) {
            return visit.trouble(404, "no-alert", List.of());
        }
        Subject subject = found.get();
        Map<String, String> typed = typed(visit, fields);
        long version = version(fields);
        String act = fields.get("do");
        if (!act.equals("save") && !act.equals("submit")) {
            Reading reading =
                    act.equals(LIVE) && fields.get(CHECKED).isEmpty() ? Reading.WHILE_TYPING : Reading.CHECKED;
            return page(visit, 200, subject, typed, reading, version, "", Map.of());
        }
        DeskAnswer answer = keep(visit, subject, read(visit, subject, typed).draft(), version);
        if (answer instanceof DeskAnswer.Refused refused && refused.why() == AlertRefusal.CHANGED_MEANWHILE) {
            return changedMeanwhile(visit, typed, act);
        }
        if (answer instanceof DeskAnswer.Refused refused) {
            return page(
                    visit,
                    409,
                    subject,
                    typed,
                    Reading.CHECKED,
                    version,
                    visit.host()
                            .composing()
                            .refusal(refused.why(), visit.language())
                            .visible(),
                    Map.of());
        }
        return kept(visit, ((DeskAnswer.Done) answer).alert(), act);
    }

    private static WebReply kept(ConsoleVisit visit, Alert alert, String act) {
        return act.equals("submit")
                ? AlertPage.submit(visit, alert)
                : visit.seeOther("/console/alerts/" + alert.id() + "?told=saved");
    }

    /** Shows what was typed and, where it differs, what somebody else saved meanwhile; the next save is of what was typed. */
    private static WebReply changedMeanwhile(ConsoleVisit visit, Map<String, String> typed, String act) {
        Subject now = subject(visit, "", "").orElseThrow();
        Alert draft = now.draft();
        if (draft == null || !isOpen(draft)) {
            return visit.seeOther("/console/alerts/" + visit.name());
        }
        Map<String, String> own =
                visit.host().composing().written(read(visit, now, typed).draft(), visit.language());
        Map<String, String> saved = now.before(visit);
        Map<String, String> others = new HashMap<>();
        Stream.concat(own.keySet().stream(), saved.keySet().stream())
                .filter(part -> now.earlier() == null || !GIVEN.contains(part))
                .filter(part -> !own.getOrDefault(part, "").equals(saved.getOrDefault(part, "")))
                .forEach(part -> others.put(part, shown(visit, part, saved.getOrDefault(part, ""))));
        if (others.isEmpty()) {
            // A second click finds what the first one saved, and asks nobody to approve it again.
            boolean isSubmitted = act.equals("submit") && draft.stage() != Alert.Stage.DRAFT;
            return isSubmitted ? visit.seeOther("/console/alerts/" + draft.id()) : kept(visit, draft, act);
        }
        return page(visit, 409, now, typed, Reading.CHECKED, draft.version(), visit.say("write.changed"), others);
    }

    /** A part in words: of what is chosen from a list, its label. */
    private static String shown(ConsoleVisit visit, String part, String value) {
        List<Composing.Option> listed = switch (part) {
            case Composing.ACTION -> visit.host().composing().actions(visit.language());
            case Composing.TOPIC -> topics(visit);
            default -> List.of();
        };
        return listed.stream()
                .filter(each -> each.value().equals(value))
                .map(Composing.Option::label)
                .findFirst()
                .orElse(value);
    }

    private static DeskAnswer keep(ConsoleVisit visit, Subject subject, Draft draft, long version) {
        AlertService desk = visit.host().desk();
        if (subject.draft() != null) {
            return desk.asSeen(version).change(subject.draft().id(), draft, visit.actor());
        }
        // A second click sends the same form: it finds what the first one saved.
        Optional<Alert> saved = desk.all().stream()
                .filter(each -> each.stage() == Alert.Stage.DRAFT || each.stage() == Alert.Stage.CHECKED)
                .filter(each -> each.writer().equals(visit.actor().id())
                        && each.kind() == subject.kind()
                        && each.draft().equals(draft))
                .findFirst();
        if (saved.isPresent()) {
            return new DeskAnswer.Done(saved.get(), List.of());
        }
        return switch (subject.kind()) {
            case NEW -> desk.draft(draft, visit.actor());
            case CORRECTION ->
                desk.correct(subject.earlier() == null ? "" : subject.earlier().id(), draft, visit.actor());
            case FOLLOW_UP ->
                desk.followUp(subject.earlier() == null ? "" : subject.earlier().id(), draft, visit.actor());
        };
    }

    /** Empty if it names an alert that isn't there. */
    private static Optional<Subject> subject(ConsoleVisit visit, String kind, String about) {
        AlertService desk = visit.host().desk();
        if (!visit.name().isEmpty()) {
            return desk.find(visit.name())
                    .map(draft -> new Subject(
                            draft,
                            draft.kind(),
                            draft.about() == null
                                    ? null
                                    : desk.find(draft.about()).orElse(null)));
        }
        for (Alert.Kind each : List.of(Alert.Kind.CORRECTION, Alert.Kind.FOLLOW_UP)) {
            if (each.word().equals(kind)) {
                return desk.find(about).map(earlier -> new Subject(null, each, earlier));
            }
        }
        return Optional.of(new Subject(null, Alert.Kind.NEW, null));
    }

    private static boolean isOpen(Alert draft) {
        return draft.began() == null && !draft.stage().isFinal();
    }

    private static Map<String, String> fresh(ConsoleVisit visit, Subject subject) {
        Map<String, String> typed = new HashMap<>();
        if (subject.earlier() != null) {
            typed.put(Composing.ACTION, subject.earlier().draft().action());
            typed.put(Composing.TOPIC, subject.earlier().draft().topic());
        }
        typed.put(Composing.AUDIENCE, visit.say("write.everybody"));
        typed.put(Composing.START, visit.say("write.now"));
        return typed;
    }

    private static Map<String, String> typed(ConsoleVisit visit, FormFields fields) {
        Map<String, String> typed = new HashMap<>();
        PARTS.forEach(part -> typed.put(part, fields.get(part)));
        visit.host()
                .engine()
                .get()
                .pack()
                .languages()
                .forEach(language ->
                        typed.put(language.code(), fields.get(language.code()).replace("\r\n", "\n")));
        // A button beside a time that can mean two things: "start=2026-12-04 18:00".
        String instead = fields.get("take");
        int at = instead.indexOf('=');
        if (at > 0 && PARTS.contains(instead.substring(0, at))) {
            typed.put(instead.substring(0, at), instead.substring(at + 1));
        }
        return typed;
    }

    /** Whether something was typed that isn't in the form as it was; a list that nobody chose from doesn't count. */
    private static boolean isUnsaved(Map<String, String> before, Map<String, String> typed) {
        return typed.entrySet().stream().anyMatch(each -> {
            String was = before.get(each.getKey());
            boolean isList =
                    each.getKey().equals(Composing.ACTION) || each.getKey().equals(Composing.TOPIC);
            return was == null
                    ? !isList && !each.getValue().isBlank()
                    : !was.strip().equals(each.getValue().strip());
        });
    }

    private static long version(FormFields fields) {
        String version = fields.get(VERSION);
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0;
    }

    private static Composing.Composed read(ConsoleVisit visit, Subject subject, Map<String, String> typed) {
        return visit.host()
                .composing()
                .read(
                        typed,
                        subject.kind(),
                        subject.earlier(),
                        subject.draft() == null ? "" : subject.draft().id(),
                        visit.actor(),
                        visit.language());
    }

    /** People write first in the language that they read. */
    private static List<Language> ownFirst(List<Language> languages, Language own) {
        return Stream.concat(
                        languages.stream().filter(own::equals),
                        languages.stream().filter(each -> !own.equals(each)))
                .toList();
    }

    /** One that is about everything goes only to those who want everything, so it comes last and says so. */
    private static List<Composing.Option> topics(ConsoleVisit visit) {
        List<Composing.Option> all = visit.host().composing().topics(visit.language());
        return Stream.concat(
                        all.stream().filter(each -> !each.value().equals(Subscription.ALL)),
                        Stream.of(new Composing.Option(visit.say("write.topic.else"), Subscription.ALL)))
                .toList();
    }

    /** When it starts, in words, whatever is wrong elsewhere; empty if that can't be read. */
    private static String starts(ConsoleVisit visit, Composing.@Nullable Composed composed) {
        if (composed == null || !composed.of(Composing.START).isEmpty()) {
            return "";
        }
        return composed.start() == null ? visit.say("write.starts.now") : visit.bothCoasts(composed.start());
    }

    private static WebReply page(
            ConsoleVisit visit,
            int status,
            Subject subject,
            Map<String, String> typed,
            Reading reading,
            long version,
            String notice,
            Map<String, String> saved) {
        ConsoleHost host = visit.host();
        Composing.Composed composed = reading == Reading.NONE ? null : read(visit, subject, typed);
        Alert alert = composed == null ? null : composed.alert();
        Alert draft = subject.draft();
        Write write = new Write(
                draft == null ? "/console/write" : "/console/write/" + draft.id(),
                version,
                subject.kind().word(),
                subject.earlier() == null ? "" : subject.earlier().id(),
                typed,
                ownFirst(host.engine().get().pack().languages(), visit.language()),
                host.composing().actions(visit.language()),
                topics(visit),
                composed,
                reading == Reading.CHECKED,
                composed == null || composed.audience() == null
                        ? ""
                        : host.desk().phrase(composed.audience(), visit.language()),
                composed == null ? "" : String.join(", ", composed.corrected()),
                composed == null || composed.count() == null ? null : HeadCount.of(composed.count(), visit),
                starts(visit, composed),
                composed == null || composed.end() == null ? "" : visit.bothCoasts(composed.end()),
                alert == null ? List.of() : PreviewCard.of(alert, host, visit.language()),
                alert == null ? "" : DraftNeeds.of(alert, visit),
                isUnsaved(subject.before(visit), typed),
                draft == null ? null : host.desk().returned(draft).orElse(null),
                AlertPage.needsSecond(visit),
                saved);
        ConsolePage page = visit.page(visit.say("write.title." + subject.kind().word()), "write", notice);
        return visit.reply(status, "write", notice.isEmpty() ? page : page.withTrouble(), Map.of("write", write));
    }
}

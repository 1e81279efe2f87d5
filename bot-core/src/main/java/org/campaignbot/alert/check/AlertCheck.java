package org.campaignbot.alert.check;

import static org.campaignbot.alert.check.Finding.error;
import static org.campaignbot.alert.check.Finding.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.check.Finding.Kind;
import org.campaignbot.alert.check.Finding.Severity;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.NamedHosts;
import org.campaignbot.flow.Pack;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Version;
import org.campaignbot.times.SaidDays;

/**
 * Checks an alert before anyone gets it: is it true, readable everywhere, speaking for no one else, and for the right people? It reads
 * words and not meanings, so it makes someone look but proves nothing.
 */
public final class AlertCheck {

    private static final Duration LONGEST_LIFE = Duration.ofDays(30);

    /** With fewer subscribers than this, reaching half of them is no surprise. */
    private static final long FEW_SUBSCRIBERS = 20;

    private final Pack pack;
    private final WordsCheck words;

    /**
     * Checks by the state of things at an instant.
     *
     * @param pack the pack as organizers have set it
     * @param preview writes the message that people get, if the words can be read
     * @param surfaces what alerts are shown on, by the name that organizers use
     */
    public AlertCheck(
            Pack pack,
            Directory directory,
            Version settings,
            ReadWords.Reader reader,
            AlertPreview preview,
            Map<String, Surface> surfaces,
            Instant now) {
        this.pack = pack;
        this.words = new WordsCheck(
                pack,
                KnownNumbers.of(pack, directory, EasternTime.dateAt(now)),
                ForbiddenNames.of(settings.value(Catalog.CANDIDATES_AND_PARTIES)),
                settings.value(Catalog.ENDORSED_BY) == null ? SpeakingAs.anyOf(pack) : SpeakingAs.NOBODY,
                new MisleadingCheck(NamedHosts.of(pack)),
                ToneCheck.of(pack, directory),
                reader,
                preview,
                surfaces);
    }

    /**
     * An alert and what we know about who it would reach.
     *
     * @param count the audience
     * @param left how many of them may get another alert this week and month; empty if that isn't known
     * @param others all alerts
     */
    public record Subject(Alert alert, AudienceCount count, OptionalLong left, List<Alert> others) {
        public Subject {
            others = List.copyOf(others);
        }
    }

    /** The findings, errors first. */
    public List<Finding> findings(Subject subject, Instant now) {
        List<Finding> findings = new ArrayList<>(written(subject.alert, now));
        sameText(subject, findings);
        if (!subject.alert.draft().unread().containsKey(Draft.AUDIENCE)) {
            audience(subject, findings);
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(findings);
    }

    /** Those that need neither a count of its audience nor the other alerts. */
    public List<Finding> written(Alert alert, Instant now) {
        List<Finding> findings = new ArrayList<>();
        Draft draft = alert.draft();
        new ActionCheck(pack).check(draft, EasternTime.dateAt(now), findings);
        languages(draft, findings);
        words.check(alert, findings);
        unread(draft, findings);
        if (!draft.unread().containsKey(Draft.START) && !draft.unread().containsKey(Draft.END)) {
            times(draft, now, findings);
        }
        return findings;
    }

    /** What couldn't be read has to be typed again, whatever stands for it meanwhile. */
    private static void unread(Draft draft, List<Finding> findings) {
        for (String part : List.of(Draft.AUDIENCE, Draft.START, Draft.END)) {
            String typed = draft.unread().get(part);
            if (typed != null) {
                findings.add(error(
                        Kind.UNREADABLE,
                        part.equals(Draft.END) ? "expires" : part,
                        Map.of("typed", typed),
                        "the " + part + " \"" + typed + "\" cannot be read",
                        "type it again"));
            }
        }
    }

    private void languages(Draft draft, List<Finding> findings) {
        for (Language language : pack.languages()) {
            if (draft.words().getOrDefault(language, "").isBlank()) {
                findings.add(error(
                        Kind.LANGUAGE_MISSING,
                        language.code(),
                        Map.of(),
                        "there are no words in this language of the campaign",
                        "write them: nobody gets an alert in a language that they did not choose"));
            }
        }
        draft.words().keySet().stream()
                .filter(language -> !pack.languages().contains(language))
                .forEach(language -> findings.add(error(
                        Kind.LANGUAGE_UNKNOWN,
                        language.code(),
                        Map.of(),
                        "the campaign does not speak this language",
                        "take the words out")));
    }

    private static void sameText(Subject subject, List<Finding> findings) {
        for (Alert other : subject.others) {
            boolean hasSame = !other.id().equals(subject.alert.id())
                    && other.stage() != Alert.Stage.DRAFT
                    && subject.alert.draft().words().values().stream()
                            .anyMatch(said -> other.draft().words().values().stream()
                                    .anyMatch(earlier -> plain(earlier).equals(plain(said))));
            if (hasSame) {
                boolean isStopped = other.stage() == Alert.Stage.STOPPED;
                findings.add(new Finding(
                        Kind.SAME_TEXT,
                        isStopped ? Severity.WARNING : Severity.ERROR,
                        "words",
                        Map.of("earlier", other.id(), "stopped", isStopped ? "yes" : "no"),
                        "the alert " + other.id() + " says the same" + (isStopped ? ", and was stopped" : ""),
                        "say what is new since then"));
            }
        }
    }

    private static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    private void times(Draft draft, Instant now, List<Finding> findings) {
        Instant start = draft.at() == null || draft.at().isBefore(now) ? now : draft.at();
        if (!now.isBefore(draft.expires())) {
            findings.add(error(
                    Kind.PAST_EXPIRY,
                    "expires",
                    Map.of("until", draft.expires().toString()),
                    "it expired at " + draft.expires(),
                    "give it a later expiry"));
        } else if (!start.isBefore(draft.expires())) {
            findings.add(error(
                    Kind.EXPIRES_BEFORE_START,
                    "expires",
                    Map.of("until", draft.expires().toString(), "from", start.toString()),
                    "it expires at " + draft.expires() + ", before it begins at " + start,
                    "begin earlier, or let it expire later"));
        } else if (draft.expires().isAfter(start.plus(LONGEST_LIFE))) {
            findings.add(warning(
                    Kind.EXPIRY_FAR,
                    "expires",
                    Map.of("days", Long.toString(LONGEST_LIFE.toDays())),
                    "it goes on for more than " + LONGEST_LIFE.toDays() + " days",
                    "let it expire when the news in it is old"));
        } else {
            namedDays(draft, EasternTime.dateAt(start), findings);
        }
    }

    /** Warns of words such as "call by Friday" that some would get on Saturday, as where nobody typed an end. */
    private void namedDays(Draft draft, LocalDate from, List<Finding> findings) {
        LocalDate last = null;
        String said = "";
        for (Language language : pack.languages()) {
            SaidDays days = SaidDays.in(draft.words().getOrDefault(language, ""));
            LocalDate day = days.last(from).orElse(null);
            if (day != null && (last == null || day.isAfter(last))) {
                last = day;
                said = days.in(language.locale());
            }
        }
        if (last != null && EasternTime.dateAt(draft.expires()).isAfter(last)) {
            findings.add(warning(
                    Kind.ENDS_AFTER_DAY,
                    "expires",
                    Map.of("said", said, "until", draft.expires().toString()),
                    "the words name " + said + ", and it expires after that, at " + draft.expires(),
                    "let it expire by then, or say it without the day"));
        }
    }

    private static void audience(Subject subject, List<Finding> findings) {
        AudienceCount count = subject.count;
        boolean isChosen = !subject.alert.draft().audience().equals(Audience.EVERYBODY);
        if (count.subscribers() == 0) {
            // No organizer can fix that, and people may sign up until it starts.
            findings.add(warning(
                    Kind.AUDIENCE_EMPTY,
                    "audience",
                    Map.of("subscribers", "none"),
                    "nobody has asked for alerts yet",
                    "people sign up by typing alerts to the bot"));
        } else if (count.total() == 0) {
            findings.add(error(
                    Kind.AUDIENCE_EMPTY,
                    "audience",
                    Map.of("subscribers", "some"),
                    "nobody who asked for alerts fits",
                    "choose fewer criteria; ./bot alert audience counts"));
        } else if (subject.left.isPresent() && subject.left.getAsLong() == 0) {
            findings.add(error(
                    Kind.NOBODY_LEFT,
                    "audience",
                    Map.of(),
                    "all of them have had as many alerts as one person gets in a week or a month",
                    "wait, or look at alerts-a-week and alerts-a-month in ./bot settings"));
        } else if (isChosen && count.subscribers() >= FEW_SUBSCRIBERS && count.total() * 2 > count.subscribers()) {
            findings.add(warning(
                    Kind.AUDIENCE_LARGE,
                    "audience",
                    Map.of(),
                    "more than half of all who asked for alerts fit, though only some are chosen",
                    "make sure that the criteria say what you mean"));
        }
    }
}

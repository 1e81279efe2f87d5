package org.campaignbot.alert.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.campaignbot.alert.Alerting.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertPack;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Alerting;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.check.Finding.Kind;
import org.campaignbot.alert.check.Finding.Severity;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertCheckTest {

    private static final String SOUND = "The vote is near. Please call.";
    private static final AudienceCount SOME = new AudienceCount(50, 200, Map.of(), Map.of(), Map.of());

    @Test
    void aSoundAlertHasNoFindings() {
        assertThat(findings(draft("action-call", SOUND))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "action-cal, ACTION_UNKNOWN, did you mean \"action-call\"?",
        "page, ACTION_UNKNOWN, there is",
        "action-letter, ACTION_CLOSED, choose an action that is open",
        "action-visit, ACTION_CLOSED, choose an action that is open",
        "action-mute, RETARGETED_UNSAID, ./bot settings set action-mute.note"
    })
    void anActionMustBeThereAndOpenAndItsAimKnown(String action, Kind kind, String fix) {
        assertThat(findings(draft(action, SOUND))).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.fix()).contains(fix);
        });
    }

    @Test
    void theWordsOfARetargetedActionSayWhatItIsAboutNow() {
        assertThat(kinds(draft("action-vote", SOUND))).containsExactly(Kind.RETARGETED_UNSAID, Kind.RETARGETED_UNSAID);
        assertThat(findings(draft("action-vote", SOUND)))
                .as("only a person can tell whether other words say the same")
                .extracting(Finding::severity)
                .containsOnly(Severity.WARNING);
        assertThat(findings(new Draft(
                        "action-vote",
                        Subscription.ALL,
                        Map.of(
                                Language.ENGLISH, "The BUDGET vote is near.",
                                Language.SPANISH, "La votación del presupuesto está cerca."),
                        Audience.EVERYBODY,
                        null,
                        Alerting.EXPIRES)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "The House votes Thursday. Please call., The House votes",
        "Call your representative before noon., your representative",
        "La Cámara vota el jueves. Llame., La Cámara",
        "Call your senators; your representative comes next.,",
        "The Senate votes Thursday. Please call.,",
        "Families lost the house they rented. Please call.,"
    })
    void wordsAboutTheOtherChamberAreWorthALook(String words, @Nullable String found) {
        assertThat(findings(draft("action-senate", words)).stream()
                        .filter(each -> each.kind() == Kind.OTHER_CHAMBER)
                        .map(each -> each.about().get("words"))
                        .distinct())
                .isEqualTo(Stream.ofNullable(found).toList());
        assertThat(kinds(draft("action-call", words)))
                .as("an action that calls nobody")
                .doesNotContain(Kind.OTHER_CHAMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call by Friday.; Llame antes del jueves.; jueves; Friday",
                "Call by December 4.; Llame antes del 5 de diciembre.; 5 de diciembre; December 4",
                "Call by Friday.; Llame ya.;; Friday",
                "Call now.; Llame el domingo.; domingo;",
                "Call by Friday, Dec. 4th.; Llame antes del viernes 4 de diciembre.;;",
                "They vote Thursday and Friday.; Votan el JUEVES y el viernes.;;",
                "They vote on Friday.; Votan el 4 de diciembre.;;",
                "You may sit in the sun by the sea.; Puede sentarse al sol junto al mar.;;"
            })
    void theLanguagesNameTheSameDays(String all) {
        String[] parts = all.split(";", -1);
        Draft draft = new Draft(
                "action-call",
                Subscription.ALL,
                Map.of(Language.ENGLISH, parts[0].strip(), Language.SPANISH, parts[1].strip()),
                Audience.EVERYBODY,
                null,
                Alerting.EXPIRES);
        Map<String, String> about = new HashMap<>();
        putUnlessEmpty(about, "said", parts[2].strip());
        putUnlessEmpty(about, "meant", parts[3].strip());
        assertThat(findings(draft).stream()
                        .filter(each -> each.kind() == Kind.DAYS_DIFFER)
                        .map(Finding::about))
                .isEqualTo(about.isEmpty() ? List.of() : List.of(about));
    }

    private static void putUnlessEmpty(Map<String, String> about, String name, String value) {
        if (!value.isEmpty()) {
            about.put(name, value);
        }
    }

    @Test
    void aTopicMustBeOneThatSomebodyCanWant() {
        assertThat(findings(new Draft("action-call", "vote", words(SOUND), Audience.EVERYBODY, null, Alerting.EXPIRES)))
                .singleElement()
                .extracting(Finding::fix)
                .isEqualTo("did you mean \"votes\"?");
    }

    @Test
    void everyLanguageOfThePackAndNoOtherHasWords() {
        Draft draft = new Draft(
                "action-call",
                Subscription.ALL,
                Map.of(Language.ENGLISH, SOUND, Language.SPANISH, " ", new Language("fr"), "Appelez."),
                Audience.EVERYBODY,
                null,
                Alerting.EXPIRES);
        assertThat(findings(draft))
                .extracting(found -> found.kind() + " " + found.where())
                .containsExactly("LANGUAGE_MISSING es", "LANGUAGE_UNKNOWN fr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# Call now | BAD_MARKDOWN",
                "See http://example.org for more. | NOT_HTTPS",
                "See www.example.org for more. | NOT_HTTPS",
                "[Read it](https://example.org/reports) | FALLBACK_LINK",
                "[the petition](https://example.org/oak) | FALLBACK_LINK",
                "Call 202-555-0142 now. | UNKNOWN_NUMBER",
                "Call (202) 555 0142 now. | UNKNOWN_NUMBER",
                "Call 1-202-555-0142. | UNKNOWN_NUMBER",
                "Call 2025550142 today. | UNKNOWN_NUMBER",
                "Call 555-0142 today. | UNKNOWN_NUMBER",
                "Call 202-555-0199, which nobody verified. | UNKNOWN_NUMBER",
                "Thank the Sunflowers. | CANDIDATE_OR_PARTY",
                "Rosa Rugosa's plan is good. | CANDIDATE_OR_PARTY",
                "We at the Oak Society need you. | SPEAKS_AS_ORGANIZATION",
                "We, Oak Society, need you. | SPEAKS_AS_ORGANIZATION",
                "This is OAKS. Please call. | SPEAKS_AS_ORGANIZATION",
                "OAKS asks you to call. | SPEAKS_AS_ORGANIZATION",
                "Please call on behalf of the Oak Society. | SPEAKS_AS_ORGANIZATION",
                "Somos la gente; le escribe Sociedad del Roble. | SPEAKS_AS_ORGANIZATION",
            })
    void wordsThatMustNotStandAreFound(String words, Kind kind) {
        assertThat(kinds(draft("action-call", words))).containsOnly(kind).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call the Capitol at 202-224-3121.",
                "The office is at (202) 555-0100, or 202.555.0123.",
                "In an emergency call 911, in despair 988.",
                "Since 1000000 people wrote, the plan is off the table.",
                "In 2026 some 1,234,567 people signed; it costs 75,000,000 dollars.",
                "The sunflowery meadow is fine.",
                "[what it is about](https://example.org/oak)",
                "[elsewhere](https://example.org/elsewhere)",
                "The Oak Society says that the vote is near.",
                "Thank you for what you do with OAKS. We call on Congress.",
                "OAKS asks Congress to vote no.",
                "La Sociedad del Roble pide al Congreso que vote no.",
            })
    void wordsThatOnlyLookLikeItAreLeftAlone(String words) {
        assertThat(findings(draft("action-call", words))).isEmpty();
    }

    @Test
    void onceTheOrganizationStandsBehindTheBotItMaySpeakAsIt() {
        assertThat(findings(
                        draft("action-call", "We at the Oak Society need you."),
                        Map.of("endorsed_by", "The Oak Society"),
                        SOME,
                        OptionalLong.empty(),
                        List.of()))
                .isEmpty();
    }

    @Test
    void whatDoesNotFitIntoOneMessageOfAPlatformIsTooLong() {
        assertThat(findings(draft("action-call", "x".repeat(3500))))
                .extracting(found -> found.kind() + " " + found.message().contains("slack"))
                .containsExactly("TOO_LONG true", "TOO_LONG true");
    }

    @Test
    void theSameTextIsAnErrorUnlessTheOtherWasStopped() {
        Alert other = taken(AlertStateMachine.check(
                draftOf("other", draft("action-call", " The vote is  near. Please call.")),
                true,
                "",
                Actor.of(Alerting.SUNFLOWER),
                NOON));
        assertThat(findings(draft("action-call", SOUND), Map.of(), SOME, OptionalLong.empty(), List.of(other)))
                .extracting(Finding::kind, Finding::severity)
                .containsExactly(tuple(Kind.SAME_TEXT, Severity.ERROR));
        Alert stopped = taken(AlertStateMachine.stop(other, Actor.of(Alerting.SUNFLOWER), NOON));
        assertThat(findings(draft("action-call", SOUND), Map.of(), SOME, OptionalLong.empty(), List.of(stopped)))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2026-11-24T17:00:00Z, PAST_EXPIRY",
                "-, 2026-11-24T17:00:01Z, -",
                "2026-11-25T17:00:00Z, 2026-11-25T17:00:00Z, EXPIRES_BEFORE_START",
                "2026-11-25T17:00:00Z, 2026-12-25T17:00:00Z, -",
                "2026-11-25T17:00:00Z, 2026-12-25T17:00:01Z, EXPIRY_FAR"
            })
    void anAlertBeginsBeforeItExpiresAndNotLongBefore(@Nullable Instant at, Instant expires, @Nullable Kind kind) {
        Draft draft = new Draft("action-call", Subscription.ALL, words(SOUND), Audience.EVERYBODY, at, expires);
        assertThat(kinds(draft)).isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Call by Friday., -, 2026-11-28T04:59:00Z, -",
                "Call by Friday., -, 2026-11-28T23:00:00Z, Friday",
                "Call by December 4., -, 2026-12-05T23:00:00Z, December 4",
                "They vote on Tuesday., -, 2026-11-26T23:00:00Z, -",
                "They vote on Wednesday and Friday., -, 2026-11-27T23:00:00Z, -",
                "It passed on July 4., -, 2026-12-05T23:00:00Z, -",
                "Call by Friday., 2026-11-28T15:00:00Z, 2026-12-01T23:00:00Z, -",
                "Please call., -, 2026-11-28T23:00:00Z, -"
            })
    void anAlertThatNamesADayEndsByThenOrItsEndIsLookedAt(
            String words, @Nullable Instant at, Instant expires, @Nullable String said) {
        Draft draft = new Draft("action-call", Subscription.ALL, words(words), Audience.EVERYBODY, at, expires);
        assertThat(findings(draft).stream()
                        .filter(each -> each.kind() == Kind.ENDS_AFTER_DAY)
                        .map(each -> each.severity() + " " + each.about().get("said")))
                .isEqualTo(said == null ? List.of() : List.of("WARNING " + said));
    }

    @Test
    void anAudienceIsSomebodyAndNoSurprise() {
        Draft chosen = draft("action-call", SOUND)
                .to(Subscription.ALL, new Audience(List.of(new Criterion.InState(Set.of("NY"))), List.of()));
        assertThat(kinds(chosen, count(0, 200), OptionalLong.empty())).containsExactly(Kind.AUDIENCE_EMPTY);
        assertThat(findings(chosen, Map.of(), count(0, 0), OptionalLong.empty(), List.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).as("no organizer can fix it").isEqualTo(Severity.WARNING);
                    assertThat(finding.fix()).contains("people sign up by typing alerts to the bot");
                });
        assertThat(kinds(chosen, count(101, 200), OptionalLong.of(7))).containsExactly(Kind.AUDIENCE_LARGE);
        assertThat(kinds(chosen, count(100, 200), OptionalLong.of(7))).isEmpty();
        assertThat(kinds(chosen, count(100, 200), OptionalLong.of(0))).containsExactly(Kind.NOBODY_LEFT);
        assertThat(kinds(draft("action-call", SOUND), count(200, 200), OptionalLong.of(7)))
                .isEmpty();
    }

    @Test
    void errorsComeFirst() {
        Draft draft = new Draft(
                "action-letter",
                Subscription.ALL,
                words(SOUND),
                Audience.EVERYBODY,
                null,
                NOON.plus(Duration.ofDays(90)));
        assertThat(findings(draft)).extracting(Finding::severity).containsExactly(Severity.ERROR, Severity.WARNING);
        assertThat(findings(draft).get(0))
                .hasToString("error action: the action action-letter is closed today"
                        + " — choose an action that is open, or open this one by ./bot settings");
    }

    private static Alert taken(AlertTransition step) {
        return Alerting.taken(step).version(1);
    }

    private static Alert draftOf(String id, Draft draft) {
        return Alerting.taken(
                AlertStateMachine.draft(id, Alert.Kind.NEW, null, draft, Actor.of(Alerting.SUNFLOWER), NOON));
    }

    private static Draft draft(String action, String words) {
        return new Draft(action, Subscription.ALL, words(words), Audience.EVERYBODY, null, Alerting.EXPIRES);
    }

    private static Map<Language, String> words(String words) {
        return Map.of(Language.ENGLISH, words, Language.SPANISH, words);
    }

    private static AudienceCount count(long total, long subscribers) {
        return new AudienceCount(total, subscribers, Map.of(), Map.of(), Map.of());
    }

    private static List<Kind> kinds(Draft draft) {
        return findings(draft).stream().map(Finding::kind).toList();
    }

    private static List<Kind> kinds(Draft draft, AudienceCount count, OptionalLong left) {
        return findings(draft, Map.of(), count, left, List.of()).stream()
                .map(Finding::kind)
                .toList();
    }

    private static List<Finding> findings(Draft draft) {
        return findings(draft, Map.of(), SOME, OptionalLong.empty(), List.of());
    }

    private static List<Finding> findings(
            Draft draft, Map<String, String> settings, AudienceCount count, OptionalLong left, List<Alert> others) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("candidates-and-parties", "Sunflower, Rosa Rugosa");
        return AlertPack.situation(all)
                .check(NOON)
                .findings(new AlertCheck.Subject(draftOf("k3x9", draft), count, left, others), NOON);
    }
}

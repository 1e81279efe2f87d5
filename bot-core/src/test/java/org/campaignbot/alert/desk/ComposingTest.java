package org.campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.alert.Alerting.NOON;
import static org.campaignbot.alert.Alerting.SUNFLOWER;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertIds;
import org.campaignbot.alert.AlertPack;
import org.campaignbot.alert.Alerting;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.people.Language;
import org.campaignbot.people.PersonHash;
import org.junit.jupiter.api.Test;

class ComposingTest {

    private static final Actor AUTHOR = Actor.of(SUNFLOWER);

    private final AlertService desk = new AlertService(
            new MemoryAlerts(),
            new MemoryOrganizers(new PersonHash(new byte[32])),
            () -> AlertPack.situation(Map.of()),
            new AlertService.AudiencePorts(
                    some -> {}, (alert, part, persons) -> Set.of(), (audience, at) -> OptionalLong.empty()),
            new AlertService.RecipientPorts(alert -> AlertFigures.Figures.NONE, (alert, at) -> {}, Runnable::run),
            new AlertIds(new Random(1)),
            false,
            () -> NOON);
    private final Composing composing = new Composing(desk, () -> TinyPack.engine(AlertPack.pack()), () -> NOON);
    private final Map<String, String> typed = new HashMap<>(Map.of(
            "action", "action-call",
            "topic", "all",
            "audience", "everybody",
            "start", "now",
            "end", "Friday 6 pm",
            "en", "The vote is near.",
            "es", "Pronto se vota."));

    private Composing.Composed read() {
        return composing.read(typed, Alert.Kind.NEW, null, "", AUTHOR, Language.ENGLISH);
    }

    @Test
    void wordsOfEachPartBecomeADraft() {
        Alert alert = Objects.requireNonNull(read().alert());
        assertThat(alert.draft().expires()).isEqualTo(Instant.parse("2026-11-27T23:00:00Z"));
        assertThat(alert.draft().at()).isNull();
        assertThat(alert.draft().audience()).isEqualTo(Audience.EVERYBODY);
        assertThat(alert.draft().words()).containsEntry(Language.SPANISH, "Pronto se vota.");
        assertThat(read().of("audience")).as("it would reach no one").isNotEmpty();
    }

    @Test
    void anAlertWithoutAnEndEndsThreeDaysAfterItStarts() {
        typed.put("end", "");
        assertThat(Objects.requireNonNull(read().alert()).draft().expires())
                .isEqualTo(Instant.parse("2026-11-27T23:00:00Z"));
        typed.put("start", "Friday 9 am");
        assertThat(Objects.requireNonNull(read().alert()).draft().expires())
                .isEqualTo(Instant.parse("2026-11-30T23:00:00Z"));
    }

    @Test
    void aTimeThatHasPassedIsSaidHoweverItIsWritten() {
        typed.put("start", "2025-12-04 18:00");
        assertThat(Objects.requireNonNull(read().alert()).draft().unread()).containsKey("start");
        assertThat(read().of("start")).singleElement().matches(Composing.Remark::isError);
    }

    @Test
    void aDayAloneIsAnEndButNoStart() {
        typed.put("end", "Friday");
        typed.put("start", "tomorrow");
        Composing.Composed composed = read();
        assertThat(composed.end()).isEqualTo(Instant.parse("2026-11-27T23:00:00Z"));
        assertThat(composed.of("end")).isEmpty();
        assertThat(composed.of("start")).singleElement().matches(Composing.Remark::isError);
        typed.put("end", "Tuesday");
        assertThat(read().of("end"))
                .singleElement()
                .satisfies(each -> assertThat(each.instead())
                        .extracting(Composing.Option::label)
                        .containsExactly("Tue Nov 24, 6:00 PM", "Tue Dec 1, 6:00 PM"));
    }

    @Test
    void aTimeInAnotherZoneIsKeptInEasternTime() {
        typed.put("start", "December 8 5pm Pacific");
        typed.put("end", "9 de diciembre 5 pm hora del Pacífico");
        Draft draft = Objects.requireNonNull(read().alert()).draft();
        assertThat(composing.written(draft, Language.ENGLISH))
                .containsEntry("start", "Tue Dec 8, 8:00 PM")
                .containsEntry("end", "Wed Dec 9, 8:00 PM");
    }

    @Test
    void aDraftsTimesAreShownAsPeopleWriteThem() {
        typed.put("start", "tomorrow 9 am");
        Draft draft = Objects.requireNonNull(read().alert()).draft();
        assertThat(composing.written(draft, Language.ENGLISH))
                .containsEntry("start", "Wed Nov 25, 9:00 AM")
                .containsEntry("end", "Fri Nov 27, 6:00 PM");
        assertThat(composing.written(draft, Language.SPANISH)).containsEntry("end", "vie 27 nov, 6:00 p. m.");
    }

    @Test
    void aTimeInAnotherZoneHasItsDayIfThatIsAnotherOne() {
        ZoneId pacific = ZoneId.of("America/Los_Angeles");
        assertThat(composing.timeIn(pacific, Instant.parse("2026-11-27T23:00:00Z"), Language.ENGLISH))
                .isEqualTo("3:00 PM");
        assertThat(composing.timeIn(pacific, Instant.parse("2026-11-27T05:30:00Z"), Language.SPANISH))
                .isEqualTo("jue 26 nov, 9:30 p. m.");
    }

    @Test
    void whatCannotBeReadIsSaidBesideItsPartAndTheRestIsCheckedAllTheSame() {
        typed.put("audience", "state=XX");
        typed.put("start", "7");
        typed.put("end", "whenever");
        typed.put("en", "CALL NOW!!!");
        Composing.Composed composed = read();
        assertThat(composed.draft().unread())
                .isEqualTo(Map.of("audience", "state=XX", "start", "7", "end", "whenever"));
        assertThat(desk.findings(Objects.requireNonNull(composed.alert())))
                .filteredOn(each -> each.kind() == Finding.Kind.UNREADABLE)
                .extracting(Finding::where)
                .containsExactly("audience", "start", "expires");
        assertThat(composing.written(composed.draft(), Language.SPANISH)).containsAllEntriesOf(typed);
        assertThat(composed.of("audience")).singleElement().matches(Composing.Remark::isError);
        assertThat(composed.of("end")).singleElement().matches(Composing.Remark::isError);
        assertThat(composed.of("en")).isNotEmpty();
        Composing.Remark start = composed.of("start").get(0);
        assertThat(start.instead()).extracting(Composing.Option::label).allMatch(each -> each.contains("7:00"));
        typed.put("start", start.instead().get(0).value());
        assertThat(read().of("start")).isEmpty();
    }

    @Test
    void aDraftFillsTheFormSoThatReadingItGivesTheDraftBack() {
        Alert alert = Objects.requireNonNull(read().alert());
        for (Language language : List.of(Language.ENGLISH, Language.SPANISH)) {
            typed.clear();
            typed.putAll(composing.written(alert.draft(), language));
            assertThat(Objects.requireNonNull(read().alert()).draft()).isEqualTo(alert.draft());
        }
    }

    @Test
    void aDraftsAudienceIsShownInWords() {
        typed.put("audience", "not:state=TX,FL");
        Alert alert = Objects.requireNonNull(read().alert());
        assertThat(composing.written(alert.draft(), Language.ENGLISH))
                .containsEntry("audience", "everybody but not Florida and Texas")
                .containsEntry("start", "now");
        assertThat(composing.written(alert.draft(), Language.SPANISH))
                .containsEntry("audience", "todo el mundo menos Florida y Texas")
                .containsEntry("start", "ahora");
    }

    @Test
    void aCorrectionIsForThoseWhoGotTheEarlierAlert() {
        Alert earlier = Alerting.sending();
        typed.put("audience", "state=XX");
        Composing.Composed composed =
                composing.read(typed, Alert.Kind.CORRECTION, earlier, "", AUTHOR, Language.ENGLISH);
        assertThat(Objects.requireNonNull(composed.alert()).about()).isEqualTo(earlier.id());
        assertThat(composed.of("audience"))
                .noneMatch(each -> each.words().visible().contains("XX"));
    }

    @Test
    void closedActionsAreNotOffered() {
        assertThat(composing.actions(Language.ENGLISH))
                .extracting(Composing.Option::value)
                .contains("action-call")
                .doesNotContain("action-letter", "action-visit");
        assertThat(composing.topics(Language.ENGLISH)).isEqualTo(List.of(new Composing.Option("all", "all")));
    }
}

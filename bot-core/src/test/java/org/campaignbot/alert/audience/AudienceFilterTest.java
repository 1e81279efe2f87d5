package org.campaignbot.alert.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.alert.Alerting;
import org.campaignbot.directory.Chamber;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AudienceFilterTest {

    private static final Subscriber SECOND_DISTRICT = subscriber("NY-2@119");
    private static final Subscriber NEW_YORK = subscriber("NY");
    private static final Subscriber VERMONT = subscriber("VT");
    private static final Subscriber CAPITAL = subscriber("DC-0@119");
    private static final Subscriber NOWHERE = subscriber(null);

    @Test
    void everybodyIsWhoeverWantsAlertsAboutTheTopic() {
        Subscriber votesOnly = subscriber("NY", "telegram", Language.ENGLISH, Set.of("votes"));
        assertThat(fits(filter(Audience.EVERYBODY, "votes"), votesOnly)).isTrue();
        assertThat(fits(filter(Audience.EVERYBODY, "marches"), votesOnly)).isFalse();
        assertThat(fits(filter(Audience.EVERYBODY, "marches"), NOWHERE)).isTrue();
    }

    @Test
    void aStateIsThatOfTheDistrictToo() {
        assertThat(fitting(new Criterion.InState(Set.of("NY")))).containsExactly(SECOND_DISTRICT, NEW_YORK);
    }

    @Test
    void whoeverToldOnlyAStateFitsNoDistrictButTheOnlyOne() {
        assertThat(fitting(new Criterion.InDistrict(Set.of("NY-2", "VT-0")))).containsExactly(SECOND_DISTRICT, VERMONT);
    }

    @Test
    void aStateAloneIsRepresentedByItsSenatorsAndItsOnlyRepresentative() {
        assertThat(fitting(new Criterion.HasLawmaker(Set.of("T000006")))).containsExactly(SECOND_DISTRICT, NEW_YORK);
        assertThat(fitting(new Criterion.HasLawmaker(Set.of("T000002")))).containsExactly(SECOND_DISTRICT);
        assertThat(fitting(new Criterion.HasLawmaker(Set.of("T000003")))).containsExactly(VERMONT);
    }

    @Test
    void aTermThatIsOverRepresentsNobody() {
        assertThat(fitting(new Criterion.HasLawmaker(Set.of("T000007")))).isEmpty();
        assertThat(fitting(new Criterion.HasParty(Set.of("Republican")))).containsExactly(SECOND_DISTRICT, VERMONT);
        AudienceFilter before = new AudienceFilter(
                audience(new Criterion.HasLawmaker(Set.of("T000007"))),
                Subscription.ALL,
                SmallCountry.DIRECTORY,
                Instant.parse("2026-11-02T17:00:00Z"),
                (alert, part, persons) -> Set.of());
        assertThat(fits(before, NEW_YORK)).isTrue();
    }

    @Test
    void aCommitteeIsItsMembersAndASubcommitteeIsNamedApart() {
        assertThat(fitting(new Criterion.OnCommittee(Set.of("SSAP"))))
                .containsExactly(SECOND_DISTRICT, NEW_YORK, VERMONT);
        assertThat(fitting(new Criterion.OnCommittee(Set.of("SSAP01")))).containsExactly(VERMONT);
        assertThat(fitting(new Criterion.OnCommittee(Set.of("HSAP")))).isEmpty();
    }

    @Test
    void noCommitteeHasMembersOnceItsCongressIsOver() {
        AudienceFilter later = new AudienceFilter(
                audience(new Criterion.OnCommittee(Set.of("SSAP"))),
                Subscription.ALL,
                SmallCountry.DIRECTORY,
                Instant.parse("2027-01-03T17:00:00Z"),
                (alert, part, persons) -> Set.of());
        assertThat(fits(later, VERMONT)).isFalse();
    }

    @Test
    void theCapitalHasADelegateAndNoSenators() {
        assertThat(fitting(new Criterion.HasChamber(Chamber.SENATE)))
                .containsExactly(SECOND_DISTRICT, NEW_YORK, VERMONT);
        assertThat(fitting(new Criterion.HasChamber(Chamber.HOUSE)))
                .containsExactly(SECOND_DISTRICT, NEW_YORK, VERMONT, CAPITAL);
        assertThat(fitting(new Criterion.HasParty(Set.of("Democrat"))))
                .containsExactly(SECOND_DISTRICT, NEW_YORK, CAPITAL);
    }

    @Test
    void aDistrictOfAnotherMapIsOnlyItsState() {
        Subscriber redrawn = subscriber("NY-2@118");
        AudienceFilter filter = filter(audience(new Criterion.HasLawmaker(Set.of("T000002"))), Subscription.ALL);
        assertThat(fits(filter, redrawn)).isFalse();
        AudienceFilter ofSenator = filter(audience(new Criterion.HasLawmaker(Set.of("T000006"))), Subscription.ALL);
        assertThat(fits(ofSenator, redrawn)).isTrue();
    }

    @Test
    void allIncludedMustFitAndNoneExcludedMay() {
        Audience audience = new Audience(
                List.of(
                        new Criterion.OnCommittee(Set.of("SSAP")),
                        new Criterion.OnPlatform(Set.of("slack")),
                        new Criterion.InLanguage(Set.of(Language.SPANISH))),
                List.of(new Criterion.InState(Set.of("VT"))));
        assertThat(fits(
                        filter(audience, Subscription.ALL),
                        subscriber("NY", "slack", Language.SPANISH, Set.of(Subscription.ALL))))
                .isTrue();
        assertThat(fits(
                        filter(audience, Subscription.ALL),
                        subscriber("VT", "slack", Language.SPANISH, Set.of(Subscription.ALL))))
                .isFalse();
        assertThat(fits(
                        filter(audience, Subscription.ALL),
                        subscriber("NY", "slack", Language.ENGLISH, Set.of(Subscription.ALL))))
                .isFalse();
    }

    @Test
    void theEarlierPartIsAskedForBySubscriber() {
        AudienceFilter filter = new AudienceFilter(
                audience(new Criterion.Earlier("k3x9", Criterion.Part.DID_NOT_ACT)),
                Subscription.ALL,
                SmallCountry.DIRECTORY,
                Alerting.NOON,
                (alert, part, persons) -> alert.equals("k3x9") && part == Criterion.Part.DID_NOT_ACT
                        ? persons.stream().filter(VERMONT.person()::equals).collect(Collectors.toSet())
                        : Set.of());
        assertThat(filter.among(List.of(NEW_YORK, VERMONT))).containsExactly(VERMONT);
        assertThat(filter.count(some -> some.accept(List.of(NEW_YORK, VERMONT))))
                .isEqualTo(new AudienceCount(1, 2, Map.of("VT", 1L), Map.of("en", 1L), Map.of("telegram", 1L)));
    }

    @Test
    void aGroupIsTheAccountThatReachesIt() {
        assertThat(fitting(new Criterion.OfGroup(Set.of("T0ACME")))).isEmpty();
        assertThat(fitting(new Criterion.OfGroup(Set.of("bot")))).hasSize(5);
    }

    @Test
    void countsAreByStateLanguageAndPlatform() {
        List<Subscriber> all = List.of(NEW_YORK, SECOND_DISTRICT, VERMONT, NOWHERE);
        AudienceCount count = filter(
                        new Audience(List.of(), List.of(new Criterion.InState(Set.of("VT")))), Subscription.ALL)
                .count(some -> some.accept(all));
        assertThat(count)
                .isEqualTo(new AudienceCount(
                        3, 4, Map.of("NY", 2L, AudienceCount.NO_STATE, 1L), Map.of("en", 3L), Map.of("telegram", 3L)));
        assertThat(count.shown()).isEqualTo(SmallCells.FEW);
    }

    @Test
    void whoeverIsAskedFirstWhetherTheyWantAnyIsNotCounted() {
        Instant aYearAgo = Alerting.NOON.minus(Subscriber.STALE);
        Subscriber stale = heard(aYearAgo, null, false);
        Subscriber asked = heard(Alerting.NOON, Alerting.NOON, false);
        Subscriber justHeard = heard(aYearAgo.plusSeconds(1), null, false);
        Subscriber group = heard(aYearAgo, null, true);
        assertThat(filter(Audience.EVERYBODY, Subscription.ALL).among(List.of(stale, asked, justHeard, group)))
                .containsExactly(justHeard, group);
        AudienceCount count = filter(Audience.EVERYBODY, Subscription.ALL)
                .count(some -> some.accept(List.of(stale, asked, justHeard, group)));
        assertThat(count.total()).isEqualTo(2);
        assertThat(count.subscribers()).isEqualTo(4);
    }

    private static Subscriber heard(Instant heard, @Nullable Instant asked, boolean ofGroup) {
        return new Subscriber(
                "ref of " + heard + asked + ofGroup,
                "person of " + heard + asked + ofGroup,
                "telegram",
                "bot",
                Language.ENGLISH,
                ZoneId.of("America/New_York"),
                null,
                Set.of(Subscription.ALL),
                heard,
                asked,
                ofGroup);
    }

    private static List<Subscriber> fitting(Criterion criterion) {
        AudienceFilter filter = filter(audience(criterion), Subscription.ALL);
        return filter.among(List.of(SECOND_DISTRICT, NEW_YORK, VERMONT, CAPITAL, NOWHERE));
    }

    private static boolean fits(AudienceFilter filter, Subscriber subscriber) {
        return !filter.among(List.of(subscriber)).isEmpty();
    }

    private static Audience audience(Criterion criterion) {
        return new Audience(List.of(criterion), List.of());
    }

    private static AudienceFilter filter(Audience audience, String topic) {
        return new AudienceFilter(
                audience, topic, SmallCountry.DIRECTORY, Alerting.NOON, (alert, part, persons) -> Set.of());
    }

    private static Subscriber subscriber(@Nullable String home) {
        return subscriber(home, "telegram", Language.ENGLISH, Set.of(Subscription.ALL));
    }

    private static Subscriber subscriber(@Nullable String home, String channel, Language language, Set<String> topics) {
        String ref = home == null ? "nowhere" : home;
        return new Subscriber(
                ref,
                "person of " + ref,
                channel,
                "bot",
                language,
                ZoneId.of("America/New_York"),
                home,
                topics,
                Alerting.NOON,
                null);
    }
}

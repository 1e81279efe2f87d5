package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Cohort;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.subscriptions.Subscriptions;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Subscriptions}. */
public abstract class SubscriptionsContract {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final ConversationKey BEN = Fixtures.conversationOf("ben");

    /** A store without subscriptions. */
    protected abstract Subscriptions empty();

    @Test
    void consentIsKeptWithItsVersionAndTime() {
        Subscriptions subscriptions = empty();
        Subscription kept = subscription(ANA, "1", Fixtures.NOON);
        subscriptions.subscribe(kept);
        assertThat(subscriptions.of(ANA)).contains(kept);
        assertThat(subscriptions.of(BEN)).isEmpty();
        assertThat(subscriptions.count()).isEqualTo(1);
    }

    @Test
    void aStateIsNotNeeded() {
        Subscriptions subscriptions = empty();
        Subscription everywhere =
                new Subscription(ANA, "1", Fixtures.NOON, new Language("es"), ZoneId.of("America/Denver"), null);
        subscriptions.subscribe(everywhere);
        assertThat(subscriptions.of(ANA)).contains(everywhere);
    }

    @Test
    void theTopicsAreKeptAndAreAllWhereNoneWasChosen() {
        Subscriptions subscriptions = empty();
        Subscription some = new Subscription(
                ANA, "1", Fixtures.NOON, Language.ENGLISH, ZoneId.of("America/Denver"), null, Set.of("calls", "meet"));
        subscriptions.subscribe(some);
        subscriptions.subscribe(subscription(BEN, "1", Fixtures.NOON));
        assertThat(subscriptions.of(ANA)).contains(some);
        assertThat(subscriptions.of(BEN))
                .hasValueSatisfying(all -> assertThat(all.topics()).containsExactly(Subscription.ALL));
    }

    @Test
    void aLaterChoiceOfTopicsTakesThePlaceOfTheEarlier() {
        Subscriptions subscriptions = empty();
        Subscription all = subscription(ANA, "1", Fixtures.NOON);
        Subscription some = new Subscription(
                ANA, "1", Fixtures.NOON.plusSeconds(1), all.language(), all.zone(), "NY", Set.of("calls"));
        subscriptions.subscribe(all);
        subscriptions.subscribe(some);
        assertThat(subscriptions.of(ANA)).contains(some);
        assertThat(some.wants("calls")).isTrue();
        assertThat(some.wants("meet")).isFalse();
        assertThat(all.wants("meet")).isTrue();
    }

    @Test
    void oneSubscriptionAConversationAndTheLatestYesStands() {
        Subscriptions subscriptions = empty();
        Subscription first = subscription(ANA, "1", Fixtures.NOON);
        Subscription second = subscription(ANA, "2", Fixtures.NOON.plusSeconds(60));
        subscriptions.subscribe(first);
        subscriptions.subscribe(second);
        subscriptions.subscribe(first);
        subscriptions.subscribe(second);
        assertThat(subscriptions.of(ANA)).contains(second);
        assertThat(subscriptions.count()).isEqualTo(1);
    }

    @Test
    void unsubscribingDeletesAtOnceAndForGood() {
        Subscriptions subscriptions = empty();
        subscriptions.subscribe(subscription(ANA, "1", Fixtures.NOON));
        subscriptions.subscribe(subscription(BEN, "1", Fixtures.NOON));
        subscriptions.unsubscribe(ANA);
        subscriptions.unsubscribe(ANA);
        assertThat(subscriptions.of(ANA)).isEmpty();
        assertThat(subscriptions.of(BEN)).isPresent();
        assertThat(subscriptions.count()).isEqualTo(1);
    }

    @Test
    void whoeverUnsubscribedMaySubscribeAgain() {
        Subscriptions subscriptions = empty();
        subscriptions.subscribe(subscription(ANA, "1", Fixtures.NOON));
        subscriptions.unsubscribe(ANA);
        Subscription again = subscription(ANA, "1", Fixtures.NOON.plusSeconds(60));
        subscriptions.subscribe(again);
        assertThat(subscriptions.of(ANA)).contains(again);
    }

    @Test
    void theDistrictIsKeptAsItWasTold() {
        Subscriptions subscriptions = empty();
        Subscription told =
                new Subscription(ANA, "3", Fixtures.NOON, Language.ENGLISH, ZoneId.of("America/New_York"), "NY-12@119");
        subscriptions.subscribe(told);
        assertThat(subscriptions.of(ANA)).contains(told);
        assertThat(told.state()).isEqualTo("NY");
        assertThat(subscriptions.page("", 9))
                .singleElement()
                .satisfies(each -> assertThat(each.home()).isEqualTo("NY-12@119"));
    }

    @Test
    void pagesGoThroughEverybodyOnceAndNameNobody() {
        Subscriptions subscriptions = empty();
        for (int i = 0; i < 25; i++) {
            subscriptions.subscribe(subscription(Fixtures.conversationOf("person" + i), "1", Fixtures.NOON));
        }
        List<Subscriber> all = new ArrayList<>();
        List<Subscriber> page = subscriptions.page("", 10);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = subscriptions.page(page.get(page.size() - 1).ref(), 10);
        }
        assertThat(all).hasSize(25);
        assertThat(all).extracting(Subscriber::ref).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(Subscriber::person)
                .doesNotHaveDuplicates()
                .noneMatch(hash -> hash.contains("person"));
        assertThat(all).allSatisfy(each -> {
            assertThat(each.channel()).isEqualTo("paper");
            assertThat(each.account()).isEqualTo("bot");
            assertThat(each.state()).isEqualTo("NY");
            assertThat(each.topics()).containsExactly(Subscription.ALL);
            assertThat(each.heard()).isEqualTo(Fixtures.NOON);
            assertThat(each.asked()).isNull();
            assertThat(subscriptions.find(each.ref())).isPresent();
        });
    }

    @Test
    void twoConversationsOfAPersonAreTwoSubscriptionsOfOnePerson() {
        Subscriptions subscriptions = empty();
        ConversationKey elsewhere = new ConversationKey(new Address("paper", "bot", "club", null), ANA.person());
        subscriptions.subscribe(subscription(ANA, "1", Fixtures.NOON));
        subscriptions.subscribe(subscription(elsewhere, "1", Fixtures.NOON));
        List<Subscriber> both = subscriptions.page("", 9);
        assertThat(both).hasSize(2);
        assertThat(both.get(0).person()).isEqualTo(both.get(1).person());
    }

    @Test
    void whoDoesNotAnswerIsDeletedAndWhoSaysYesStays() {
        Subscriptions subscriptions = empty();
        subscriptions.subscribe(subscription(ANA, "1", Fixtures.NOON));
        subscriptions.subscribe(subscription(BEN, "1", Fixtures.NOON));
        Instant asked = Fixtures.NOON.plusSeconds(60);
        for (Subscriber each : subscriptions.page("", 9)) {
            assertThat(subscriptions.asked(each.ref(), asked)).isTrue();
            assertThat(subscriptions.asked(each.ref(), asked.plusSeconds(9))).isFalse();
        }
        assertThat(subscriptions.asked("nobody's", asked)).isFalse();
        assertThat(subscriptions.page("", 9)).extracting(Subscriber::asked).containsOnly(asked);
        subscriptions.subscribe(subscription(BEN, "1", asked.plusSeconds(60)));
        assertThat(subscriptions.endUnanswered(asked)).isZero();
        assertThat(subscriptions.endUnanswered(asked.plusSeconds(1))).isEqualTo(1);
        assertThat(subscriptions.of(ANA)).isEmpty();
        assertThat(subscriptions.page("", 9)).extracting(Subscriber::asked).containsOnlyNulls();
    }

    @Test
    void whoeverWasNotReachedByTheQuestionWasNotAsked() {
        Subscriptions subscriptions = empty();
        subscriptions.subscribe(subscription(ANA, "1", Fixtures.NOON));
        String ref = subscriptions.page("", 9).get(0).ref();
        Instant asked = Fixtures.NOON.plusSeconds(60);
        subscriptions.asked(ref, asked);
        subscriptions.notAsked(ref, asked.plusSeconds(1));
        subscriptions.notAsked("nobody's", asked);
        assertThat(subscriptions.page("", 9)).extracting(Subscriber::asked).containsOnly(asked);
        subscriptions.notAsked(ref, asked);
        assertThat(subscriptions.page("", 9)).extracting(Subscriber::asked).containsOnlyNulls();
        assertThat(subscriptions.endUnanswered(asked.plusSeconds(9))).isZero();
        assertThat(subscriptions.asked(ref, asked.plusSeconds(9))).isTrue();
    }

    @Test
    void onlyAPersonIsNotHeardForTooLong() {
        Subscriptions subscriptions = empty();
        Subscription own = subscription(BEN, "1", Fixtures.NOON);
        subscriptions.subscribe(own);
        subscriptions.subscribe(new Subscription(
                ANA, "1", own.since(), own.language(), own.zone(), null, Set.of("calls"), true, BEN.person()));
        subscriptions.forgetSetter(BEN.person());
        Instant aYearLater = Fixtures.NOON.plus(Subscriber.STALE);
        assertThat(subscriptions.page("", 9))
                .filteredOn(each -> each.isStale(aYearLater))
                .singleElement()
                .satisfies(each -> assertThat(each.ofGroup()).isFalse());
        assertThat(subscriptions.page("", 9)).noneMatch(each -> each.isStale(aYearLater.minusSeconds(1)));
    }

    @Test
    void cohortsCountThoseWhoAreAlike() {
        Subscriptions subscriptions = empty();
        subscriptions.subscribe(subscription(ANA, "1", Fixtures.NOON));
        subscriptions.subscribe(subscription(BEN, "1", Fixtures.NOON.plusSeconds(60)));
        ConversationKey eva = Fixtures.conversationOf("eva");
        subscriptions.subscribe(new Subscription(
                eva, "1", Fixtures.NOON, new Language("es"), EasternTime.ZONE, null, Set.of("meet", "calls")));
        ConversationKey club = new ConversationKey(new Address("paper", "other", "club", null), ANA.person());
        subscriptions.subscribe(new Subscription(
                club, "1", Fixtures.NOON, Language.ENGLISH, EasternTime.ZONE, "NY", Set.of("calls"), true, null));

        Map<Cohort, Long> now = subscriptions.cohorts(Fixtures.NOON.plusSeconds(60));

        Cohort inNewYork = new Cohort("paper", "bot", Language.ENGLISH, "NY", Set.of(Subscription.ALL), false, false);
        Cohort clubs = new Cohort("paper", "other", Language.ENGLISH, "NY", Set.of("calls"), true, false);
        Cohort spanish = new Cohort("paper", "bot", new Language("es"), null, Set.of("calls", "meet"), false, false);
        assertThat(now).containsOnly(entry(inNewYork, 2L), entry(clubs, 1L), entry(spanish, 1L));
        assertThat(spanish.wants("meet")).isTrue();
        assertThat(spanish.wants("visit")).isFalse();
        assertThat(inNewYork.wants("visit")).isTrue();
    }

    @Test
    void cohortsTellApartWhoMustBeAskedFirst() {
        Subscriptions subscriptions = empty();
        subscriptions.subscribe(subscription(ANA, "1", Fixtures.NOON));
        subscriptions.subscribe(subscription(BEN, "1", Fixtures.NOON.plusSeconds(60)));
        assertThat(staleIn(subscriptions, Fixtures.NOON.plus(Subscriber.STALE).minusSeconds(1)))
                .isZero();
        assertThat(staleIn(subscriptions, Fixtures.NOON.plus(Subscriber.STALE))).isEqualTo(1);
        Instant asked = Fixtures.NOON.plusSeconds(90);
        subscriptions.page("", 9).forEach(each -> subscriptions.asked(each.ref(), asked));
        assertThat(staleIn(subscriptions, asked)).isEqualTo(2);
    }

    private static long staleIn(Subscriptions subscriptions, Instant now) {
        return subscriptions.cohorts(now).entrySet().stream()
                .filter(each -> each.getKey().isStale())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Test
    void aGroupsSubscriptionNamesWhoSetItUntilTheyAreForgotten() {
        Subscriptions subscriptions = empty();
        Subscription ofGroup = new Subscription(
                ANA,
                "1",
                Fixtures.NOON,
                Language.ENGLISH,
                ZoneId.of("America/Denver"),
                null,
                Set.of("calls"),
                true,
                BEN.person());
        subscriptions.subscribe(ofGroup);
        subscriptions.subscribe(subscription(BEN, "1", Fixtures.NOON));
        subscriptions.forgetSetter(ANA.person());
        assertThat(subscriptions.of(ANA)).contains(ofGroup);
        subscriptions.forgetSetter(BEN.person());
        assertThat(subscriptions.of(ANA)).contains(ofGroup.withoutSetter());
        assertThat(subscriptions.of(BEN)).isPresent();
        subscriptions.unsubscribe(ANA);
        assertThat(subscriptions.of(ANA)).isEmpty();
    }

    private static Subscription subscription(ConversationKey conversation, String text, Instant since) {
        return new Subscription(conversation, text, since, Language.ENGLISH, ZoneId.of("America/New_York"), "NY");
    }
}

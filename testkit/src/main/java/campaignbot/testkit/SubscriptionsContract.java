package campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.alert.Subscription;
import campaignbot.alert.Subscriptions;
import campaignbot.conversation.ConversationKey;
import campaignbot.people.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The laws of {@link Subscriptions}. */
public abstract class SubscriptionsContract {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final ConversationKey BEN = Fixtures.conversationOf("ben");

    /** Subscriptions of which there are none. */
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

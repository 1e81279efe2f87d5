package org.campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Alerting;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.memory.MemoryRecipients;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.memory.MemorySubscriptions;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.DeliveryListener;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.junit.jupiter.api.Test;

/** Who is asked whether they still want alerts, and when. */
class StaleSubscriptionsTest {

    private static final Instant A_YEAR_AGO = Alerting.NOON.minus(Subscriber.STALE);
    private static final Instant EIGHT_IN_THE_EVENING = Alerting.NOON.plus(Duration.ofHours(8));
    private static final Duration A_DAY = Duration.ofDays(1);

    private Instant now = Alerting.NOON;
    private int commits;
    private final MemoryAlerts alerts = new MemoryAlerts();
    private final MemorySubscriptions subscriptions = new MemorySubscriptions();
    private final MemoryStore outbox = new MemoryStore();
    private final RecipientQueue queue = new RecipientQueue(
            alerts,
            new MemoryRecipients(subscriptions),
            (alert, subscription) -> Message.of(RichText.of("There is a vote.")),
            () -> AlertHours.outside("20:00-09:00", state -> List.of()),
            () -> now);
    private final StaleSubscriptions stale = new StaleSubscriptions(
            alerts,
            subscriptions,
            outbox,
            work -> {
                commits++;
                work.run();
            },
            language -> Message.of(RichText.of("Do you still want alerts?")),
            () -> AlertHours.outside("20:00-09:00", state -> List.of()),
            () -> now);

    private static ConversationKey key(String name) {
        return new ConversationKey(new Address("paper", "bot", name, null), new Person("paper", name));
    }

    private void subscribe(String name, boolean ofGroup) {
        subscriptions.subscribe(new Subscription(
                key(name),
                "3",
                A_YEAR_AGO,
                Language.ENGLISH,
                ZoneId.of("America/New_York"),
                null,
                Set.of(Subscription.ALL),
                ofGroup,
                null));
    }

    private void beginAlert() {
        step(AlertStateMachine.draft(
                "k3x9",
                Alert.Kind.NEW,
                null,
                Alerting.draft("The vote is near.", null),
                Actor.of(Alerting.SUNFLOWER),
                now));
        step(AlertStateMachine.check(alert(), true, "", Actor.of(Alerting.SUNFLOWER), now));
        step(AlertStateMachine.approve(alert(), Actor.of(Alerting.TULIP), now));
        step(AlertStateMachine.begin(alert(), false, Actor.of(Alerting.SUNFLOWER), now));
    }

    private Alert alert() {
        return alerts.find("k3x9").orElseThrow();
    }

    private void step(AlertTransition step) {
        AlertTransition.Taken taken = (AlertTransition.Taken) step;
        AlertEntry entry = taken.entry();
        assertThat(alerts.save(taken.alert(), entry)).isTrue();
    }

    /** Sends the outbox messages that may be sent; returns their recipients. */
    private List<String> send() {
        List<Outgoing> claimed = outbox.claim(1_000);
        List<String> sent = new ArrayList<>();
        List<DeliveryListener.Ended> ended = new ArrayList<>();
        for (Outgoing each : claimed) {
            DeliveryStatus denied = queue.denied(each, now);
            if (denied == null) {
                sent.add(each.to().chat());
            }
            ended.add(new DeliveryListener.Ended(each, denied == null ? DeliveryStatus.SENT : denied, null));
        }
        stale.ended(ended);
        outbox.settle(claimed.stream().map(Outgoing::id).toList());
        return sent;
    }

    @Test
    void whoeverWasNotHeardForAYearIsAskedOnceWhileAnAlertGoesOut() {
        subscribe("ana", false);
        assertThat(stale.run()).isZero();
        beginAlert();
        assertThat(stale.run()).isEqualTo(1);
        assertThat(send()).containsExactly("ana");
        now = now.plus(Duration.ofHours(1));
        assertThat(stale.run()).isZero();
    }

    @Test
    void aGroupIsNotAsked() {
        subscribe("club", true);
        beginAlert();
        assertThat(stale.run()).isZero();
        now = now.plus(StaleSubscriptions.ANSWER).plus(A_DAY);
        stale.run();
        assertThat(subscriptions.count()).isEqualTo(1);
    }

    @Test
    void whoeverDoesNotAnswerGetsNoMore() {
        subscribe("ana", false);
        beginAlert();
        stale.run();
        assertThat(send()).containsExactly("ana");
        now = now.plus(StaleSubscriptions.ANSWER).plusSeconds(1);
        stale.run();
        assertThat(subscriptions.count()).isZero();
    }

    @Test
    void nobodyIsAskedAtNight() {
        subscribe("ana", false);
        beginAlert();
        now = EIGHT_IN_THE_EVENING;
        assertThat(stale.run()).isZero();
    }

    @Test
    void aQuestionThatWaitedUntilNightIsAskedInTheNextGoodHours() {
        subscribe("ana", false);
        beginAlert();
        assertThat(stale.run()).isEqualTo(1);
        now = EIGHT_IN_THE_EVENING;
        assertThat(send()).isEmpty();
        now = Alerting.NOON.plus(A_DAY);
        stale.run();
        assertThat(send()).containsExactly("ana");
    }

    @Test
    void aQuestionThatWasClaimedDoesNotLeaveAtNightEither() {
        subscribe("ana", false);
        beginAlert();
        stale.run();
        Outgoing question = outbox.claim(1).get(0);
        assertThat(queue.denied(question, EIGHT_IN_THE_EVENING.minusSeconds(1))).isNull();
        assertThat(queue.denied(question, EIGHT_IN_THE_EVENING)).isEqualTo(DeliveryStatus.EXPIRED);
    }

    @Test
    void aFewAreAskedAtOnceInOneCommitAndTheOthersAfterThem() {
        for (int i = 0; i < 2 * StaleSubscriptions.MOST + 1; i++) {
            subscribe("person" + i, false);
        }
        beginAlert();
        assertThat(List.of(stale.run(), stale.run(), stale.run(), stale.run()))
                .containsExactly(StaleSubscriptions.MOST, StaleSubscriptions.MOST, 1, 0);
        assertThat(commits).isEqualTo(3);
        assertThat(send()).hasSize(2 * StaleSubscriptions.MOST + 1).doesNotHaveDuplicates();
    }
}

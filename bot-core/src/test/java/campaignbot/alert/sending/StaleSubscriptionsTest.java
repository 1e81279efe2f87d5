package campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.alert.Actor;
import campaignbot.alert.Alert;
import campaignbot.alert.AlertEntry;
import campaignbot.alert.AlertLife;
import campaignbot.alert.AlertStep;
import campaignbot.alert.Alerting;
import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Deliveries;
import campaignbot.delivery.Deliveries.Fate;
import campaignbot.delivery.Outgoing;
import campaignbot.memory.MemoryAlerts;
import campaignbot.memory.MemoryRecipients;
import campaignbot.memory.MemoryStore;
import campaignbot.memory.MemorySubscriptions;
import campaignbot.message.Message;
import campaignbot.message.RichText;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import campaignbot.subscription.Subscriber;
import campaignbot.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final AlertWatch watch =
            new AlertWatch(alerts, new MemoryRecipients(subscriptions, outbox), subscriptions, () -> now);
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
        step(AlertLife.draft(
                "k3x9",
                Alert.Kind.NEW,
                null,
                Alerting.draft("The vote is near.", null),
                Actor.of(Alerting.SUNFLOWER),
                now));
        step(AlertLife.check(alert(), true, "", Actor.of(Alerting.SUNFLOWER), now));
        step(AlertLife.approve(alert(), Actor.of(Alerting.TULIP), now));
        step(AlertLife.begin(alert(), false, Actor.of(Alerting.SUNFLOWER), now));
    }

    private Alert alert() {
        return alerts.find("k3x9").orElseThrow();
    }

    private void step(AlertStep step) {
        AlertStep.Taken taken = (AlertStep.Taken) step;
        AlertEntry entry = taken.entry();
        assertThat(alerts.save(taken.alert(), entry)).isTrue();
    }

    /** Sends what is in the outbox and may leave; returns to whom. */
    private List<String> send() {
        List<Outgoing> claimed = outbox.claim(1_000);
        Map<String, Fate> denied = watch.denied(claimed, now);
        watch.ended(claimed.stream()
                .map(each -> new Deliveries.Ended(each, denied.getOrDefault(each.id(), Fate.SENT), null))
                .toList());
        outbox.settle(claimed.stream().map(Outgoing::id).toList());
        return claimed.stream()
                .filter(each -> !denied.containsKey(each.id()))
                .map(each -> each.to().chat())
                .toList();
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
    void aQuestionThatDepartedDoesNotLeaveAtNightEither() {
        subscribe("ana", false);
        beginAlert();
        stale.run();
        Outgoing question = outbox.claim(1).get(0);
        assertThat(watch.deniedAfterAll(question, EIGHT_IN_THE_EVENING.minusSeconds(1)))
                .isNull();
        assertThat(watch.deniedAfterAll(question, EIGHT_IN_THE_EVENING)).isEqualTo(Fate.EXPIRED);
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

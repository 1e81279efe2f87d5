package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.campaignbot.alert.audience.Criterion.Part;
import org.campaignbot.alert.sending.AlertRun;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.alert.sending.Recipients.Advance;
import org.campaignbot.alert.sending.Recipients.Canary;
import org.campaignbot.alert.sending.Recipients.Due;
import org.campaignbot.alert.sending.Recipients.Ended;
import org.campaignbot.alert.sending.Recipients.Enlisted;
import org.campaignbot.alert.sending.Recipients.Figure;
import org.campaignbot.alert.sending.Recipients.Next;
import org.campaignbot.alert.sending.Recipients.Open;
import org.campaignbot.alert.sending.Recipients.RecipientKey;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.AlertQueue.Room;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.subscriptions.Subscriptions;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Recipients}. */
public abstract class RecipientsContract {

    private static final String ALERT = "vote";
    private static final String OTHER = "rally";
    private static final Instant NOW = Fixtures.NOON;
    private static final Instant EVENING = NOW.plus(Duration.ofHours(8));
    private static final int MANY = 100;
    private static final Open EVERYBODY = new Open(ALERT, false);
    private static final Account ACCOUNT =
            Account.of(Fixtures.conversationOf("ana").address());

    private static Next send(Due due) {
        return new Next.Send(message(due));
    }

    /**
     * Recipients with their subscriptions, both in the same store.
     *
     * @param recipients without any recipient
     */
    public record Store(Subscriptions subscriptions, Recipients recipients) {}

    private final Store store = empty();
    private final Recipients recipients = store.recipients;

    /** An empty store. */
    protected abstract Store empty();

    @Test
    void whoIsEnlistedIsOnceAnAlert() {
        enlist(ALERT, "ana", "ben");
        assertThat(recipients.enlist(ALERT, AlertRun.NOT_BEGUN, null, everybody(), NOW))
                .isFalse();
        assertThat(recipients.count(ALERT)).isEqualTo(2);
        assertThat(recipients.figures(ALERT)).containsExactly(new Recipients.Figure("", "", "queued", 2));
        assertThat(recipients.unsettled()).containsExactly(ALERT);
        assertThat(recipients.run(ALERT).enlisted()).isEqualTo(NOW);
        assertThat(recipients.run(OTHER)).isEqualTo(AlertRun.NOT_BEGUN);
    }

    @Test
    void enlistingGoesOnWhereItStopped() {
        subscribe("ana", "ben", "eve");
        List<Subscriber> first = store.subscriptions.page("", 2);
        String upTo = first.get(1).ref();
        assertThat(recipients.enlist(ALERT, AlertRun.NOT_BEGUN, upTo, enlisted(first), NOW))
                .isTrue();
        AlertRun run = recipients.run(ALERT);
        assertThat(run.lookedAt()).isEqualTo(upTo);
        assertThat(run.enlisted()).isNull();
        assertThat(recipients.enlist(ALERT, AlertRun.NOT_BEGUN, upTo, enlisted(first), NOW))
                .isFalse();
        assertThat(recipients.enlist(ALERT, run, null, enlisted(store.subscriptions.page(upTo, 2)), NOW))
                .isTrue();
        assertThat(recipients.count(ALERT)).isEqualTo(3);
    }

    @Test
    void whoseTimeHasComeIsClaimedOnce() {
        enlist(ALERT, "ana", "ben");
        assertThat(claim()).containsExactlyInAnyOrder(key(ALERT, "ana"), key(ALERT, "ben"));
        assertThat(claim()).isEmpty();
        assertThat(figures(ALERT)).containsExactly(entry("queued", 2L));
    }

    @Test
    void aMessageIsNamedByAlertAndPerson() {
        enlist(ALERT, "ana");
        Claimed claimed = advance(List.of(), NOW, RecipientsContract::send).get(0);
        assertThat(claimed.message().id()).isEqualTo(key(ALERT, "ana").id());
        assertThat(RecipientKey.of(claimed.message().id())).isEqualTo(key(ALERT, "ana"));
        assertThat(claimed.mayHaveLeft()).isFalse();
    }

    @Test
    void asManyAreClaimedAsThereIsRoomFor() {
        enlist(ALERT, "ana", "ben", "eve");
        assertThat(claim(new Room(Map.of(ACCOUNT, 2), 0))).hasSize(2);
        assertThat(claim(new Room(Map.of(ACCOUNT, 0), 5))).isEmpty();
        assertThat(claim(new Room(Map.of(), 2))).hasSize(1);
    }

    @Test
    void thoseWhoEndMakeRoomInTheSameTransaction() {
        enlist(ALERT, "ana", "ben");
        enlist(OTHER, "ana");
        Room one = new Room(Map.of(), 1);
        List<RecipientKey> first = keys(recipients.advance(
                new Advance(List.of(), List.of(), List.of(EVERYBODY), one, NOW), RecipientsContract::send));
        assertThat(first).hasSize(1);
        List<RecipientKey> second = keys(recipients.advance(
                new Advance(List.of(new Ended(first.get(0), State.SENT, "")), List.of(), List.of(EVERYBODY), one, NOW),
                RecipientsContract::send));
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(figures(ALERT)).containsOnly(entry("sent", 1L), entry("queued", 1L));
        assertThat(figures(OTHER)).containsExactly(entry("queued", 1L));
    }

    @Test
    void whoseTimeHasNotComeWaits() {
        subscribe("ana");
        List<Enlisted> later = List.of(new Enlisted(subscriber("ana"), EVENING));
        recipients.enlist(ALERT, AlertRun.NOT_BEGUN, null, later, NOW);
        assertThat(claim()).isEmpty();
        assertThat(advance(List.of(), EVENING, due -> new Next.Later(EVENING.plusSeconds(1))))
                .isEmpty();
        assertThat(advance(List.of(), EVENING, due -> {
                    throw new AssertionError("nobody is due");
                }))
                .isEmpty();
        advance(List.of(), EVENING.plusSeconds(1), due -> new Next.End(State.EXPIRED, ""));
        assertThat(figures(ALERT)).containsExactly(entry("expired", 1L));
    }

    @Test
    void whoHasNoGoodHourIsAtTheEndAtOnce() {
        subscribe("ana");
        List<Enlisted> never = List.of(new Enlisted(subscriber("ana"), State.EXPIRED, "", NOW));
        recipients.enlist(ALERT, AlertRun.NOT_BEGUN, null, never, NOW);
        assertThat(figures(ALERT)).containsExactly(entry("expired", 1L));
        assertThat(recipients.settle(ALERT, NOW)).isTrue();
    }

    @Test
    void whoHasNoSubscriptionAnyMoreIsWithheld() {
        enlist(ALERT, "ana");
        store.subscriptions.unsubscribe(key("ana"));
        assertThat(claim()).isEmpty();
        assertThat(figures(ALERT)).containsExactly(entry("withheld/left", 1L));
    }

    @Test
    void whatWasToldFirstHolds() {
        enlist(ALERT, "ana");
        claim();
        end("ana", State.UNKNOWN, "");
        end("ana", State.SENT, "");
        assertThat(figures(ALERT)).containsExactly(entry("unknown", 1L));
    }

    @Test
    void anAlertIsSettledOnceEachIsInAFinalState() {
        enlist(ALERT, "ana", "ben");
        claim();
        end("ana", State.SENT, "");
        assertThat(recipients.settle(ALERT, NOW)).isFalse();
        end("ben", State.FAILED, "gone");
        assertThat(recipients.settle(ALERT, NOW)).isTrue();
        assertThat(recipients.settle(ALERT, NOW)).isFalse();
        assertThat(recipients.unsettled()).isEmpty();
        assertThat(recipients.figures(ALERT))
                .containsExactlyInAnyOrder(
                        new Figure("NY", "2026-11-24", "sent", 1), new Figure("NY", "2026-11-24", "failed/gone", 1));
    }

    @Test
    void whatTheSenderGaveBackWaitsAgain() {
        enlist(ALERT, "ana", "ben");
        claim();
        end("ana", State.WAITING, "");
        end("ana", State.WAITING, "");
        assertThat(claim()).containsExactly(key(ALERT, "ana"));
        assertThat(claim()).isEmpty();
        end("ana", State.SENT, "");
        assertThat(figures(ALERT)).containsOnly(entry("sent", 1L), entry("queued", 1L));
    }

    @Test
    void whatNobodyClaimedHasNoEnd() {
        enlist(ALERT, "ana");
        end("ana", State.SENT, "");
        assertThat(figures(ALERT)).containsExactly(entry("queued", 1L));
        assertThat(claim()).hasSize(1);
    }

    @Test
    void whatALivingProcessHasInFlightIsNotAbandoned() {
        enlist(ALERT, "ana");
        claim();
        assertThat(recipients.renew(List.of(key(ALERT, "ana")))).isAfter(NOW);
        assertThat(recipients.abandon(ALERT, NOW)).isZero();
        assertThat(figures(ALERT)).containsExactly(entry("queued", 1L));
    }

    @Test
    void theWaitingOfAnAlertCanBeEnded() {
        enlist(ALERT, "ana", "ben", "eve");
        recipients.advance(
                new Advance(List.of(), List.of(), List.of(EVERYBODY), new Room(Map.of(), 1), NOW),
                RecipientsContract::send);
        assertThat(recipients.close(ALERT, State.WITHHELD, "stopped", 1, NOW)).isEqualTo(1);
        assertThat(recipients.close(ALERT, State.WITHHELD, "stopped", MANY, NOW))
                .isEqualTo(1);
        assertThat(figures(ALERT)).containsOnly(entry("withheld/stopped", 2L), entry("queued", 1L));
    }

    @Test
    void aFewGetItFirst() {
        enlist(ALERT, "ana", "ben", "eve");
        recipients.chooseCanary(ALERT, 2, NOW);
        recipients.chooseCanary(ALERT, 3, NOW.plusSeconds(1));
        assertThat(recipients.run(ALERT).canary()).isEqualTo(NOW);
        assertThat(recipients.canary(ALERT)).isEqualTo(new Canary(2, 0, 0, 0, false));
        List<RecipientKey> few = keys(recipients.advance(
                new Advance(List.of(), List.of(), List.of(new Open(ALERT, true)), new Room(Map.of(), MANY), NOW),
                RecipientsContract::send));
        assertThat(few).hasSize(2);
        end(List.of(new Ended(few.get(0), State.SENT, ""), new Ended(few.get(1), State.UNKNOWN, "")));
        assertThat(recipients.canary(ALERT)).isEqualTo(new Canary(2, 2, 1, 0, false));
        recipients.judged(ALERT, NOW);
        assertThat(recipients.run(ALERT).judged()).isEqualTo(NOW);
        assertThat(claim()).hasSize(1);
    }

    @Test
    void ofTheFewWhoeverIsForgottenCountsByWhatBecameOfTheirs() {
        enlist(ALERT, "ana", "ben", "eve", "kim");
        recipients.chooseCanary(ALERT, MANY, NOW);
        claim();
        end("ana", State.FAILED, "gone");
        end("ben", State.UNKNOWN, "");
        end("eve", State.SENT, "");
        List.of("ana", "ben", "eve").forEach(each -> recipients.left(key(each), true, NOW));
        assertThat(recipients.count(ALERT)).isEqualTo(1);
        assertThat(recipients.canary(ALERT)).isEqualTo(new Canary(4, 3, 2, 1, true));
    }

    @Test
    void onlyWhoPerhapsDidNotGetItGetsItAgain() {
        enlist(ALERT, "ana", "ben", "eve");
        claim();
        end("ana", State.SENT, "");
        end("ben", State.UNKNOWN, "");
        end("eve", State.UNKNOWN, "");
        recipients.started(ALERT, person("eve"));
        recipients.settle(ALERT, NOW);
        assertThat(recipients.again(ALERT, NOW)).isEqualTo(1);
        assertThat(recipients.unsettled()).containsExactly(ALERT);
        assertThat(claim()).containsExactly(key(ALERT, "ben"));
        end("ben", State.SENT, "");
        assertThat(figures(ALERT)).containsOnly(entry("sent", 2L), entry("unknown", 1L), entry("started", 1L));
    }

    @Test
    void capsGoByWhatWasSentOrIsAboutToBe() {
        enlist(ALERT, "ana", "ben", "eve");
        enlist(OTHER, "ana");
        claim();
        end("ana", State.SENT, "");
        end("eve", State.FAILED, "gone");
        Instant later = NOW.plus(Duration.ofDays(2));
        Map<String, List<Instant>> sent =
                recipients.sent(Set.of(person("ana"), person("ben"), person("eve")), NOW.minusSeconds(1), later);
        assertThat(sent).containsOnlyKeys(person("ana"), person("ben"));
        assertThat(sent.get(person("ana"))).containsExactlyInAnyOrder(NOW, later);
        assertThat(sent.get(person("ben"))).containsExactly(later);
        assertThat(recipients
                        .sent(Set.of(person("ana")), NOW.plusSeconds(1), later)
                        .get(person("ana")))
                .containsExactly(later);
    }

    @Test
    void whoStartedAndToldOfItTookPart() {
        enlist(ALERT, "ana", "ben", "eve");
        claim();
        List.of("ana", "ben").forEach(each -> end(each, State.SENT, ""));
        end("eve", State.WAITING, "");
        recipients.started(ALERT, person("ana"));
        recipients.started(ALERT, person("eve"));
        recipients.started(OTHER, person("ana"));
        recipients.told(Set.of(ALERT, OTHER), person("ana"), "spoke", 1);
        recipients.told(Set.of(ALERT), person("ben"), "spoke", 1);
        Collection<String> all = List.of(person("ana"), person("ben"), person("eve"));
        assertThat(recipients.took(ALERT, Part.GOT, all)).containsExactlyInAnyOrder(person("ana"), person("ben"));
        assertThat(recipients.took(ALERT, Part.ACTED, all)).containsExactly(person("ana"));
        assertThat(recipients.took(ALERT, Part.DID_NOT_ACT, all)).containsExactly(person("ben"));
        assertThat(recipients.took(OTHER, Part.GOT, all)).isEmpty();
        assertThat(figures(ALERT))
                .containsOnly(entry("sent", 2L), entry("queued", 1L), entry("started", 1L), entry("told/spoke", 1L));
    }

    @Test
    void whatIsTakenBackLeavesWhatWasToldBefore() {
        enlist(ALERT, "ana");
        claim();
        end("ana", State.SENT, "");
        recipients.started(ALERT, person("ana"));
        recipients.told(Set.of(ALERT), person("ana"), "spoke", 1);
        recipients.told(Set.of(ALERT), person("ana"), "message", 2);
        assertThat(figures(ALERT)).containsEntry("told/message", 1L).doesNotContainKey("told/spoke");
        recipients.tookBack(Set.of(ALERT), person("ana"), 3);
        assertThat(figures(ALERT)).containsEntry("told/spoke", 1L).doesNotContainKey("told/message");
        assertThat(recipients.took(ALERT, Part.ACTED, List.of(person("ana")))).hasSize(1);
        recipients.told(Set.of(ALERT), person("ana"), "busy", 4);
        recipients.tookBack(Set.of(ALERT), person("ana"), 5);
        assertThat(figures(ALERT)).containsEntry("told/spoke", 1L).doesNotContainKey("told/busy");
    }

    @Test
    void whoTakesBackAllThatTheyToldDidNotAct() {
        enlist(ALERT, "ana");
        claim();
        end("ana", State.SENT, "");
        recipients.started(ALERT, person("ana"));
        recipients.told(Set.of(ALERT), person("ana"), "spoke", 1);
        recipients.told(Set.of(ALERT), person("ana"), "spoke", 1);
        recipients.tookBack(Set.of(ALERT, OTHER), person("ana"), 2);
        recipients.told(Set.of(ALERT), person("ana"), "spoke", 1);
        recipients.tookBack(Set.of(ALERT), person("ana"), 2);
        assertThat(figures(ALERT)).doesNotContainKey("told/spoke");
        assertThat(recipients.took(ALERT, Part.DID_NOT_ACT, List.of(person("ana"))))
                .hasSize(1);
    }

    @Test
    void whoLeavesGetsNothingMoreAndCountsForTheAlertBefore() {
        enlist(ALERT, "ana");
        claim();
        end("ana", State.SENT, "");
        enlist(OTHER, "ana");
        recipients.left(key("ana"), false, NOW.plusSeconds(60));
        recipients.left(key("ana"), false, NOW.plusSeconds(60));
        assertThat(figures(ALERT)).containsOnly(entry("sent", 1L), entry("opted-out", 1L));
        assertThat(figures(OTHER)).containsExactly(entry("withheld/left", 1L));
        assertThat(recipients.count(ALERT)).isEqualTo(1);
    }

    @Test
    void whoLeavesCountsForTheAlertThatTheyWereSentLastWhateverTheyDidNotGetSince() {
        enlist(ALERT, "ana");
        claim();
        end("ana", State.SENT, "");
        Instant later = NOW.plusSeconds(60);
        List<Enlisted> capped = List.of(new Enlisted(subscriber("ana"), State.WITHHELD, Recipients.CAPPED, later));
        recipients.enlist(OTHER, AlertRun.NOT_BEGUN, null, capped, later);
        recipients.left(key("ana"), false, later.plusSeconds(60));
        assertThat(figures(ALERT)).containsOnly(entry("sent", 1L), entry("opted-out", 1L));
        assertThat(figures(OTHER)).containsExactly(entry("withheld/capped", 1L));
    }

    @Test
    void whoLeavesAfterAWeekDoesNotCount() {
        enlist(ALERT, "ana");
        claim();
        end("ana", State.SENT, "");
        recipients.left(key("ana"), false, NOW.plus(Recipients.OPT_OUT));
        assertThat(figures(ALERT)).containsExactly(entry("sent", 1L));
    }

    @Test
    void whoIsForgottenLeavesNumbersAlone() {
        enlist(ALERT, "ana", "ben");
        claim();
        end("ana", State.SENT, "");
        recipients.left(key("ana"), true, NOW);
        recipients.left(key("ana"), true, NOW);
        assertThat(recipients.count(ALERT)).isEqualTo(1);
        assertThat(figures(ALERT)).containsOnly(entry("sent", 1L), entry("opted-out", 1L), entry("queued", 1L));
        assertThat(recipients.canary(ALERT).left()).isEqualTo(1);
    }

    @Test
    void whoIsForgottenWhileAMessageIsUnderWayIsCountedByItsFate() {
        enlist(ALERT, "ana", "ben", "eve");
        List<RecipientKey> claimed = claim();
        assertThat(claimed).hasSize(3);
        end("eve", State.WAITING, "");
        List.of("ana", "ben", "eve").forEach(each -> recipients.left(key(each), true, NOW));
        // Eve's alert wasn't being sent yet.
        assertThat(recipients.count(ALERT)).isEqualTo(2);
        assertThat(claim()).isEmpty();
        end("ana", State.SENT, "");
        end("ben", State.WAITING, "");
        assertThat(recipients.count(ALERT)).isZero();
        assertThat(figures(ALERT)).containsOnly(entry("sent", 1L), entry("withheld/left", 2L));
    }

    @Test
    void afterSomeTimeOnlyCountsAreLeft() {
        enlist(ALERT, "ana", "ben");
        claim();
        List.of("ana", "ben").forEach(each -> end(each, State.SENT, ""));
        recipients.settle(ALERT, NOW);
        recipients.forget(NOW);
        assertThat(recipients.count(ALERT)).isEqualTo(2);
        recipients.forget(NOW.plusSeconds(1));
        assertThat(recipients.count(ALERT)).isZero();
        assertThat(figures(ALERT)).containsExactly(entry("sent", 2L));
    }

    /** Claims everybody who is due. */
    private List<RecipientKey> claim() {
        return keys(advance(List.of(), NOW, RecipientsContract::send));
    }

    private List<RecipientKey> claim(Room room) {
        return keys(recipients.advance(
                new Advance(List.of(), List.of(), List.of(EVERYBODY), room, NOW), RecipientsContract::send));
    }

    private List<Claimed> advance(List<Ended> ended, Instant now, Function<Due, Next> fate) {
        return recipients.advance(
                new Advance(ended, List.of(), List.of(EVERYBODY), new Room(Map.of(), MANY), now), fate);
    }

    private static List<RecipientKey> keys(List<Claimed> taken) {
        return taken.stream().map(each -> RecipientKey.of(each.message().id())).toList();
    }

    private void end(String name, State state, String why) {
        end(List.of(new Ended(key(ALERT, name), state, why)));
    }

    private void end(List<Ended> ended) {
        recipients.advance(new Advance(ended, List.of(), List.of(), Room.NONE, NOW), due -> {
            throw new AssertionError("nobody is claimed");
        });
    }

    private Map<String, Long> figures(String alert) {
        Map<String, Long> sums = new TreeMap<>();
        recipients.figures(alert).forEach(each -> sums.merge(each.what(), each.number(), Long::sum));
        return sums;
    }

    private void enlist(String alert, String... names) {
        subscribe(names);
        List<Subscriber> some = new ArrayList<>();
        for (String name : names) {
            some.add(subscriber(name));
        }
        assertThat(recipients.enlist(alert, AlertRun.NOT_BEGUN, null, enlisted(some), NOW))
                .isTrue();
    }

    private List<Enlisted> everybody() {
        return enlisted(store.subscriptions.page("", MANY));
    }

    private static List<Enlisted> enlisted(List<Subscriber> some) {
        return some.stream().map(each -> new Enlisted(each, NOW)).toList();
    }

    private void subscribe(String... names) {
        for (String name : names) {
            store.subscriptions.subscribe(new Subscription(
                    key(name), "1", NOW, Language.ENGLISH, ZoneId.of("America/New_York"), "NY-12@119"));
        }
    }

    private final Map<String, Subscriber> known = new TreeMap<>();

    private Subscriber subscriber(String name) {
        return known.computeIfAbsent(
                name,
                each -> store.subscriptions.page("", MANY).stream()
                        .filter(one -> store.subscriptions
                                .find(one.ref())
                                .map(Subscription::conversation)
                                .filter(key(name)::equals)
                                .isPresent())
                        .findFirst()
                        .orElseThrow());
    }

    private String person(String name) {
        return subscriber(name).person();
    }

    private RecipientKey key(String alert, String name) {
        return new RecipientKey(alert, person(name));
    }

    private static ConversationKey key(String name) {
        return Fixtures.conversationOf(name);
    }

    private static Outgoing message(Due due) {
        ConversationKey to = due.subscription().conversation();
        return new Outgoing(
                due.key().id(),
                to.address(),
                to.person(),
                Outgoing.Lane.ALERT,
                Message.of(RichText.of("There is a vote.")));
    }
}

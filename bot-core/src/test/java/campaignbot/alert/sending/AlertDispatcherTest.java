package campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import campaignbot.alert.Actor;
import campaignbot.alert.Alert;
import campaignbot.alert.Alert.Stage;
import campaignbot.alert.AlertEntry;
import campaignbot.alert.AlertLife;
import campaignbot.alert.AlertRefusal;
import campaignbot.alert.AlertStep;
import campaignbot.alert.Alerting;
import campaignbot.alert.Draft;
import campaignbot.alert.audience.Criterion;
import campaignbot.alert.desk.AlertDesk;
import campaignbot.alert.desk.DeskAnswer;
import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Deliveries;
import campaignbot.delivery.Deliveries.Fate;
import campaignbot.delivery.Outgoing;
import campaignbot.memory.MemoryOrganizers;
import campaignbot.memory.MemoryRecipients;
import campaignbot.memory.MemoryStore;
import campaignbot.memory.MemorySubscriptions;
import campaignbot.message.Message;
import campaignbot.message.RichText;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import campaignbot.people.PersonHash;
import campaignbot.subscription.Subscriber;
import campaignbot.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How alerts go out, with a sender that the test plays. */
class AlertDispatcherTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Actor ORGANIZER = Actor.of(Alerting.SUNFLOWER);

    private Instant now = Alerting.NOON;
    private final StumblingAlerts alerts = new StumblingAlerts();
    private final MemorySubscriptions subscriptions = new MemorySubscriptions();
    private final MemoryStore store = new MemoryStore();
    private final MemoryRecipients recipients = new MemoryRecipients(subscriptions, store);
    private final AlertWatch watch = new AlertWatch(alerts, recipients, subscriptions, () -> now);
    private final List<String> sent = new ArrayList<>();
    private final Map<String, Fate> fates = new HashMap<>();
    private final List<String> held = new ArrayList<>();
    private final List<Stage> heldAt = new ArrayList<>();
    private CanaryRules canary = new CanaryRules(0, Duration.ZERO);

    private int dispatch() {
        return new AlertDispatcher(
                        alerts,
                        recipients,
                        subscriptions,
                        watch,
                        this::audience,
                        this::begin,
                        (alert, subscription) -> Message.of(RichText.of("There is a vote.")),
                        () -> new AlertDispatcher.Rules(
                                AlertHours.outside("20:00-09:00", state -> List.of()), new AlertCaps(1, 4)),
                        canary,
                        this::held,
                        () -> now)
                .run();
    }

    private void held(Alert alert, String why) {
        heldAt.add(alert.stage());
        held.add(why);
    }

    private boolean begin(Alert alert) {
        return AlertLife.begin(alert, canary.isUsed(), Actor.BOT, now) instanceof AlertStep.Taken taken
                && alerts.save(taken.alert(), taken.entry());
    }

    private List<Subscriber> audience(Alert alert, List<Subscriber> some, Instant at) {
        if (alert.about() == null) {
            return some;
        }
        Set<String> got = recipients.took(
                alert.about(),
                Criterion.Part.GOT,
                some.stream().map(Subscriber::person).toList());
        return some.stream().filter(each -> got.contains(each.person())).toList();
    }

    /** Sends what is in the outbox and may leave, as far as it is not more than that. */
    private void send(int most) {
        List<Outgoing> claimed = store.claim(most);
        Map<String, Fate> denied = watch.denied(claimed, now);
        List<Deliveries.Ended> ended = new ArrayList<>();
        for (Outgoing each : claimed) {
            Fate fate =
                    denied.getOrDefault(each.id(), fates.getOrDefault(each.to().chat(), Fate.SENT));
            if (!denied.containsKey(each.id())) {
                sent.add(each.to().chat());
            }
            ended.add(new Deliveries.Ended(each, fate, fate == Fate.REFUSED ? "too long" : null));
        }
        watch.ended(ended);
        watch.ended(ended);
        store.settle(claimed.stream().map(Outgoing::id).toList());
    }

    private void goOn() {
        for (int i = 0; i < 5; i++) {
            dispatch();
            send(1_000);
        }
        dispatch();
    }

    @Test
    void anAlertWhoseTimeHasComeGoesToEachOnce() {
        subscribe(30, NEW_YORK);
        schedule("k3x9", Alerting.NOON.plus(MINUTE));
        assertThat(dispatch()).isZero();
        now = now.plus(MINUTE);
        goOn();
        assertThat(sent).hasSize(30).doesNotHaveDuplicates();
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
        assertThat(figures("k3x9")).containsExactly(entry("sent", 30L));
        assertThat(alerts.trail("k3x9")).extracting(AlertEntry::act).endsWith(AlertEntry.Act.DONE);
        assertThat(dispatch()).isZero();
    }

    @Test
    void eachEndsInOneStateWhateverBecameOfIt() {
        subscribe(6, NEW_YORK);
        fates.put("person0", Fate.GONE);
        fates.put("person1", Fate.REFUSED);
        fates.put("person2", Fate.UNKNOWN);
        begin("k3x9");
        goOn();
        assertThat(figures("k3x9"))
                .containsOnly(
                        entry("sent", 3L),
                        entry("failed/gone", 1L),
                        entry("failed/too long", 1L),
                        entry("unknown", 1L));
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
    }

    @Test
    void whoIsAsleepGetsItAtTheNextGoodHour() {
        subscribe(2, NEW_YORK);
        subscribe("lani", HONOLULU, now);
        begin("k3x9");
        goOn();
        assertThat(sent).containsExactlyInAnyOrder("person0", "person1");
        assertThat(stage("k3x9")).isEqualTo(Stage.SENDING);
        now = now.plus(Duration.ofHours(2));
        goOn();
        assertThat(sent).containsExactlyInAnyOrder("person0", "person1", "lani");
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
    }

    @Test
    void whatWaitsInTheOutboxUntilTheGoodHoursAreOverComesTheNextDay() {
        subscribe(1, NEW_YORK);
        begin("k3x9");
        dispatch();
        now = Instant.parse("2026-11-25T01:00:00Z");
        send(10);
        assertThat(sent).isEmpty();
        goOn();
        assertThat(sent).isEmpty();
        now = Instant.parse("2026-11-25T14:00:00Z");
        goOn();
        assertThat(sent).containsExactly("person0");
    }

    @Test
    void nothingLeavesAfterAPauseAndAllOfItAfterTheResume() {
        subscribe(30, NEW_YORK);
        begin("k3x9");
        dispatch();
        send(10);
        step(AlertLife.pause(alert("k3x9"), null, ORGANIZER, now));
        watch.look();
        send(5);
        assertThat(sent).hasSize(10);
        goOn();
        assertThat(sent).hasSize(10);
        assertThat(store.claim(100)).isEmpty();
        step(AlertLife.resume(alert("k3x9"), ORGANIZER, now));
        goOn();
        assertThat(sent).hasSize(30).doesNotHaveDuplicates();
        assertThat(figures("k3x9")).containsExactly(entry("sent", 30L));
    }

    @Test
    void aStopHoldsTheRestForGood() {
        subscribe(30, NEW_YORK);
        begin("k3x9");
        dispatch();
        send(10);
        step(AlertLife.stop(alert("k3x9"), ORGANIZER, now));
        goOn();
        assertThat(sent).hasSize(10);
        assertThat(figures("k3x9")).containsOnly(entry("sent", 10L), entry("withheld/stopped", 20L));
        assertThat(recipients.unsettled()).isEmpty();
    }

    @Test
    void fromItsExpiryOnNothingLeaves() {
        subscribe(30, NEW_YORK);
        begin("k3x9");
        dispatch();
        now = Alerting.EXPIRES.minusSeconds(1);
        assertThat(watch.denied(List.of(), now)).isEmpty();
        now = Alerting.EXPIRES;
        send(10);
        assertThat(sent).isEmpty();
        goOn();
        assertThat(sent).isEmpty();
        assertThat(stage("k3x9")).isEqualTo(Stage.EXPIRED);
        assertThat(figures("k3x9")).containsExactly(entry("expired", 30L));
    }

    @Test
    void whoHasHadOneThisWeekGetsNoOther() {
        subscribe(3, NEW_YORK);
        begin("k3x9");
        goOn();
        subscribe("eve", NEW_YORK, now);
        sent.clear();
        now = now.plus(Duration.ofDays(1));
        begin("m4y8");
        goOn();
        assertThat(sent).containsExactly("eve");
        assertThat(figures("m4y8")).containsOnly(entry("sent", 1L), entry("withheld/capped", 3L));
        sent.clear();
        now = Alerting.NOON.plus(Duration.ofDays(7));
        begin("n5z7");
        goOn();
        assertThat(sent).containsExactlyInAnyOrder("person0", "person1", "person2");
    }

    @Test
    void whoeverWasNotHeardForAYearGetsNothingBeforeTheySayYesAgain() {
        subscribe("ana", NEW_YORK, now.minus(Duration.ofDays(365)));
        subscribe("ben", NEW_YORK, now.minus(Duration.ofDays(364)));
        begin("k3x9");
        goOn();
        assertThat(sent).containsExactly("ben");
    }

    @Test
    void whoLeavesBeforeItComesDoesNotGetIt() {
        subscribe(3, NEW_YORK);
        begin("k3x9");
        dispatch();
        recipients.left(key("person1"), false, now);
        subscriptions.unsubscribe(key("person1"));
        goOn();
        assertThat(sent).containsExactlyInAnyOrder("person0", "person2");
        assertThat(figures("k3x9")).containsOnly(entry("sent", 2L), entry("withheld/left", 1L));
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
    }

    @Test
    void aCorrectionGoesToWhoeverGotTheAlertWhateverTheCaps() {
        subscribe(3, NEW_YORK);
        fates.put("person1", Fate.GONE);
        begin("k3x9");
        goOn();
        subscribe("eve", NEW_YORK, now);
        sent.clear();
        begin("m4y8", Alert.Kind.CORRECTION, "k3x9");
        goOn();
        assertThat(sent).containsExactlyInAnyOrder("person0", "person2");
    }

    @Test
    void theUnknownGetItAgainOnlyWhereAnOrganizerSaysSo() {
        subscribe(3, NEW_YORK);
        fates.put("person1", Fate.UNKNOWN);
        begin("k3x9");
        goOn();
        assertThat(sent).hasSize(3);
        fates.clear();
        AlertDesk desk = desk();
        assertThat(desk.sendAgain("k3x9", "2", ORGANIZER))
                .isEqualTo(new DeskAnswer.Refused(AlertRefusal.WRONG_UNKNOWN));
        assertThat(desk.sendAgain("k3x9", "1", ORGANIZER)).isInstanceOf(DeskAnswer.Done.class);
        goOn();
        assertThat(sent).hasSize(4).endsWith("person1");
        assertThat(figures("k3x9")).containsExactly(entry("sent", 3L));
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
        assertThat(desk.sendAgain("k3x9", "1", ORGANIZER))
                .isEqualTo(new DeskAnswer.Refused(AlertRefusal.NOBODY_UNKNOWN));
        assertThat(desk.sendAgain("nobody", "1", ORGANIZER))
                .isEqualTo(new DeskAnswer.Refused(AlertRefusal.NO_SUCH_ALERT));
    }

    /** A desk that only sends again; what is judged by a situation is tested with the desk. */
    private AlertDesk desk() {
        return AlertDesk.over(
                new AlertDesk.Stores(
                        alerts,
                        new MemoryOrganizers(new PersonHash(new byte[32])),
                        subscriptions,
                        recipients,
                        Runnable::run),
                () -> {
                    throw new AssertionError("nothing is judged here");
                },
                new Random(1),
                false,
                () -> now);
    }

    @Test
    void noMoreGoIntoTheOutboxThanCanLeaveUntilTheNextRound() {
        subscribe(AlertDispatcher.MOST_A_ROUND + 10, NEW_YORK);
        begin("k3x9");
        assertThat(dispatch()).isEqualTo(AlertDispatcher.MOST_A_ROUND);
        assertThat(dispatch()).isEqualTo(10);
        assertThat(dispatch()).isZero();
    }

    @Test
    void aFewGetItFirstAndAllOthersTenMinutesLater() {
        canary = new CanaryRules(10, Duration.ofMinutes(10));
        subscribe(300, NEW_YORK);
        begin("k3x9");
        goOn();
        assertThat(sent).hasSize(30);
        assertThat(stage("k3x9")).isEqualTo(Stage.CANARY);
        now = now.plus(Duration.ofMinutes(10)).minusSeconds(1);
        goOn();
        assertThat(sent).hasSize(30);
        now = now.plusSeconds(1);
        goOn();
        assertThat(sent).hasSize(300).doesNotHaveDuplicates();
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
    }

    @Test
    void anAlertThatFailsAtTheFirstIsHeldUntilAnOrganizerLetsItGoOn() {
        canary = CanaryRules.DEFAULT;
        subscribe(100, NEW_YORK);
        subscriptions
                .page("", 200)
                .forEach(each -> fates.put(
                        subscriptions
                                .find(each.ref())
                                .orElseThrow()
                                .conversation()
                                .address()
                                .chat(),
                        Fate.REFUSED));
        begin("k3x9");
        goOn();
        assertThat(sent).hasSize(20);
        assertThat(stage("k3x9")).isEqualTo(Stage.PAUSED);
        assertThat(held).containsExactly("20 of the first 20 did not get it or perhaps did not");
        assertThat(heldAt).containsExactly(Stage.PAUSED);
        assertThat(alerts.trail("k3x9")).last().extracting(AlertEntry::about).isEqualTo(held.get(0));
        now = now.plus(Duration.ofHours(1));
        goOn();
        assertThat(sent).hasSize(20);
        step(AlertLife.resume(alert("k3x9"), ORGANIZER, now));
        goOn();
        assertThat(sent).hasSize(100).doesNotHaveDuplicates();
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
    }

    @Test
    void anObjectionOutlivesACrashBeforeTheAlertIsHeld() {
        canary = CanaryRules.DEFAULT;
        subscribe(100, NEW_YORK);
        begin("k3x9");
        dispatch();
        send(100);
        sent.subList(0, 4).forEach(each -> recipients.left(key(each), true, now));
        alerts.failsAtTheNext = true;
        assertThatThrownBy(this::dispatch).isInstanceOf(IllegalStateException.class);
        assertThat(recipients.run("k3x9").judged()).isNull();
        goOn();
        assertThat(sent).hasSize(20);
        assertThat(stage("k3x9")).isEqualTo(Stage.PAUSED);
    }

    @Test
    void anAlertAfterWhichManyLeaveIsHeld() {
        canary = CanaryRules.DEFAULT;
        subscribe(100, NEW_YORK);
        begin("k3x9");
        dispatch();
        send(100);
        sent.subList(0, 4).forEach(each -> recipients.left(key(each), true, now));
        goOn();
        assertThat(held).containsExactly("4 of the first 20 ended their alerts");
        assertThat(stage("k3x9")).isEqualTo(Stage.PAUSED);
    }

    @Test
    void whatACommandBeganWithAFewGoesToAllWhereTheServerHasNoCanary() {
        canary = CanaryRules.DEFAULT;
        subscribe(100, NEW_YORK);
        begin("k3x9");
        assertThat(stage("k3x9")).isEqualTo(Stage.CANARY);
        canary = new CanaryRules(0, Duration.ZERO);
        goOn();
        assertThat(sent).hasSize(100);
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
    }

    @Test
    void whoeverIsGoneOfTheFewDoesNotLetTheOthersHaveItSooner() {
        canary = CanaryRules.DEFAULT;
        subscribe(23, NEW_YORK);
        begin("k3x9");
        dispatch();
        send(100);
        sent.subList(0, 3).forEach(each -> recipients.left(key(each), true, now));
        goOn();
        assertThat(sent).hasSize(20);
        assertThat(stage("k3x9")).isEqualTo(Stage.CANARY);
    }

    @Test
    void aSmallAudienceIsItsOwnCanary() {
        canary = CanaryRules.DEFAULT;
        subscribe(5, NEW_YORK);
        begin("k3x9");
        goOn();
        assertThat(sent).hasSize(5);
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
    }

    @Test
    void anAlertForNobodyIsDone() {
        canary = CanaryRules.DEFAULT;
        begin("k3x9");
        goOn();
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
    }

    private void subscribe(int people, ZoneId zone) {
        for (int i = 0; i < people; i++) {
            subscribe("person" + i, zone, now);
        }
    }

    private void subscribe(String name, ZoneId zone, Instant since) {
        subscriptions.subscribe(
                new Subscription(key(name), "3", since, Language.ENGLISH, zone, "NY", Set.of(Subscription.ALL)));
    }

    private static ConversationKey key(String name) {
        return new ConversationKey(new Address("paper", "bot", name, null), new Person("paper", name));
    }

    private void begin(String id) {
        begin(id, Alert.Kind.NEW, null);
    }

    private void begin(String id, Alert.Kind kind, @Nullable String about) {
        approve(id, kind, about, null);
        step(AlertLife.begin(alert(id), canary.isUsed(), ORGANIZER, now));
    }

    private void schedule(String id, Instant at) {
        approve(id, Alert.Kind.NEW, null, at);
        step(AlertLife.schedule(alert(id), null, ORGANIZER, now));
    }

    private void approve(String id, Alert.Kind kind, @Nullable String about, @Nullable Instant at) {
        Draft draft = Alerting.draft("The vote is near.", at);
        Draft lasting = new Draft(
                draft.action(),
                draft.topic(),
                draft.words(),
                draft.audience(),
                at,
                now.plus(Duration.between(Alerting.NOON, Alerting.EXPIRES)));
        step(AlertLife.draft(id, kind, about, lasting, ORGANIZER, now));
        step(AlertLife.check(alert(id), true, "", ORGANIZER, now));
        step(AlertLife.approve(alert(id), Actor.of(Alerting.TULIP), now));
    }

    private void step(AlertStep step) {
        assertThat(step).isInstanceOf(AlertStep.Taken.class);
        AlertStep.Taken taken = (AlertStep.Taken) step;
        assertThat(alerts.save(taken.alert(), taken.entry())).isTrue();
    }

    private Alert alert(String id) {
        return alerts.find(id).orElseThrow();
    }

    private Stage stage(String id) {
        return alert(id).stage();
    }

    private Map<String, Long> figures(String alert) {
        Map<String, Long> sums = new TreeMap<>();
        recipients.figures(alert).forEach(each -> sums.merge(each.what(), each.number(), Long::sum));
        return sums;
    }
}

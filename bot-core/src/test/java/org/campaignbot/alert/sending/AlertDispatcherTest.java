package org.campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Alert.Stage;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.Alerting;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.people.PersonHash;
import org.campaignbot.sending.DeliveryStatus;
import org.junit.jupiter.api.Test;

/** How alerts are sent. */
class AlertDispatcherTest extends DispatcherCase {

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
        statuses.put("person0", DeliveryStatus.GONE);
        statuses.put("person1", DeliveryStatus.REFUSED);
        statuses.put("person2", DeliveryStatus.UNKNOWN);
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
    void whatWaitsUntilTheGoodHoursAreOverComesTheNextDay() {
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
        claim(5);
        assertThat(inFlight).hasSize(5);
        step(AlertStateMachine.pause(alert("k3x9"), null, ORGANIZER, now));
        queue.look();
        sendClaimed();
        assertThat(sent).hasSize(10);
        goOn();
        assertThat(sent).hasSize(10);
        claim(100);
        assertThat(inFlight).isEmpty();
        step(AlertStateMachine.resume(alert("k3x9"), ORGANIZER, now));
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
        step(AlertStateMachine.stop(alert("k3x9"), ORGANIZER, now));
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
        claim(10);
        now = Alerting.EXPIRES.minusSeconds(1);
        assertThat(inFlight).hasSize(10).allMatch(each -> queue.denied(each.message(), now) == null);
        now = Alerting.EXPIRES;
        assertThat(inFlight).allMatch(each -> queue.denied(each.message(), now) == DeliveryStatus.EXPIRED);
        sendClaimed();
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
        statuses.put("person1", DeliveryStatus.GONE);
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
        statuses.put("person1", DeliveryStatus.UNKNOWN);
        begin("k3x9");
        goOn();
        assertThat(sent).hasSize(3);
        statuses.clear();
        AlertService desk = desk();
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

    /** A desk that only resends; situation checks are tested with the desk. */
    private AlertService desk() {
        return AlertService.over(
                new AlertService.Stores(
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
    void nobodyIsClaimedBeforeAllAreKnown() {
        subscribe(3, NEW_YORK);
        begin("k3x9");
        send(10);
        assertThat(sent).isEmpty();
        dispatch();
        send(10);
        assertThat(sent).hasSize(3);
    }
}

package org.campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import java.time.Duration;
import org.campaignbot.alert.Alert.Stage;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.sending.DeliveryStatus;
import org.junit.jupiter.api.Test;

/** The canary recipients get an alert first, and sometimes nobody else does. */
class CanaryTest extends DispatcherCase {

    /** Sends to the canary recipients of this many people, some of whom are then forgotten. */
    private void sendToTheFewOf(int people, int forgotten) {
        canary = CanaryRules.DEFAULT;
        subscribe(people, NEW_YORK);
        begin("k3x9");
        dispatch();
        send(100);
        sent.subList(0, forgotten).forEach(each -> recipients.left(key(each), true, now));
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
                .forEach(each -> statuses.put(
                        subscriptions
                                .find(each.ref())
                                .orElseThrow()
                                .conversation()
                                .address()
                                .chat(),
                        DeliveryStatus.REFUSED));
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
        step(AlertStateMachine.resume(alert("k3x9"), ORGANIZER, now));
        goOn();
        assertThat(sent).hasSize(100).doesNotHaveDuplicates();
        assertThat(stage("k3x9")).isEqualTo(Stage.DONE);
    }

    @Test
    void anObjectionOutlivesACrashBeforeTheAlertIsHeld() {
        sendToTheFewOf(100, 4);
        doThrow(new IllegalStateException("the disk is full"))
                .doAnswer(delegatesTo(savedAlerts))
                .when(alerts)
                .save(any(), any());
        assertThatThrownBy(this::dispatch).isInstanceOf(IllegalStateException.class);
        assertThat(recipients.run("k3x9").judged()).isNull();
        goOn();
        assertThat(sent).hasSize(20);
        assertThat(stage("k3x9")).isEqualTo(Stage.PAUSED);
    }

    @Test
    void anAlertAfterWhichManyLeaveIsHeld() {
        sendToTheFewOf(100, 4);
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
        sendToTheFewOf(23, 3);
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
}

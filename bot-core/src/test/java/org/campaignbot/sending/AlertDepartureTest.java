package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.SendOutcome.Scope;
import org.junit.jupiter.api.Test;

/** How alerts are sent: none twice, and as few as possible end as unknown. */
class AlertDepartureTest extends SenderCase {

    /** The most in flight at once if a platform has no limit. */
    private static final int ON_THEIR_WAY = 2 * SendingSettings.DEFAULT.alertThreads();

    @Test
    void theEndOfSomeAlertsAndTheClaimOfTheNextAreOneTransaction() {
        int rounds = 20;
        alerts.add(IntStream.range(0, rounds * ON_THEIR_WAY)
                .mapToObj(i -> alert("chat" + i, "" + i))
                .toList());
        time.advance(Duration.ofSeconds(30));
        assertThat(ended).hasSize(rounds * ON_THEIR_WAY);
        // The first claims one, which asks for the account's limit, the second claims without ending any but that one,
        // and
        // the last ends without claiming any.
        assertThat(alerts.transactions).isLessThanOrEqualTo(rounds + 2);
        assertThat(alerts.mostInFlight).isEqualTo(ON_THEIR_WAY);
        assertThat(outbox.settlings).isZero();
    }

    @Test
    void anIdleBotLooksForAlertsEveryFiveSecondsAndABusyOneMoreOften() {
        time.advance(Duration.ofMinutes(1));
        int idle = alerts.looks;
        time.advance(Duration.ofMinutes(1));
        assertThat(alerts.looks - idle).isEqualTo(12);

        alerts.add(List.of(alert("ana", "1")));
        time.advance(Duration.ofSeconds(5));
        assertThat(paper.of("ana")).containsExactly("1");
        alerts.add(List.of(alert("ben", "2")));
        time.advance(Duration.ofSeconds(2));
        assertThat(paper.of("ben")).containsExactly("2");
    }

    @Test
    void chatsThatHaveToWaitHoldUpNoAlertToOthers() {
        SendOutcome wait = new SendOutcome.Wait(Duration.ofMinutes(1), Scope.CHAT);
        List<String> waiting =
                IntStream.range(0, 60).mapToObj(i -> "waiting" + i).toList();
        waiting.forEach(each -> paper.answer(each, wait));
        alerts.add(waiting.stream().map(each -> alert(each, each)).toList());
        alerts.add(List.of(alert("ana", "1"), alert("ben", "2")));
        time.advance(Duration.ofSeconds(30));
        assertThat(paper.sent).contains("ana: 1", "ben: 2").hasSize(62);
        time.advance(Duration.ofMinutes(1));
        assertThat(paper.sent).hasSize(122);
        assertThat(ended).extracting(Ended::status).hasSize(62).containsOnly(DeliveryStatus.SENT);
    }

    @Test
    void anAlertOfUnknownFateIsNotSentAgain() {
        paper.answer("ana", UNKNOWN);
        alerts.add(List.of(alert("ana", "1"), alert("ben", "2")));
        time.advance(Duration.ofMinutes(1));
        assertThat(paper.sent).containsExactlyInAnyOrder("ana: 1", "ben: 2");
        assertThat(statuses())
                .containsExactlyInAnyOrder(tuple("1", DeliveryStatus.UNKNOWN), tuple("2", DeliveryStatus.SENT));
        assertThat(alerts.ids()).isEmpty();
    }

    @Test
    void whileAPlatformIsOutOfOrderFewAlertsAreRisked() {
        List<Outgoing> all =
                IntStream.range(0, 200).mapToObj(i -> alert("chat" + i, "" + i)).toList();
        AtomicBoolean isOut = new AtomicBoolean(true);
        all.forEach(each -> paper.answer(each.to().chat(), () -> isOut.get() ? UNKNOWN : new SendOutcome.Sent()));
        alerts.add(all);
        time.advance(Duration.ofMinutes(10));
        int risked = paper.sent.size();
        assertThat(risked).isLessThan(2 * SendingSettings.DEFAULT.alertThreads() + 20);
        isOut.set(false);
        time.advance(Duration.ofMinutes(2));
        assertThat(paper.sent).hasSize(200).doesNotHaveDuplicates();
        assertThat(ended).extracting(Ended::status).hasSize(200).contains(DeliveryStatus.SENT);
        assertThat(ended.stream().filter(each -> each.status() == DeliveryStatus.UNKNOWN))
                .hasSizeBetween(risked, risked + 1);
    }

    @Test
    void aFewMishapsAreNoReasonToWait() {
        paper.answer("ana", UNKNOWN);
        paper.answer("ben", UNKNOWN);
        alerts.add(List.of(alert("ana", "1"), alert("ben", "2"), alert("cleo", "3")));
        time.advance(Duration.ofMillis(100));
        assertThat(paper.sent).hasSize(3);
    }

    @Test
    void anAlertIsClaimedInTheStoreBeforeItIsSent() {
        alerts.add(List.of(alert("ana", "1")));
        alerts.beforeEach = () -> assertThat(paper.sent).isEmpty();
        time.run();
        alerts.beforeEach = () -> {};
        time.advance(SECOND);
        assertThat(alerts.claimed).containsExactly("1");
        assertThat(paper.sent).containsExactly("ana: 1");
    }

    @Test
    void whileTheStoreFailsNoAlertLeavesAndRepliesGoOn() {
        alerts.beforeEach = () -> {
            throw new IllegalStateException("the disk is full");
        };
        alerts.add(List.of(alert("ana", "alert")));
        commit(reply("ben", "reply"));
        time.advance(SECOND.multipliedBy(3));
        assertThat(paper.sent).containsExactly("ben: reply");
        alerts.beforeEach = () -> {};
        time.advance(SECOND.multipliedBy(3));
        assertThat(paper.sent).containsExactly("ben: reply", "ana: alert");
        assertThat(alerts.ids()).isEmpty();
        verify(journal, atLeastOnce()).failed(eq("java.lang.IllegalStateException"), any());
        verifyNoMoreInteractions(journal, changes);
    }

    @Test
    void theEndOfAnAlertIsRecordedUntilTheStoreHasItAndOnlyThenTold() {
        alerts.add(List.of(alert("ana", "alert")));
        paper.answer("ana", () -> {
            alerts.beforeEach = () -> {
                throw new IllegalStateException("the store is away");
            };
            return new SendOutcome.Sent();
        });
        commit(reply("ben", "reply"));
        time.advance(SECOND.multipliedBy(3));
        assertThat(alerts.ids()).containsExactly("alert");
        assertThat(statuses()).containsExactly(tuple("reply", DeliveryStatus.SENT));
        alerts.beforeEach = () -> {};
        time.advance(SECOND.multipliedBy(3));
        assertThat(statuses())
                .containsExactly(tuple("reply", DeliveryStatus.SENT), tuple("alert", DeliveryStatus.SENT));
        assertThat(alerts.ids()).isEmpty();
        assertThat(paper.sent).hasSize(2);
    }

    @Test
    void whatWasClaimedAndNotSentWaitsAgainWhenTheSenderCloses() {
        paper.answer("ana", new SendOutcome.Wait(Duration.ofMinutes(1), Scope.ACCOUNT));
        alerts.add(List.of(alert("ana", "1")));
        time.advance(SECOND);
        alerts.add(List.of(alert("ben", "2")));
        time.advance(SECOND);
        sender.close();
        assertThat(alerts.ids()).containsExactlyInAnyOrder("1", "2");
        assertThat(alerts.claimed).containsExactly("1");
        assertThat(statuses()).containsExactly(tuple("1", DeliveryStatus.WITHDRAWN));
    }
}

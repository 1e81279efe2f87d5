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
    void theEndOfSomeAlertsAndTheDepartureOfTheNextAreOneTransaction() {
        int rounds = 20;
        outbox.add(IntStream.range(0, rounds * ON_THEIR_WAY)
                .mapToObj(i -> alert("chat" + i, "" + i))
                .toList());
        time.advance(Duration.ofSeconds(30));
        assertThat(ended).hasSize(rounds * ON_THEIR_WAY);
        // The first round starts sends without ending any, and the last ends sends without starting any.
        assertThat(outbox.settlings).isEqualTo(rounds + 1);
    }

    @Test
    void chatsThatHaveToWaitHoldUpNoAlertToOthers() {
        SendOutcome wait = new SendOutcome.Wait(Duration.ofMinutes(1), Scope.CHAT);
        List<String> waiting =
                IntStream.range(0, 60).mapToObj(i -> "waiting" + i).toList();
        waiting.forEach(each -> paper.answer(each, wait));
        outbox.add(waiting.stream().map(each -> alert(each, each)).toList());
        outbox.add(List.of(alert("ana", "1"), alert("ben", "2")));
        time.advance(Duration.ofSeconds(30));
        assertThat(paper.sent).contains("ana: 1", "ben: 2").hasSize(62);
        time.advance(Duration.ofMinutes(1));
        assertThat(paper.sent).hasSize(122);
        assertThat(ended).extracting(Ended::status).hasSize(62).containsOnly(DeliveryStatus.SENT);
    }

    @Test
    void anAlertOfUnknownFateIsNotSentAgain() {
        paper.answer("ana", UNKNOWN);
        outbox.add(List.of(alert("ana", "1"), alert("ben", "2")));
        time.advance(Duration.ofMinutes(1));
        assertThat(paper.sent).containsExactlyInAnyOrder("ana: 1", "ben: 2");
        assertThat(statuses())
                .containsExactlyInAnyOrder(tuple("1", DeliveryStatus.UNKNOWN), tuple("2", DeliveryStatus.SENT));
        assertThat(outbox.claim(10)).isEmpty();
    }

    @Test
    void whileAPlatformIsOutOfOrderFewAlertsAreRisked() {
        List<Outgoing> alerts =
                IntStream.range(0, 200).mapToObj(i -> alert("chat" + i, "" + i)).toList();
        AtomicBoolean isOut = new AtomicBoolean(true);
        alerts.forEach(each -> paper.answer(each.to().chat(), () -> isOut.get() ? UNKNOWN : new SendOutcome.Sent()));
        outbox.add(alerts);
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
        outbox.add(List.of(alert("ana", "1"), alert("ben", "2"), alert("cleo", "3")));
        time.advance(Duration.ofMillis(100));
        assertThat(paper.sent).hasSize(3);
    }

    @Test
    void anAlertDepartsInTheStoreBeforeItIsSent() {
        outbox.add(List.of(alert("ana", "1")));
        outbox.beforeSettling = () -> assertThat(paper.sent).isEmpty();
        time.run();
        outbox.beforeSettling = () -> {};
        time.advance(SECOND);
        assertThat(outbox.departed).containsExactly("1");
        assertThat(paper.sent).containsExactly("ana: 1");
    }

    @Test
    void whileTheStoreFailsNoAlertLeavesAndRepliesGoOn() {
        outbox.beforeSettling = () -> {
            throw new IllegalStateException("the disk is full");
        };
        outbox.add(List.of(alert("ana", "alert")));
        commit(reply("ben", "reply"));
        time.advance(SECOND.multipliedBy(3));
        assertThat(paper.sent).containsExactly("ben: reply");
        outbox.beforeSettling = () -> {};
        time.advance(SECOND.multipliedBy(3));
        assertThat(paper.sent).containsExactly("ben: reply", "ana: alert");
        assertThat(outbox.claim(10)).isEmpty();
        verify(journal, atLeastOnce()).failed(eq("java.lang.IllegalStateException"), any());
        verifyNoMoreInteractions(journal, changes);
    }

    @Test
    void theEndOfAnAlertIsToldUntilItIsHeardAndOnlyThenForgotten() {
        deliveriesFail = true;
        outbox.add(List.of(alert("ana", "alert")));
        commit(reply("ben", "reply"));
        time.advance(SECOND.multipliedBy(3));
        assertThat(outbox.ids()).containsExactly("alert");
        deliveriesFail = false;
        time.advance(SECOND.multipliedBy(3));
        assertThat(statuses()).containsExactly(tuple("alert", DeliveryStatus.SENT));
        assertThat(outbox.ids()).isEmpty();
    }
}

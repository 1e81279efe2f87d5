package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Outgoing.Lane;
import org.junit.jupiter.api.Test;

/** What becomes of alerts that must not be sent. */
class DeniedAlertsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int ALERTS_A_SECOND = 20;

    private final VirtualTime time = new VirtualTime();
    private final CountingOutbox outbox = new CountingOutbox(time);
    private final CountingAlertQueue alerts = new CountingAlertQueue();
    private final PaperChannel paper = new PaperChannel(new RateLimits(
            new RateLimits.Limit(30, SECOND), new RateLimits.Limit(ALERTS_A_SECOND, SECOND), null, 1, null));
    private final Map<String, DeliveryStatus> statuses = new HashMap<>();
    private final Sender sender = new Sender(
            outbox,
            List.of(paper),
            SharedRateLimits.ALONE,
            new Listeners(
                    ended -> ended.forEach(each -> statuses.put(each.message().id(), each.status())),
                    ChatChangeListener.IGNORED,
                    SenderJournal.SILENT),
            alerts,
            SendingSettings.DEFAULT,
            time,
            new Random(7),
            time);

    @Test
    void alertsThatAreHeldAreNotClaimedAndHoldUpNoOther() {
        alerts.denial = DeliveryStatus.WITHDRAWN;
        alerts.add(IntStream.range(0, 400).mapToObj(i -> alert("held" + i)).toList());
        alerts.add(List.of(alert("other")));
        time.advance(SECOND);
        assertThat(paper.sent).containsExactly("other: other");
        assertThat(statuses).containsExactly(entry("other", DeliveryStatus.SENT));
        assertThat(alerts.claimed).containsExactly("other");
        assertThat(alerts.ids()).hasSize(400);
    }

    @Test
    void whatWasClaimedAndIsHeldBeforeItIsSentIsNotSent() {
        paper.answer("held3", new SendOutcome.Wait(SECOND.multipliedBy(10), SendOutcome.Scope.ACCOUNT));
        alerts.add(IntStream.range(0, 9).mapToObj(i -> alert("held" + i)).toList());
        time.advance(SECOND);
        int sent = paper.sent.size();
        int claimed = alerts.claimed.size();
        assertThat(claimed).isBetween(2, 9);
        alerts.denial = DeliveryStatus.EXPIRED;
        time.advance(SECOND.multipliedBy(30));
        assertThat(paper.sent).hasSize(sent);
        assertThat(statuses).hasSize(claimed);
        assertThat(statuses.values())
                .contains(DeliveryStatus.EXPIRED)
                .containsOnly(DeliveryStatus.EXPIRED, DeliveryStatus.SENT);
        assertThat(alerts.ids()).hasSize(9 - claimed);
    }

    @Test
    void afterAPauseNoMoreLeavesThanAMomentHoldsAndTheRestWaits() {
        alerts.add(IntStream.range(0, 200).mapToObj(i -> alert("held" + i)).toList());
        time.advance(SECOND.multipliedBy(3));
        int sent = paper.sent.size();
        assertThat(sent).isBetween(2 * ALERTS_A_SECOND, 4 * ALERTS_A_SECOND);
        alerts.denial = DeliveryStatus.WITHDRAWN;
        time.advance(SECOND.multipliedBy(3));
        assertThat(paper.sent.size() - sent).isLessThanOrEqualTo(ALERTS_A_SECOND / 2);
        assertThat(alerts.ids()).hasSize(200 - paper.sent.size());
        alerts.denial = null;
        time.advance(SECOND.multipliedBy(20));
        assertThat(paper.sent).hasSize(200).doesNotHaveDuplicates();
        assertThat(alerts.ids()).isEmpty();
    }

    @Test
    void aReplyThatMustNotLeaveByNowEnds() {
        alerts.denial = DeliveryStatus.EXPIRED;
        Outgoing reply = message("held", Lane.REPLY);
        outbox.commit(List.of(reply));
        sender.committed(List.of(reply));
        time.advance(SECOND);
        assertThat(paper.sent).isEmpty();
        assertThat(statuses).containsExactly(entry("held", DeliveryStatus.EXPIRED));
        assertThat(outbox.ids()).isEmpty();
    }

    private static Outgoing alert(String id) {
        return message(id, Lane.ALERT);
    }

    private static Outgoing message(String id, Lane lane) {
        return new Outgoing(
                id, new Address("paper", "bot", id, null), new Person("paper", id), lane, Message.of(RichText.of(id)));
    }
}

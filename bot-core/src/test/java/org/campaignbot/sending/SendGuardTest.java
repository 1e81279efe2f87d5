package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Outgoing.Lane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of alerts that must not be sent. */
class SendGuardTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int ALERTS_A_SECOND = 20;

    private final VirtualTime time = new VirtualTime();
    private final CountingOutbox outbox = new CountingOutbox(time);
    private final PaperChannel paper = new PaperChannel(new RateLimits(
            new RateLimits.Limit(30, SECOND), new RateLimits.Limit(ALERTS_A_SECOND, SECOND), null, 1, null));
    private final Map<String, DeliveryStatus> statuses = new HashMap<>();
    private final Set<String> departed = new HashSet<>();
    private @Nullable DeliveryStatus denial;
    private boolean isAway;
    private final Sender sender = new Sender(
            outbox,
            List.of(paper),
            SharedRateLimits.ALONE,
            new Listeners(
                    ended -> ended.forEach(each -> statuses.put(each.message().id(), each.status())),
                    ChatChangeListener.IGNORED,
                    SenderJournal.SILENT),
            new SendGuard() {
                @Override
                public Map<String, DeliveryStatus> denied(List<Outgoing> departing, Instant now) {
                    if (isAway) {
                        throw new IllegalStateException("the store is away");
                    }
                    Map<String, DeliveryStatus> denied = new HashMap<>();
                    for (Outgoing each : departing) {
                        if (denial != null && each.id().startsWith("held")) {
                            denied.put(each.id(), denial);
                        } else {
                            departed.add(each.id());
                        }
                    }
                    return denied;
                }

                @Override
                public @Nullable DeliveryStatus deniedAfterAll(Outgoing alert, Instant now) {
                    return alert.id().startsWith("held") ? denial : null;
                }
            },
            SendingSettings.DEFAULT,
            time,
            new Random(7),
            time);

    @Test
    void anAlertThatIsHeldEndsWithoutBeingSentAndHoldsUpNoOther() {
        denial = DeliveryStatus.WITHDRAWN;
        outbox.add(IntStream.range(0, 400).mapToObj(i -> alert("held" + i)).toList());
        outbox.add(List.of(alert("other")));
        time.advance(SECOND);
        assertThat(paper.sent).containsExactly("other: other");
        assertThat(statuses)
                .hasSize(401)
                .containsEntry("other", DeliveryStatus.SENT)
                .containsEntry("held7", DeliveryStatus.WITHDRAWN);
        assertThat(outbox.ids()).isEmpty();
    }

    @Test
    void whatDepartedAndIsHeldBeforeItIsSentIsNotSent() {
        paper.answer("held0", new SendOutcome.Wait(SECOND.multipliedBy(10), SendOutcome.Scope.ACCOUNT));
        outbox.add(IntStream.range(0, 9).mapToObj(i -> alert("held" + i)).toList());
        time.advance(SECOND);
        int sent = paper.sent.size();
        denial = DeliveryStatus.EXPIRED;
        time.advance(SECOND.multipliedBy(30));
        assertThat(paper.sent).hasSize(sent);
        assertThat(statuses).hasSize(9);
        assertThat(statuses.values())
                .contains(DeliveryStatus.EXPIRED)
                .containsOnly(DeliveryStatus.EXPIRED, DeliveryStatus.SENT);
        assertThat(outbox.ids()).isEmpty();
    }

    @Test
    void afterAPauseNoMoreLeavesThanAMomentHolds() {
        outbox.add(IntStream.range(0, 200).mapToObj(i -> alert("held" + i)).toList());
        time.advance(SECOND.multipliedBy(3));
        int sent = paper.sent.size();
        assertThat(sent).isBetween(2 * ALERTS_A_SECOND, 4 * ALERTS_A_SECOND);
        denial = DeliveryStatus.WITHDRAWN;
        time.advance(SECOND.multipliedBy(3));
        assertThat(paper.sent.size() - sent).isLessThanOrEqualTo(ALERTS_A_SECOND / 2);
        assertThat(statuses).hasSize(200);
    }

    @Test
    void whereItCannotBeToldNoneDepartsUntilItCan() {
        isAway = true;
        outbox.add(List.of(alert("alert")));
        time.advance(SECOND.multipliedBy(5));
        assertThat(paper.sent).isEmpty();
        isAway = false;
        time.advance(SECOND.multipliedBy(2));
        assertThat(paper.sent).containsExactly("alert: alert");
        assertThat(statuses).containsExactly(entry("alert", DeliveryStatus.SENT));
    }

    @Test
    void repliesAreNotAskedAbout() {
        isAway = true;
        Outgoing reply = message("held", Lane.REPLY);
        outbox.commit(List.of(reply));
        sender.committed(List.of(reply));
        time.advance(SECOND);
        assertThat(paper.sent).containsExactly("held: held");
        assertThat(departed).isEmpty();
    }

    private static Outgoing alert(String id) {
        return message(id, Lane.ALERT);
    }

    private static Outgoing message(String id, Lane lane) {
        return new Outgoing(
                id, new Address("paper", "bot", id, null), new Person("paper", id), lane, Message.of(RichText.of(id)));
    }
}

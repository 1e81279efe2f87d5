package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outgoing.Lane;

/** A sender over a memory outbox and a paper channel, on a clock that the tests move. */
abstract class SenderCase {

    static final Duration SECOND = Duration.ofSeconds(1);
    static final SendOutcome UNKNOWN = new SendOutcome.Unknown("the connection broke");

    final VirtualTime time = new VirtualTime();
    final CountingOutbox outbox = new CountingOutbox(time);
    final CountingAlertQueue alerts = new CountingAlertQueue();
    final PaperChannel paper = paper();
    final List<Ended> ended = new ArrayList<>();
    final ChatChangeListener changes = mock();
    final SenderJournal journal = mock();
    boolean deliveriesFail;
    final Sender sender = sender(SendingSettings.DEFAULT);

    /** The platform of these tests. */
    PaperChannel paper() {
        return new PaperChannel(RateLimits.UNLIMITED);
    }

    List<org.assertj.core.groups.Tuple> statuses() {
        return ended.stream()
                .map(each -> tuple(each.message().id(), each.status()))
                .toList();
    }

    Sender sender(SendingSettings sendingSettings) {
        return sender(sendingSettings, SharedRateLimits.ALONE);
    }

    Sender sender(SendingSettings sendingSettings, SharedRateLimits shared) {
        DeliveryListener deliveryListener = messages -> {
            if (deliveriesFail) {
                throw new IllegalStateException("the report is away");
            }
            ended.addAll(messages);
        };
        return new Sender(
                outbox,
                List.of(paper),
                shared,
                new Listeners(deliveryListener, changes, journal),
                alerts,
                sendingSettings,
                time,
                new Random(7),
                time);
    }

    void commit(Outgoing... messages) {
        outbox.commit(List.of(messages));
        sender.committed(List.of(messages));
    }

    static Outgoing reply(String chat, String text) {
        return outgoing(chat, Lane.REPLY, text);
    }

    static Outgoing urgent(String chat, String text) {
        return outgoing(chat, Lane.URGENT, text);
    }

    static Outgoing alert(String chat, String text) {
        return outgoing(chat, Lane.ALERT, text);
    }

    static Outgoing outgoing(String chat, Lane lane, String text) {
        String id = text.equals("hello") ? chat : text;
        return new Outgoing(id, address(chat), person(chat), lane, message(text));
    }

    static Address address(String chat) {
        return new Address("paper", "bot", chat, null);
    }

    static Person person(String name) {
        return new Person("paper", name);
    }

    static Message message(String text) {
        return Message.of(RichText.of(text));
    }
}

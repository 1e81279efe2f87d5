package org.campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.alert.Alerting.NOON;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.alert.audience.AlertReach;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceFilter;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.audience.SmallCountry;
import org.campaignbot.alert.sending.Recipients.Advance;
import org.campaignbot.alert.sending.Recipients.Ended;
import org.campaignbot.alert.sending.Recipients.Enlisted;
import org.campaignbot.alert.sending.Recipients.Next;
import org.campaignbot.alert.sending.Recipients.Open;
import org.campaignbot.alert.sending.Recipients.RecipientKey;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.memory.MemoryRecipients;
import org.campaignbot.memory.MemorySubscriptions;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.AlertQueue.Room;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscribers;
import org.campaignbot.subscriptions.Subscription;
import org.junit.jupiter.api.Test;

class CappedReachTest {

    private static final int PEOPLE = 2 * Subscribers.AT_ONCE + 7;

    private final MemorySubscriptions subscriptions = new MemorySubscriptions();
    private final Recipients recipients = new MemoryRecipients(subscriptions);
    private final Subscribers subscribers = Subscribers.of(subscriptions);
    private final AlertReach reach = new CappedReach(subscribers, recipients, () -> new AlertCaps(1, 4));

    CappedReachTest() {
        for (int i = 0; i < PEOPLE; i++) {
            Person person = new Person("telegram", Integer.toString(i));
            subscriptions.subscribe(new Subscription(
                    new ConversationKey(new Address("telegram", "bot", person.id(), null), person),
                    "1",
                    NOON,
                    Language.ENGLISH,
                    ZoneId.of("America/New_York"),
                    i % 2 == 0 ? "NY" : "VT"));
        }
    }

    @Test
    void everySubscriberIsShownOnceWhateverTheirNumber() {
        List<Subscriber> shown = new ArrayList<>();
        subscribers.forEach(shown::addAll);
        assertThat(shown).hasSize(PEOPLE).doesNotHaveDuplicates();
    }

    @Test
    void whoHadAnAlertThisWeekHasNoneLeft() {
        assertThat(reach.left(filter(Audience.EVERYBODY), NOON)).hasValue(PEOPLE);
        send(3);
        assertThat(reach.left(filter(Audience.EVERYBODY), NOON)).hasValue(PEOPLE - 3);
        assertThat(reach.left(filter(Audience.EVERYBODY), NOON.plus(Duration.ofDays(7))))
                .hasValue(PEOPLE);
        Audience newYork = new Audience(List.of(new Criterion.InState(Set.of("NY"))), List.of());
        assertThat(reach.left(filter(newYork), NOON.plus(Duration.ofDays(7)))).hasValue((PEOPLE + 1) / 2);
    }

    @Test
    void whoeverIsAskedFirstWhetherTheyWantAnyIsNotCounted() {
        subscriptions.page("", 5).forEach(each -> subscriptions.asked(each.ref(), NOON));
        assertThat(reach.left(filter(Audience.EVERYBODY), NOON)).hasValue(PEOPLE - 5);
    }

    private static AudienceFilter filter(Audience audience) {
        return new AudienceFilter(
                audience, Subscription.ALL, SmallCountry.DIRECTORY, NOON, (alert, part, persons) -> Set.of());
    }

    private void send(int some) {
        List<Enlisted> enlisted = subscriptions.page("", some).stream()
                .map(each -> new Enlisted(each, NOON))
                .toList();
        recipients.enlist("k3x9", AlertRun.NOT_BEGUN, null, enlisted, NOON);
        Advance all =
                new Advance(List.of(), List.of(), List.of(new Open("k3x9", false)), new Room(Map.of(), some), NOON);
        List<Ended> ended = recipients
                .advance(all, due -> {
                    ConversationKey to = due.subscription().conversation();
                    return new Next.Send(new Outgoing(
                            due.key().id(),
                            to.address(),
                            to.person(),
                            Outgoing.Lane.ALERT,
                            Message.of(RichText.of("The vote is near."))));
                })
                .stream()
                .map(each -> new Ended(RecipientKey.of(each.message().id()), State.SENT, ""))
                .toList();
        recipients.advance(new Advance(ended, List.of(), List.of(), Room.NONE, NOON), due -> {
            throw new AssertionError("nothing is claimed");
        });
    }
}

package org.campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.alert.Alerting.NOON;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.alert.sending.Recipients.Ended;
import org.campaignbot.alert.sending.Recipients.Enlisted;
import org.campaignbot.alert.sending.Recipients.Figure;
import org.campaignbot.alert.sending.Recipients.Next;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.flow.Operation;
import org.campaignbot.memory.MemoryRecipients;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.memory.MemorySubscriptions;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.subscriptions.GroupSubscriptions;
import org.campaignbot.subscriptions.Subscription;
import org.junit.jupiter.api.Test;

/** Unsubscribing also stops alerts in progress, for groups and people alike. */
class RecipientsHandlerTest {

    private static final String ALERT = "k3x9";
    private static final Address CLUB = new Address("paper", "bot", "club", null);
    private static final ConversationKey ALL = new ConversationKey(CLUB, new Person("paper", "club"));
    private static final ConversationKey BEN =
            new ConversationKey(new Address("paper", "bot", "club", "thread"), new Person("paper", "ben"));

    private final MemorySubscriptions subscriptions = new MemorySubscriptions();
    private final Recipients recipients = new MemoryRecipients(subscriptions, new MemoryStore());
    private final List<AlertTicket> tickets = new ArrayList<>();

    RecipientsHandlerTest() {
        subscriptions.subscribe(
                new Subscription(ALL, "1", NOON, Language.ENGLISH, ZoneId.of("America/New_York"), null));
        List<Enlisted> enlisted = subscriptions.page("", 9).stream()
                .map(each -> new Enlisted(each, NOON))
                .toList();
        recipients.enlist(ALERT, AlertRun.NOT_BEGUN, null, enlisted, NOON);
        recipients.forward(ALERT, false, NOON, 9, due -> {
            tickets.add(due.ticket());
            Message words = Message.of(RichText.of("There is a vote."));
            return new Next.Send(
                    new Outgoing(due.ticket().id(), CLUB, ALL.person(), Outgoing.Lane.ALERT, words),
                    NOON.plus(Duration.ofHours(5)));
        });
    }

    private void benDoes(String effect) {
        RecipientsHandler.over(
                        recipients, address -> address.chat().equals("club") ? Optional.of(ALL) : Optional.empty())
                .stream()
                .filter(each -> each.name().equals(effect))
                .forEach(each -> each.apply(BEN, new Effect(1, 0, effect, NOON.plusSeconds(60), Map.of())));
    }

    @Test
    void aGroupThatStopsItsAlertsDoesNotGetTheOneInTheOutbox() {
        benDoes(GroupSubscriptions.UNSUBSCRIBE);
        assertThat(recipients.depart(tickets, NOON)).isEmpty();
    }

    @Test
    void aGroupThatStopsItsAlertsCountsForTheOneBefore() {
        recipients.depart(tickets, NOON);
        recipients.ended(List.of(new Ended(tickets.get(0), State.SENT, "")), NOON);
        benDoes(GroupSubscriptions.UNSUBSCRIBE);
        assertThat(recipients.figures(ALERT)).extracting(Figure::what).contains(Figure.OPTED_OUT);
    }

    @Test
    void whatAMemberEndsOfTheirOwnTakesNothingFromTheGroup() {
        benDoes(Operation.FORGET);
        assertThat(recipients.depart(tickets, NOON)).hasSize(1);
    }
}

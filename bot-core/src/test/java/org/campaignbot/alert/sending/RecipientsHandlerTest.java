package org.campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.alert.Alerting.NOON;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.alert.sending.Recipients.Advance;
import org.campaignbot.alert.sending.Recipients.Ended;
import org.campaignbot.alert.sending.Recipients.Enlisted;
import org.campaignbot.alert.sending.Recipients.Figure;
import org.campaignbot.alert.sending.Recipients.Next;
import org.campaignbot.alert.sending.Recipients.Open;
import org.campaignbot.alert.sending.Recipients.RecipientKey;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.flow.Operation;
import org.campaignbot.memory.MemoryRecipients;
import org.campaignbot.memory.MemorySubscriptions;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.AlertQueue.Room;
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
    private final Recipients recipients = new MemoryRecipients(subscriptions);

    RecipientsHandlerTest() {
        subscriptions.subscribe(
                new Subscription(ALL, "1", NOON, Language.ENGLISH, ZoneId.of("America/New_York"), null));
        List<Enlisted> enlisted = subscriptions.page("", 9).stream()
                .map(each -> new Enlisted(each, NOON))
                .toList();
        recipients.enlist(ALERT, AlertRun.NOT_BEGUN, null, enlisted, NOON);
    }

    /** Claims whoever is due; returns them. */
    private List<RecipientKey> claim() {
        return advance(List.of(), List.of(new Open(ALERT, false)));
    }

    private List<RecipientKey> advance(List<Ended> ended, List<Open> open) {
        Advance advance = new Advance(ended, List.of(), open, new Room(Map.of(), 9), NOON);
        return recipients
                .advance(
                        advance,
                        due -> new Next.Send(new Outgoing(
                                due.key().id(),
                                CLUB,
                                ALL.person(),
                                Outgoing.Lane.ALERT,
                                Message.of(RichText.of("There is a vote.")))))
                .stream()
                .map(each -> RecipientKey.of(each.message().id()))
                .toList();
    }

    private void benDoes(String effect) {
        RecipientsHandler.over(
                        recipients, address -> address.chat().equals("club") ? Optional.of(ALL) : Optional.empty())
                .stream()
                .filter(each -> each.name().equals(effect))
                .forEach(each -> each.apply(BEN, new Effect(1, 0, effect, NOON.plusSeconds(60), Map.of())));
    }

    @Test
    void aGroupThatStopsItsAlertsDoesNotGetTheOneThatWaits() {
        benDoes(GroupSubscriptions.UNSUBSCRIBE);
        assertThat(claim()).isEmpty();
    }

    @Test
    void aGroupThatStopsItsAlertsCountsForTheOneBefore() {
        advance(List.of(new Ended(claim().get(0), State.SENT, "")), List.of());
        benDoes(GroupSubscriptions.UNSUBSCRIBE);
        assertThat(recipients.figures(ALERT)).extracting(Figure::what).contains(Figure.OPTED_OUT);
    }

    @Test
    void whatAMemberEndsOfTheirOwnTakesNothingFromTheGroup() {
        benDoes(Operation.FORGET);
        assertThat(claim()).hasSize(1);
    }
}

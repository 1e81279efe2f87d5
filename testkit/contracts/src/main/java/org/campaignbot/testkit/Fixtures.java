package org.campaignbot.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.Budget;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.Shape;
import org.campaignbot.conversation.State;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.ConversationStore.Commit;

/** Test data shared by the contracts: conversations, states, and turns that are obviously made up. */
public final class Fixtures {

    /** The time at which the tests start. */
    public static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    /** The Eastern day of that time, a Tuesday. */
    public static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    /** A period that includes whatever a test does. */
    public static final Period EVER = Period.ofMonths(YearMonth.of(2000, 1), YearMonth.of(2099, 12));

    /** How the people of the tests tell the bot what they did. */
    public static final Tally.Way WAY = new Tally.Way("en", "paper");

    private Fixtures() {}

    /** The bot's conversation with a person of this name. */
    public static ConversationKey conversationOf(String name) {
        return new ConversationKey(new Address("paper", "bot", "chat-of-" + name, null), new Person("paper", name));
    }

    /** A state waiting at a step, with one saved fact. */
    public static State waitingAt(String flow, String step, long turn) {
        return new State(
                turn,
                NOON,
                new State.Asked(
                        new State.Place(flow, step, List.of(new State.Mark("call", "ready"))),
                        new Shape(2, List.of(new Shape.Offer("yes", "abc"), new Shape.Offer("no", "def")))),
                List.of(new State.Place("menu", "menu", List.of())),
                Map.of("home", "NY-12"),
                Map.of(),
                Budget.UNUSED);
    }

    /** A commit of a first turn, with one message and one effect. */
    public static Commit firstTurn(ConversationKey conversation, String updateId) {
        return turn(conversation, 0, updateId, waitingAt("call", "outcome", 1));
    }

    /** A commit based on this version, with one message and one effect. */
    public static Commit turn(ConversationKey conversation, long expected, String updateId, State next) {
        return new Commit(
                conversation,
                expected,
                updateId,
                next,
                List.of(message(conversation, updateId + "/0")),
                List.of(new Effect(next.turn(), 0, "count", NOON, Map.of("outcome", "spoke"))));
    }

    /** A message to a conversation. */
    public static Outgoing message(ConversationKey conversation, String id) {
        return new Outgoing(
                id,
                conversation.address(),
                conversation.person(),
                Outgoing.Lane.REPLY,
                Message.of(RichText.of("Message " + id)));
    }
}

package campaignbot.delivery;

import campaignbot.people.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Messages that were committed and are not yet known to have left.
 *
 * <p>Whoever sends a message has claimed it. All claims of a chat and lane are in one hand, so nobody else sends to it meanwhile;
 * a chat here is the whole chat with all its threads. A claim ends by {@link #settle}, by {@link #release}, or some time after
 * its process died. Failures of a store are {@link RuntimeException}s, after which nothing has happened.
 */
public interface Outbox {

    /**
     * Claims messages that wait, urgent ones first and those of a chat in the order of their commits, and hands them on before a
     * later commit could claim what comes after them.
     *
     * @param into is given what was claimed, once; an empty list where there is nothing
     */
    void take(Wanted wanted, Consumer<List<Claimed>> into);

    /** Claims everything of a chat that nobody has claimed, whatever the lane. */
    List<Claimed> takeAllOf(Address chat);

    /**
     * From now on a commit by this process claims its messages for it, where nothing of their chat and lane waits before them and
     * this process has fewer than {@code room} messages in its hands; 0, the default, claims none. Urgent messages are counted apart
     * from all others: they have as much room of their own.
     */
    void accept(int room);

    /** Of messages that this process has just committed, those that the commit claimed, in order; the others come by {@link #take}. */
    List<Claimed> handOver(List<Outgoing> committed);

    /** Adds messages that belong to no turn; one whose id is known is not added again. */
    void add(List<Outgoing> messages);

    /**
     * Ends messages whose fate is known, and notes that others are about to be sent, in one transaction. A message that departed
     * and whose process dies is offered as one that may have left.
     *
     * @param ended ids of messages to take out
     * @param departing ids of messages that must not be sent twice, before they are
     * @param uses how much of their pace chats have used, for whoever sends to them next
     */
    void settle(List<String> ended, List<String> departing, List<ChatUse> uses);

    /** Ends messages whose fate is known. */
    default void settle(List<String> ended) {
        settle(ended, List.of(), List.of());
    }

    /** Offers claimed messages again, as if they had not departed. */
    void release(List<String> ids);

    /** Keeps claims for longer, that would otherwise run out as those of a process that died; returns until when. */
    Instant renew(List<String> ids);

    /** Rewrites all that waits for a chat, claimed by this process or by nobody, to the id under which the chat goes on. */
    void move(Address from, Address to);

    /** Claims up to so many messages of any lane, for whoever sends them by hand. */
    default List<Outgoing> claim(int most) {
        List<Outgoing> claimed = new ArrayList<>();
        take(
                new Wanted(Outgoing.Lane.URGENT, Outgoing.Lane.ALERT, most, Set.of()),
                taken -> taken.forEach(each -> claimed.add(each.message())));
        return claimed;
    }

    /**
     * What a process has room for.
     *
     * @param first the most urgent lane
     * @param last the least urgent lane
     * @param most how many messages
     * @param except accounts for which there is no room
     */
    record Wanted(Outgoing.Lane first, Outgoing.Lane last, int most, Set<Account> except) {
        public Wanted {
            except = Set.copyOf(except);
        }
    }

    /**
     * A message in this process's hands.
     *
     * @param since when it was committed
     * @param until when the claim runs out unless it is renewed; {@link Instant#MAX} where it does not
     * @param mayHaveLeft whether a process that died may have sent it
     * @param used how much of its pace other processes have used in its chat, as {@link ChatUse#marks}
     */
    record Claimed(Outgoing message, Instant since, Instant until, boolean mayHaveLeft, List<Instant> used) {
        public Claimed {
            used = List.copyOf(used);
        }
    }

    /**
     * How much of its pace a chat has used.
     *
     * @param chat the whole chat
     * @param marks what a sender needs to go on in time: instants whose meaning is that of the pace
     * @param until when all of it is over
     */
    record ChatUse(Address chat, List<Instant> marks, Instant until) {
        public ChatUse {
            marks = List.copyOf(marks);
        }
    }
}

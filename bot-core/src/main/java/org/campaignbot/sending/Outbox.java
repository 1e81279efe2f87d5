package org.campaignbot.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignbot.people.Address;

/**
 * Messages other than alerts that were committed and aren't known to have been sent.
 *
 * <p>A process claims a message before it sends it. One process has all claims of a chat and lane, so no other sends to it
 * meanwhile; a chat here includes all its threads. A claim ends by {@link #settle}, by {@link #release}, or some time after its
 * process died. Store failures are {@link RuntimeException}s, after which nothing has happened.
 */
public interface Outbox {

    /**
     * Claims waiting messages, urgent ones first and in commit order within a chat, and passes them on before a later commit
     * could claim what comes after them.
     *
     * @param into is called once with what was claimed; an empty list if there is nothing
     */
    void take(Wanted wanted, Consumer<List<Claimed>> into);

    /** Claims everything of a chat that isn't claimed, in all lanes. */
    List<Claimed> takeAllOf(Address chat);

    /**
     * Sets how many messages this process may have claimed for its commits to claim their own; 0, the default, claims none. A
     * commit claims a message only if nothing of its chat and lane waits before it. Urgent messages are counted separately,
     * with as much room of their own.
     */
    void accept(int room);

    /** Returns the committed messages that the commit itself claimed, in order; {@link #take} returns the others. */
    List<Claimed> handOver(List<Outgoing> committed);

    /** Adds messages outside any turn; skips known ids. */
    void add(List<Outgoing> messages);

    /**
     * Removes ended messages.
     *
     * @param uses how much of their pace chats have used, for the next process that sends to them
     */
    void settle(List<String> ended, List<ChatUse> uses);

    /** Removes ended messages. */
    default void settle(List<String> ended) {
        settle(ended, List.of());
    }

    /** Releases claims. */
    void release(List<String> ids);

    /** Renews claims, which would otherwise run out like those of a dead process; returns the new end. */
    Instant renew(List<String> ids);

    /** Rewrites all messages for a chat, if unclaimed or claimed by this process, to the chat's new id. */
    void move(Address from, Address to);

    /** Claims up to this many messages of any lane, to send them manually. */
    default List<Outgoing> claim(int most) {
        List<Outgoing> claimed = new ArrayList<>();
        take(
                new Wanted(Outgoing.Lane.URGENT, Outgoing.Lane.REPLY, most, Set.of()),
                taken -> taken.forEach(each -> claimed.add(each.message())));
        return claimed;
    }

    /**
     * What a process has room for.
     *
     * @param first the most urgent lane
     * @param last the least urgent lane
     * @param most how many messages
     * @param except accounts without room
     */
    record Wanted(Outgoing.Lane first, Outgoing.Lane last, int most, Set<Account> except) {
        public Wanted {
            except = Set.copyOf(except);
        }
    }

    /**
     * A message that this process has claimed.
     *
     * @param since when it was committed
     * @param until when the claim runs out unless renewed; {@link Instant#MAX} if it doesn't
     * @param mayHaveLeft whether a process that died may have sent it; never so for an alert
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
     * @param marks what a sender needs to keep the pace: instants with a meaning that depends on the pace
     * @param until when all of it is over
     */
    record ChatUse(Address chat, List<Instant> marks, Instant until) {
        public ChatUse {
            marks = List.copyOf(marks);
        }
    }
}

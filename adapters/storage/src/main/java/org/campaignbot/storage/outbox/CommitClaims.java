package org.campaignbot.storage.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.storage.outbox.JdbcOutbox.Staged;

/** Claims taken inside a commit, so that the committing process can send at once without reading anything back. */
public final class CommitClaims {

    private final Claims claims;
    private final InstantSource clock;
    /** The hash of each message this process holds, by message id. */
    private final Map<String, String> inHand = new ConcurrentHashMap<>();
    /** The ids of the urgent messages among them, which have their own capacity. */
    private final Set<String> urgentInHand = ConcurrentHashMap.newKeySet();
    /** Messages that commits have claimed and the sender hasn't fetched yet, by id. */
    private final Map<String, Claimed> handed = new ConcurrentHashMap<>();
    /** Lines whose messages are claimed but haven't reached the sender yet, so that no commit may overtake them. */
    private final Set<Claims.Line> arriving = ConcurrentHashMap.newKeySet();

    private final Object taking = new Object();
    private final Object committing = new Object();
    private volatile int room;

    CommitClaims(Claims claims, InstantSource clock) {
        this.claims = claims;
        this.clock = clock;
    }

    /** Sets how many messages may be in hand before commits stop claiming, urgent ones counted separately; 0 claims none. */
    void accept(int newRoom) {
        room = newRoom;
    }

    /** Records a message that this process now holds. */
    void hold(Outgoing message, String idHash) {
        inHand.put(message.id(), idHash);
        if (message.lane() == Lane.URGENT) {
            urgentInHand.add(message.id());
        }
    }

    /** The messages this process holds: their hashes by id. */
    public Map<String, String> inHand() {
        return inHand;
    }

    /** Runs a commit, from its claims to their outcome, while no doubts are settled. */
    public <T> T committing(Supplier<T> commit) {
        synchronized (committing) {
            return commit.get();
        }
    }

    /** Forgets messages that are no longer in hand. */
    public void drop(Collection<String> ids) {
        for (String id : ids) {
            inHand.remove(id);
            urgentInHand.remove(id);
            handed.remove(id);
        }
    }

    /**
     * Claims messages in the transaction of their commit, as far as there is room: those with nothing waiting before them in their
     * chat and lane. Report the outcome with {@link #claimed} or {@link #unclaimed}.
     *
     * @return their hashes
     */
    public Set<String> claim(Connection connection, List<Staged> messages) throws SQLException {
        if (room == 0 || messages.isEmpty()) {
            return Set.of();
        }
        Set<String> chats = new HashSet<>();
        messages.forEach(each -> chats.add(each.chatHash()));
        Set<Claims.Line> waiting = new HashSet<>(claims.waiting(connection, chats));
        // Read after the rows, since a line leaves this set only after its messages have reached the sender.
        waiting.addAll(arriving);
        Set<String> claimed = new HashSet<>();
        int urgentLeft = room - urgentInHand.size();
        int left = room - (inHand.size() - urgentInHand.size());
        for (Staged each : messages) {
            boolean isUrgent = each.outgoing().lane() == Lane.URGENT;
            if ((isUrgent ? urgentLeft : left) > 0
                    && !waiting.contains(each.line())
                    && !waiting.contains(each.line().whole())) {
                claimed.add(each.idHash());
                urgentLeft -= isUrgent ? 1 : 0;
                left -= isUrgent ? 0 : 1;
            } else {
                waiting.add(each.line());
            }
        }
        claims.claim(claimed);
        return claimed;
    }

    /** Records what a commit has claimed. */
    public void claimed(List<Staged> messages, Set<String> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant until = claims.until();
        for (Staged each : messages) {
            if (claimed.contains(each.idHash())) {
                Outgoing outgoing = each.outgoing();
                hold(outgoing, each.idHash());
                handed.put(outgoing.id(), new Claimed(outgoing, now, until, false, List.of()));
            }
        }
    }

    /** Gives up the claims of a commit that failed or whose answer was lost. */
    public void unclaimed(Set<String> claimed) {
        claims.doubt(claimed);
    }

    /** Hands over those of the just-committed messages that their commit claimed, in order, once. */
    List<Claimed> handOver(List<Outgoing> committed) {
        List<Claimed> ours = new ArrayList<>(committed.size());
        for (Outgoing each : committed) {
            Claimed claimed = handed.remove(each.id());
            if (claimed != null) {
                ours.add(claimed);
            }
        }
        return ours;
    }

    /** Claims waiting messages and passes them on, one caller at a time; no commit claims messages behind the lines put into the set. */
    void whileTaking(Consumer<Set<Claims.Line>> take) {
        synchronized (taking) {
            synchronized (committing) {
                claims.settleDoubts();
            }
            try {
                take.accept(arriving);
            } finally {
                arriving.clear();
            }
        }
    }
}

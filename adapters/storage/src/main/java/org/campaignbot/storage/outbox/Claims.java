package org.campaignbot.storage.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tracks which process sends which message, so that no message is sent by two at once or stuck with a dead process. */
public interface Claims {

    /** A lane of a chat; rank 0 means all its lanes. */
    record Line(String chatHash, int rank) {
        Line whole() {
            return new Line(chatHash, 0);
        }
    }

    /** Which messages to claim: a range of lanes, at most this many rows, and none of these accounts. */
    record Wanted(int firstRank, int lastRank, int most, Collection<String> exceptAccounts) {}

    /**
     * Claims the next messages: urgent ones first, then by commit order within a chat and lane.
     *
     * @param before receives the messages before anyone can see that they are claimed
     */
    List<OutboxRow> take(Wanted wanted, Consumer<List<OutboxRow>> before);

    /** Claims all unclaimed messages of a chat. */
    List<OutboxRow> takeAllOf(String chatHash);

    /**
     * The lines of these chats that have waiting messages not claimed by this process, or whose rate limit it doesn't know; no
     * other process adds to these chats until the transaction ends.
     */
    Set<Line> waiting(Connection connection, Collection<String> chatHashes) throws SQLException;

    /**
     * The chats among these that no other process is writing to. Until the transaction ends, no other process adds to them or
     * claims from them.
     */
    Set<String> free(Connection connection, Collection<String> chatHashes) throws SQLException;

    /** Claims rows that a commit is adding. */
    void claim(Collection<String> idHashes);

    /** The process name that the database stores for these claims; empty if claims are kept in memory. */
    String claimant();

    /** When a claim made now expires. */
    Instant until();

    /** Extends claims until {@link #until}. */
    void renew(Collection<String> idHashes);

    /** Releases messages so that they can be claimed again. */
    void release(Collection<String> idHashes);

    /** How long to wait for another process before treating what only it remembers as lost. */
    Duration patience();

    /**
     * Gives up the claims of a commit whose result is unknown because the database went away before answering. If the rows turn out
     * to exist, they're offered again.
     */
    void doubt(Collection<String> idHashes);

    /** Releases the claims in doubt; no commit of this process may be running, since it might be claiming the same rows. */
    void settleDoubts();

    /** Forgets the claims of messages whose rows are gone. */
    void settled(Collection<String> idHashes);
}

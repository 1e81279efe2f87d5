package campaignbot.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Who is sending what, so that no message is sent by two at once and none stays with one who has died. */
interface Claims {

    /** A chat's lane, or with the rank 0 all of them. */
    record Line(String chatHash, int rank) {
        Line whole() {
            return new Line(chatHash, 0);
        }
    }

    /** What to claim: lanes by their ranks, how many rows, and the accounts to leave out. */
    record Wanted(int firstRank, int lastRank, int most, Collection<String> exceptAccounts) {}

    /**
     * Claims the next messages: urgent ones first, those of a chat and lane in the order of their commits.
     *
     * @param before is told of them before anyone can see that they are claimed
     */
    List<OutboxRow> take(Wanted wanted, Consumer<List<OutboxRow>> before);

    /** Claims what nobody has claimed in a chat. */
    List<OutboxRow> takeAllOf(String chatHash);

    /**
     * Of some chats, the lines in which something waits that this process has not claimed, or whose pace it does not know; nobody else
     * adds to these chats until the transaction ends.
     */
    Set<Line> waiting(Connection connection, Collection<String> chatHashes) throws SQLException;

    /** Claims rows that a commit is adding. */
    void claim(Collection<String> idHashes);

    /** The process in whose name such rows are claimed in the database; empty where it is kept in memory. */
    String claimant();

    /** Until when a claim made now holds. */
    Instant until();

    /** Keeps claims until {@link #until}. */
    void renew(Collection<String> idHashes);

    /** Offers messages again. */
    void release(Collection<String> idHashes);

    /** How long to wait for another process before what it alone remembers counts as lost. */
    Duration patience();

    /**
     * Gives up what a commit claimed of which nobody knows whether it succeeded: the database went away before it answered. Where the
     * rows are there after all, they are offered again.
     */
    void doubt(Collection<String> idHashes);

    /** Offers again what is in doubt; no commit of this process may be under way, since it may be about to claim the same rows. */
    void settleDoubts();

    /** Forgets the claims of messages whose rows are gone. */
    void settled(Collection<String> idHashes);
}

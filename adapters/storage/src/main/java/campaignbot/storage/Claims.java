package campaignbot.storage;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Who is sending what, so that no message is sent by two at once and none stays with one who has died. */
interface Claims {

    /** Claims the next messages: urgent ones first, those of a chat and lane in the order of their commits. */
    List<OutboxRow> take(int most);

    /** Offers messages again. */
    void release(Collection<String> idHashes);

    /** How long to wait for another process before what it alone remembers counts as lost. */
    Duration patience();

    /** Forgets the claims of messages whose rows are gone. */
    void settled(Collection<String> idHashes);
}

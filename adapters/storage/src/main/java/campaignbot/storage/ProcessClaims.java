package campaignbot.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Claims of the one process that sends from an SQLite file: they live in its memory and die with it, which costs no write and
 * offers everything again at the next start.
 */
final class ProcessClaims implements Claims {

    private final Connections connections;
    private final Identities identities;
    private final OwnWords ownWords;
    private final Set<String> claimed = new HashSet<>();

    ProcessClaims(Connections connections, Identities identities, OwnWords ownWords) {
        this.connections = connections;
        this.identities = identities;
        this.ownWords = ownWords;
    }

    @Override
    public synchronized List<OutboxRow> take(int most) {
        List<OutboxRow> next = connections.read(connection -> {
            List<OutboxRow> rows = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select " + OutboxRow.COLUMNS + " from outbox order by lane, seq");
                    ResultSet row = select.executeQuery()) {
                // Rows are read one by one, so what lies behind the last one wanted costs nothing.
                while (rows.size() < most && row.next()) {
                    if (!claimed.contains(row.getString(1))) {
                        OutboxRow found = OutboxRow.read(row, identities);
                        if (found.message() != null || found.isUnreadable() || ownWords.of(found.idHash()) != null) {
                            rows.add(found);
                        }
                    }
                }
            }
            return rows;
        });
        next.forEach(row -> claimed.add(row.idHash()));
        return next;
    }

    @Override
    public synchronized void release(Collection<String> idHashes) {
        claimed.removeAll(Set.copyOf(idHashes));
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public void settled(Collection<String> idHashes) {
        release(idHashes);
    }
}

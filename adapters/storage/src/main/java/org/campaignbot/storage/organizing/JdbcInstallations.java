package org.campaignbot.storage.organizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.campaignbot.workspace.Installation;
import org.campaignbot.workspace.Installations;
import org.jspecify.annotations.Nullable;

/** Installations in a database: found by a keyed hash, with everything else as ciphertext. */
public final class JdbcInstallations implements Installations {

    private final Connections connections;
    private final Identities identities;

    public JdbcInstallations(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public void save(Installation installation) {
        String hash = hash(installation.workspace());
        Ciphertext sealed =
                identities.seal(hash, installation.workspace(), installation.botToken(), installation.botUser());
        connections.write(connection -> BatchWrite.one(
                connection,
                "insert into workspace (id_hash, sealed) values (?, ?)"
                        + " on conflict (id_hash) do update set sealed = excluded.sealed",
                hash,
                sealed));
    }

    @Override
    public Optional<Installation> find(String workspace) {
        String hash = hash(workspace);
        return connections.read(connection -> {
            List<Installation> found = new ArrayList<>();
            ByHash.select(
                    connection,
                    "select sealed from workspace where id_hash",
                    List.of(hash),
                    row -> found.add(installation(identities.open(hash, row.getBytes(1)))));
            return found.stream().findFirst();
        });
    }

    private static Installation installation(List<@Nullable String> pieces) {
        return new Installation(
                Objects.requireNonNull(pieces.get(0)),
                Objects.requireNonNull(pieces.get(1)),
                Objects.requireNonNull(pieces.get(2)));
    }

    @Override
    public void delete(String workspace) {
        connections.write(
                connection -> BatchWrite.one(connection, "delete from workspace where id_hash = ?", hash(workspace)));
        // SQLite's write-ahead log would otherwise keep the token's ciphertext.
        connections.emptyLog();
    }

    private String hash(String workspace) {
        return identities.hash("workspace", workspace);
    }
}

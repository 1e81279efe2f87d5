package org.campaignbot.storage.organizing;

import java.time.Instant;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.workspace.InstallStates;

/** Used states of installations in a database, by keyed hash: if several use a state at once, only one can write its row. */
public final class JdbcInstallStates implements InstallStates {

    /** The maximum number of states stored at once, so that no one can fill the disk. */
    public static final int MOST = 10_000;

    private static final int DROPPED_AT_ONCE = 100;

    private final Connections connections;
    private final Identities identities;
    private final int most;

    public JdbcInstallStates(Connections connections, Identities identities, int most) {
        this.connections = connections;
        this.identities = identities;
        this.most = most;
    }

    @Override
    public String sign(String text) {
        return identities.hash("signature of an install state", text);
    }

    @Override
    public boolean useUp(String state, Instant until) {
        return connections.write(connection -> {
                    BatchWrite.one(
                            connection,
                            "delete from install_state where state_hash in"
                                    + " (select state_hash from install_state order by works_until desc limit ? offset ?)",
                            DROPPED_AT_ONCE,
                            most - 1);
                    return BatchWrite.one(
                            connection,
                            "insert into install_state (state_hash, works_until) values (?, ?) on conflict (state_hash) do nothing",
                            hash(state),
                            until.toEpochMilli());
                })
                == 1;
    }

    private String hash(String state) {
        return identities.hash("install state", state);
    }
}

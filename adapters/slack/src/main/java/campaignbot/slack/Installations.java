package campaignbot.slack;

import java.util.Optional;

/** The workspaces that have installed the bot; safe for use by several threads, and known to all processes once a call returns. */
public interface Installations {

    /** Keeps an installation, in place of an earlier one of the same workspace. */
    void save(Installation installation);

    /** The installation of a workspace; empty where it has none, or not any more. */
    Optional<Installation> find(String team);

    /** Forgets the installation of a workspace, and with it the token. */
    void delete(String team);
}

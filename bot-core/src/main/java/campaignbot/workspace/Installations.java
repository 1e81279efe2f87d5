package campaignbot.workspace;

import java.util.Optional;

/** Keeps the installations of workspaces; safe for use by several threads, and known to all processes once a call returns. */
public interface Installations {

    /** For a bot that serves one workspace, whose token is a setting. */
    Installations NONE = new Installations() {
        @Override
        public void save(Installation installation) {
            throw new IllegalStateException("there is one workspace, and its token is a setting");
        }

        @Override
        public Optional<Installation> find(String workspace) {
            return Optional.empty();
        }

        @Override
        public void delete(String workspace) {}
    };

    /** Keeps an installation, in place of an earlier one of the same workspace. */
    void save(Installation installation);

    /** The installation of a workspace; empty where it has none, or not any more. */
    Optional<Installation> find(String workspace);

    /** Forgets the installation of a workspace, and with it the token; one that is not there is no error. */
    void delete(String workspace);
}

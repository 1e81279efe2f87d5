package org.campaignbot.workspace;

import java.util.Optional;

/** Stores the installations of workspaces; thread-safe, and visible to all processes once a call returns. */
public interface Installations {

    /** For a bot that serves one workspace, with its token in a setting. */
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

    /** Stores an installation, replacing an earlier one of the same workspace. */
    void save(Installation installation);

    /** The installation of a workspace; empty if it has none, or no longer has one. */
    Optional<Installation> find(String workspace);

    /** Deletes the installation of a workspace with its token; it's no error if there is none. */
    void delete(String workspace);
}

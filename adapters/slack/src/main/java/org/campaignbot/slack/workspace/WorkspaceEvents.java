package org.campaignbot.slack.workspace;

/** Listens for workspace changes; called from any thread, perhaps more than once, and before Slack is told it was heard. */
public interface WorkspaceEvents {

    /** Ignores all events. */
    WorkspaceEvents IGNORED = team -> {};

    /**
     * A workspace has removed the bot or revoked its token: delete its data. Once this returns, that must not get lost, since its
     * installation is deleted next and no other event follows; if it throws, it's called again.
     */
    void left(String team);
}

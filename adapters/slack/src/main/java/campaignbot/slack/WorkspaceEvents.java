package campaignbot.slack;

/** Is told what becomes of workspaces; from any thread, perhaps more than once, and before Slack is told that it was heard. */
public interface WorkspaceEvents {

    /** Whoever does not want to know. */
    WorkspaceEvents IGNORED = team -> {};

    /**
     * A workspace has removed the bot or taken its token back: what belongs to it is to be deleted. Once this returns, that must not
     * be lost, since its installation is deleted next and nothing tells of it again; where it throws, it is told once more.
     */
    void left(String team);
}

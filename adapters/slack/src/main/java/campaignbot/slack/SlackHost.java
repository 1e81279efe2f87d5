package campaignbot.slack;

import campaignbot.conversation.ConversationKey;
import campaignbot.people.Language;
import campaignbot.platform.Operator;
import campaignbot.workspace.InstallStates;
import campaignbot.workspace.Installations;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the application gives a bot on Slack.
 *
 * @param words what stands around forms, by language; none where there shall be no forms
 * @param chosen the language that the person of a conversation has chosen; where there is none, that of their Slack counts
 * @param home what Home tabs show
 * @param commands which commands open a form at once
 * @param operator whoever is told of what only a person can mend
 * @param workspaces whoever is told that a workspace has removed the bot
 * @param clock what time stamps of requests are held against, and how long a connection may keep what it carried
 * @param many what many workspaces need; null where the bot serves one
 */
public record SlackHost(
        Map<Language, SlackWords> words,
        Function<ConversationKey, Optional<Language>> chosen,
        HomeView home,
        CommandForm commands,
        Operator operator,
        WorkspaceEvents workspaces,
        InstantSource clock,
        @Nullable Many many) {

    public SlackHost {
        words = Map.copyOf(words);
    }

    /**
     * What many workspaces need.
     *
     * @param installations where their tokens are kept
     * @param states what vouches for installations that have begun
     * @param words what the person who installs the bot is told
     */
    public record Many(Installations installations, InstallStates states, InstallWords words) {}
}

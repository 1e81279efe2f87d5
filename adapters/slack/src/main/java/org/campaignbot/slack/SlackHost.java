package org.campaignbot.slack;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Language;
import org.campaignbot.platform.Operator;
import org.campaignbot.slack.blocks.SlackWords;
import org.campaignbot.slack.blocks.SlackWords.InstallWords;
import org.campaignbot.slack.home.HomeView;
import org.campaignbot.slack.receive.CommandForm;
import org.campaignbot.slack.workspace.WorkspaceEvents;
import org.campaignbot.workspace.InstallStates;
import org.campaignbot.workspace.Installations;
import org.jspecify.annotations.Nullable;

/**
 * What the application provides to a bot on Slack.
 *
 * @param words the words around forms, by language; none if there are no forms
 * @param chosen the language that a conversation's person has chosen; if none, their Slack language counts
 * @param home what Home tabs show
 * @param commands which commands open a form at once
 * @param operator is told of problems that only a person can fix
 * @param workspaces is told when a workspace removes the bot
 * @param clock checks requests' timestamps, and how long a connection may keep what it carried
 * @param many what many workspaces need; null if the bot serves one
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
     * @param installations stores their tokens
     * @param states one-time states of installations in progress
     * @param words what the person who installs the bot is told
     */
    public record Many(Installations installations, InstallStates states, InstallWords words) {}
}

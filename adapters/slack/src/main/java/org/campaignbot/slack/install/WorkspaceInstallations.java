package org.campaignbot.slack.install;

import com.slack.api.bolt.model.Bot;
import com.slack.api.bolt.model.Installer;
import com.slack.api.bolt.model.builtin.DefaultBot;
import com.slack.api.bolt.service.InstallationService;
import org.campaignbot.slack.workspace.Workspaces;
import org.campaignbot.workspace.Installation;
import org.jspecify.annotations.Nullable;

/** Implements Bolt's installation store over ours: it keeps each workspace's bot and nothing about the person who installed it. */
public final class WorkspaceInstallations implements InstallationService {

    private final Workspaces workspaces;

    public WorkspaceInstallations(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public boolean isHistoricalDataEnabled() {
        return false;
    }

    @Override
    public void setHistoricalDataEnabled(boolean enabled) {
        if (enabled) {
            throw new UnsupportedOperationException("only the newest installation of a workspace is kept");
        }
    }

    @Override
    public void saveInstallerAndBot(Installer installer) {
        saveBot(installer.toBot());
    }

    @Override
    public void saveBot(Bot bot) {
        try {
            workspaces.save(new Installation(bot.getTeamId(), bot.getBotAccessToken(), bot.getBotUserId()));
        } catch (RuntimeException failure) {
            throw new InstallStoreException(failure);
        }
    }

    @Override
    public void deleteBot(Bot bot) {
        workspaces.left(bot.getTeamId());
    }

    @Override
    public void deleteInstaller(Installer installer) {
        // Nothing to delete.
    }

    @Override
    public @Nullable Bot findBot(@Nullable String enterprise, String team) {
        return workspaces.find(team).map(WorkspaceInstallations::bot).orElse(null);
    }

    @Override
    public @Nullable Installer findInstaller(@Nullable String enterprise, String team, String user) {
        return null;
    }

    private static Bot bot(Installation installation) {
        DefaultBot bot = new DefaultBot();
        bot.setTeamId(installation.workspace());
        bot.setBotAccessToken(installation.botToken());
        bot.setBotUserId(installation.botUser());
        return bot;
    }
}

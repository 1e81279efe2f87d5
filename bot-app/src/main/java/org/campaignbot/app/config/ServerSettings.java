package org.campaignbot.app.config;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.campaignbot.alert.sending.CanaryRules;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.telegram.TelegramSettings;
import org.jspecify.annotations.Nullable;

/**
 * A server's settings, read from its environment.
 *
 * @param telegram the bot on Telegram, or null if none is set up
 * @param slack the bot on Slack, or null if none is set up
 * @param turnsAMinute turns that a conversation may take per minute; 0 means no limit
 * @param canary how a canary gets an alert before everyone else
 * @param http the HTTP port
 * @param web what is served on the web
 * @param storage where data is stored
 * @param ops how operators monitor it
 * @param directory how the tables of the members stay fresh
 * @param crm where figures are sent
 * @param content what the bot talks about
 * @param clock the clock that it uses
 */
public record ServerSettings(
        @Nullable TelegramSettings telegram,
        @Nullable SlackSettings slack,
        int turnsAMinute,
        CanaryRules canary,
        HttpSettings http,
        WebSettings web,
        StorageSettings storage,
        OpsSettings ops,
        DirectorySettings directory,
        CrmSettings crm,
        Content content,
        InstantSource clock) {

    /** The variable for the HTTP port. */
    public static final String PORT = "SERVER_PORT";

    /** What is printed when no platform is set up. */
    public static final String NO_TOKEN = TelegramProperties.TOKEN
            + " is not set. Make a bot with @BotFather on Telegram, and start with the token that it gives: "
            + TelegramProperties.TOKEN + "=... ./bot serve. For Slack set " + SlackProperties.BOT_TOKEN + " and "
            + SlackProperties.APP_TOKEN + "; README.md tells where they are.";

    /** Whether the server listens on an HTTP port: for the web, for a webhook, or because a port is set. */
    public boolean listens() {
        return http.port() != null
                || web.isOn()
                || (telegram != null && telegram.webhook() != null)
                || (slack != null && slack.mode() == SlackSettings.Mode.HTTP);
    }

    /** The result of reading an environment. */
    public sealed interface Reading {

        /** Settings to run with. */
        record Usable(ServerSettings settings) implements Reading {}

        /** What must be fixed before the start: all of it, a sentence or two each, and never the value of a secret. */
        record Unusable(List<String> problems) implements Reading {
            public Unusable {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads an environment; blank values count as not set. */
    public static Reading read(Map<String, String> environment) {
        Variables variables = Variables.of(environment);
        variables.refuseUnknown();
        if (!variables.fileProblems().isEmpty()) {
            // Don't report the follow-on problems of a missing secret.
            variables.fileProblems().forEach(variables::refuse);
            return new Reading.Unusable(variables.problems());
        }
        ServerSettings settings = of(variables);
        return settings == null || !variables.problems().isEmpty()
                ? new Reading.Unusable(variables.problems())
                : new Reading.Usable(settings);
    }

    /**
     * Reads an environment for a command that needs a platform, or the web, and can't run without valid settings.
     *
     * @throws SettingProblem if anything is wrong; it lists all of it
     */
    public static ServerSettings need(Map<String, String> environment) throws SettingProblem {
        Reading reading = read(environment);
        if (reading instanceof Reading.Unusable unusable) {
            throw new SettingProblem(
                    "The bot did not start, because of its settings:\n- " + String.join("\n- ", unusable.problems()));
        }
        ServerSettings settings = ((Reading.Usable) reading).settings();
        if (settings.telegram() == null
                && settings.slack() == null
                && !settings.web().isOn()) {
            throw new SettingProblem(NO_TOKEN);
        }
        return settings;
    }

    private static @Nullable ServerSettings of(Variables variables) {
        TelegramProperties telegram = variables.bind(TelegramProperties.class);
        SlackProperties slack = variables.bind(SlackProperties.class);
        ServerProperties server = variables.bindOrCreate(ServerProperties.class);
        DirectorySettings directory = variables.bindOrCreate(DirectorySettings.class);
        CrmSettings crm = variables.bindOrCreate(CrmSettings.class);
        InstallationProperties installation = variables.installation();
        StorageSettings storage = orProblem(variables, () -> StorageSettings.of(variables));
        OpsSettings ops = server == null ? null : orProblem(variables, server::ops);
        Content content = orProblem(variables, () -> Content.of(installation, null));
        InstantSource clock = orProblem(variables, () -> Clocks.of(null, installation.botClock()));
        return server == null
                        || directory == null
                        || crm == null
                        || storage == null
                        || ops == null
                        || content == null
                        || clock == null
                ? null
                : new ServerSettings(
                        telegram == null ? null : telegram.settings(),
                        slack == null ? null : slack.settings(),
                        server.personRatePerMinute(),
                        server.canary(),
                        server.http(),
                        server.web(telegram != null || slack != null),
                        storage,
                        ops,
                        directory,
                        crm,
                        content,
                        clock);
    }

    /** Reads a group of settings, or rejects one of them. */
    private interface Part<T> {
        T read() throws SettingProblem;
    }

    private static <T> @Nullable T orProblem(Variables variables, Part<T> part) {
        try {
            return part.read();
        } catch (SettingProblem problem) {
            variables.refuse(String.valueOf(problem.getMessage()));
            return null;
        }
    }
}

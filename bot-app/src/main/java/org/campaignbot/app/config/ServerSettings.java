package org.campaignbot.app.config;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.campaignbot.alert.sending.CanaryRules;
import org.campaignbot.slack.SlackSettings;
import org.campaignbot.telegram.TelegramSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a server, as its environment gives them.
 *
 * @param telegram the bot on Telegram, or null where none is set up
 * @param slack the bot on Slack, or null where none is set up
 * @param turnsAMinute turns that a conversation may take in a minute; 0 is no limit
 * @param canary how a few get an alert before all others do
 * @param http the port of HTTP
 * @param storage where things are kept
 * @param ops how operators look at it
 * @param content what the bot speaks about
 * @param clock the clock that it goes by
 */
public record ServerSettings(
        @Nullable TelegramSettings telegram,
        @Nullable SlackSettings slack,
        int turnsAMinute,
        CanaryRules canary,
        HttpSettings http,
        StorageSettings storage,
        OpsSettings ops,
        Content content,
        InstantSource clock) {

    /** The paths on which a server tells of itself. */
    public static final Set<String> OWN_PATHS = Set.of("/health", "/status", "/metrics");

    /** Whether the server listens on a port: for a webhook, or because one is set. */
    public boolean listens() {
        return http.port() != null
                || (telegram != null && telegram.webhook() != null)
                || (slack != null && slack.mode() == SlackSettings.Mode.HTTP);
    }

    /** What came of reading an environment. */
    public sealed interface Reading {

        /** Settings to run with. */
        record Usable(ServerSettings settings) implements Reading {}

        /** What is to be mended before the start: all of it, a sentence or two each, and never the value of a secret. */
        record Unusable(List<String> problems) implements Reading {
            public Unusable {
                problems = List.copyOf(problems);
            }
        }
    }
}

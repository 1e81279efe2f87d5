package org.campaignbot.app.config;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
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
 * @param storage where data is stored
 * @param ops how operators monitor it
 * @param content what the bot talks about
 * @param clock the clock that it uses
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

    /** The paths of the server's own pages. */
    public static final Set<String> OWN_PATHS = Set.of("/health", "/status", "/metrics");

    /** Whether the server listens on an HTTP port: for a webhook, or because a port is set. */
    public boolean listens() {
        return http.port() != null
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
}

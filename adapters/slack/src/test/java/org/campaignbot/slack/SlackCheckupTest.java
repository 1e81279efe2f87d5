package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.campaignbot.platform.Check;
import org.campaignbot.platform.Check.Level;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.slack.blocks.SlackWords.ManifestWords;
import org.campaignbot.slack.install.Manifest;
import org.campaignbot.slack.settings.SlackSettings;
import org.junit.jupiter.api.Test;

class SlackCheckupTest {

    private static final ManifestWords WORDS =
            new ManifestWords("Campaign bot", "Helps you call.", "Open the bot", "help, menu or stop");

    /** The doctor's findings when the clock is off by this much from Slack's, by level and subject. */
    private static List<String> found(Stage stage, Duration off) {
        assertThat(stage.bot.team()).contains(Stage.TEAM);
        Instant theirs = stage.bot.serverTime().orElseThrow();
        return stage.bot.checks(theirs.plus(off)).stream()
                .map(check -> check.level() + " " + check.subject())
                .toList();
    }

    @Test
    void aBotThatIsSetUpRightIsFineAsFarAsSlackTells() {
        try (Stage stage = Stage.http()) {
            assertThat(found(stage, Duration.ZERO))
                    .containsExactly("FINE token", "WARNING scopes", "FINE requests", "FINE clock");
        }
        try (Stage stage = Stage.socket()) {
            assertThat(found(stage, Duration.ZERO))
                    .containsExactly("FINE token", "WARNING scopes", "FINE requests", "FINE clock");
        }
    }

    @Test
    void aClockThatIsOffIsFoundBeforeRequestsAreRefused() {
        try (Stage stage = Stage.http()) {
            assertThat(found(stage, Duration.ofMinutes(3))).contains("WARNING clock");
            assertThat(found(stage, Duration.ofMinutes(-6))).contains("PROBLEM clock");
        }
    }

    private static Check scopes(String... granted) {
        JsonObject account = new JsonObject();
        account.addProperty("bot_id", "B0BOT");
        try (Stage stage = Stage.http()) {
            return new SlackCheckup(Stage.settings(stage.slack, stage.acme, true), stage.clock.instant())
                    .of(new Answer.Done(account, List.of(granted)), null, null).stream()
                            .filter(check -> check.subject().equals("scopes"))
                            .findFirst()
                            .orElseThrow();
        }
    }

    @Test
    void aMissingScopeIsNamed() {
        assertThat(scopes(Manifest.SCOPES.toArray(String[]::new)).level()).isEqualTo(Level.FINE);
        Check missing = scopes("commands", "chat:write", "im:history", "users:read");
        assertThat(missing.level()).isEqualTo(Level.PROBLEM);
        assertThat(missing.finding())
                .isEqualTo("The bot lacks app_mentions:read, channels:read, groups:read, im:write.");
        assertThat(scopes("").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void aRefusedTokenIsAProblem() {
        try (Stage stage = Stage.http()) {
            stage.slack.faults().next(1).of("auth.test").error("invalid_auth");
            assertThat(stage.bot.checks(stage.clock.instant()).get(0).level()).isEqualTo(Level.PROBLEM);
        }
    }

    @Test
    void theManifestAsksForWhatTheBotNeedsAndTellsWhereItIs() {
        try (Stage stage = Stage.http()) {
            SlackSettings settings = Stage.settings(stage.slack, stage.acme, true);
            String json = SlackBot.manifest(settings, WORDS, URI.create("https://bot.example.org"));
            JsonObject manifest = Objects.requireNonNull(SlackJson.object(json));
            JsonObject ways = SlackJson.in(manifest, "settings");
            assertThat(SlackJson.isTrue(ways, "socket_mode_enabled")).isFalse();
            assertThat(SlackJson.text(SlackJson.in(ways, "event_subscriptions"), "request_url"))
                    .isEqualTo("https://bot.example.org/slack/events");
            assertThat(json)
                    .contains("\"/campaign\"")
                    .contains("\"im:history\"")
                    .contains("\"message.im\"")
                    .contains("\"home_tab_enabled\": true")
                    .doesNotContain("xoxb")
                    .doesNotContain("channels:history");
        }
    }

    @Test
    void withSocketModeTheManifestHasNoAddress() {
        try (Stage stage = Stage.socket()) {
            String json = SlackBot.manifest(Stage.settings(stage.slack, stage.acme, false), WORDS, null);
            assertThat(json).contains("\"socket_mode_enabled\": true").doesNotContain("request_url");
        }
    }
}

package org.campaignbot.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.platform.Check;
import org.campaignbot.platform.Check.Level;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.slack.install.Manifest;
import org.campaignbot.slack.receive.SignatureVerifier;
import org.campaignbot.slack.settings.SlackSettings;
import org.jspecify.annotations.Nullable;

/** Checks the bot's health on Slack for the doctor command. */
final class SlackCheckup {

    /** The clock difference at which requests are close to being refused. */
    private static final Duration CLOSE = Duration.ofMinutes(1);

    private final SlackSettings settings;
    private final Instant now;
    private final List<Check> checks = new ArrayList<>();

    SlackCheckup(SlackSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /**
     * The checks of these answers.
     *
     * @param account Slack's answer to who the bot is; with many workspaces, whether Slack can be reached at all
     * @param socket Slack's answer to a request for a connection; null if none is wanted
     * @param serverTime the time by Slack's clock, or null
     */
    List<Check> of(Answer account, @Nullable Answer socket, @Nullable Instant serverTime) {
        if (settings.botToken() == null) {
            reached(account);
        } else {
            token(account);
        }
        if (socket != null) {
            socket(socket);
        } else {
            add(Level.FINE, "requests", "Slack delivers them to " + SlackHttp.EVENTS + ", signed.", null);
        }
        if (serverTime != null) {
            clock(Duration.between(serverTime, now).abs());
        }
        return List.copyOf(checks);
    }

    private void reached(Answer answer) {
        if (answer instanceof Answer.Done) {
            add(
                    Level.FINE,
                    "web api",
                    "Slack is there; each workspace that installs the bot brings its own token.",
                    null);
        } else {
            add(
                    Level.PROBLEM,
                    "web api",
                    "Slack does not answer: " + why(answer) + ".",
                    "Check that this machine reaches " + settings.api() + ".");
        }
    }

    private void token(Answer answer) {
        if (!(answer instanceof Answer.Done done)) {
            add(
                    Level.PROBLEM,
                    "token",
                    "Slack does not tell who this bot is: " + why(answer) + ".",
                    "Check SLACK_BOT_TOKEN, and that this machine reaches " + settings.api() + ".");
            return;
        }
        add(Level.FINE, "token", "Slack knows the bot's token.", null);
        if (SlackJson.text(done.json(), "bot_id").isEmpty()) {
            add(
                    Level.PROBLEM,
                    "token",
                    "It is not the token of a bot.",
                    "Take the one that begins with xoxb- from \"OAuth & Permissions\" of the app.");
        }
        if (done.scopes().stream().allMatch(String::isBlank)) {
            add(Level.WARNING, "scopes", "Slack does not tell what the bot may do.", null);
            return;
        }
        List<String> missing = Manifest.SCOPES.stream()
                .filter(scope -> !done.scopes().contains(scope))
                .toList();
        if (missing.isEmpty()) {
            add(Level.FINE, "scopes", "The bot may do what it has to.", null);
        } else {
            add(
                    Level.PROBLEM,
                    "scopes",
                    "The bot lacks " + String.join(", ", missing) + ".",
                    "Add the scopes under \"OAuth & Permissions\", and install the app into the workspace again.");
        }
    }

    private void socket(Answer answer) {
        if (answer instanceof Answer.Done) {
            add(Level.FINE, "requests", "Slack opens a connection for Socket Mode.", null);
        } else {
            add(
                    Level.PROBLEM,
                    "requests",
                    SlackTrouble.SOCKET_REFUSED.finding() + " It says: " + why(answer) + ".",
                    SlackTrouble.SOCKET_REFUSED.fix());
        }
    }

    private void clock(Duration off) {
        if (off.compareTo(SignatureVerifier.TOLERANCE) >= 0) {
            add(
                    Level.PROBLEM,
                    "clock",
                    "This machine's clock is " + off.toMinutes() + " minutes away from Slack's: requests are refused.",
                    "Set the clock, and keep it by a time server.");
        } else if (off.compareTo(CLOSE) > 0) {
            add(
                    Level.WARNING,
                    "clock",
                    "This machine's clock is " + off.toSeconds() + " seconds away from Slack's.",
                    "Keep it by a time server: from five minutes on requests are refused.");
        } else {
            add(Level.FINE, "clock", "This machine's clock agrees with Slack's.", null);
        }
    }

    /** Why a call about the bot itself, not a person, failed. */
    static String why(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused.error();
        } else if (answer instanceof Answer.NotSent notSent) {
            return "not reached (" + notSent.why() + ")";
        }
        return answer instanceof Answer.Unclear unclear ? "no answer (" + unclear.why() + ")" : "done";
    }

    private void add(Level level, String subject, String finding, @Nullable String fix) {
        checks.add(new Check(level, subject, finding, fix));
    }
}

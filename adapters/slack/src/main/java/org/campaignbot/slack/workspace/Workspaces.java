package org.campaignbot.slack.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.platform.Troubles;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.api.SlackOutcome;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.workspace.Installation;
import org.campaignbot.workspace.Installations;
import org.jspecify.annotations.Nullable;

/** Knows which workspaces there are and the bot's token in each. */
public final class Workspaces {

    /** How long not to ask Slack again after it didn't say which workspace it is, so that requests don't queue behind the question. */
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    private static final int REMEMBERED = 10_000;

    /** How long a workspace may continue after another process has removed it. */
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    private final WebApi api;
    private final Troubles troubles;
    private final @Nullable String onlyToken;
    private final Installations installations;
    private final WorkspaceEvents events;
    private volatile @Nullable Installation only;
    private volatile long askedAt = System.nanoTime() - PAUSE_NANOS;
    private final Cache<String, Installation> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    /**
     * Creates the list of workspaces.
     *
     * @param onlyToken the token in the only workspace; null if there are many
     */
    public Workspaces(
            WebApi api,
            Troubles troubles,
            @Nullable String onlyToken,
            Installations installations,
            WorkspaceEvents events) {
        this.api = api;
        this.troubles = troubles;
        this.onlyToken = onlyToken;
        this.installations = installations;
        this.events = events;
    }

    /** Whether requests can be assigned to a workspace: with one workspace, Slack has to say which; asks if it hasn't. */
    public boolean isReady() {
        return onlyToken == null || only() != null;
    }

    /** The bot in a workspace; empty if the workspace isn't ours. */
    public Optional<Installation> find(String team) {
        if (onlyToken != null) {
            return Optional.ofNullable(only())
                    .filter(installation -> installation.workspace().equals(team));
        }
        Installation installation = known.getIfPresent(team);
        if (installation != null) {
            return Optional.of(installation);
        }
        // Absent workspaces aren't cached: one may be being installed right now, through another process.
        Optional<Installation> found = installations.find(team);
        found.ifPresent(each -> known.put(team, each));
        return found;
    }

    /** Frees expired entries. */
    public void dropExpired() {
        known.cleanUp();
    }

    /** The token for a workspace's messages; null if the workspace isn't ours. */
    @Nullable
    public String token(String team) {
        return find(team).map(Installation::botToken).orElse(null);
    }

    public void save(Installation installation) {
        installations.save(installation);
        known.invalidate(installation.workspace());
    }

    /** Forgets a workspace that has removed the bot; the only workspace's token is the operator's, and stays. */
    public void left(String team) {
        // Until the deletion is noted, the installation stays, so that it's retried.
        events.left(team);
        if (onlyToken == null) {
            installations.delete(team);
            known.invalidate(team);
        }
    }

    /** Tells the operator when a token is refused and when it's accepted again; forgets a workspace that has revoked its token. */
    public Answer told(String team, Answer answer) {
        if (onlyToken == null) {
            if (SlackOutcome.isRevoked(answer)) {
                leftAsFarAsPossible(team);
            }
        } else if (SlackOutcome.isTokenRefused(answer)) {
            troubles.met(SlackTrouble.TOKEN_REFUSED);
            troubles.missed();
        } else if (answer instanceof Answer.Done) {
            troubles.over(SlackTrouble.TOKEN_REFUSED);
        }
        if (SlackOutcome.says(answer, "missing_scope")) {
            troubles.met(SlackTrouble.SCOPE_MISSING);
        }
        return answer;
    }

    /** If the store fails, the next answer of this kind retries it. */
    private void leftAsFarAsPossible(String team) {
        try {
            left(team);
        } catch (RuntimeException storeFails) {
            troubles.met(SlackTrouble.INTAKE_FAILS);
        }
    }

    /** Asks Slack who the bot is in its only workspace. */
    public Answer ask() {
        Answer answer = api.callQuickly("auth.test", onlyToken == null ? "" : onlyToken, Map.of());
        if (answer instanceof Answer.Done done) {
            String team = SlackJson.text(done.json(), "team_id");
            String user = SlackJson.text(done.json(), "user_id");
            if (onlyToken != null && !team.isEmpty() && !user.isEmpty()) {
                only = new Installation(team, onlyToken, user);
            }
        }
        return told("", answer);
    }

    /** The only workspace; empty if Slack hasn't said which it is, or if there are many. */
    public Optional<String> onlyTeam() {
        return onlyToken == null
                ? Optional.empty()
                : Optional.ofNullable(only()).map(Installation::workspace);
    }

    private @Nullable Installation only() {
        if (only == null && isToAsk()) {
            synchronized (this) {
                if (only == null && isToAsk()) {
                    ask();
                    askedAt = System.nanoTime();
                }
            }
        }
        return only;
    }

    private boolean isToAsk() {
        return System.nanoTime() - askedAt >= PAUSE_NANOS;
    }
}

package org.campaignbot.slack.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.campaignbot.people.GroupMembership;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.workspace.Installation;

/**
 * Knows which channels several organizations share (Slack Connect), which events say but commands and presses don't, and which
 * channels the bot isn't in.
 */
public final class SharedChannels {

    private static final int REMEMBERED = 20_000;

    /** How long it may go unnoticed that a channel is shared. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** How long not to ask Slack again after it didn't answer. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final WebApi api;
    private final Workspaces workspaces;
    private final Cache<Place, GroupMembership> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFE).build();
    private final Cache<Place, Boolean> untold = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(SILENCE)
            .build();

    private record Place(String team, String channel) {}

    public SharedChannels(WebApi api, Workspaces workspaces) {
        this.api = api;
        this.workspaces = workspaces;
    }

    /** Remembers what an event said. */
    public void told(Installation installation, String channel, boolean isShared) {
        known.put(
                new Place(installation.workspace(), channel),
                isShared ? GroupMembership.SHARED : GroupMembership.MEMBER);
    }

    /** Frees expired entries. */
    public void dropExpired() {
        known.cleanUp();
        untold.cleanUp();
    }

    /** Whether a channel is shared, without the bot, or the workspace's own; unknown if Slack doesn't answer in time. */
    public GroupMembership of(Installation installation, String channel) {
        Place place = new Place(installation.workspace(), channel);
        GroupMembership remembered = known.getIfPresent(place);
        if (remembered != null) {
            return remembered;
        } else if (untold.getIfPresent(place) != null) {
            return GroupMembership.UNKNOWN;
        }
        Answer answer = workspaces.told(
                installation.workspace(),
                api.callQuickly("conversations.info", installation.botToken(), Map.of("channel", channel)));
        if (!(answer instanceof Answer.Done done)) {
            untold.put(place, true);
            return GroupMembership.UNKNOWN;
        }
        JsonObject told = SlackJson.in(done.json(), "channel");
        boolean isShared = SlackJson.isTrue(told, "is_ext_shared") || SlackJson.isTrue(told, "is_pending_ext_shared");
        if (!isShared && told.has("is_member") && !SlackJson.isTrue(told, "is_member")) {
            // Commands work in every public channel. Not cached, since the bot may be invited at any moment.
            return GroupMembership.ABSENT;
        }
        told(installation, channel, isShared);
        return isShared ? GroupMembership.SHARED : GroupMembership.MEMBER;
    }
}

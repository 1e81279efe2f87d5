package org.campaignbot.slack.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import org.campaignbot.people.Address;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;

/** Finds a person's direct-message channel, whose id never changes. */
public final class DirectMessages {

    private static final int REMEMBERED = 50_000;

    private final WebApi api;
    private final Workspaces workspaces;
    private final Cache<Address, String> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public DirectMessages(WebApi api, Workspaces workspaces) {
        this.api = api;
        this.workspaces = workspaces;
    }

    /** A direct message channel, or why there is none. */
    public sealed interface Found {
        /** Its id. */
        record There(String channel) implements Found {}

        /** Slack didn't say. */
        record Not(Answer answer) implements Found {}
    }

    public Found with(Address person, String token) {
        if (person.chat().startsWith("D")) {
            return new Found.There(person.chat());
        }
        String channel = known.getIfPresent(person);
        if (channel != null) {
            return new Found.There(channel);
        }
        Answer answer = workspaces.told(
                person.account(), api.call("conversations.open", token, Map.of("users", person.chat())));
        if (answer instanceof Answer.Done done) {
            channel = SlackJson.text(SlackJson.in(done.json(), "channel"), "id");
        }
        if (channel == null || channel.isEmpty()) {
            return new Found.Not(answer);
        }
        known.put(person, channel);
        return new Found.There(channel);
    }

    /** Remembers the channel from a message in it. */
    public void seen(Address person, String channel) {
        known.put(person, channel);
    }

    public void forget(Address person) {
        known.invalidate(person);
    }
}

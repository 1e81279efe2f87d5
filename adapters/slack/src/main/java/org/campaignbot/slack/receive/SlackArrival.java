package org.campaignbot.slack.receive;

import com.google.gson.JsonObject;
import okhttp3.HttpUrl;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.blocks.FormValue;
import org.campaignbot.update.Update;
import org.campaignbot.workspace.Installation;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading something that arrived.
 *
 * @param update the update for the core, or null
 * @param counted the kind it's counted as
 * @param aside what else to do, or null
 */
public record SlackArrival(
        @Nullable Update update,
        SlackCount counted,
        @Nullable Aside aside) {

    static SlackArrival passed(SlackCount why) {
        return new SlackArrival(null, why, null);
    }

    static SlackArrival taken(Update update) {
        return new SlackArrival(update, SlackCount.UPDATE_TAKEN, null);
    }

    static SlackArrival of(SlackCount counted, Aside aside) {
        return new SlackArrival(null, counted, aside);
    }

    /** Something to do that isn't a turn of a conversation. */
    public sealed interface Aside {

        /** Open a form, before anything else: Slack accepts its trigger for three seconds. */
        record OpenForm(Installation installation, String trigger, FormValue form) implements Aside {}

        /** Answer Slack's request at once, for example with errors beside fields that are too long. */
        record Answered(String json) implements Aside {}

        /** Reply where the bot has no token, to a URL that came with the press. */
        record Respond(HttpUrl address, JsonObject json) implements Aside {}

        /** A person is looking at their Home tab; the hash of what they see, or null. */
        record ShowHome(ConversationKey own, @Nullable String hash) implements Aside {}

        /** A workspace has removed the bot. */
        record Left(String team) implements Aside {}
    }
}

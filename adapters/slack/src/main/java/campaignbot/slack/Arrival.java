package campaignbot.slack;

import campaignbot.conversation.ConversationKey;
import campaignbot.reception.Update;
import campaignbot.workspace.Installation;
import com.google.gson.JsonObject;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading something that arrived.
 *
 * @param update the update for the core, or null
 * @param counted the kind it's counted as
 * @param aside what else to do, or null
 */
record Arrival(
        @Nullable Update update, Counted counted, @Nullable Aside aside) {

    static Arrival passed(Counted why) {
        return new Arrival(null, why, null);
    }

    static Arrival taken(Update update) {
        return new Arrival(update, Counted.UPDATE_TAKEN, null);
    }

    static Arrival of(Counted counted, Aside aside) {
        return new Arrival(null, counted, aside);
    }

    /** Something to do that isn't a turn of a conversation. */
    sealed interface Aside {

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

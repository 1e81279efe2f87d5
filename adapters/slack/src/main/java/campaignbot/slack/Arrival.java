package campaignbot.slack;

import campaignbot.conversation.ConversationKey;
import campaignbot.reception.Update;
import campaignbot.workspace.Installation;
import com.google.gson.JsonObject;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What became of something that arrived.
 *
 * @param update what the core takes of it, or null
 * @param counted as what it counts
 * @param aside what is to be done besides, or null
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

    /** Something that is no turn of a conversation. */
    sealed interface Aside {

        /** A form is to be opened, before anything else: Slack takes its trigger for three seconds. */
        record OpenForm(Installation installation, String trigger, FormValue form) implements Aside {}

        /** Slack shows something at once, as beside fields that hold more than they may. */
        record Answered(String json) implements Aside {}

        /** Something is said where the bot has no token: an address that came with a press takes it. */
        record Respond(HttpUrl address, JsonObject json) implements Aside {}

        /** The Home tab of a person is looked at; the mark of what they see, or null. */
        record ShowHome(ConversationKey own, @Nullable String hash) implements Aside {}

        /** A workspace has removed the bot. */
        record Left(String team) implements Aside {}
    }
}

package campaignbot.slack;

import campaignbot.conversation.ConversationKey;
import campaignbot.reception.Update;
import campaignbot.workspace.Installation;
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

        /** Fields of a form hold more than they may. */
        record Correct(String json) implements Aside {}

        /** The Home tab of a person is looked at; the mark of what they see, or null. */
        record ShowHome(ConversationKey own, @Nullable String hash) implements Aside {}

        /** A workspace has removed the bot. */
        record Left(String team) implements Aside {}
    }
}

package campaignbot.slack;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.message.Form;
import campaignbot.people.Language;
import java.util.Optional;

/** Tells which commands open a form at once, and for whom. */
@FunctionalInterface
public interface CommandForm {

    /** No command does. */
    CommandForm NONE = (own, words, language) -> Optional.empty();

    /**
     * What the words of a command open; empty where they are words like any other, as for somebody who may not fill in the form. It is
     * asked within the three seconds that Slack leaves, and must throw nothing.
     *
     * @param own the person's own conversation, in which they fill it in, wherever they typed the command
     */
    Optional<Opened> of(ConversationKey own, String words, Language language);

    /**
     * A form that is opened.
     *
     * @param event what happens in the person's own conversation with it, so that the question with this form waits there
     * @param form what is to fill in
     */
    record Opened(Event event, Form form) {}
}

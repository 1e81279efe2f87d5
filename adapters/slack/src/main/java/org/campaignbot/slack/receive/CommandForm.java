package org.campaignbot.slack.receive;

import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Form;
import org.campaignbot.people.Language;

/** Decides which commands open a form at once, and for whom. */
@FunctionalInterface
public interface CommandForm {

    /** No command opens a form. */
    CommandForm NONE = (own, words, language) -> Optional.empty();

    /**
     * The form that a command's words open; empty if they're ordinary words, or if this person may not fill in the form. It's
     * called within the three seconds that Slack allows, and must not throw.
     *
     * @param own the person's own conversation, where they fill in the form, wherever they typed the command
     */
    Optional<Opened> of(ConversationKey own, String words, Language language);

    /**
     * A form to open.
     *
     * @param event what happens in the person's own conversation, so that the question with this form waits there
     * @param form the form to fill in
     */
    record Opened(Event event, Form form) {}
}

package campaignbot.alert.check;

import campaignbot.alert.Alert;
import campaignbot.message.Message;
import campaignbot.people.Language;

/** Writes exactly the message that a person would get in a private chat. */
@FunctionalInterface
public interface AlertPreview {

    /** The message in a language. */
    Message of(Alert alert, Language language);
}

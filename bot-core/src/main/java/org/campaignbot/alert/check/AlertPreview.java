package org.campaignbot.alert.check;

import org.campaignbot.alert.Alert;
import org.campaignbot.message.Message;
import org.campaignbot.people.Language;

/** Writes exactly the message that a person would get in a private chat. */
@FunctionalInterface
public interface AlertPreview {

    /** The message in a language. */
    Message of(Alert alert, Language language);
}

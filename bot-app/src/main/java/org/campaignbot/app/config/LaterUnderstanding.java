package org.campaignbot.app.config;

import java.util.function.Supplier;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.people.Language;

/** An understanding that may still be being read: the first free question waits for it, a press doesn't. */
record LaterUnderstanding(Supplier<Understanding> read) implements Understanding {

    @Override
    public Meaning read(String text, Language language) {
        return read.get().read(text, language);
    }

    @Override
    public Meaning read(String text, Language language, Context context) {
        return read.get().read(text, language, context);
    }
}

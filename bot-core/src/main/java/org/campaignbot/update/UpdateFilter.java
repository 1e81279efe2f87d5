package org.campaignbot.update;

import org.campaignbot.conversation.Event;

/** Handles what arrives before its turn, so that the engine never sees what it mustn't. */
@FunctionalInterface
public interface UpdateFilter {

    /** A gate that passes everything through unchanged. */
    UpdateFilter OPEN = update -> new Passage(update.event(), false);

    /**
     * How an update goes on. It may be called again for the same update, and must then return the same.
     *
     * @throws RuntimeException if it can't tell; nothing of the update has happened, and it may be sent again
     */
    Passage pass(Update update);

    /**
     * What the engine gets.
     *
     * @param event what the person did, instead of what arrived
     * @param hushed whether they get no answer: only a cry for help is answered, and only stop and leaving take effect
     */
    record Passage(Event event, boolean hushed) {}
}

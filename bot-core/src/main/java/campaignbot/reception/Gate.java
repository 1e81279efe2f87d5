package campaignbot.reception;

import campaignbot.conversation.Event;

/** Looks at what arrives before its turn, so that the engine never sees what is none of its business. */
@FunctionalInterface
public interface Gate {

    /** A gate that lets everything through as it is. */
    Gate OPEN = update -> new Passage(update.event(), false);

    /**
     * How an update goes on. It may be called again for the same update, and must then tell the same.
     *
     * @throws RuntimeException where it cannot tell; nothing of the update has happened and it may be sent again
     */
    Passage pass(Update update);

    /**
     * What the engine is given.
     *
     * @param event what the person did, in place of what arrived
     * @param hushed whether they get no answer: only a cry for help is answered, and only stop and leaving have their effect
     */
    record Passage(Event event, boolean hushed) {}
}

package org.campaignbot.flow;

import java.util.Map;

/**
 * Something a step does besides speaking: set or clear a fact, forget the person, or an effect that a feature has registered.
 *
 * @param verb {@code set}, {@code clear}, {@code forget} or the name of an effect
 * @param arguments its arguments by name, which can contain values in braces
 */
public record Operation(String verb, Map<String, Template> arguments) {

    /** Sets a saved or held fact. */
    public static final String SET = "set";

    /** Removes a fact. */
    public static final String CLEAR = "clear";

    /** Deletes everything that is kept about the conversation. */
    public static final String FORGET = "forget";

    /** The effect that has the bot write first later on, in the person's current language. */
    public static final String REMIND = "remind";

    /** The effect that cancels the reminder of its flow, or all if it names none. */
    public static final String UNREMIND = "unremind";

    /** The argument of both with the flow that a reminder is about. */
    public static final String FLOW = "flow";

    /** The argument with the moment of a reminder, as an ISO instant in UTC. */
    public static final String MOMENT = "at";

    /** The effect that counts what somebody says they did; it carries the {@link #LANGUAGE} they saw besides what the pack writes. */
    public static final String COUNT = "count";

    /** The argument with the code of a language. */
    public static final String LANGUAGE = "language";

    public Operation {
        arguments = Map.copyOf(arguments);
    }
}

package campaignbot.flow;

import java.util.Map;

/**
 * Something a step does besides speaking: set or clear a fact, forget the person, or an effect that a feature has registered.
 *
 * @param verb {@code set}, {@code clear}, {@code forget} or the name of an effect
 * @param arguments its arguments by name, in which values can be named in braces
 */
public record Deed(String verb, Map<String, Template> arguments) {

    /** Gives a saved or held fact a value. */
    public static final String SET = "set";

    /** Takes a fact away. */
    public static final String CLEAR = "clear";

    /** Takes everything away that is kept about the conversation. */
    public static final String FORGET = "forget";

    /** The effect by which the bot writes first later on, in the language that the person is spoken to in now. */
    public static final String REMIND = "remind";

    public Deed {
        arguments = Map.copyOf(arguments);
    }
}

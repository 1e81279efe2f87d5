package campaignbot.flow;

/**
 * A command that a platform offers in a list of its own: typed with a slash, it starts a flow from anywhere.
 *
 * @param name 1 to 32 lower-case letters, digits and underscores, as {@code my_data}; with spaces for the underscores it is heard
 *     by its flow
 * @param flow the flow it starts
 * @param description what it does, 1 to 256 characters
 * @param inGroups whether it is offered in groups too, since its flow is answered there
 */
public record Command(String name, String flow, Value.Translated description, boolean inGroups) {}

package org.campaignbot.flow;

/**
 * A command in a platform's own command list: typed with a slash, it starts a flow from anywhere.
 *
 * @param name 1 to 32 lower-case letters, digits and underscores, such as {@code my_data}; its flow also hears it with spaces
 *     instead of underscores
 * @param flow the flow it starts
 * @param description what it does, 1 to 256 characters
 * @param inGroups whether it is offered in groups too, because its flow is answered there
 */
public record Command(String name, String flow, Value.Translated description, boolean inGroups) {}

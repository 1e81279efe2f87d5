package org.campaignbot.testkit.slack;

import java.util.List;

/**
 * An element in blocks that a person can press, choose or fill in.
 *
 * @param type as the documentation spells it, such as {@code button}
 * @param blockId the id of its block
 * @param actionId its own id
 * @param label its text, or the label of its input block
 * @param value what a button sends, or empty
 * @param url what a button opens, or empty
 * @param options the labels of its options
 */
public record Element(
        String type, String blockId, String actionId, String label, String value, String url, List<String> options) {}

package org.campaignbot.testkit.slack;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A message as somebody sees it now.
 *
 * @param channel the conversation that it stands in
 * @param ts its time, by which Slack names it
 * @param threadTs the message whose thread it stands in, or nothing
 * @param author the person who wrote it; nothing for the bot
 * @param ephemeral whether only one person sees it
 * @param edited whether it was changed after it was sent
 * @param text what a reader sees: the text of the blocks, or where there are none the text of the message
 * @param fallback what notifications and screen readers have: the text of the message
 * @param elements what can be pressed, chosen or filled in
 * @param raw the message as JSON
 */
public record SentMessage(
        String channel,
        String ts,
        String threadTs,
        String author,
        boolean ephemeral,
        boolean edited,
        String text,
        String fallback,
        List<Element> elements,
        JsonNode raw) {

    /** What is written on what can be pressed, in order. */
    public List<String> labels() {
        return elements.stream().map(Element::label).toList();
    }
}

package org.campaignbot.testkit.slack;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A message as a person sees it now.
 *
 * @param channel its conversation
 * @param ts its timestamp, Slack's id for it
 * @param threadTs the message whose thread it's in, or empty
 * @param author the person who wrote it; empty for the bot
 * @param ephemeral whether only one person sees it
 * @param edited whether it was edited after it was sent
 * @param text what a reader sees: the text of the blocks, or if there are none, the message's text
 * @param fallback what notifications and screen readers use: the message's text
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

    /** The labels of everything that can be pressed, in order. */
    public List<String> labels() {
        return elements.stream().map(Element::label).toList();
    }
}

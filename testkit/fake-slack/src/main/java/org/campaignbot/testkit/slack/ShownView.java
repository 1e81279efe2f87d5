package org.campaignbot.testkit.slack;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A modal or Home tab as its person sees it now.
 *
 * @param id its id
 * @param type {@code modal} or {@code home}
 * @param callbackId the app's name for it, or empty
 * @param title its title; a Home tab has none
 * @param text what a reader sees
 * @param elements what can be pressed, chosen or filled in
 * @param errors the errors that the app found in the last submission, by block
 * @param raw the view as JSON
 */
public record ShownView(
        String id,
        String type,
        String callbackId,
        String title,
        String text,
        List<Element> elements,
        Map<String, String> errors,
        JsonNode raw) {}

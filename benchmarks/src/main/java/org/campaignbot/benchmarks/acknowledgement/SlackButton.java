package org.campaignbot.benchmarks.acknowledgement;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A button under a bot's message.
 *
 * @param label its text
 * @param actionId its name among the buttons of its block
 * @param value the value that a press sends back
 */
record SlackButton(String label, String actionId, String value) {

    private static final JsonFactory JSON = new JsonFactory();

    /** The button with this label in a message sent as JSON; null if there is none. */
    static @Nullable SlackButton find(String wanted, byte[] message) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), message)) {
            String action = "";
            String label = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.VALUE_STRING) {
                    continue;
                }
                switch (String.valueOf(parser.currentName())) {
                    case "action_id" -> action = parser.getString();
                    case "text" -> label = parser.getString();
                    case "value" -> {
                        if (label.equals(wanted)) {
                            return new SlackButton(label, action, parser.getString());
                        }
                    }
                    default -> {}
                }
            }
        }
        return null;
    }
}

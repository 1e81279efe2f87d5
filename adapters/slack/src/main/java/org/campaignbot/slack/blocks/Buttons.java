package org.campaignbot.slack.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.campaignbot.message.Choice;
import org.campaignbot.platform.Counts;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackJson;
import org.jspecify.annotations.Nullable;

/** Lays out choices as buttons, at most five in a row. */
public final class Buttons {

    /** The maximum number of buttons below one message: as many rows as a reader can still take in. */
    public static final int MOST = 25;

    /** The maximum length of a label; Block Kit allows 75, and its reference warns that about 30 are shown. */
    public static final int LONGEST_LABEL = 40;

    /** Starts the {@code action_id} of a button that answers a question. */
    public static final String PRESS = "press-";

    /** Starts the {@code action_id} of a button that opens a page, which Slack reports as well. */
    public static final String OPEN = "open-";

    private static final int ROW = 5;
    private static final int LONGEST_URL = 3000;
    private static final String NO_LABEL = "…";

    private final Counts counts;

    public Buttons(Counts counts) {
        this.counts = counts;
    }

    /**
     * Adds the rows of these choices to blocks.
     *
     * <p>A choice that Slack would refuse is left out, because Slack would refuse the whole message: a page that isn't https, or
     * names that don't fit. Typing its label still works.
     *
     * @param prefix distinguishes the ids of these rows from other rows in the same view
     * @param hasPrimary whether the first of several buttons stands out
     */
    public void addTo(JsonArray blocks, String prefix, List<Choice> choices, boolean hasPrimary) {
        JsonArray row = new JsonArray();
        int rows = 0;
        int number = 0;
        for (Choice choice : choices) {
            JsonObject button = button(choice, prefix + number++);
            if (button == null) {
                counts.add(SlackCount.BUTTON_LEFT_OUT);
                continue;
            }
            if (rows == 0 && row.isEmpty() && hasPrimary && choices.size() > 1) {
                button.addProperty("style", "primary");
            }
            if (row.isEmpty()) {
                JsonObject block = SlackJson.typed("actions");
                block.addProperty("block_id", "choices-" + prefix + rows++);
                block.add("elements", row);
                blocks.add(block);
            }
            row.add(button);
            row = row.size() == ROW ? new JsonArray() : row;
        }
    }

    /** A button without a link. */
    static JsonObject button(String label, String actionId, String value) {
        JsonObject button = SlackJson.typed("button");
        button.addProperty("action_id", actionId);
        button.add("text", SlackJson.plainText(label.isBlank() ? NO_LABEL : label));
        button.addProperty("value", value);
        return button;
    }

    private static @Nullable JsonObject button(Choice choice, String id) {
        if (choice instanceof Choice.Press press) {
            String value = PressValue.write(press);
            return value == null ? null : button(press.label(), PRESS + id, value);
        }
        String address = ((Choice.Open) choice).address().toString();
        if (!address.startsWith("https://") || address.length() > LONGEST_URL) {
            return null;
        }
        JsonObject button = button(choice.label(), OPEN + id, "");
        button.remove("value");
        button.addProperty("url", address);
        return button;
    }
}

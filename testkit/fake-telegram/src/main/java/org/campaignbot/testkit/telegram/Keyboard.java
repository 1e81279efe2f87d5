package org.campaignbot.testkit.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A parsed reply markup.
 *
 * @param kind what it is
 * @param rows its buttons, row by row
 * @param json the markup itself if it's an inline keyboard, which is part of its message
 */
record Keyboard(
        Markup kind, List<List<Button>> rows, @Nullable JsonNode json) {

    static final Keyboard NONE = new Keyboard(Markup.NONE, List.of(), null);

    /** Whether a message with it can still be edited: "messages without reply_markup or with inline keyboards". */
    boolean leavesEditable() {
        return kind == Markup.NONE || kind == Markup.INLINE;
    }

    boolean shows(Keyboard other) {
        return kind == other.kind && rows.equals(other.rows);
    }
}

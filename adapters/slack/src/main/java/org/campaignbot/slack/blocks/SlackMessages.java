package org.campaignbot.slack.blocks;

import com.google.gson.JsonArray;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.jspecify.annotations.Nullable;

/** Writes a message for Slack: blocks to show, and the same as text. */
public final class SlackMessages {

    private final Buttons buttons;
    private final Forms forms;

    public SlackMessages(Buttons buttons, Forms forms) {
        this.buttons = buttons;
        this.forms = forms;
    }

    /** A message's text and blocks. */
    public record Written(String text, JsonArray blocks) {}

    /** Writes a message, with a button for its form if the person may fill one in. */
    public Written write(Message message, @Nullable ConversationKey own) {
        JsonArray blocks = new JsonArray();
        blocks.add(RichTextBlocks.of(message.text()));
        if (message.form() != null && own != null) {
            forms.addButton(blocks, message.form(), own);
        }
        buttons.addTo(blocks, "", message.choices());
        return new Written(SlackPlainText.of(message.text()), blocks);
    }
}

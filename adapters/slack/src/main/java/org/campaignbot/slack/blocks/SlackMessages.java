package org.campaignbot.slack.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.slack.api.SlackJson;
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
        Headline headline = Headline.of(message.text());
        if (headline != null) {
            JsonObject header = SlackJson.typed("header");
            header.add("text", SlackJson.plainText(headline.words()));
            blocks.add(header);
        }
        RichText text = headline == null ? message.text() : headline.rest();
        if (headline == null || !text.isEmpty()) {
            blocks.add(RichTextBlocks.of(text));
        }
        if (message.form() != null && own != null) {
            forms.addButton(blocks, message.form(), own);
        }
        buttons.addTo(blocks, "", message.choices(), true);
        return new Written(SlackPlainText.of(message.text()), blocks);
    }
}

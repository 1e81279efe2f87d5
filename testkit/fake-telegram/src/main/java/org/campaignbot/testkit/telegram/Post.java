package org.campaignbot.testkit.telegram;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A message in a chat, from the bot or a person, in its current form. */
final class Post {

    final long id;
    /** Who wrote it; null for the bot. */
    final @Nullable Person author;

    final Instant date;
    final long thread;
    /** Its content other than text, such as a location. */
    final ObjectNode content;

    private String text;
    private List<Entity> entities;
    private Keyboard keyboard;
    private @Nullable Instant edited;
    private int edits;
    private boolean deleted;

    Post(
            long id,
            @Nullable Person author,
            Instant date,
            long thread,
            Formatted.Visible shown,
            Keyboard keyboard,
            ObjectNode content) {
        this.id = id;
        this.author = author;
        this.date = date;
        this.thread = thread;
        this.text = shown.text();
        this.entities = shown.entities();
        this.keyboard = keyboard;
        this.content = content;
    }

    String text() {
        return text;
    }

    Keyboard keyboard() {
        return keyboard;
    }

    boolean isDeleted() {
        return deleted;
    }

    void delete() {
        deleted = true;
    }

    boolean shows(Formatted.Visible shown, Keyboard other) {
        return text.equals(shown.text()) && entities.equals(shown.entities()) && keyboard.shows(other);
    }

    Formatted.Visible shown() {
        return new Formatted.Visible(text, entities);
    }

    void edit(Formatted.Visible shown, Keyboard newKeyboard, Instant now) {
        text = shown.text();
        entities = shown.entities();
        keyboard = newKeyboard;
        edited = now;
        edits++;
    }

    SentMessage in(long chat) {
        return new SentMessage(
                chat, id, thread, text, entities, keyboard.kind(), keyboard.rows(), date, edits, deleted);
    }

    /** Fills in a message object with this post; the sender and chat are already in it. */
    void describe(ObjectNode message) {
        message.put("date", date.getEpochSecond());
        if (edited != null) {
            message.put("edit_date", edited.getEpochSecond());
        }
        if (thread != 0) {
            message.put("message_thread_id", thread);
            message.put("is_topic_message", true);
        }
        if (!text.isEmpty()) {
            message.put("text", text);
        }
        for (Entity entity : entities) {
            message.withArray("entities").add(entity.json());
        }
        if (keyboard.json() != null) {
            message.set("reply_markup", keyboard.json());
        }
        message.setAll(content);
    }
}

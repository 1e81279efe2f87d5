package org.campaignbot.testkit.slack;

import java.util.List;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message of a person or the bot in its current form. */
final class Post {

    final String ts;
    final @Nullable Person author;
    final Team team;
    final String threadTs;
    final @Nullable String onlyFor;
    private String text;
    private ArrayNode blocks;
    private boolean edited;
    private boolean deleted;

    /**
     * Makes a message.
     *
     * @param author who wrote it, or null for the bot
     * @param team the workspace of the author
     * @param onlyFor the only person it's shown to, or null
     */
    Post(
            String ts,
            @Nullable Person author,
            Team team,
            String threadTs,
            @Nullable String onlyFor,
            String text,
            ArrayNode blocks) {
        this.ts = ts;
        this.author = author;
        this.team = team;
        this.threadTs = threadTs;
        this.onlyFor = onlyFor;
        this.text = text;
        this.blocks = blocks;
    }

    ArrayNode blocks() {
        return blocks;
    }

    void edit(String newText, ArrayNode newBlocks) {
        text = newText;
        blocks = newBlocks;
        edited = true;
    }

    void delete() {
        deleted = true;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isFor(String person) {
        return onlyFor == null || onlyFor.equals(person);
    }

    String visible() {
        return Reading.text(text, blocks);
    }

    SentMessage in(String channel) {
        List<Element> elements = Reading.elements(blocks);
        return new SentMessage(
                channel,
                ts,
                threadTs,
                author == null ? "" : author.id(),
                onlyFor != null,
                edited,
                visible(),
                Mrkdwn.of(text).visible(),
                elements,
                json());
    }

    /** The {@code message} object of the Web API and of payloads. */
    ObjectNode json() {
        ObjectNode message = Json.object();
        message.put("type", "message").put("ts", ts).put("text", text).put("team", team.id);
        if (author == null) {
            message.put("user", team.botUserId()).put("bot_id", team.botId()).put("app_id", SlackSettings.APP_ID);
        } else {
            message.put("user", author.id());
        }
        if (!threadTs.isEmpty()) {
            message.put("thread_ts", threadTs);
        }
        if (!blocks.isEmpty()) {
            message.set("blocks", blocks.deepCopy());
        }
        if (edited) {
            message.putObject("edited").put("user", author == null ? team.botUserId() : author.id());
        }
        return message;
    }
}

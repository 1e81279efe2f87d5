package org.campaignbot.testkit.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sending, editing and deleting messages. */
final class MessageMethods {

    private static final Duration DELETABLE = Duration.ofDays(2);
    private static final int MOST_DELETED = 100;
    private static final String NOT_MODIFIED =
            "message is not modified: specified new message content and reply markup are exactly the same as a current"
                    + " content and reply markup of the message";

    private final World world;

    MessageMethods(World world) {
        this.world = world;
    }

    List<Method> methods() {
        return List.of(
                new Method(
                        "sendMessage",
                        Set.of(
                                "business_connection_id",
                                "chat_id",
                                "message_thread_id",
                                "direct_messages_topic_id",
                                "text",
                                "parse_mode",
                                "entities",
                                "link_preview_options",
                                "disable_notification",
                                "protect_content",
                                "allow_paid_broadcast",
                                "message_effect_id",
                                "suggested_post_parameters",
                                "reply_parameters",
                                "reply_markup"),
                        Set.of("disable_web_page_preview", "reply_to_message_id", "allow_sending_without_reply"),
                        this::send),
                new Method(
                        "editMessageText",
                        Set.of(
                                "business_connection_id",
                                "chat_id",
                                "message_id",
                                "inline_message_id",
                                "text",
                                "parse_mode",
                                "entities",
                                "link_preview_options",
                                "reply_markup"),
                        Set.of("disable_web_page_preview"),
                        this::editText),
                Method.of(
                        "editMessageReplyMarkup",
                        Set.of("business_connection_id", "chat_id", "message_id", "inline_message_id", "reply_markup"),
                        this::editMarkup),
                Method.of("deleteMessage", Set.of("chat_id", "message_id"), this::delete),
                Method.of("deleteMessages", Set.of("chat_id", "message_ids"), this::deleteSome));
    }

    private Answer send(Request request) {
        Formatted formatted = TextRules.read(request);
        if (!(formatted instanceof Formatted.Visible shown)) {
            return Answer.Refused.badRequest(((Formatted.Broken) formatted).words());
        }
        request.understoodText(shown);
        KeyboardRules.Read keyboard = KeyboardRules.read(request, request.chat() > 0);
        if (keyboard.problem() != null) {
            return Answer.Refused.badRequest(keyboard.problem());
        }
        request.understoodKeyboard(keyboard.keyboard());
        if (request.flag("allow_paid_broadcast")) {
            request.violation("allow_paid_broadcast spends money");
        }
        return writing(request, room -> deliver(request, room));
    }

    private Answer deliver(Request request, Room room) {
        Answer.Refused refused = replyAndThread(request, room);
        if (refused != null) {
            return refused;
        }
        Integer wait = world.rates.send(room, request.at());
        if (wait != null) {
            return Answer.Refused.tooManyRequests(wait);
        }
        long thread = request.number("message_thread_id", 0);
        Post post = room.put(new Post(
                world.nextMessageId(room),
                null,
                request.at(),
                thread,
                request.shown(),
                request.keyboard(),
                Json.object()));
        request.aboutMessage(room.id, post.id, thread);
        return new Answer.Done(world.message(room, post));
    }

    /** Does something in a call's chat, if the bot can write there. */
    private Answer writing(Request request, Function<Room, Answer> work) {
        if (!request.has("chat_id") || request.text("chat_id").isEmpty()) {
            return Answer.Refused.badRequest("chat_id is empty");
        }
        if (request.chat() == world.botId()) {
            return Answer.Refused.forbidden("the bot can't send messages to the bot");
        }
        Room room = world.room(request.chat());
        if (room == null) {
            return Answer.Refused.badRequest("chat not found");
        }
        Answer.Refused refused = room.refusesWriting();
        return refused == null ? work.apply(room) : refused;
    }

    private static Answer.@Nullable Refused replyAndThread(Request request, Room room) {
        long thread = request.number("message_thread_id", 0);
        if (thread != 0 && !room.threads.contains(thread)) {
            return Answer.Refused.badRequest("message thread not found");
        }
        var reply = request.json("reply_parameters");
        boolean lenient = reply.path("allow_sending_without_reply").asBoolean(false);
        if (reply.isObject()
                && !lenient
                && room.present(reply.path("message_id").asLong(0)) == null) {
            return Answer.Refused.badRequest("message to be replied not found");
        }
        return null;
    }

    private Answer editText(Request request) {
        Formatted formatted = TextRules.read(request);
        if (!(formatted instanceof Formatted.Visible shown)) {
            return Answer.Refused.badRequest(((Formatted.Broken) formatted).words());
        }
        request.understoodText(shown);
        return edit(request, shown);
    }

    private Answer editMarkup(Request request) {
        return edit(request, null);
    }

    private Answer edit(Request request, Formatted.@Nullable Visible newText) {
        KeyboardRules.Read keyboard = KeyboardRules.read(request, request.chat() > 0);
        if (keyboard.problem() != null) {
            return Answer.Refused.badRequest(keyboard.problem());
        }
        request.understoodKeyboard(keyboard.keyboard());
        if (!keyboard.keyboard().leavesEditable()) {
            return Answer.Refused.badRequest("inline keyboard expected");
        }
        return writing(request, room -> edit(request, room, newText));
    }

    private Answer edit(Request request, Room room, Formatted.@Nullable Visible newText) {
        Post post = room.present(request.number("message_id", 0));
        if (!request.has("message_id")) {
            return Answer.Refused.badRequest("message identifier is not specified");
        }
        if (post == null) {
            return Answer.Refused.badRequest("message to edit not found");
        }
        if (post.author != null || !post.keyboard().leavesEditable()) {
            return Answer.Refused.badRequest("message can't be edited");
        }
        Formatted.Visible shown = newText == null ? post.shown() : newText;
        if (post.shows(shown, request.keyboard())) {
            return Answer.Refused.badRequest(NOT_MODIFIED);
        }
        Integer wait = world.rates.edit(room, request.at());
        if (wait != null) {
            return Answer.Refused.tooManyRequests(wait);
        }
        post.edit(shown, request.keyboard(), request.at());
        request.understoodText(shown);
        request.aboutMessage(room.id, post.id, post.thread);
        return new Answer.Done(world.message(room, post));
    }

    private Answer delete(Request request) {
        Room room = world.room(request.chat());
        Answer unreachable = unreachable(request, room);
        if (room == null || unreachable != null) {
            return Objects.requireNonNull(unreachable);
        }
        if (!request.has("message_id")) {
            return Answer.Refused.badRequest("message identifier is not specified");
        }
        Post post = room.present(request.number("message_id", 0));
        return post == null ? Answer.Refused.badRequest("message to delete not found") : delete(request, room, post);
    }

    /** "If some of the specified messages can't be found, they are skipped." */
    private Answer deleteSome(Request request) {
        Room room = world.room(request.chat());
        Answer unreachable = unreachable(request, room);
        if (room == null || unreachable != null) {
            return Objects.requireNonNull(unreachable);
        }
        JsonNode ids = request.json("message_ids");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST_DELETED) {
            return Answer.Refused.badRequest("there must be from 1 to 100 identifiers of messages");
        }
        Answer answer = Answer.Done.TRUE;
        for (JsonNode id : ids) {
            Post post = room.present(id.asLong(0));
            Answer deleted = post == null ? Answer.Done.TRUE : delete(request, room, post);
            answer = deleted instanceof Answer.Refused ? deleted : answer;
        }
        return answer;
    }

    private @Nullable Answer unreachable(Request request, @Nullable Room room) {
        if (!request.has("chat_id")) {
            return Answer.Refused.badRequest("chat_id is empty");
        } else if (room == null) {
            return Answer.Refused.badRequest("chat not found");
        }
        return room.isPrivate() ? null : room.refusesWriting();
    }

    private static Answer delete(Request request, Room room, Post post) {
        // "Bots can delete incoming messages in private chats"; elsewhere, others' messages only as an administrator.
        boolean own = post.author == null;
        if (!own && !room.isPrivate() && room.standing != Room.Standing.ADMINISTRATOR) {
            return Answer.Refused.badRequest("message can't be deleted");
        }
        boolean old = Duration.between(post.date, request.at()).compareTo(DELETABLE) >= 0;
        if (old && room.standing != Room.Standing.ADMINISTRATOR) {
            return Answer.Refused.badRequest("message can't be deleted for everyone");
        }
        post.delete();
        request.aboutMessage(room.id, post.id, post.thread);
        return Answer.Done.TRUE;
    }
}

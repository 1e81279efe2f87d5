package org.campaignbot.testkit.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The bot's methods on chats other than messages, and its answers to button presses. */
final class ChatMethods {

    private static final int LONGEST_NOTE = 200;
    private static final String TOO_OLD = "query is too old and response timeout expired or query ID is invalid";
    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    private final World world;

    ChatMethods(World world) {
        this.world = world;
    }

    List<Method> methods() {
        return List.of(
                Method.of(
                        "answerCallbackQuery",
                        Set.of("callback_query_id", "text", "show_alert", "url", "cache_time"),
                        this::answerPress),
                Method.of(
                        "sendChatAction",
                        Set.of("business_connection_id", "chat_id", "message_thread_id", "action"),
                        this::action),
                Method.of("getChat", Set.of("chat_id"), inRoom(room -> new Answer.Done(room.json()))),
                Method.of("getChatMember", Set.of("chat_id", "user_id"), this::member),
                Method.of("leaveChat", Set.of("chat_id"), this::leave));
    }

    private Answer answerPress(Request request) {
        if (request.text("text").length() > LONGEST_NOTE) {
            return Answer.Refused.badRequest("MESSAGE_TOO_LONG");
        }
        World.Press press = world.press(request.text("callback_query_id"));
        if (press == null || Duration.between(press.at, request.at()).toSeconds() > World.PRESS_SECONDS) {
            return Answer.Refused.badRequest(TOO_OLD);
        }
        String url = request.text("url");
        if (!url.isEmpty() && !url.startsWith("https://t.me/" + world.settings.username() + "?")) {
            return Answer.Refused.badRequest("URL_INVALID");
        }
        press.answered = true;
        request.understoodText(new Formatted.Visible(request.text("text"), List.of()));
        return Answer.Done.TRUE;
    }

    private Answer action(Request request) {
        if (!ACTIONS.contains(request.text("action").toLowerCase(Locale.ROOT))) {
            return Answer.Refused.badRequest("wrong parameter action in request");
        }
        return inRoom(room -> {
                    Answer refused = room.refusesWriting();
                    return refused == null ? Answer.Done.TRUE : refused;
                })
                .apply(request);
    }

    private Answer member(Request request) {
        return inRoom(room -> {
                    long user = request.number("user_id", 0);
                    boolean isBot = user == world.botId();
                    Person person = personIn(user);
                    if (!isBot && person == null) {
                        return Answer.Refused.badRequest("user not found");
                    }
                    ObjectNode json = Json.object();
                    json.put("status", isBot ? room.standing.name().toLowerCase(Locale.ROOT) : "member");
                    json.set("user", person == null ? world.bot() : person.json());
                    return new Answer.Done(json);
                })
                .apply(request);
    }

    private @Nullable Person personIn(long user) {
        Room room = world.room(user);
        return room == null ? null : room.person;
    }

    private Answer leave(Request request) {
        return inRoom(room -> {
                    if (room.isPrivate()) {
                        return Answer.Refused.badRequest("chat member status can't be changed in private chats");
                    }
                    if (room.refusesWriting() != null) {
                        return room.refusesWriting();
                    }
                    room.standing = Room.Standing.LEFT;
                    return Answer.Done.TRUE;
                })
                .apply(request);
    }

    private Function<Request, Answer> inRoom(Function<Room, Answer> question) {
        return request -> {
            if (!request.has("chat_id")) {
                return Answer.Refused.badRequest("chat_id is empty");
            }
            Room room = world.room(request.chat());
            return room == null ? Answer.Refused.badRequest("chat not found") : question.apply(room);
        };
    }
}

package org.campaignbot.testkit.telegram;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A bot's profile: name, descriptions, commands and the menu button, in each language. */
final class ProfileMethods {

    private static final int MOST_COMMANDS = 100;
    private static final int LONGEST_COMMAND = 32;
    private static final int LONGEST_DESCRIPTION = 256;
    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]+");
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2})?");
    private static final Set<String> SCOPES = Set.of(
            "default",
            "all_private_chats",
            "all_group_chats",
            "all_chat_administrators",
            "chat",
            "chat_administrators",
            "chat_member");
    private static final String BAD_LANGUAGE = "invalid language code specified";

    private final World world;
    private final Map<String, String> said = new TreeMap<>();
    private final Map<String, JsonNode> commands = new TreeMap<>();

    ProfileMethods(World world) {
        this.world = world;
    }

    List<Method> methods() {
        Set<String> scoped = Set.of("scope", "language_code");
        return List.of(
                Method.of("getMe", Set.of(), request -> {
                    var me = world.bot();
                    me.put("can_join_groups", true);
                    me.put("can_read_all_group_messages", false);
                    me.put("supports_inline_queries", false);
                    return new Answer.Done(me);
                }),
                says("setMyName", "name", 64),
                says("setMyDescription", "description", 512),
                says("setMyShortDescription", "short_description", 120),
                tells("getMyName", "name"),
                tells("getMyDescription", "description"),
                tells("getMyShortDescription", "short_description"),
                Method.of("setMyCommands", Set.of("commands", "scope", "language_code"), inScope(this::setCommands)),
                Method.of("getMyCommands", scoped, inScope(request -> {
                    JsonNode found = commands.get(scopeOf(request));
                    return new Answer.Done(found == null ? Json.array() : found);
                })),
                Method.of("deleteMyCommands", scoped, inScope(request -> {
                    commands.remove(scopeOf(request));
                    return Answer.Done.TRUE;
                })),
                Method.of("getChatMenuButton", Set.of("chat_id"), request -> {
                    String type = said("menu_button", "");
                    return new Answer.Done(Json.object().put("type", type.isEmpty() ? "default" : type));
                }),
                Method.of("setChatMenuButton", Set.of("chat_id", "menu_button"), this::menuButton));
    }

    /** The bot's current name or description in a language; empty if it has none. */
    String said(String field, String language) {
        return said.getOrDefault(field + "/" + language, "");
    }

    private Method says(String name, String field, int longest) {
        return Method.of(name, Set.of(field, "language_code"), request -> {
            if (!LANGUAGE.matcher(request.text("language_code")).matches()) {
                return Answer.Refused.badRequest(BAD_LANGUAGE);
            }
            // It isn't documented with which words Telegram refuses a longer one.
            if (request.text(field).length() > longest) {
                request.violation(field + " is at most " + longest + " characters");
            }
            said.put(field + "/" + request.text("language_code"), request.text(field));
            return Answer.Done.TRUE;
        });
    }

    /** What people with a client in that language see: the default text if the language has none of its own. */
    private Method tells(String name, String field) {
        return Method.of(name, Set.of("language_code"), request -> {
            String own = said(field, request.text("language_code"));
            return new Answer.Done(Json.object().put(field, own.isEmpty() ? said(field, "") : own));
        });
    }

    private Function<Request, Answer> inScope(Function<Request, Answer> handler) {
        return request -> {
            JsonNode scope = request.json("scope");
            String type = scope.path("type").asString("default");
            if (!SCOPES.contains(type)) {
                return Answer.Refused.badRequest("can't parse BotCommandScope: unsupported type specified");
            }
            if (Set.of("chat", "chat_administrators", "chat_member").contains(type)
                    && world.room(scope.path("chat_id").asLong(0)) == null) {
                return Answer.Refused.badRequest("chat not found");
            }
            if (!LANGUAGE.matcher(request.text("language_code")).matches()) {
                return Answer.Refused.badRequest(BAD_LANGUAGE);
            }
            return handler.apply(request);
        };
    }

    private static String scopeOf(Request request) {
        JsonNode scope = request.json("scope");
        return (scope.isObject() ? scope.toString() : "{\"type\":\"default\"}") + request.text("language_code");
    }

    private Answer setCommands(Request request) {
        JsonNode given = request.json("commands");
        if (!given.isArray()) {
            return Answer.Refused.badRequest("expected an Array of BotCommand");
        }
        if (given.size() > MOST_COMMANDS) {
            return Answer.Refused.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        Set<String> names = new HashSet<>();
        for (JsonNode each : given) {
            String name = each.path("command").asString("").strip();
            String wrong = wrongCommand(name.startsWith("/") ? name.substring(1) : name);
            wrong = wrong == null
                    ? wrongDescription(each.path("description").asString("").strip())
                    : wrong;
            if (wrong != null) {
                return Answer.Refused.badRequest(wrong);
            }
            if (!names.add(name)) {
                request.violation("the command " + name + " is given twice");
            }
        }
        commands.put(scopeOf(request), given);
        return Answer.Done.TRUE;
    }

    private static @Nullable String wrongCommand(String name) {
        if (name.isEmpty()) {
            return "command must be non-empty";
        }
        if (name.length() > LONGEST_COMMAND) {
            return "command length must not exceed " + LONGEST_COMMAND;
        }
        return COMMAND.matcher(name).matches() ? null : "BOT_COMMAND_INVALID";
    }

    private static @Nullable String wrongDescription(String description) {
        if (description.isEmpty()) {
            return "command description must be non-empty";
        }
        return description.length() > LONGEST_DESCRIPTION
                ? "command description length must not exceed " + LONGEST_DESCRIPTION
                : null;
    }

    private Answer menuButton(Request request) {
        String type = request.json("menu_button").path("type").asString("default");
        if (!Set.of("commands", "web_app", "default").contains(type)) {
            return Answer.Refused.badRequest("can't parse MenuButton: unsupported type specified");
        }
        if (request.has("chat_id") && (request.chat() <= 0 || world.room(request.chat()) == null)) {
            return Answer.Refused.badRequest("chat not found");
        }
        said.put("menu_button/", type);
        return Answer.Done.TRUE;
    }
}

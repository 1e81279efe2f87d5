package org.campaignbot.slack.install;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.campaignbot.slack.blocks.SlackWords.ManifestWords;
import org.campaignbot.slack.receive.SlackTrigger;
import org.campaignbot.slack.settings.SlackSettings;
import org.jspecify.annotations.Nullable;

/** Writes the app's manifest, from which Slack creates an app with everything the bot needs (docs.slack.dev, "App manifest reference"). */
public final class Manifest {

    /** The permissions the bot needs: the least for receiving and sending. */
    public static final List<String> SCOPES = List.of(
            "app_mentions:read",
            "channels:read",
            "chat:write",
            "commands",
            "groups:read",
            "im:history",
            "im:write",
            "users:read");

    private static final int LONGEST_NAME = 35;
    private static final int LONGEST_DESCRIPTION = 140;

    private Manifest() {}

    /**
     * The manifest as JSON.
     *
     * @param events where Slack delivers; null with Socket Mode
     */
    public static String json(SlackSettings settings, ManifestWords words, @Nullable URI events) {
        JsonObject manifest = new JsonObject();
        JsonObject display = new JsonObject();
        display.addProperty("name", shortened(words.name(), LONGEST_NAME));
        display.addProperty("description", shortened(words.description(), LONGEST_DESCRIPTION));
        manifest.add("display_information", display);
        manifest.add("features", features(settings, words, events));
        JsonObject scopes = new JsonObject();
        scopes.add("bot", array(SCOPES));
        JsonObject oauth = new JsonObject();
        if (settings.install() != null) {
            oauth.add(
                    "redirect_urls", array(List.of(settings.install().redirect().toString())));
        }
        oauth.add("scopes", scopes);
        manifest.add("oauth_config", oauth);
        manifest.add("settings", ways(settings, events));
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(manifest);
    }

    private static JsonObject features(SlackSettings settings, ManifestWords words, @Nullable URI events) {
        JsonObject home = new JsonObject();
        home.addProperty("home_tab_enabled", true);
        home.addProperty("messages_tab_enabled", true);
        home.addProperty("messages_tab_read_only_enabled", false);
        JsonObject bot = new JsonObject();
        bot.addProperty("display_name", shortened(words.name(), LONGEST_NAME));
        bot.addProperty("always_online", true);
        JsonObject command = new JsonObject();
        command.addProperty("command", settings.command());
        command.addProperty("description", words.command());
        command.addProperty("usage_hint", words.usage());
        command.addProperty("should_escape", false);
        addUrl(command, "url", events);
        JsonArray commands = new JsonArray();
        commands.add(command);
        JsonObject features = new JsonObject();
        features.add("app_home", home);
        features.add("bot_user", bot);
        features.add("slash_commands", commands);
        return features;
    }

    private static JsonObject ways(SlackSettings settings, @Nullable URI events) {
        JsonObject subscriptions = new JsonObject();
        addUrl(subscriptions, "request_url", events);
        subscriptions.add("bot_events", array(SlackTrigger.subscriptions()));
        JsonObject interactivity = new JsonObject();
        interactivity.addProperty("is_enabled", true);
        addUrl(interactivity, "request_url", events);
        JsonObject ways = new JsonObject();
        ways.add("event_subscriptions", subscriptions);
        ways.add("interactivity", interactivity);
        ways.addProperty("org_deploy_enabled", false);
        ways.addProperty("socket_mode_enabled", settings.mode() == SlackSettings.Mode.SOCKET);
        ways.addProperty("token_rotation_enabled", false);
        return ways;
    }

    private static void addUrl(JsonObject to, String name, @Nullable URI url) {
        if (url != null) {
            to.addProperty(name, url.toString());
        }
    }

    private static JsonArray array(Collection<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static String shortened(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}

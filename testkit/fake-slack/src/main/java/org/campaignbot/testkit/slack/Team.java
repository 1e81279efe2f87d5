package org.campaignbot.testkit.slack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A workspace: its people, the app's installation, and Slack's own notices to people. */
final class Team {

    final String id;
    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, Room> directs = new HashMap<>();
    private final Map<String, List<String>> notices = new HashMap<>();
    private @Nullable Installation installation;

    Team(String id) {
        this.id = id;
    }

    String domain() {
        return id.toLowerCase(Locale.ROOT);
    }

    String botUserId() {
        return "U0BOT" + id;
    }

    String botId() {
        return "B0BOT" + id;
    }

    @Nullable
    Installation installation() {
        return installation != null && installation.isLive() ? installation : null;
    }

    void install(Installation newInstallation) {
        installation = newInstallation;
    }

    boolean grants(String scope) {
        Installation live = installation();
        return live != null && (scope.isEmpty() || live.has(scope));
    }

    /** Records what Slack itself tells a person, such as that a command failed. */
    void tell(String person, String notice) {
        notices.computeIfAbsent(person, each -> new ArrayList<>()).add(notice);
    }

    List<String> notices(String person) {
        return List.copyOf(notices.getOrDefault(person, List.of()));
    }

    ObjectNode json() {
        return Json.object().put("id", id).put("domain", domain());
    }

    /** The {@code user} object of an interaction. */
    static ObjectNode user(Person person, String home) {
        return Json.object()
                .put("id", person.id())
                .put("username", person.name())
                .put("name", person.name())
                .put("team_id", home);
    }
}

package org.campaignbot.testkit.slack;

import java.util.List;
import java.util.Set;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** views.open, views.push, views.update and views.publish. */
final class ViewMethods {

    private static final Set<String> OPEN = Set.of("trigger_id", "interactivity_pointer", "view");
    private static final Set<String> UPDATE = Set.of("view", "view_id", "external_id", "hash");
    private static final Set<String> PUBLISH = Set.of("view", "user_id", "hash");

    private final World world;

    ViewMethods(World world) {
        this.world = world;
    }

    List<Method> methods() {
        return List.of(
                new Method("views.open", "", Tier.FOUR, OPEN, request -> begin(request, false)),
                new Method("views.push", "", Tier.FOUR, OPEN, request -> begin(request, true)),
                new Method("views.update", "", Tier.FOUR, UPDATE, this::update),
                new Method("views.publish", "", Tier.FOUR, PUBLISH, this::publish));
    }

    private Answer begin(Request request, boolean push) {
        Team team = request.installation().team;
        String triggerId = request.text("trigger_id");
        if (triggerId.isEmpty()) {
            return Answer.refused("invalid_arguments", List.of("missing required field: trigger_id"));
        }
        Answer refused = viewRefusal(request, "modal", null);
        String notNow = world.triggers.refusal(triggerId, team);
        if (refused != null || !notNow.isEmpty()) {
            return refused != null ? refused : Answer.refused(notNow);
        }
        Triggers.Trigger trigger = world.triggers.exchange(triggerId);
        if (trigger == null) {
            return Answer.refused("invalid_trigger_id");
        }
        int depth = world.views.stack(team, trigger.person.id()).size();
        if (push && depth == 0) {
            return Answer.refused("not_found");
        }
        if (push && depth >= Views.DEEPEST) {
            return Answer.refused("push_limit_reached");
        }
        ObjectNode content = (ObjectNode) request.json("view");
        OpenView view = push
                ? world.views.push(team, trigger.person, content)
                : world.views.open(team, trigger.person, content);
        return shown(request, view);
    }

    private Answer update(Request request) {
        Team team = request.installation().team;
        OpenView view = world.views.find(team, request.text("view_id"), request.text("external_id"));
        if (view == null) {
            return Answer.refused("not_found");
        }
        Answer refused = viewRefusal(request, view.text("type"), view);
        if (refused != null) {
            return refused;
        }
        if (request.has("hash") && !request.text("hash").equals(view.hash())) {
            return Answer.refused("hash_conflict");
        }
        world.views.update(view, (ObjectNode) request.json("view"));
        return shown(request, view);
    }

    private Answer publish(Request request) {
        Team team = request.installation().team;
        Person person = team.people.get(request.text("user_id"));
        if (person == null) {
            return Answer.refused("invalid_arguments", List.of("invalid `user_id`"));
        }
        OpenView before = world.views.home(team, person.id());
        Answer refused = viewRefusal(request, "home", before);
        if (refused != null) {
            return refused;
        }
        if (!world.settings.home()) {
            return Answer.refused("not_enabled");
        }
        if (request.has("hash") && (before == null || !request.text("hash").equals(before.hash()))) {
            return Answer.refused("hash_conflict");
        }
        return shown(request, world.views.publish(team, person, (ObjectNode) request.json("view")));
    }

    private @Nullable Answer viewRefusal(Request request, String type, @Nullable OpenView itself) {
        JsonNode view = request.json("view");
        if (!view.isObject()) {
            return Answer.refused("invalid_arguments", List.of("missing required field: view"));
        }
        Answer refused = ViewRules.refusal(view, type, request::violation);
        if (refused != null) {
            return refused;
        }
        String externalId = view.path("external_id").asString("");
        OpenView other = externalId.isEmpty() ? null : world.views.find(request.installation().team, "", externalId);
        return other != null && other != itself ? Answer.refused("duplicate_external_id") : null;
    }

    private static Answer shown(Request request, OpenView view) {
        request.forPerson(view.person.id());
        request.shows(Reading.text(view.blocks()));
        ObjectNode answer = Json.object();
        answer.set("view", view.json());
        return Answer.ok(answer);
    }
}

package org.campaignbot.testkit.slack;

import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks and carries out the body in the acknowledgement of a command or a submission; the world's lock is held. */
final class AckRules {

    private static final int LONGEST_ERROR = 3000;

    private final World world;

    AckRules(World world) {
        this.world = world;
    }

    void command(Team team, Person person, Room room, String command, Ack ack) {
        if (!ack.isTaken()) {
            failed(team, person, command, ack);
        } else if (!ack.isEmpty()) {
            ObjectNode message = ack.json() instanceof ObjectNode json ? json : plain(ack);
            Request request = new Request("ack of " + command, message, team.installation(), world.now());
            request.about(room.id, "");
            Answer refused = world.responseUrls.answer(team, person, room, null, request);
            request.violations().forEach(world::violation);
            if (refused != null) {
                world.violation("ack of " + command + ": " + refused.error());
            }
            Call unused = world.log.add(request, 200, refused == null ? "" : refused.error());
        }
    }

    private ObjectNode plain(Ack ack) {
        if (ack.contentType().startsWith("application/json")) {
            world.violation("an acknowledgement is declared as JSON and is none");
        }
        return Json.object().put("text", ack.body());
    }

    void press(Team team, Person person, Ack ack) {
        if (!ack.isTaken()) {
            failed(team, person, "the interaction", ack);
        } else if (!ack.isEmpty()) {
            world.violation("ack of an interaction: a body, which Slack passes over here");
        }
    }

    void submission(OpenView view, Ack ack) {
        if (!ack.isTaken()) {
            failed(view.team, view.person, "the submission", ack);
            return;
        }
        Deque<OpenView> stack = world.views.stack(view.team, view.person.id());
        JsonNode body = ack.json();
        String action = body.path("response_action").asString("");
        switch (action) {
            case "errors" -> errors(view, body.path("errors"));
            case "clear" -> stack.clear();
            case "update" -> {
                if (isRight(body.path("view"), view) && stack.contains(view)) {
                    world.views.update(view, (ObjectNode) body.path("view"));
                }
            }
            case "push" -> {
                if (stack.size() >= Views.DEEPEST) {
                    wrong(view, "push: push_limit_reached");
                } else if (isRight(body.path("view"), view)) {
                    OpenView unused = world.views.push(view.team, view.person, (ObjectNode) body.path("view"));
                }
            }
            default -> {
                boolean empty = ack.isEmpty() || (body.isObject() && body.isEmpty());
                if (empty) {
                    stack.remove(view);
                } else {
                    wrong(view, "a body that is no response_action");
                }
            }
        }
    }

    private void errors(OpenView view, JsonNode errors) {
        Set<String> inputs = new TreeSet<>();
        for (JsonNode block : view.blocks()) {
            if (block.path("type").asString("").equals("input")) {
                inputs.add(block.path("block_id").asString(""));
            }
        }
        List<String> named = List.copyOf(errors.propertyNames());
        boolean right = !named.isEmpty()
                && inputs.containsAll(named)
                && named.stream().allMatch(each -> isMessage(errors.path(each)));
        if (right) {
            view.refuse(errors);
        } else {
            wrong(view, "errors must name input blocks of the view and say something: " + named);
        }
    }

    private static boolean isMessage(JsonNode error) {
        String text = error.asString("");
        return !text.isBlank() && text.length() <= LONGEST_ERROR;
    }

    private boolean isRight(JsonNode next, OpenView view) {
        Answer refused = ViewRules.refusal(next, "modal", world::violation);
        if (refused != null) {
            wrong(view, refused.body().toString());
        }
        return refused == null;
    }

    private void wrong(OpenView view, String what) {
        world.violation("ack of a submission: " + what);
        view.team.tell(view.person.id(), "We had some trouble connecting. Try again?");
    }

    private static void failed(Team team, Person person, String what, Ack ack) {
        String word = ack.failure().equals("http_timeout") ? "operation_timeout" : "dispatch_failed";
        team.tell(person.id(), what + " failed with the error \"" + word + "\"");
    }
}

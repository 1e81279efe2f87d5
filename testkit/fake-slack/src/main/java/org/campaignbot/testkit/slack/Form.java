package org.campaignbot.testkit.slack;

import java.util.List;
import java.util.regex.Pattern;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;

/** A person's open modal: they fill it in and submit or close it. */
public final class Form {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private final World world;
    private final Interactions interactions;
    private final Team team;
    private final Person person;

    Form(World world, Interactions interactions, Team team, Person person) {
        this.world = world;
        this.interactions = interactions;
        this.team = team;
        this.person = person;
    }

    /** Types or picks a value for an input, identified by its label or block id; options are identified by label. */
    public Form fills(String input, String value) {
        return world.locked(() -> {
            OpenView view = top();
            Element element = Reading.elements(view.blocks()).stream()
                    .filter(each -> each.label().equals(input) || each.blockId().equals(input))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the modal asks for no [" + input + "]"));
            JsonNode node = Reading.node(view.blocks(), element);
            List<JsonNode> options = Reading.options(node);
            if (options.isEmpty()) {
                view.fill(element, Values.typed(element.type(), value));
            } else {
                JsonNode option = options.stream()
                        .filter(each ->
                                each.path("text").path("text").asString("").equals(value))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no option [" + value + "]"));
                view.fill(element, Values.chosen(element.type(), option));
            }
            return this;
        });
    }

    /** Submits it, if Slack's own checks find nothing missing. */
    public Delivery submits() {
        return world.locked(() -> {
            OpenView view = top();
            if (!view.hasSubmit()) {
                throw new IllegalArgumentException("the modal has nothing to submit it with");
            }
            view.blocks().forEach(block -> {
                if (block.path("type").asString("").equals("input")) {
                    check(
                            block,
                            view.state()
                                    .path("values")
                                    .path(block.path("block_id").asString("")));
                }
            });
            view.refuse(Json.object());
            return interactions.submit(view);
        });
    }

    /** The checks that Slack's own clients make. */
    private static void check(JsonNode block, JsonNode values) {
        JsonNode element = block.path("element");
        JsonNode value = values.path(element.path("action_id").asString(""));
        String typed = value.path("value").asString("");
        boolean empty = typed.isEmpty()
                && value.valueStream().noneMatch(each -> each.isObject() || (each.isArray() && !each.isEmpty()))
                && value.propertyStream()
                        .noneMatch(each -> each.getKey().startsWith("selected_")
                                && each.getValue().isString());
        String label = block.path("label").path("text").asString("");
        if (empty) {
            if (!block.path("optional").asBoolean(false)) {
                throw new IllegalArgumentException("[" + label + "] must be filled in");
            }
            return;
        }
        boolean right = switch (element.path("type").asString("")) {
            case "email_text_input" -> EMAIL.matcher(typed).matches();
            case "number_input" -> NUMBER.matcher(typed).matches();
            case "plain_text_input" ->
                typed.length() >= element.path("min_length").asInt(0)
                        && typed.length() <= element.path("max_length").asInt(3000);
            default -> true;
        };
        if (!right) {
            throw new IllegalArgumentException("Slack takes no such value for [" + label + "]");
        }
    }

    /** Closes the top view with its own button; those below stay. The app learns of it if the view asks for it. */
    public Delivery closes() {
        return world.locked(() -> {
            OpenView view = top();
            var stack = world.views.stack(team, person.id());
            if (view.flag("clear_on_close")) {
                stack.clear();
            } else {
                stack.pop();
            }
            return view.flag("notify_on_close") ? interactions.close(view, false) : Delivery.notSent("view_closed");
        });
    }

    private OpenView top() {
        OpenView view = world.views.top(team, person.id());
        if (view == null) {
            throw new IllegalArgumentException(person.id() + " has no modal open");
        }
        return view;
    }
}

package org.campaignbot.testkit.slack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The modals and Home tabs that people have open; the world's lock is held. */
final class Views {

    /** The most views in one modal's stack. */
    static final int DEEPEST = 3;

    private final World world;
    private final Map<String, Deque<OpenView>> modals = new HashMap<>();
    private final Map<String, OpenView> homes = new HashMap<>();

    Views(World world) {
        this.world = world;
    }

    private static String key(Team team, String person) {
        return team.id + " " + person;
    }

    /** The views that a person has open, top first. */
    Deque<OpenView> stack(Team team, String person) {
        return modals.computeIfAbsent(key(team, person), each -> new ArrayDeque<>());
    }

    @Nullable
    OpenView top(Team team, String person) {
        return stack(team, person).peek();
    }

    @Nullable
    OpenView home(Team team, String person) {
        return homes.get(key(team, person));
    }

    /** Opens a modal, replacing any open one. */
    OpenView open(Team team, Person person, ObjectNode content) {
        stack(team, person.id()).clear();
        return push(team, person, content);
    }

    OpenView push(Team team, Person person, ObjectNode content) {
        Deque<OpenView> stack = stack(team, person.id());
        OpenView view = new OpenView(newId(), team, person, stack.peek(), content, newHash());
        stack.push(view);
        return view;
    }

    OpenView publish(Team team, Person person, ObjectNode content) {
        OpenView before = home(team, person.id());
        OpenView view = new OpenView(before == null ? newId() : before.id, team, person, null, content, newHash());
        homes.put(key(team, person.id()), view);
        return view;
    }

    void update(OpenView view, ObjectNode content) {
        view.show(content, newHash());
    }

    /** A view of a workspace by its id or the app's external id, or null. */
    @Nullable
    OpenView find(Team team, String id, String externalId) {
        for (Deque<OpenView> stack : modals.values()) {
            for (OpenView view : stack) {
                if (isIt(view, team, id, externalId)) {
                    return view;
                }
            }
        }
        return homes.values().stream()
                .filter(each -> isIt(each, team, id, externalId))
                .findFirst()
                .orElse(null);
    }

    private static boolean isIt(OpenView view, Team team, String id, String externalId) {
        return view.team == team
                && (id.isEmpty()
                        ? !externalId.isEmpty() && view.text("external_id").equals(externalId)
                        : view.id.equals(id));
    }

    private String newId() {
        return "V0" + world.nextId();
    }

    private String newHash() {
        return world.now().getEpochSecond() + "." + Long.toHexString(0xA0000000L + world.nextId());
    }
}

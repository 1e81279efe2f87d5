package org.campaignbot.testkit.slack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person in a conversation: their direct messages with the bot, or a channel; in both, also the modal and Home tab that they
 * see.
 *
 * <p>They can press only what is actually shown to them. Each action returns its delivery; Slack guarantees no order among
 * several.
 */
public final class Talk {

    private final World world;
    private final Interactions interactions;
    private final Team team;
    private final Person person;
    private final Room room;
    private final String thread;

    Talk(World world, Team team, Person person, Room room, String thread) {
        this.world = world;
        this.interactions = new Interactions(world);
        this.team = team;
        this.person = person;
        this.room = room;
        this.thread = thread;
    }

    /** The id of the conversation. */
    public String channel() {
        return room.id;
    }

    /** The person. */
    public Person person() {
        return person;
    }

    /** The same person in a thread of the conversation. */
    public Talk inThread(String ts) {
        return new Talk(world, team, person, room, ts);
    }

    /** Types a text. The app learns of it only in direct messages. */
    public Delivery says(String text) {
        return world.locked(() -> {
            Post post = write(text, "");
            return room.isDirect() ? world.events.personWrote(team, room, post) : Delivery.notSent("message");
        });
    }

    /**
     * Types a text in a channel after the bot's name. The app learns of it if it's a member; in a shared channel also from people
     * of workspaces without the app.
     */
    public Delivery mentions(String text) {
        return world.locked(() -> {
            Team host = room.bots.isEmpty() || room.bots.contains(team.id)
                    ? team
                    : world.team(room.bots.iterator().next());
            Post post = write(text, "<@" + host.botUserId() + "> ");
            return room.bots.contains(host.id)
                    ? world.events.mentioned(host, room, post)
                    : Delivery.notSent("app_mention");
        });
    }

    private Post write(String typed, String before) {
        Post post = new Post(world.nextTs(), person, team, thread, null, before + Mrkdwn.escaped(typed), Json.array());
        room.posts.put(post.ts, post);
        return post;
    }

    /** Edits their own message. */
    public Delivery edits(String ts, String text) {
        return world.locked(() -> {
            Post post = room.present(ts);
            if (post == null || post.author == null || !post.author.id().equals(person.id())) {
                throw new IllegalArgumentException("message " + ts + " is not theirs");
            }
            post.edit(Mrkdwn.escaped(text), Json.array());
            return room.isDirect() ? world.events.personEdited(team, room, post) : Delivery.notSent("message");
        });
    }

    /** Types a slash command such as {@code /bill} with an argument; commands don't work in threads. */
    public Delivery command(String command, String text) {
        if (!thread.isEmpty()) {
            throw new IllegalArgumentException("Slack takes no command in a thread");
        }
        return world.locked(() -> interactions.command(team, person, room, command, text));
    }

    /** Presses a button, or chooses an option, in the open modal, or else in the newest message that shows it. */
    public Delivery presses(String label) {
        return world.locked(() -> {
            OpenView modal = world.views.top(team, person.id());
            if (modal != null) {
                return press(modal, label);
            }
            List<SentMessage> newestFirst = new ArrayList<>(shown());
            Collections.reverse(newestFirst);
            return newestFirst.stream()
                    .filter(each -> found(each.elements(), label) != null)
                    .findFirst()
                    .map(each -> press(each.ts(), label))
                    .orElseThrow(() -> nothing(
                            label,
                            newestFirst.stream()
                                    .flatMap(each -> each.labels().stream())
                                    .toList()));
        });
    }

    /** Presses a button, or chooses an option, in a message they see. */
    public Delivery presses(String ts, String label) {
        return world.locked(() -> press(ts, label));
    }

    private Delivery press(String ts, String label) {
        Post post = room.present(ts);
        if (post == null || !post.isFor(person.id()) || !isMember()) {
            throw new IllegalArgumentException("message " + ts + " is not shown to them");
        }
        Element element = found(Reading.elements(post.blocks()), label);
        if (element == null) {
            throw nothing(label, post.in(room.id).labels());
        }
        JsonNode node = Reading.node(post.blocks(), element);
        // The message's workspace has the app, whoever presses.
        return interactions.press(
                post.team, person, room, post, Interactions.action(node, element, option(node, label)));
    }

    /** Presses a button, or chooses an option, in their Home tab. */
    public Delivery pressesHome(String label) {
        return world.locked(() -> {
            OpenView home = world.views.home(team, person.id());
            if (home == null) {
                throw new IllegalArgumentException("their Home tab is empty");
            }
            return press(home, label);
        });
    }

    private Delivery press(OpenView view, String label) {
        Element element = found(Reading.elements(view.blocks()), label);
        if (element == null) {
            throw nothing(
                    label, view.shown().elements().stream().map(Element::label).toList());
        }
        JsonNode node = Reading.node(view.blocks(), element);
        JsonNode option = option(node, label);
        if (option != null) {
            view.fill(element, Values.chosen(element.type(), option));
        }
        return interactions.press(view, Interactions.action(node, element, option));
    }

    /** Their open modal, to fill in; fails if there is none. */
    public Form form() {
        return world.locked(() -> {
            if (world.views.top(team, person.id()) == null) {
                throw new IllegalArgumentException(person.id() + " has no modal open");
            }
            return new Form(world, interactions, team, person);
        });
    }

    /** Opens the app's Home tab. */
    public Delivery opensHome() {
        return world.locked(() -> world.events.tabOpened(team, person, "home"));
    }

    /** Opens the app's Messages tab. */
    public Delivery opensMessages() {
        return world.locked(() -> world.events.tabOpened(team, person, "messages"));
    }

    /** Restarts their Slack, which loses ephemeral messages. */
    public void reloads() {
        boolean unused = world.locked(
                () -> room.posts.values().removeIf(each -> person.id().equals(each.onlyFor)));
    }

    /** What they see of this conversation, oldest first; empty if they aren't a member. */
    public List<SentMessage> shown() {
        return world.locked(() -> !isMember()
                ? List.of()
                : room.posts.values().stream()
                        .filter(each -> !each.isDeleted() && each.isFor(person.id()))
                        .map(each -> each.in(room.id))
                        .toList());
    }

    /** The bot's messages that they see in this conversation, oldest first. */
    public List<SentMessage> shownByBot() {
        return shown().stream().filter(each -> each.author().isEmpty()).toList();
    }

    /**
     * The newest of the bot's messages that they see here.
     *
     * @throws AssertionError if they see none
     */
    public SentMessage lastShown() {
        List<SentMessage> shown = shownByBot();
        if (shown.isEmpty()) {
            throw new AssertionError(person.id() + " sees no message of the bot in " + room.id);
        }
        return shown.get(shown.size() - 1);
    }

    /** Their top open modal. */
    public Optional<ShownView> modal() {
        return world.locked(
                () -> Optional.ofNullable(world.views.top(team, person.id())).map(OpenView::shown));
    }

    /** The Home tab published for them. */
    public Optional<ShownView> home() {
        return world.locked(
                () -> Optional.ofNullable(world.views.home(team, person.id())).map(OpenView::shown));
    }

    /** What Slack itself told them, such as that a command failed. */
    public List<String> notices() {
        return world.locked(() -> team.notices(person.id()));
    }

    private boolean isMember() {
        return room.members.contains(person.id());
    }

    private static @Nullable Element found(List<Element> elements, String label) {
        return elements.stream()
                .filter(each -> (each.label().equals(label) && each.type().equals("button"))
                        || each.options().contains(label))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable JsonNode option(JsonNode element, String label) {
        return Reading.options(element).stream()
                .filter(each -> each.path("text").path("text").asString("").equals(label))
                .findFirst()
                .orElse(null);
    }

    private static IllegalArgumentException nothing(String label, List<String> there) {
        return new IllegalArgumentException("nothing shows [" + label + "] among " + there);
    }
}

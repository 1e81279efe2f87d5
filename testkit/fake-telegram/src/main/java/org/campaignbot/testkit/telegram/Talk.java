package org.campaignbot.testkit.telegram;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person in a chat: what they type, press and send becomes an update for the bot.
 *
 * <p>Each method returns the number of its update, or 0 if Telegram shows it to no bot: see {@link Privacy}. Numbers increase by
 * one; an update of a kind that the bot didn't ask for is never delivered. A person who blocked the bot and writes again unblocks
 * it first, as in the app.
 */
public final class Talk {

    private static final Pattern COMMAND = Pattern.compile("(?:^|(?<=\\s))/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]+)?");
    private static final long CHAT_INSTANCE = 7_000_000_000L;

    private final World world;
    private final Person person;
    private final Room room;
    private final long thread;

    Talk(World world, Person person, Room room, long thread) {
        this.world = world;
        this.person = person;
        this.room = room;
        this.thread = thread;
    }

    /** The chat's number. */
    public long chat() {
        return room.id;
    }

    /** The person. */
    public Person person() {
        return person;
    }

    /** The same person in a topic of the chat. */
    public Talk inThread(long newThread) {
        return locked(() -> {
            room.threads.add(newThread);
            return new Talk(world, person, room, newThread);
        });
    }

    /** Types a text, or presses a button of a reply keyboard, which types its label. */
    public long says(String text) {
        return post(new Formatted.Visible(text, List.of()), Json.object());
    }

    /** Types a command such as {@code help}; in a group it's addressed to the bot, as from the menu. */
    public long command(String name) {
        return says("/" + name + (room.isPrivate() ? "" : "@" + world.settings.username()));
    }

    /** Opens a deep link, which sends the text of its "Start" button. */
    public long starts(String payload) {
        if (!Links.PAYLOAD.matcher(payload).matches()) {
            throw new IllegalArgumentException("no link can carry this payload");
        }
        return says("/start" + (room.isPrivate() ? "" : "@" + world.settings.username()) + " " + payload);
    }

    /** Presses a button of the newest message that shows this label. */
    public long presses(String label) {
        return locked(() -> {
            Post found = null;
            for (Post post : room.posts.values()) {
                found = button(post, label) == null ? found : post;
            }
            if (found == null) {
                throw new IllegalArgumentException(
                        "no button [" + label + "] in chat " + room.id + " among " + shownLabels());
            }
            return press(found, label);
        });
    }

    /** Presses a button of a message that may be old, or was deleted while the press was on its way. */
    public long presses(long messageId, String label) {
        return locked(() -> {
            Post post = room.posts.get(messageId);
            if (post == null || buttonOf(post, label) == null) {
                throw new IllegalArgumentException("message " + messageId + " has no button [" + label + "]");
            }
            return press(post, label);
        });
    }

    /** Opens the Mini App of the newest button with this label, and returns the address that the person's app loads. */
    public String opens(String label, Instant at) {
        return locked(() -> {
            Button found = null;
            for (Post post : room.posts.values()) {
                Button shown = button(post, label);
                found = shown == null ? found : shown;
            }
            if (found == null || !found.action().equals("web_app")) {
                throw new IllegalArgumentException("no button [" + label + "] opens a Mini App");
            }
            String data = MiniAppData.signed(person, world.newQuery(), at, world.settings.token());
            return MiniAppData.address(found.value(), data);
        });
    }

    private long press(Post post, String label) {
        Button button = buttonOf(post, label);
        if (button == null || !button.action().equals("callback_data")) {
            throw new IllegalArgumentException("[" + label + "] tells the bot nothing when pressed");
        }
        return callback(world.message(room, post), button.value());
    }

    /** Sends data under a message as a press, even if the message never had such a button. */
    public long forgesPress(long messageId, String data) {
        return locked(() -> {
            Post post = room.posts.get(messageId);
            return callback(post == null ? inaccessible(messageId) : world.message(room, post), data);
        });
    }

    /** Presses a button of a message that's too old for the server to show. */
    public long pressesInaccessible(long messageId, String data) {
        return locked(() -> callback(inaccessible(messageId), data));
    }

    private ObjectNode inaccessible(long messageId) {
        ObjectNode message = Json.object();
        message.set("chat", room.json());
        message.put("message_id", messageId);
        message.put("date", 0);
        return message;
    }

    private long callback(ObjectNode message, String data) {
        ObjectNode query = Json.object();
        query.put("id", world.newPress());
        query.set("from", person.json());
        query.set("message", message);
        query.put("chat_instance", Long.toString(CHAT_INSTANCE + room.id));
        query.put("data", data);
        return world.updates.add("callback_query", query, "user " + person.id());
    }

    /** Edits their own text message. */
    public long edits(long messageId, String text) {
        return locked(() -> {
            Post post = own(messageId);
            post.edit(new Formatted.Visible(text, commandsIn(text)), Keyboard.NONE, world.now());
            return tell("edited_message", post);
        });
    }

    /** Sends their location. */
    public long sharesLocation(double latitude, double longitude) {
        return post(new Formatted.Visible("", List.of()), Contents.location(latitude, longitude));
    }

    /** Starts a live location for this many seconds. */
    public long sharesLiveLocation(double latitude, double longitude, int seconds) {
        ObjectNode content = Contents.location(latitude, longitude);
        content.withObject("location").put("live_period", seconds);
        return post(new Formatted.Visible("", List.of()), content);
    }

    /** Moves a live location, which edits its message. */
    public long moves(long messageId, double latitude, double longitude) {
        return locked(() -> {
            Post post = own(messageId);
            post.content.withObject("location").put("latitude", latitude).put("longitude", longitude);
            post.edit(post.shown(), Keyboard.NONE, world.now());
            return tell("edited_message", post);
        });
    }

    /** Sends a place with a name. */
    public long sharesVenue(double latitude, double longitude, String title) {
        return post(new Formatted.Visible("", List.of()), Contents.venue(latitude, longitude, title));
    }

    /** Sends a contact, their own or another person's. */
    public long sharesContact(Person whose, String phoneNumber) {
        return post(new Formatted.Visible("", List.of()), Contents.contact(whose, phoneNumber));
    }

    /** Sends something without a text: {@code photo}, {@code voice}, {@code sticker}, {@code document}, {@code video} or {@code dice}. */
    public long sends(String kind) {
        return post(new Formatted.Visible("", List.of()), Contents.media(kind));
    }

    /** Sends a message with custom fields, such as a service message. */
    public long sends(ObjectNode content) {
        return post(new Formatted.Visible("", List.of()), content);
    }

    /** Replies to a message of the bot with its reply box. */
    public long replies(long messageId, String text) {
        ObjectNode content = Json.object();
        content.set("reply_to_message", locked(() -> {
            Post post = room.posts.get(messageId);
            if (post == null) {
                throw new IllegalArgumentException("there is no message " + messageId);
            }
            return world.message(room, post);
        }));
        return post(new Formatted.Visible(text, List.of()), content);
    }

    /** Blocks the bot. */
    public long blocks() {
        return locked(() -> standing(Room.Standing.KICKED));
    }

    /** Unblocks the bot. */
    public long unblocks() {
        return locked(() -> standing(Room.Standing.MEMBER));
    }

    private long standing(Room.Standing next) {
        return Membership.change(world, room, person, next);
    }

    /** Wrote to the bot long ago, so the bot can write to them; there's no update about it. */
    public void hasWrittenBefore() {
        locked(() -> room.started = true);
    }

    /** Deletes their account: nothing can be sent to them anymore, and there's no update about it. */
    public void deletesAccount() {
        locked(() -> room.deactivated = true);
    }

    /** The number of this chat's last message. */
    public long lastMessageId() {
        return locked(() -> room.posts.keySet().stream().reduce(0L, (before, next) -> next));
    }

    private long post(Formatted.Visible shown, ObjectNode content) {
        return locked(() -> {
            if (room.isPrivate()) {
                if (room.standing == Room.Standing.KICKED) {
                    standing(Room.Standing.MEMBER);
                }
                room.started = true;
            }
            Formatted.Visible described = new Formatted.Visible(shown.text(), commandsIn(shown.text()));
            Post post =
                    new Post(world.nextMessageId(room), person, world.now(), thread, described, Keyboard.NONE, content);
            room.put(post);
            return tell("message", post);
        });
    }

    private long tell(String kind, Post post) {
        return Privacy.shows(world, room, post)
                ? world.updates.add(kind, world.message(room, post), "chat " + room.id)
                : 0;
    }

    /** The commands in a text, which the server marks. */
    private static List<Entity> commandsIn(String text) {
        if (text.indexOf('/') < 0) {
            return List.of();
        }
        Matcher found = COMMAND.matcher(text);
        return found.results()
                .map(each -> new Entity("bot_command", each.start(), each.end() - each.start(), null))
                .toList();
    }

    private Post own(long messageId) {
        Post post = room.posts.get(messageId);
        if (post == null || post.author == null || post.author.id() != person.id()) {
            throw new IllegalArgumentException("message " + messageId + " is not theirs");
        }
        return post;
    }

    private static @Nullable Button button(Post post, String label) {
        return post.isDeleted() || post.author != null ? null : buttonOf(post, label);
    }

    private static @Nullable Button buttonOf(Post post, String label) {
        if (post.keyboard().kind() != Markup.INLINE) {
            return null;
        }
        return post.keyboard().rows().stream()
                .flatMap(List::stream)
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElse(null);
    }

    private List<String> shownLabels() {
        return room.posts.values().stream()
                .filter(post -> !post.isDeleted() && post.keyboard().kind() == Markup.INLINE)
                .flatMap(post -> post.keyboard().rows().stream())
                .flatMap(List::stream)
                .map(Button::label)
                .toList();
    }

    private <T> T locked(Supplier<T> work) {
        world.lock.lock();
        try {
            return work.get();
        } finally {
            world.lock.unlock();
        }
    }
}

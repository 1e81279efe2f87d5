package org.campaignbot.testkit.telegram;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A strict fake of Telegram's Bot API server on 127.0.0.1.
 *
 * <p>It refuses what Telegram refuses, in Telegram's words, and records as {@link #violations} what Telegram tolerates but a good
 * bot doesn't do. People talk to the bot through {@link #talk}; what they would see is in {@link #log} and {@link #shown}. It
 * uses the clock in the settings: if the bot's clock can be set, give both the same. Thread-safe.
 *
 * <pre>{@code
 * FakeBotApi api = FakeBotApi.start();
 * ... a bot is started that calls api.url() with api.token() ...
 * Talk ana = api.talk(Person.of(101));
 * ana.command("start");
 * api.log().awaitMessages(101, 1, Duration.ofSeconds(20));
 * ana.presses("Call");
 * }</pre>
 */
public final class FakeBotApi implements AutoCloseable {

    private final World world;
    private final Faults faults = new Faults();
    private final UpdateMethods updateMethods;
    private final ProfileMethods profile;
    private final BotApiServer server;

    private FakeBotApi(FakeBotSettings settings) {
        world = new World(settings);
        updateMethods = new UpdateMethods(world);
        profile = new ProfileMethods(world);
        server = new BotApiServer(
                world,
                faults,
                Stream.of(
                                new MessageMethods(world).methods(),
                                new ChatMethods(world).methods(),
                                profile.methods(),
                                updateMethods.methods())
                        .flatMap(Collection::stream));
    }

    /** Starts a fake with the default settings. */
    public static FakeBotApi start() {
        return start(FakeBotSettings.DEFAULTS);
    }

    /**
     * Starts a fake.
     *
     * @throws java.io.UncheckedIOException if the port is taken or the log file can't be written
     */
    public static FakeBotApi start(FakeBotSettings settings) {
        FakeBotApi api = new FakeBotApi(settings);
        api.server.server().start();
        return api;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** The address before {@code /bot<token>/}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** The token that it accepts. */
    public String token() {
        return world.settings.token();
    }

    /** The bot's calls. */
    public CallLog log() {
        return world.log;
    }

    /** Faults to inject. */
    public Faults faults() {
        return faults;
    }

    /** A person in their private chat with the bot; the bot can't write there until they do. */
    public Talk talk(Person person) {
        return locked(() -> new Talk(world, person, world.roomOf(person), 0));
    }

    /** A person in a group. */
    public Talk talk(Person person, Group group) {
        return locked(() -> {
            world.roomOf(person);
            return new Talk(world, person, world.roomOf(group), 0);
        });
    }

    /** A member's actions on a whole group. */
    public GroupLife group(Group group, Person by) {
        return locked(() -> {
            world.roomOf(group);
            return new GroupLife(world, group, by);
        });
    }

    /** A message of the bot in its current form, or null if there never was one. */
    public @Nullable SentMessage message(long chat, long messageId) {
        return locked(() -> {
            Room room = world.room(chat);
            Post post = room == null ? null : room.posts.get(messageId);
            return post == null || post.author != null ? null : post.in(chat);
        });
    }

    /** Whether anyone's message still exists. */
    public boolean isPresent(long chat, long messageId) {
        return locked(() -> {
            Room room = world.room(chat);
            return room != null && room.present(messageId) != null;
        });
    }

    /** The bot's messages that a chat shows now, oldest first, as edited. */
    public List<SentMessage> shown(long chat) {
        return locked(() -> {
            Room room = world.room(chat);
            return room == null
                    ? List.of()
                    : room.posts.values().stream()
                            .filter(post -> post.author == null && !post.isDeleted())
                            .map(post -> post.in(chat))
                            .toList();
        });
    }

    /**
     * The bot's newest message that a chat shows.
     *
     * @throws AssertionError if it shows none
     */
    public SentMessage lastShown(long chat) {
        List<SentMessage> shown = shown(chat);
        if (shown.isEmpty()) {
            throw new AssertionError("chat " + chat + " shows no message of the bot");
        }
        return shown.get(shown.size() - 1);
    }

    /** The bot's profile text: a {@code name}, {@code description} or {@code short_description} in a language, or without one. */
    public String said(String field, String language) {
        return locked(() -> profile.said(field, language));
    }

    /** What the bot did that Telegram tolerates or the documentation forbids; empty for a good bot. */
    public List<String> violations() {
        return locked(world::violations);
    }

    /** How often the bot was rate limited by its own doing, not by a test's order. */
    public int limitsReached() {
        return locked(world.rates::reached);
    }

    /**
     * The sends that came before a wait had ended, whoever ordered the wait, with a quarter of a second of tolerance for calls on
     * their way.
     */
    public List<String> earlySends() {
        return locked(world.rates::early);
    }

    /** The presses that the bot hasn't answered, by the id of their query. */
    public List<String> unansweredPresses() {
        return locked(world::unansweredPresses);
    }

    /** Delivers an update of any kind, even an unknown one: a JSON object without its number. */
    public long deliver(String kind, String content) {
        JsonNode read = Json.read(content);
        return locked(() -> world.updates.add(kind, read, lane(read)));
    }

    /** Delivers a whole update as is, except for its number. */
    public long deliver(ObjectNode update) {
        String kind = update.propertyNames().stream()
                .filter(name -> !name.equals("update_id"))
                .findFirst()
                .orElse("");
        return locked(() -> world.updates.addWhole(kind, update, lane(update.path(kind))));
    }

    /** Presses, which alone have data, queue by sender; everything else queues by chat. */
    private static String lane(JsonNode content) {
        return content.has("data")
                ? "user " + content.path("from").path("id").asLong(0)
                : "chat " + content.path("chat").path("id").asLong(0);
    }

    /** Pushes a body to the webhook as is, JSON or not. */
    public long deliverBody(String body) {
        return locked(() -> world.updates.addRaw(body));
    }

    /** Delivers an old update again, even though the bot has confirmed it. */
    public void redeliver(long updateId) {
        locked(() -> {
            world.updates.redeliver(updateId);
            return true;
        });
    }

    /** The number of updates that the bot hasn't confirmed. */
    public int pendingUpdates() {
        return locked(world.updates::pendingCount);
    }

    /** The number of updates that the bot has confirmed, by a 2xx or by its next offset. */
    public long confirmedUpdates() {
        return locked(world.updates::confirmedCount);
    }

    /** The updates that the webhook refused too often. */
    public Set<Long> givenUpUpdates() {
        return locked(world.updates::givenUp);
    }

    /** The webhook's address, or empty. */
    public String webhookUrl() {
        return locked(() -> {
            Webhook webhook = world.updates.webhook();
            return webhook == null ? "" : webhook.address();
        });
    }

    /** Answers polls that get no updates after this many seconds, even if they ask for more. */
    public void limitsPolls(int seconds) {
        boolean unused = locked(() -> {
            updateMethods.limitPolls(seconds);
            return true;
        });
    }

    /** Waits until the bot can be reached: it has set a webhook, or polls for updates. */
    public void awaitListening(Duration deadline) {
        await(updateMethods::isListening, deadline, "the bot neither set a webhook nor asked for updates");
    }

    /** Waits until the bot has confirmed an update. */
    public void awaitConfirmed(long updateId, Duration deadline) {
        await(() -> !world.updates.isPending(updateId), deadline, "update " + updateId + " was not confirmed");
    }

    /** Waits until the bot has confirmed all updates. */
    public void awaitAllConfirmed(Duration deadline) {
        await(() -> world.updates.pendingCount() == 0, deadline, "updates are still waiting");
    }

    /** Waits for a condition; it's checked after each recorded call or confirmed update. */
    public void await(BooleanSupplier condition, Duration deadline, String otherwise) {
        world.log.await(log -> condition.getAsBoolean(), deadline, () -> otherwise);
    }

    /** Handles the control calls of another process; see {@link FakeBotApiMain}. */
    void control(Control control) {
        server.server().createContext("/control/", control);
    }

    JsonNode status() {
        ObjectNode json = Json.object();
        json.put("pending", pendingUpdates());
        json.put("confirmed", confirmedUpdates());
        json.put("webhook", webhookUrl());
        json.put("limits_reached", limitsReached());
        violations().forEach(json.putArray("violations")::add);
        earlySends().forEach(json.putArray("early_sends")::add);
        givenUpUpdates().forEach(json.putArray("given_up")::add);
        unansweredPresses().forEach(json.putArray("unanswered_presses")::add);
        return json;
    }

    private <T> T locked(Supplier<T> work) {
        world.lock.lock();
        try {
            return work.get();
        } finally {
            world.lock.unlock();
        }
    }

    /** Releases what waits and stops listening. */
    @Override
    public void close() {
        faults.clear();
        locked(() -> {
            updateMethods.endPoll("the server stops");
            world.updates.deliverTo(null);
            return true;
        });
        server.close();
        world.log.close();
    }
}

package org.campaignbot.testkit.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server's whole state, behind one lock: chats, the log, rate limits, and button presses that await an answer. */
final class World {

    /** How long Telegram keeps an unanswered press. */
    static final long PRESS_SECONDS = 150;

    private static final int MOST_VIOLATIONS = 10_000;
    private static final int POSTS_WHERE_COUNTED = 16;
    private static final int MOST_PRESSES = 100_000;

    final FakeBotSettings settings;
    final ReentrantLock lock = new ReentrantLock();
    final CallLog log;
    final RateRules rates;
    final Updates updates;
    private final Map<Long, Room> rooms = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Press> presses = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Press> eldest) {
            return size() > MOST_PRESSES;
        }
    };
    private long lastMessageId;
    private long lastPressId = 4_000_000_000_000L;
    private long lastQuery;

    /** A press and its time. */
    static final class Press {
        final Instant at;
        boolean answered;

        Press(Instant at) {
            this.at = at;
        }
    }

    World(FakeBotSettings settings) {
        this.settings = settings;
        boolean everything = settings.memory() == FakeBotSettings.Memory.EVERYTHING;
        log = new CallLog(lock, everything, settings.logFile());
        rates = new RateRules(settings.limits());
        updates = new Updates(this, everything);
    }

    Instant now() {
        return settings.clock().instant();
    }

    long botId() {
        return Long.parseLong(settings.token().substring(0, settings.token().indexOf(':')));
    }

    @Nullable
    Room room(long id) {
        return rooms.get(id);
    }

    Iterable<Room> rooms() {
        return rooms.values();
    }

    /** A person's private chat, created if missing. */
    Room roomOf(Person person) {
        return rooms.computeIfAbsent(person.id(), id -> new Room(id, person, null, mostPosts()));
    }

    /** A group's chat, created if missing. */
    Room roomOf(Group group) {
        return rooms.computeIfAbsent(group.id(), id -> new Room(id, null, group, mostPosts()));
    }

    private int mostPosts() {
        return settings.memory() == FakeBotSettings.Memory.EVERYTHING ? Integer.MAX_VALUE : POSTS_WHERE_COUNTED;
    }

    /** Each supergroup has its own message numbers; all other chats of the bot share one sequence. */
    long nextMessageId(Room room) {
        return room.isSupergroup() ? room.nextOwnId() : ++lastMessageId;
    }

    /** The id of another time that somebody opens a Mini App. */
    String newQuery() {
        return "AAHdF6IQ" + ++lastQuery;
    }

    String newPress() {
        String id = Long.toString(++lastPressId);
        presses.put(id, new Press(now()));
        return id;
    }

    @Nullable
    Press press(String id) {
        return presses.get(id);
    }

    /** Records that the webhook accepted an update; called without the lock. */
    void pushTaken(long updateId, String answer) {
        lock.lock();
        try {
            updates.confirm(updateId);
            if (answer.contains("\"method\"") && !answersPress(Json.read(answer))) {
                violation("webhook: a method call in the answer, whose outcome the bot never learns");
            }
        } finally {
            lock.unlock();
        }
    }

    /** Carries out the answer to a press, the only call whose outcome a bot doesn't need; returns whether it was one. */
    private boolean answersPress(JsonNode call) {
        Press press = presses.get(call.path("callback_query_id").asString(""));
        if (press == null || !call.path("method").asString("").equals("answerCallbackQuery")) {
            return false;
        }
        press.answered = true;
        log.signal();
        return true;
    }

    /** Records that the webhook refused an update too often; called without the lock. */
    void pushGivenUp(long updateId) {
        lock.lock();
        try {
            updates.giveUp(updateId);
        } finally {
            lock.unlock();
        }
    }

    List<String> unansweredPresses() {
        return presses.entrySet().stream()
                .filter(each -> !each.getValue().answered)
                .map(Map.Entry::getKey)
                .toList();
    }

    void violation(String words) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(words);
        }
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    ObjectNode bot() {
        ObjectNode json = Json.object();
        json.put("id", botId());
        json.put("is_bot", true);
        json.put("first_name", "Campaign test bot");
        json.put("username", settings.username());
        return json;
    }

    /** A message in the API's form. */
    ObjectNode message(Room room, Post post) {
        ObjectNode json = Json.object();
        json.put("message_id", post.id);
        json.set("from", post.author == null ? bot() : post.author.json());
        json.set("chat", room.json());
        post.describe(json);
        return json;
    }
}

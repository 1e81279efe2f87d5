package org.campaignbot.testkit.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The updates waiting for the bot, and which kinds it asked for; guarded by the world's lock. */
final class Updates {

    /** The kinds sent only to a bot that asks for them by name. */
    private static final Set<String> ONLY_BY_NAME = Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final World world;
    private final Condition arrived;
    private final boolean keeps;
    private final TreeMap<Long, Update> pending = new TreeMap<>();
    private final Deque<Update> again = new ArrayDeque<>();
    private final Map<Long, Update> all = new HashMap<>();
    private final Set<Long> givenUp = new TreeSet<>();
    private Set<String> allowed = Set.of();
    private @Nullable Webhook webhook;
    private long lastId = 500_000_000;
    private long confirmed;

    /**
     * An update.
     *
     * @param lane the queue it's in: a chat's for messages, a person's for presses
     */
    record Update(long id, String lane, String json) {}

    Updates(World world, boolean keeps) {
        this.world = world;
        this.keeps = keeps;
        this.arrived = world.lock.newCondition();
    }

    /** Queues an update of a kind and returns its number, even if the bot didn't ask for that kind. */
    long add(String kind, JsonNode content, String lane) {
        ObjectNode update = Json.object();
        update.put("update_id", lastId + 1);
        update.set(kind, content);
        return addWhole(kind, update, lane);
    }

    /** Queues an update as is, except for its number. */
    long addWhole(String kind, ObjectNode whole, String lane) {
        long id = ++lastId;
        whole.put("update_id", id);
        boolean wanted = allowed.isEmpty() ? !ONLY_BY_NAME.contains(kind) : allowed.contains(kind);
        if (wanted) {
            queue(new Update(id, lane, whole.toString()));
        }
        return id;
    }

    /** Queues a body as is, an update or not; it's confirmed under the returned number. */
    long addRaw(String body) {
        long id = ++lastId;
        queue(new Update(id, "raw", body));
        return id;
    }

    private void queue(Update update) {
        pending.put(update.id(), update);
        if (keeps) {
            all.put(update.id(), update);
        }
        if (webhook != null) {
            webhook.push(update);
        }
        arrived.signalAll();
    }

    /** Delivers an update again that the bot may have confirmed long ago. */
    void redeliver(long id) {
        Update update = all.get(id);
        if (update == null) {
            throw new IllegalArgumentException("no update " + id + " is remembered");
        }
        if (webhook != null) {
            webhook.push(update);
        } else {
            again.add(update);
            arrived.signalAll();
        }
    }

    /** Remembers which kinds are asked for; a missing list changes nothing. */
    void allow(JsonNode kinds) {
        if (kinds.isArray()) {
            Set<String> names = new TreeSet<>();
            kinds.forEach(each -> names.add(each.asString("")));
            allowed = names;
        }
    }

    Set<String> allowed() {
        return allowed;
    }

    /** Forgets everything below an update number; below zero it counts from the end. */
    void confirmBelow(long offset) {
        long from = offset;
        if (offset < 0) {
            List<Long> ids = new ArrayList<>(pending.keySet());
            from = ids.isEmpty() ? 0 : ids.get((int) Math.max(0, ids.size() + offset));
        }
        Map<Long, Update> done = pending.headMap(from);
        confirmed += done.size();
        done.clear();
        world.log.signal();
    }

    void confirm(long id) {
        if (pending.remove(id) != null) {
            confirmed++;
        }
        world.log.signal();
    }

    void giveUp(long id) {
        pending.remove(id);
        givenUp.add(id);
        world.log.signal();
    }

    boolean isPending(long id) {
        return pending.containsKey(id);
    }

    List<Update> next(int most) {
        List<Update> batch = new ArrayList<>();
        while (!again.isEmpty() && batch.size() < most) {
            batch.add(again.remove());
        }
        for (Update update : pending.values()) {
            if (batch.size() == most) {
                break;
            }
            batch.add(update);
        }
        return batch;
    }

    void drop() {
        pending.clear();
        again.clear();
    }

    int pendingCount() {
        return pending.size();
    }

    long confirmedCount() {
        return confirmed;
    }

    Set<Long> givenUp() {
        return Set.copyOf(givenUp);
    }

    Condition arrived() {
        return arrived;
    }

    @Nullable
    Webhook webhook() {
        return webhook;
    }

    /** Sends waiting and new updates to a webhook; null switches back to getUpdates. */
    void deliverTo(@Nullable Webhook next) {
        if (webhook != null) {
            webhook.close();
        }
        webhook = next;
        if (next != null) {
            pending.values().forEach(next::push);
        }
        arrived.signalAll();
    }
}

package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outbox.ChatUse;
import org.campaignbot.sending.Outbox.Claimed;
import org.jspecify.annotations.Nullable;

/** A memory queue of alerts that counts what a database would have to do, and fails or denies on demand. */
final class CountingAlertQueue implements AlertQueue {

    /** The ids of all alerts that were claimed, in order. */
    final List<String> claimed = new ArrayList<>();

    /** The most that were ever claimed and not ended. */
    int mostInFlight;

    int transactions;

    /** How often somebody asked for alerts or settled some. */
    int looks;

    Runnable beforeEach = () -> {};

    /** What becomes of alerts whose ids begin with {@code held}; null if they may be sent. */
    @Nullable
    DeliveryStatus denial;

    /** The lease of claims that aren't renewed in time; null if they don't expire. */
    @Nullable
    Duration lease;

    private final Map<String, Outgoing> waiting = new LinkedHashMap<>();
    private final Map<String, Outgoing> inFlight = new LinkedHashMap<>();

    synchronized void add(List<Outgoing> alerts) {
        alerts.forEach(each -> waiting.put(each.id(), each));
    }

    /** The ids of all alerts that haven't ended. */
    synchronized List<String> ids() {
        List<String> ids = new ArrayList<>(inFlight.keySet());
        ids.addAll(waiting.keySet());
        return ids;
    }

    private static boolean isHeld(String id) {
        return id.startsWith("held");
    }

    @Override
    public synchronized List<Claimed> advance(List<Ended> ended, List<ChatUse> uses, Room room, Instant now) {
        looks++;
        boolean isOpen = !room.equals(Room.NONE) && !waiting.isEmpty();
        if (ended.isEmpty() && !isOpen) {
            return List.of();
        }
        beforeEach.run();
        for (Ended each : ended) {
            Outgoing known = inFlight.remove(each.message().id());
            if (known != null && each.status() == DeliveryStatus.WITHDRAWN) {
                waiting.put(known.id(), known);
            }
        }
        List<Claimed> taken = new ArrayList<>();
        Map<Account, Integer> left = new HashMap<>(room.accounts());
        for (Outgoing each : List.copyOf(waiting.values())) {
            Account account = Account.of(each.to());
            int free = left.getOrDefault(account, room.others());
            if (denial != null && isHeld(each.id())) {
                continue;
            }
            if (free > 0) {
                left.put(account, free - 1);
                waiting.remove(each.id());
                inFlight.put(each.id(), each);
                claimed.add(each.id());
                taken.add(new Claimed(each, now, lease == null ? Instant.MAX : now.plus(lease), false, List.of()));
            }
        }
        transactions += ended.isEmpty() && taken.isEmpty() ? 0 : 1;
        mostInFlight = Math.max(mostInFlight, inFlight.size());
        return taken;
    }

    @Override
    public @Nullable DeliveryStatus denied(Outgoing message, Instant now) {
        return isHeld(message.id()) ? denial : null;
    }

    @Override
    public Instant renew(List<String> ids) {
        return lease == null ? Instant.MAX : Instant.MIN;
    }
}

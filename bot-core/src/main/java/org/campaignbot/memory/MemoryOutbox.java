package org.campaignbot.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outbox.Wanted;
import org.campaignbot.sending.Outgoing;

/** The messages of a {@link MemoryStore}, which guards it; unclaimed ones are kept apart so that claiming is cheap. */
final class MemoryOutbox {

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<Outgoing.Lane, NavigableMap<Long, Row>> waiting = new EnumMap<>(Outgoing.Lane.class);
    private final Map<Line, Integer> waitingIn = new HashMap<>();
    private final Set<String> handed = new HashSet<>();
    private long seq;
    private int urgent;
    private int room;

    private record Row(long seq, Outgoing message, Instant since) {
        Claimed claimed() {
            return new Claimed(message, since, Instant.MAX, false, List.of());
        }
    }

    /** A lane of a chat. */
    private record Line(Address chat, Outgoing.Lane lane) {
        static Line of(Outgoing message) {
            return new Line(message.to().wholeChat(), message.lane());
        }
    }

    void add(Outgoing message, Instant since, boolean byCommit) {
        Row row = new Row(seq++, message, since);
        if (rows.putIfAbsent(message.id(), row) != null) {
            return;
        }
        urgent += message.lane() == Outgoing.Lane.URGENT ? 1 : 0;
        if (byCommit && inHand(message.lane()) <= room && !waitingIn.containsKey(Line.of(message))) {
            handed.add(message.id());
        } else {
            offer(row);
        }
    }

    /** How many messages are claimed in a lane's room; urgent ones have their own room. */
    private int inHand(Outgoing.Lane lane) {
        boolean isUrgent = lane == Outgoing.Lane.URGENT;
        int urgentInHand = urgent - lane(Outgoing.Lane.URGENT).size();
        int waitingInAll = waiting.values().stream().mapToInt(Map::size).sum();
        return isUrgent ? urgentInHand : rows.size() - waitingInAll - urgentInHand;
    }

    private void offer(Row row) {
        if (lane(row.message.lane()).put(row.seq, row) == null) {
            waitingIn.merge(Line.of(row.message), 1, Integer::sum);
        }
    }

    private NavigableMap<Long, Row> lane(Outgoing.Lane lane) {
        return waiting.computeIfAbsent(lane, each -> new TreeMap<>());
    }

    private void waitsNoMore(Outgoing message) {
        waitingIn.computeIfPresent(Line.of(message), (line, count) -> count == 1 ? null : count - 1);
    }

    void accept(int newRoom) {
        room = newRoom;
    }

    List<Claimed> handOver(List<Outgoing> committed) {
        return committed.stream()
                .filter(each -> handed.remove(each.id()))
                .map(each -> rows.get(each.id()))
                .map(Row::claimed)
                .toList();
    }

    /** Claims messages; until {@link #arrived}, no commit claims what comes after them. */
    List<Claimed> take(Wanted wanted) {
        List<Claimed> taken = new ArrayList<>();
        for (Outgoing.Lane lane : Outgoing.Lane.values()) {
            if (lane.compareTo(wanted.first()) >= 0 && lane.compareTo(wanted.last()) <= 0) {
                Iterator<Row> next = lane(lane).values().iterator();
                while (taken.size() < wanted.most() && next.hasNext()) {
                    Row row = next.next();
                    if (!wanted.except().contains(Account.of(row.message.to()))) {
                        next.remove();
                        taken.add(row.claimed());
                    }
                }
            }
        }
        return taken;
    }

    void arrived(List<Claimed> taken) {
        taken.forEach(each -> waitsNoMore(each.message()));
    }

    List<Claimed> takeAllOf(Address chat) {
        List<Claimed> taken = new ArrayList<>();
        for (Outgoing.Lane lane : Outgoing.Lane.values()) {
            if (waitingIn.containsKey(new Line(chat, lane))) {
                List<Row> found = lane(lane).values().stream()
                        .filter(row -> row.message.to().wholeChat().equals(chat))
                        .toList();
                found.forEach(row -> {
                    lane(lane).remove(row.seq);
                    waitsNoMore(row.message);
                    taken.add(row.claimed());
                });
            }
        }
        return taken;
    }

    void remove(Collection<String> ids) {
        for (String id : ids) {
            Row row = rows.remove(id);
            handed.remove(id);
            urgent -= row != null && row.message.lane() == Outgoing.Lane.URGENT ? 1 : 0;
            if (row != null && lane(row.message.lane()).remove(row.seq) != null) {
                waitsNoMore(row.message);
            }
        }
    }

    void release(Collection<String> ids) {
        for (String id : ids) {
            Row row = rows.get(id);
            if (row != null) {
                handed.remove(id);
                offer(row);
            }
        }
    }

    void move(Address from, Address to) {
        List<Row> moving = rows.values().stream()
                .filter(row -> row.message.to().wholeChat().equals(from))
                .toList();
        for (Row row : moving) {
            Outgoing old = row.message;
            Row moved = new Row(row.seq, old.to(old.to().in(to.chat())), row.since);
            rows.put(old.id(), moved);
            if (lane(old.lane()).remove(row.seq) != null) {
                waitsNoMore(row.message);
                offer(moved);
            }
        }
    }
}

package org.campaignbot.testkit.slack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Slack's whole state, behind one lock: workspaces, conversations, tokens, the log and rate limits. */
final class World {

    private static final int MOST_VIOLATIONS = 10_000;
    private static final int POSTS_WHERE_COUNTED = 16;

    final SlackSettings settings;
    final ReentrantLock lock = new ReentrantLock();
    final CallLog log;
    final RateRules rates;
    final Triggers triggers = new Triggers(this);
    final ResponseUrls responseUrls = new ResponseUrls(this);
    final Views views = new Views(this);
    final Deliveries deliveries;
    final Events events;
    final Map<String, Team> teams = new LinkedHashMap<>();
    final Map<String, Installation> tokens = new HashMap<>();
    final Map<String, Room> rooms = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private String url = "";
    private long lastSecond;
    private int inSecond;
    private long lastId = 1000;

    World(SlackSettings settings) {
        this.settings = settings;
        log = new CallLog(lock, settings.memory() == SlackSettings.Memory.EVERYTHING, settings.logFile());
        rates = new RateRules(settings.limits());
        deliveries = new Deliveries(this);
        events = new Events(this);
    }

    Instant now() {
        return settings.clock().instant();
    }

    void listensAt(String newUrl) {
        url = newUrl;
    }

    String url() {
        return url;
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** A workspace, created if missing; initially without the app. */
    Team team(String id) {
        return teams.computeIfAbsent(id, Team::new);
    }

    /** Gives the app a new token for a workspace. */
    Installation install(Team team, Iterable<String> scopes) {
        List<String> granted = new ArrayList<>();
        scopes.forEach(granted::add);
        Installation installation = new Installation(team, "xoxb-" + team.id + "-" + nextId(), granted);
        tokens.put(installation.token, installation);
        team.install(installation);
        return installation;
    }

    /** A person joins a workspace, or changes their language there. */
    void knows(Team team, Person person) {
        Team home = homeOf(person.id());
        if (home != null && home != team) {
            throw new IllegalArgumentException(person.id() + " belongs to workspace " + home.id);
        }
        team.people.put(person.id(), person);
    }

    @Nullable
    Team homeOf(String person) {
        return teams.values().stream()
                .filter(each -> each.people.containsKey(person))
                .findFirst()
                .orElse(null);
    }

    /** A person of any workspace, or null. */
    @Nullable
    Person person(String id) {
        Team home = homeOf(id);
        return home == null ? null : home.people.get(id);
    }

    Room roomOf(Team team, Channel channel) {
        Room room = rooms.computeIfAbsent(channel.id(), id -> new Room(id, channel, null, mostPosts()));
        if (!room.isShared() && !room.teams.isEmpty() && !room.teams.contains(team.id)) {
            throw new IllegalArgumentException(channel.id() + " is a channel of another workspace");
        }
        room.teams.add(team.id);
        return room;
    }

    /** A person's direct messages with a workspace's bot. */
    Room directOf(Team team, Person person) {
        return team.directs.computeIfAbsent(person.id(), id -> {
            Room room = new Room("D" + nextId() + team.id, null, person, mostPosts());
            room.teams.add(team.id);
            room.members.add(id);
            room.bots.add(team.id);
            rooms.put(room.id, room);
            return room;
        });
    }

    private int mostPosts() {
        return settings.memory() == SlackSettings.Memory.EVERYTHING ? Integer.MAX_VALUE : POSTS_WHERE_COUNTED;
    }

    long nextId() {
        return ++lastId;
    }

    /** A timestamp that is unique to one message. */
    String nextTs() {
        long second = Math.max(now().getEpochSecond(), lastSecond);
        inSecond = second == lastSecond ? inSecond + 1 : 1;
        lastSecond = second;
        return second + String.format(Locale.ROOT, ".%06d", inSecond);
    }

    void violation(String what) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(what);
        }
        log.signal();
    }

    List<String> violations() {
        return List.copyOf(violations);
    }
}

package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trigger ids: each lets the app open one view for the person who caused it, within 3 seconds (docs.slack.dev, "Modals"). */
final class Triggers {

    private static final Duration LIFE = Duration.ofSeconds(3);

    private static final int MOST_REMEMBERED = 10_000;

    private final World world;
    private final Map<String, Trigger> triggers = new Newest<>(MOST_REMEMBERED);

    static final class Trigger {
        final Team team;
        final Person person;
        private final Instant at;
        private boolean exchanged;

        Trigger(Team team, Person person, Instant at) {
            this.team = team;
            this.person = person;
            this.at = at;
        }
    }

    Triggers(World world) {
        this.world = world;
    }

    String issue(Team team, Person person) {
        String id = world.nextId() + "." + world.nextId() + "."
                + UUID.randomUUID().toString().replace("-", "");
        triggers.put(id, new Trigger(team, person, world.now()));
        return id;
    }

    /** Why a trigger can't be used, or empty. */
    String refusal(String id, Team team) {
        Trigger trigger = triggers.get(id);
        if (trigger == null || trigger.team != team) {
            return "invalid_trigger_id";
        }
        return trigger.exchanged ? "exchanged_trigger_id" : isExpired(trigger) ? "expired_trigger_id" : "";
    }

    @Nullable
    Trigger exchange(String id) {
        Trigger trigger = triggers.get(id);
        if (trigger != null) {
            trigger.exchanged = true;
        }
        return trigger;
    }

    private boolean isExpired(Trigger trigger) {
        return Duration.between(trigger.at, world.now()).compareTo(LIFE) > 0;
    }
}

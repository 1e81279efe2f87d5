package org.campaignbot.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/** The vocabulary of the alert tests: organizers and drafts that are obviously invented. */
public final class Alerting {

    public static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    public static final Instant EXPIRES = NOON.plus(Duration.ofDays(3));

    public static final Organizer SUNFLOWER = organizer("sunflower", Role.ADMIN);
    public static final Organizer TULIP = organizer("tulip", Role.ORGANIZER);
    public static final Organizer VIOLET = organizer("violet", Role.VIEWER);

    private Alerting() {}

    public static Organizer organizer(String name, Role role) {
        return new Organizer(
                "id-of-" + name, name, role, List.of(new Organizer.SignIn("paper", "mark of " + name)), NOON);
    }

    public static Draft draft(String words, @Nullable Instant at) {
        return new Draft(
                "action-call",
                Subscription.ALL,
                Map.of(Language.ENGLISH, words, Language.SPANISH, words + " (es)"),
                Audience.EVERYBODY,
                at,
                EXPIRES);
    }

    public static Alert drafted(@Nullable Instant at) {
        return taken(AlertStateMachine.draft(
                "k3x9", Alert.Kind.NEW, null, draft("The vote is near.", at), Actor.of(SUNFLOWER), NOON));
    }

    public static Alert checked(@Nullable Instant at) {
        return taken(AlertStateMachine.check(drafted(at), true, "", Actor.of(SUNFLOWER), NOON));
    }

    public static Alert approved(@Nullable Instant at) {
        return taken(AlertStateMachine.approve(checked(at), Actor.of(TULIP), NOON));
    }

    public static Alert sending() {
        return taken(AlertStateMachine.begin(approved(null), false, Actor.of(SUNFLOWER), NOON));
    }

    public static Alert taken(AlertTransition step) {
        if (step instanceof AlertTransition.Taken taken) {
            return taken.alert();
        }
        throw new AssertionError("refused: " + step);
    }

    public static @Nullable AlertRefusal refusal(AlertTransition step) {
        return step instanceof AlertTransition.Refused refused ? refused.why() : null;
    }
}

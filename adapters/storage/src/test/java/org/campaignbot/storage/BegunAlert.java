package org.campaignbot.storage;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.sending.AlertHours;
import org.campaignbot.alert.sending.RecipientQueue;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.Fixtures;

/** An alert that has begun, to many people. */
final class BegunAlert {

    static final String ID = "k3x9";

    private static final Actor AUTHOR = new Actor("id-of-sunflower", "sunflower", Role.ORGANIZER);
    private static final Actor OTHER = new Actor("id-of-tulip", "tulip", Role.ORGANIZER);

    private BegunAlert() {}

    /** Subscribes {@code person0} and so on, and begins an alert to all. */
    static void to(int people, Database database) {
        database.inOneCommit(() -> IntStream.range(0, people)
                .mapToObj(i -> Fixtures.conversationOf("person" + i))
                .forEach(key -> database.subscriptions()
                        .subscribe(new Subscription(
                                key, "3", Fixtures.NOON, Language.ENGLISH, ZoneId.of("America/New_York"), "NY"))));
        Draft draft = new Draft(
                "action-call",
                Subscription.ALL,
                Map.of(Language.ENGLISH, "There is a vote."),
                Audience.EVERYBODY,
                null,
                Fixtures.NOON.plus(Duration.ofDays(1)));
        keep(database, AlertStateMachine.draft(ID, Alert.Kind.NEW, null, draft, AUTHOR, Fixtures.NOON));
        keep(database, AlertStateMachine.check(of(database), true, "", AUTHOR, Fixtures.NOON));
        keep(database, AlertStateMachine.approve(of(database), OTHER, Fixtures.NOON));
        keep(database, AlertStateMachine.begin(of(database), false, AUTHOR, Fixtures.NOON));
    }

    /** The queue of a process. */
    static RecipientQueue queue(Database database, InstantSource clock) {
        return new RecipientQueue(
                database.alerts(),
                database.recipients(),
                (alert, subscription) -> Message.of(RichText.of("There is a vote.")),
                BegunAlert::hours,
                clock);
    }

    static AlertHours hours() {
        return AlertHours.outside("20:00-09:00", state -> List.of());
    }

    static Alert of(Database database) {
        return database.alerts().find(ID).orElseThrow();
    }

    private static void keep(Database database, AlertTransition step) {
        AlertTransition.Taken taken = (AlertTransition.Taken) step;
        if (!database.alerts().save(taken.alert(), taken.entry())) {
            throw new IllegalStateException("there is an alert in this database");
        }
    }

    /** How many recipients are in each state. */
    static Map<String, Long> figures(Database database) {
        Map<String, Long> sums = new TreeMap<>();
        database.recipients().figures(ID).forEach(each -> sums.merge(each.what(), each.number(), Long::sum));
        return sums;
    }
}

package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import org.campaignbot.storage.Database;
import org.campaignbot.subscriptions.Subscription;

/** An approved alert in a server's database, written and read from outside the server. */
final class SentAlert {

    static final String ID = "k3x9";

    /** Words that no other message contains. */
    static final String WORDS = "Please call your senators today.";

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Database database;

    /** The alert in a database, which must stay open meanwhile. */
    SentAlert(Database database) {
        this.database = database;
    }

    /** Subscribes people, and starts an alert to all of them. */
    void begin(Collection<ConversationKey> people, boolean canary, Instant now, Instant expires) {
        database.inOneCommit(() -> people.forEach(each -> database.subscriptions()
                .subscribe(new Subscription(each, "3", now, Language.ENGLISH, NEW_YORK, "NY"))));
        Actor author = Actor.of(organizer("sunflower", now));
        Draft draft = new Draft(
                "action-call", Subscription.ALL, Map.of(Language.ENGLISH, WORDS), Audience.EVERYBODY, null, expires);
        keep(AlertStateMachine.draft(ID, Alert.Kind.NEW, null, draft, author, now));
        keep(AlertStateMachine.check(alert(), true, "", author, now));
        keep(AlertStateMachine.approve(alert(), Actor.of(organizer("tulip", now)), now));
        keep(AlertStateMachine.begin(alert(), canary, author, now));
    }

    private static Organizer organizer(String name, Instant now) {
        return new Organizer("id-of-" + name, name, Role.ORGANIZER, List.of(), now);
    }

    private void keep(AlertTransition step) {
        assertThat(step).isInstanceOf(AlertTransition.Taken.class);
        AlertTransition.Taken taken = (AlertTransition.Taken) step;
        assertThat(database.alerts().save(taken.alert(), taken.entry())).isTrue();
    }

    /** Ends it, as the server does once every recipient is in a final state. */
    void end(Instant now) {
        keep(AlertStateMachine.finish(alert(), now));
    }

    Alert alert() {
        return database.alerts().find(ID).orElseThrow();
    }

    /** Whether it is over and every recipient is in a final state. */
    boolean isSettled() {
        return alert().stage().isFinal() && database.recipients().unsettled().isEmpty();
    }

    /** How many recipients are in each state, by state and reason. */
    Map<String, Long> figures() {
        Map<String, Long> sums = new TreeMap<>();
        for (Recipients.Figure each : database.recipients().figures(ID)) {
            sums.merge(each.what(), each.number(), Long::sum);
        }
        return sums;
    }

    /** Which of these people are recorded as sent. */
    List<ConversationKey> saidToBeSent(Collection<ConversationKey> people) {
        Map<String, ConversationKey> byHash = people.stream()
                .collect(Collectors.toMap(each -> database.persons().of(each.person()), Function.identity()));
        return database.recipients().took(ID, Criterion.Part.GOT, byHash.keySet()).stream()
                .map(byHash::get)
                .toList();
    }

    /** Which of these people are subscribed. */
    List<ConversationKey> subscribed(Collection<ConversationKey> people) {
        return people.stream()
                .filter(each -> database.subscriptions().of(each).isPresent())
                .toList();
    }
}

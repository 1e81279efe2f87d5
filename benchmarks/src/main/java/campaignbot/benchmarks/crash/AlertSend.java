package campaignbot.benchmarks.crash;

import campaignbot.alert.Actor;
import campaignbot.alert.Alert;
import campaignbot.alert.AlertLife;
import campaignbot.alert.AlertStep;
import campaignbot.alert.Audience;
import campaignbot.alert.Draft;
import campaignbot.alert.Recipients.Figure;
import campaignbot.alert.Subscription;
import campaignbot.conversation.ConversationKey;
import campaignbot.organizers.Role;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import campaignbot.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One alert to invented people of its own, begun and looked at through the ports of a database beside the bot. */
final class AlertSend {

    private static final Actor AUTHOR = new Actor("id-of-sunflower", "sunflower", Role.ORGANIZER);
    private static final Actor APPROVER = new Actor("id-of-tulip", "tulip", Role.ORGANIZER);
    private static final int ROWS_AT_ONCE = 1_000;

    private final Database database;
    private final String id;
    private final Instant now;

    /**
     * An alert that has not begun.
     *
     * @param id its name, which is the topic of its people as well, so that no other alert is for them
     * @param now an instant in good hours
     */
    AlertSend(Database database, String id, Instant now) {
        this.database = database;
        this.id = id;
        this.now = now;
    }

    /** The words by which its messages are known. */
    String words() {
        return "Please call your senators today (" + id + ").";
    }

    /** Lets people ask for it: those of these numbers in private chats of a bot. */
    void subscribe(String account, long first, int people) {
        for (long from = first; from < first + people; from += ROWS_AT_ONCE) {
            long begin = from;
            long end = Math.min(from + ROWS_AT_ONCE, first + people);
            database.inOneCommit(() -> {
                for (long person = begin; person < end; person++) {
                    database.subscriptions().subscribe(subscription(account, Long.toString(person)));
                }
            });
        }
    }

    private Subscription subscription(String account, String chat) {
        ConversationKey key =
                new ConversationKey(new Address("telegram", account, chat, null), new Person("telegram", chat));
        return new Subscription(
                key, "3", now, Language.ENGLISH, ZoneId.of("America/New_York"), "NY-12@119", Set.of(id));
    }

    /** Begins it, without a canary. */
    void begin() {
        Draft draft = new Draft(
                "action-call",
                id,
                Map.of(Language.ENGLISH, words()),
                Audience.EVERYBODY,
                null,
                now.plus(Duration.ofDays(1)));
        keep(AlertLife.draft(id, Alert.Kind.NEW, null, draft, AUTHOR, now));
        keep(AlertLife.check(alert(), true, "", AUTHOR, now));
        keep(AlertLife.approve(alert(), APPROVER, now));
        keep(AlertLife.begin(alert(), false, AUTHOR, now));
    }

    private void keep(AlertStep step) {
        if (!(step instanceof AlertStep.Taken taken) || !database.alerts().save(taken.alert(), taken.entry())) {
            throw new IllegalStateException("the alert " + id + " could not be moved on: " + step);
        }
    }

    private Alert alert() {
        return database.alerts().find(id).orElseThrow();
    }

    /** Whether each recipient is in a final state. */
    boolean isDone() {
        return alert().stage() == Alert.Stage.DONE;
    }

    /** How many recipients are in each state. */
    Map<String, Long> figures() {
        Map<String, Long> sums = new TreeMap<>();
        for (Figure each : database.recipients().figures(id)) {
            sums.merge(each.what(), each.number(), Long::sum);
        }
        return sums;
    }
}

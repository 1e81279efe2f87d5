package org.campaignbot.benchmarks.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.benchmarks.process.BotSettings;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.people.Language;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * An alert in a bot's database, written and read from outside the bot.
 *
 * @param databaseUrl PostgreSQL, or null for SQLite in {@code data}
 * @param key the bot's key
 * @param clock the time for bot and fake
 */
public record AlertScene(Path data, @Nullable String databaseUrl, String key, InstantSource clock) {

    private static final String ENGLISH = "The budget vote is on Thursday.";
    private static final String SPANISH = "La votación del presupuesto es el jueves.";

    public static final String ALERT = "bench1";
    private static final Duration LASTS = Duration.ofHours(3);

    /** Settings of a bot over this database that sends to the fake at this rate, without a canary unless one is set. */
    public BotSettings settings(String token, String apiUrl, int port, int perSecond) {
        BotSettings settings = BotSettings.polling(token, apiUrl, port, data)
                .unlimited()
                .with("TELEGRAM_RATE_PER_SECOND", String.valueOf(perSecond))
                .with("TELEGRAM_ALERT_RATE_PER_SECOND", String.valueOf(perSecond))
                .with("ALERT_CANARY_PERCENT", "0")
                .with("BOT_KEY", key);
        return databaseUrl == null ? settings : settings.with("DATABASE_URL", databaseUrl);
    }

    /** Writes an approved alert to everyone, to be sent at once. */
    public void schedule() {
        schedule(Duration.ZERO);
    }

    /** The same, to be sent after a while. */
    void schedule(Duration later) {
        Instant now = clock.instant();
        Draft draft = new Draft(
                "action-call",
                Subscription.ALL,
                Map.of(
                        Language.ENGLISH, ENGLISH + " Please call your senators.",
                        Language.SPANISH, SPANISH + " Por favor llame a sus senadores."),
                Audience.EVERYBODY,
                now.plus(later),
                now.plus(LASTS));
        Alert alert = new Alert(
                ALERT,
                Alert.Kind.NEW,
                null,
                draft,
                Alert.Stage.SCHEDULED,
                Organizers.OPERATOR,
                Organizers.OPERATOR,
                Organizers.OPERATOR,
                null,
                null,
                null,
                null,
                now,
                0);
        AlertEntry entry = new AlertEntry(now, Organizers.OPERATOR, AlertEntry.Act.SCHEDULED, "");
        if (!with(database -> database.alerts().save(alert, entry))) {
            throw new IllegalStateException("there is an alert in this database");
        }
    }

    /** Whether a message is the alert: its words are in no other message. */
    static boolean isIn(String text) {
        return text.contains(ENGLISH) || text.contains(SPANISH);
    }

    /** Its current stage. */
    Alert.Stage stage() {
        return with(database -> database.alerts().find(ALERT).orElseThrow().stage());
    }

    /** When this was done to it, or null if it wasn't. */
    @Nullable
    Instant when(AlertEntry.Act act) {
        return with(database -> database.alerts().trail(ALERT).stream()
                .filter(entry -> entry.act() == act)
                .map(AlertEntry::at)
                .findFirst()
                .orElse(null));
    }

    /** The bot's count of recipients in a state, by its word with a reason behind a slash. */
    long count(Recipients.State state) {
        return with(database -> database.recipients().figures(ALERT).stream()
                .filter(figure -> (figure.what() + "/").startsWith(state.word() + "/"))
                .mapToLong(Recipients.Figure::number)
                .sum());
    }

    /** The number of recipients. */
    public long recipients() {
        return with(database -> database.recipients().count(ALERT));
    }

    /** How long after an instant the audience selection was finished. */
    Duration chosenAfter(Instant began) {
        return Duration.between(
                began,
                Objects.requireNonNull(
                        with(database -> database.recipients().run(ALERT)).enlisted(), "not all were looked at"));
    }

    /** Queries the database, opened just for this, as a command outside the bot does. */
    public <T> T with(Function<Database, T> question) {
        try (Database database =
                Database.open(DatabaseLocation.of(databaseUrl, data), BotKey.of(key, "the alert run"), clock)) {
            return question.apply(database);
        } catch (UnusableDatabase unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** Whether the alert is finished; false as well while the database can't be queried. */
    boolean isOver() {
        try {
            return stage().isFinal();
        } catch (StorageFailure | IllegalStateException away) {
            return false;
        }
    }
}

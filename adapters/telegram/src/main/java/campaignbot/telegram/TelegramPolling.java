package campaignbot.telegram;

import campaignbot.conversation.ConversationKey;
import campaignbot.platform.BackOff;
import campaignbot.platform.Counters;
import campaignbot.platform.Troubles;
import campaignbot.reception.Update;
import campaignbot.telegram.BotApi.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Asks Telegram for updates, in a thread of its own, and hands them on in batches.
 *
 * <p>A batch is confirmed to Telegram by the next request, which leaves after the intake has returned: what was not committed is asked for
 * again. It never removes a webhook, since another process may live from it.
 */
public final class TelegramPolling implements AutoCloseable {

    private static final int BATCH = 100;
    private static final Duration CONFLICT = Duration.ofSeconds(30);

    /** How long, and how often, the end looks for the batch under way: two seconds in all. */
    private static final Duration LAST_LOOK = Duration.ofMillis(50);

    private static final int LAST_LOOKS = 40;

    /** Failures of a batch after which its updates are taken one by one. */
    private static final int TOGETHER = 3;

    private final BotApi api;
    private final Incoming incoming;
    private final Consumer<List<Update>> intake;
    private final PressAnswers presses;
    private final Counters<Counted> counters;
    private final Troubles troubles;
    private final Rest rest;
    private final BackOff backOff = new BackOff(RandomGenerator.getDefault());
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile boolean connected;
    private boolean asked;
    private int offset;
    private int failures;

    TelegramPolling(
            BotApi api,
            Incoming incoming,
            Consumer<List<Update>> intake,
            PressAnswers presses,
            Counters<Counted> counters,
            Troubles troubles,
            Rest rest) {
        this.api = api;
        this.incoming = incoming;
        this.intake = intake;
        this.presses = presses;
        this.counters = counters;
        this.troubles = troubles;
        this.rest = rest;
    }

    /** How the loop rests. */
    interface Rest {
        /** Rests so long, or until the latch opens. */
        void rest(Duration time, CountDownLatch until) throws InterruptedException;

        /** Rests in real time. */
        static void really(Duration time, CountDownLatch until) throws InterruptedException {
            boolean opened = until.await(time.toMillis(), TimeUnit.MILLISECONDS);
            assert opened || until.getCount() > 0 : "the latch cannot close again";
        }
    }

    /** Begins; once is enough. */
    public synchronized void start() {
        if (thread == null && closed.getCount() > 0) {
            thread = new Thread(this::run, "telegram-polling");
            thread.start();
        }
    }

    /** Whether updates come: Telegram knows the bot, and the last request did not fail, nor did the intake of what it brought. */
    public boolean isConnected() {
        return connected;
    }

    /** Ends after the batch under way, which is committed or will be asked for again. */
    @Override
    public synchronized void close() {
        closed.countDown();
        try {
            for (int i = 0; i < LAST_LOOKS && thread != null && thread.isAlive(); i++) {
                // The loop may just have been about to ask once more.
                api.endPolls();
                thread.join(LAST_LOOK.toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (closed.getCount() > 0) {
            Duration wait;
            try {
                wait = round();
            } catch (RuntimeException | Error failure) {
                // A loop that ends would leave the bot deaf without a sign of it.
                counters.add(Counted.POLL_FAILED);
                wait = backOff.next();
            }
            connected = wait.isZero();
            try {
                if (!wait.isZero()) {
                    rest.rest(wait, closed);
                }
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    /** Asks once, and tells how long to wait before the next time. */
    Duration round() {
        if (!incoming.isReady()) {
            return backOff.next();
        }
        // A first request may be held back for most of a minute, and that is as it should be.
        connected |= !asked;
        asked = true;
        Answer answer = api.poll(GetUpdates.builder()
                .offset(offset == 0 ? null : offset)
                .limit(BATCH)
                .timeout((int) BotApi.POLL.toSeconds())
                .allowedUpdates(TelegramUpdates.KINDS)
                .build());
        if (answer instanceof Answer.Done done && done.result().isArray()) {
            troubles.over(TelegramTrouble.ANOTHER_POLLER);
            troubles.over(TelegramTrouble.WEBHOOK_IS_SET);
            return take(done.result());
        }
        return closed.getCount() == 0 ? Duration.ZERO : afterFailure(answer);
    }

    private Duration afterFailure(Answer answer) {
        counters.add(Counted.POLL_FAILED);
        if (answer instanceof Answer.Refused refused) {
            if (refused.retryAfter() != null) {
                return Duration.ofSeconds(Math.max(1, refused.retryAfter()));
            } else if (refused.code() == 409) {
                boolean webhook = refused.words().toLowerCase(Locale.ROOT).contains("webhook");
                troubles.met(webhook ? TelegramTrouble.WEBHOOK_IS_SET : TelegramTrouble.ANOTHER_POLLER);
                return backOff.shortened(CONFLICT);
            }
        }
        return backOff.next();
    }

    private Duration take(JsonNode batch) {
        int next = offset;
        List<Update> updates = new ArrayList<>();
        List<String> pressed = new ArrayList<>();
        for (JsonNode each : batch) {
            Arrival arrival = incoming.read(each);
            if (arrival.update() != null) {
                updates.add(arrival.update());
            }
            if (arrival.press() != null) {
                pressed.add(arrival.press());
            }
            next = Math.max(next, following(each.path("update_id")));
        }
        if (!updates.isEmpty() && !taken(updates)) {
            counters.add(Counted.POLL_REPEATED);
            return backOff.next();
        }
        failures = 0;
        troubles.over(TelegramTrouble.INTAKE_FAILS);
        pressed.forEach(presses::answer);
        // Without a number nothing can be confirmed, and the same batch would come at once for ever.
        boolean stuck = !batch.isEmpty() && next == offset;
        offset = next;
        if (stuck) {
            return backOff.next();
        }
        backOff.reset();
        return Duration.ZERO;
    }

    private static int following(JsonNode id) {
        return id.isIntegralNumber() && id.canConvertToInt() && id.intValue() < Integer.MAX_VALUE
                ? id.intValue() + 1
                : Integer.MIN_VALUE;
    }

    private boolean taken(List<Update> updates) {
        if (failures < TOGETHER) {
            if (accepts(updates)) {
                return true;
            }
            failures++;
            return false;
        }
        troubles.met(TelegramTrouble.INTAKE_FAILS);
        return takenOneByOne(updates);
    }

    /**
     * Takes updates one by one. Where some go through and others do not, also not at a second try, it is these others that are at fault,
     * and they are passed over; where none goes through it is the store, and nothing is.
     */
    private boolean takenOneByOne(List<Update> updates) {
        List<Update> failed = new ArrayList<>();
        Set<ConversationKey> blocked = new HashSet<>();
        for (Update update : updates) {
            // What follows in a conversation waits for what went before.
            if (blocked.contains(update.conversation()) || !accepts(List.of(update))) {
                blocked.add(update.conversation());
                failed.add(update);
            }
        }
        if (failed.size() == updates.size()) {
            return false;
        }
        for (Update update : failed) {
            if (!accepts(List.of(update))) {
                counters.add(Counted.UPDATE_POISONED);
            }
        }
        return true;
    }

    private boolean accepts(List<Update> updates) {
        try {
            intake.accept(updates);
            return true;
        } catch (RuntimeException failure) {
            return false;
        }
    }
}

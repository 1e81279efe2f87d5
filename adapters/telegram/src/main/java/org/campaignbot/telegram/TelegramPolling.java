package org.campaignbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.platform.Counts;
import org.campaignbot.platform.Troubles;
import org.campaignbot.sending.Backoff;
import org.campaignbot.telegram.BotApi.Answer;
import org.campaignbot.update.Update;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Polls Telegram for updates in its own thread and passes them on in batches.
 *
 * <p>The next request confirms a batch to Telegram. It's sent after the intake has returned, so updates that weren't committed are
 * delivered again. It never removes a webhook, since another process may depend on it.
 */
public final class TelegramPolling implements AutoCloseable {

    private static final int BATCH = 100;
    private static final Duration CONFLICT = Duration.ofSeconds(30);

    /** How long to sleep between checks whether the current batch is done when closing: two seconds in all. */
    private static final Duration LAST_LOOK = Duration.ofMillis(50);

    private static final int LAST_LOOKS = 40;

    /** After this many failures, a batch's updates are taken one by one. */
    private static final int TOGETHER = 3;

    private final BotApi api;
    private final TelegramReader telegramReader;
    private final Consumer<List<Update>> intake;
    private final PressAnswers presses;
    private final Counts counts;
    private final Troubles troubles;
    private final Rest rest;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile boolean connected;
    private boolean asked;
    private int offset;
    private int failures;

    TelegramPolling(
            BotApi api,
            TelegramReader telegramReader,
            Consumer<List<Update>> intake,
            PressAnswers presses,
            Counts counts,
            Troubles troubles,
            Rest rest) {
        this.api = api;
        this.telegramReader = telegramReader;
        this.intake = intake;
        this.presses = presses;
        this.counts = counts;
        this.troubles = troubles;
        this.rest = rest;
    }

    /** How the loop waits. */
    interface Rest {
        /** Waits this long, or until the latch opens. */
        void rest(Duration time, CountDownLatch until) throws InterruptedException;

        /** Waits in real time. */
        static void really(Duration time, CountDownLatch until) throws InterruptedException {
            boolean opened = until.await(time.toMillis(), TimeUnit.MILLISECONDS);
            assert opened || until.getCount() > 0 : "the latch cannot close again";
        }
    }

    /** Starts polling; calling it once is enough. */
    public synchronized void start() {
        if (thread == null && closed.getCount() > 0) {
            thread = new Thread(this::run, "telegram-polling");
            thread.start();
        }
    }

    /** Whether updates arrive: Telegram knows the bot, the last request didn't fail, and neither did the intake of its updates. */
    public boolean isConnected() {
        return connected;
    }

    /** Stops after the current batch, which is committed or will be delivered again. */
    @Override
    public synchronized void close() {
        closed.countDown();
        try {
            for (int i = 0; i < LAST_LOOKS && thread != null && thread.isAlive(); i++) {
                // The loop may just have been about to poll again.
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
                // If the loop ended, the bot would go deaf without a sign.
                counts.add(TelegramCount.POLL_FAILED);
                wait = backoff.next();
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

    /** Polls once and returns how long to wait before the next time. */
    Duration round() {
        if (!telegramReader.isReady()) {
            return backoff.next();
        }
        // Telegram may hold a first request for most of a minute, which is normal.
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
        counts.add(TelegramCount.POLL_FAILED);
        if (answer instanceof Answer.Refused refused) {
            if (refused.retryAfter() != null) {
                return Duration.ofSeconds(Math.max(1, refused.retryAfter()));
            } else if (refused.code() == 409) {
                boolean webhook = refused.says("webhook");
                troubles.met(webhook ? TelegramTrouble.WEBHOOK_IS_SET : TelegramTrouble.ANOTHER_POLLER);
                return backoff.shortened(CONFLICT);
            }
        }
        return backoff.next();
    }

    private Duration take(JsonNode batch) {
        int next = offset;
        List<Update> updates = new ArrayList<>();
        List<String> pressed = new ArrayList<>();
        for (JsonNode each : batch) {
            TelegramArrival telegramArrival = telegramReader.read(each);
            if (telegramArrival.update() != null) {
                updates.add(telegramArrival.update());
            }
            if (telegramArrival.press() != null) {
                pressed.add(telegramArrival.press());
            }
            next = Math.max(next, following(each.path("update_id")));
        }
        if (!updates.isEmpty() && !taken(updates)) {
            counts.add(TelegramCount.POLL_REPEATED);
            return backoff.next();
        }
        failures = 0;
        troubles.over(TelegramTrouble.INTAKE_FAILS);
        pressed.forEach(presses::answer);
        // Without a number nothing can be confirmed, and the same batch would come back immediately, forever.
        boolean stuck = !batch.isEmpty() && next == offset;
        offset = next;
        if (stuck) {
            return backoff.next();
        }
        backoff.reset();
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
     * Takes updates one by one. If some succeed and others fail, even on a second try, the failing ones are at fault and are
     * skipped; if none succeeds, the store is at fault and none is skipped.
     */
    private boolean takenOneByOne(List<Update> updates) {
        List<Update> failed = new ArrayList<>();
        Set<ConversationKey> blocked = new HashSet<>();
        for (Update update : updates) {
            // Later updates of a conversation wait for earlier ones.
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
                counts.add(TelegramCount.UPDATE_POISONED);
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

package org.campaignbot.benchmarks.load;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A private chat whose person does the next thing as soon as the last answer has arrived; at the end of the journey, a new person takes
 * the place with a chat of their own.
 *
 * <p>As on Telegram, the next update also waits for the webhook's 200 to the previous one.
 */
final class SimulatedChat {

    private final Journey journey;
    private final Crowd crowd;
    private long id;
    private int step = -1;
    private Map<String, String> buttons = Map.of();
    private long message;
    private @Nullable String update;
    private @Nullable BotApiCall last;
    private long sentAt;
    private boolean seen;
    private boolean complete;
    private boolean acknowledged;

    SimulatedChat(Journey journey, Crowd crowd) {
        this.journey = journey;
        this.crowd = crowd;
    }

    /** Does the next thing. */
    void goOn() {
        step = (step + 1) % journey.steps().size();
        if (step == 0) {
            id = crowd.nextPerson(id, this);
        }
        Journey.Step next = journey.steps().get(step);
        String words = next.words(id);
        update = next.presses()
                ? Updates.press(crowd.nextUpdate(), id, message, buttons.getOrDefault(words, words))
                : Updates.text(crowd.nextUpdate(), id, crowd.nextMessage(), words);
        seen = false;
        complete = false;
        acknowledged = false;
        sentAt = System.nanoTime();
        crowd.deliver(update, this::acknowledged);
    }

    /** Handles a message from the bot. */
    void received(BotApiCall call, long messageId) {
        if (!call.shows() || update == null) {
            return;
        }
        last = call;
        if (!seen) {
            seen = true;
            crowd.round().seen(System.nanoTime() - sentAt);
        }
        if (journey.steps().get(step).endsWith(call)) {
            buttons = call.buttons();
            message = messageId;
            complete = true;
        }
        advance();
    }

    /** Handles the bot's answer to the delivery; what it didn't take is delivered again, as Telegram does. */
    private void acknowledged(boolean taken) {
        if (taken) {
            crowd.round().acknowledged(System.nanoTime() - sentAt);
            acknowledged = true;
            advance();
        } else if (update != null) {
            crowd.round().refused();
            crowd.deliver(update, this::acknowledged);
        }
    }

    private void advance() {
        if (complete && acknowledged) {
            update = null;
            crowd.answered(this);
        }
    }

    /** What it waits for, to report a missing answer; null if nothing. */
    @Nullable
    String waiting() {
        if (update == null) {
            return null;
        }
        Journey.Step now = journey.steps().get(step);
        return "after \"" + now.words(id) + "\" " + (acknowledged ? "" : "no 200 came; ")
                + (complete ? "the answer came" : "no message with the button \"" + now.awaits() + "\" came")
                + "; the last was " + last;
    }
}

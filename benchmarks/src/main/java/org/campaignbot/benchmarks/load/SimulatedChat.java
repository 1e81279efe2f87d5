package org.campaignbot.benchmarks.load;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A private chat whose person does the next thing as soon as the last answer has arrived.
 *
 * <p>As on Telegram, the next update also waits for the webhook's 200 to the previous one.
 */
final class SimulatedChat {

    private final long id;
    private final Journey journey;
    private final Crowd crowd;
    private int step = -1;
    private Map<String, String> buttons = Map.of();
    private long message;
    private @Nullable String update;
    private long sentAt;
    private boolean seen;
    private boolean complete;
    private boolean acknowledged;

    SimulatedChat(long id, Journey journey, Crowd crowd) {
        this.id = id;
        this.journey = journey;
        this.crowd = crowd;
    }

    /** Does the next thing. */
    void goOn() {
        step = (step + 1) % journey.steps().size();
        Journey.Step next = journey.steps().get(step);
        update = next.presses()
                ? Updates.press(crowd.nextUpdate(), id, message, Objects.requireNonNull(buttons.get(next.words())))
                : Updates.text(crowd.nextUpdate(), id, crowd.nextMessage(), next.words());
        seen = false;
        complete = false;
        acknowledged = false;
        sentAt = System.nanoTime();
        crowd.deliver(this, update);
    }

    /** Handles a message from the bot. */
    void received(BotApiCall call, long messageId) {
        if (!call.shows() || update == null) {
            return;
        }
        if (!seen) {
            seen = true;
            crowd.round().seen(System.nanoTime() - sentAt);
        }
        if (!call.buttons().isEmpty()) {
            buttons = call.buttons();
            message = messageId;
        }
        complete |= journey.steps().get(step).endsWith(call);
        advance();
    }

    /** Handles the webhook's answer; anything but a 2xx is delivered again, as Telegram does. */
    void acknowledged(boolean taken) {
        if (taken) {
            crowd.round().acknowledged(System.nanoTime() - sentAt);
            acknowledged = true;
            advance();
        } else if (update != null) {
            crowd.round().refused();
            crowd.deliver(this, update);
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
        return "after \"" + now.words() + "\" " + (acknowledged ? "" : "no 200 came; ")
                + (complete ? "the answer came" : "no message with the button \"" + now.awaits() + "\" came")
                + "; shown are " + buttons.keySet();
    }
}

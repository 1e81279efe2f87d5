package org.campaignbot.benchmarks.acknowledgement;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.campaignbot.benchmarks.wire.Lines;
import org.jspecify.annotations.Nullable;

/**
 * People in a workspace, each doing the next thing as soon as the last is acknowledged: a direct message, a press, the command, a
 * press; used only in the driver's thread.
 *
 * <p>They don't wait for the bot's messages, because Slack doesn't either. All of them use the button from the menu that the
 * first person was shown: its value is the same for everyone.
 */
final class SlackUsers {

    /** What they type, and the command's argument. */
    static final String WORDS = "menu";

    /** The button that they press under the answer. */
    static final String LABEL = "Learn more";

    private final Lines lines;
    private final SlackRequests requests;
    private SlackButton button = new SlackButton(LABEL, "press-0", "menu/main/learn");
    private int[] steps = new int[0];
    private @Nullable Round round;
    private int busy;
    private CountDownLatch allAcknowledged = new CountDownLatch(0);

    SlackUsers(Lines lines, SlackRequests requests) {
        this.lines = lines;
        this.requests = requests;
    }

    /** They press this button from now on. */
    void know(SlackButton newButton) {
        button = newButton;
    }

    /** Starts a round with this many people. */
    void begin(Round newRound, int count) {
        round = newRound;
        steps = Arrays.copyOf(steps, Math.max(count, steps.length));
        busy = count;
        allAcknowledged = new CountDownLatch(1);
        for (int user = 0; user < count; user++) {
            goOn(user);
        }
    }

    /** Ends the round and returns a latch that opens once nothing is in flight. */
    CountDownLatch end() {
        Objects.requireNonNull(round, "no round has begun").end();
        return allAcknowledged;
    }

    private void goOn(int user) {
        byte[] request = switch (steps[user]++ % 4) {
            case 0 -> requests.message(user, WORDS);
            case 2 -> requests.command(user, WORDS);
            default -> requests.press(user, button);
        };
        long sentAt = System.nanoTime();
        lines.deliver(request, status -> answered(user, status, System.nanoTime() - sentAt));
    }

    private void answered(int user, int status, long nanos) {
        Round present = Objects.requireNonNull(round, "nothing is sent before a round begins");
        present.answered(status, nanos);
        if (!present.over()) {
            goOn(user);
        } else if (--busy == 0) {
            allAcknowledged.countDown();
        }
    }
}

package org.campaignbot.benchmarks.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps updates until a bot asks for them by {@code getUpdates}, which waits as long as Telegram's where there are none.
 *
 * <p>An update counts as taken once it's on its way, because on Telegram a person can go on as soon as they see the answer.
 */
final class Polls implements Delivery {

    private static final int MOST_AT_ONCE = 100;

    private final Queue<String> waiting = new ArrayDeque<>();
    private final Queue<Consumer<Boolean>> callbacks = new ArrayDeque<>();
    private @Nullable Consumer<String> poll;
    private long until;

    @Override
    public void deliver(String update, Consumer<Boolean> taken) {
        waiting.add(update);
        callbacks.add(taken);
        answer();
    }

    /** A bot asks; an earlier question of it ends. */
    void ask(int seconds, Consumer<String> back) {
        end();
        poll = back;
        until = System.nanoTime() + seconds * 1_000_000_000L;
        if (waiting.isEmpty() && seconds == 0) {
            end();
        } else {
            answer();
        }
    }

    /** Ends a question that has waited long enough. */
    void expire() {
        if (poll != null && System.nanoTime() - until > 0) {
            end();
        }
    }

    private void end() {
        if (poll != null) {
            poll.accept("[]");
            poll = null;
        }
    }

    private void answer() {
        Consumer<String> back = poll;
        if (back == null || waiting.isEmpty()) {
            return;
        }
        poll = null;
        List<String> updates = new ArrayList<>();
        List<Consumer<Boolean>> taken = new ArrayList<>();
        while (!waiting.isEmpty() && updates.size() < MOST_AT_ONCE) {
            updates.add(waiting.remove());
            taken.add(callbacks.remove());
        }
        back.accept("[" + String.join(",", updates) + "]");
        taken.forEach(each -> each.accept(true));
    }
}

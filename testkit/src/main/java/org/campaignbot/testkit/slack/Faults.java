package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.campaignbot.testkit.fake.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Faults on demand: {@code faults().next(2).of("chat.postMessage").in(channel).loseAnswer()}.
 *
 * <p>If several faults match a call, the one ordered first applies.
 */
public final class Faults {

    private final List<Ordered> ordered = new CopyOnWriteArrayList<>();

    private record Ordered(Fault fault, Predicate<Call> befalls, Effect effect) {}

    Faults() {}

    /** Starts a fault for this many of the next calls. */
    public Order next(int times) {
        return new Order(times, call -> true);
    }

    @Nullable
    Effect take(Request request) {
        if (ordered.isEmpty()) {
            return null;
        }
        Call call = Call.of(-1, request, 0, "", CallLog.raw(request));
        for (Ordered each : ordered) {
            if (each.fault.take(() -> each.befalls.test(call))) {
                return each.effect;
            }
        }
        return null;
    }

    /** Orders a fault by its name, for another process. */
    static Fault byName(Order order, String effect, int seconds, String error) {
        return switch (effect) {
            case "error" -> order.error(error);
            case "rate_limited" -> order.rateLimited(seconds);
            case "rate_limited_everywhere" -> order.rateLimitedEverywhere(seconds);
            case "internal_error" -> order.internalError();
            case "bad_gateway" -> order.badGateway();
            case "close_unprocessed" -> order.closeUnprocessed();
            case "lose_answer" -> order.loseAnswer();
            case "cut_answer" -> order.cutAnswer();
            case "broken_json" -> order.body("{");
            case "delay" -> order.delay(Duration.ofSeconds(seconds));
            default -> throw new IllegalArgumentException("no such effect: " + effect);
        };
    }

    /** Ends all faults and releases what they hold. */
    public void clear() {
        ordered.forEach(each -> each.fault.release());
        ordered.clear();
    }

    /** A fault being set up: first which calls it affects, then its effect. */
    public final class Order {

        private final int times;
        private final Predicate<Call> befalls;

        private Order(int times, Predicate<Call> befalls) {
            this.times = times;
            this.befalls = befalls;
        }

        /** Only calls of a method, such as {@code chat.postMessage}. */
        public Order of(String method) {
            String wanted = method.toLowerCase(Locale.ROOT);
            return when(call -> call.method().toLowerCase(Locale.ROOT).equals(wanted));
        }

        /** Only calls about a conversation, by its id. */
        public Order in(String channel) {
            return when(call -> call.channel().equals(channel));
        }

        /** Only calls that meet a condition; of the call, only the method, workspace, channel and raw body are known. */
        public Order when(Predicate<Call> condition) {
            return new Order(times, befalls.and(condition));
        }

        /** 429, and the method is refused for the call's channel until the time is over. */
        public Fault rateLimited(int seconds) {
            return order(new Effect.Limit(seconds, false));
        }

        /** 429, and the method is refused in the whole workspace until the time is over. */
        public Fault rateLimitedEverywhere(int seconds) {
            return order(new Effect.Limit(seconds, true));
        }

        /** {@code ok: false} with an error such as {@code fatal_error}, unprocessed. */
        public Fault error(String error) {
            return order(new Effect.Refuse(error));
        }

        /** 500 with an HTML page, unprocessed. */
        public Fault internalError() {
            return order(new Effect.Page(500, "<html><body>Server Error</body></html>"));
        }

        /** 502 with an HTML page, as from a proxy, unprocessed. */
        public Fault badGateway() {
            return order(
                    new Effect.Page(502, "<html><head><title>502 Bad Gateway</title></head><body>502</body></html>"));
        }

        /** The connection closes before processing. */
        public Fault closeUnprocessed() {
            return order(new Effect.CloseUnprocessed());
        }

        /** The call is processed and logged, and the connection closes without an answer. */
        public Fault loseAnswer() {
            return order(new Effect.LoseAnswer());
        }

        /** The call is processed, and the answer is shorter than announced. */
        public Fault cutAnswer() {
            return order(new Effect.CutAnswer());
        }

        /** The call is processed, and gets a body such as <code>{</code> or <code>{}</code> with status 200. */
        public Fault body(String body) {
            return order(new Effect.Replace(body));
        }

        /** The call is processed, and the answer is held until {@link Fault#release}, at most a minute. */
        public Fault hold() {
            return order(new Effect.Hold(new CountDownLatch(1)));
        }

        /** The call is processed, and the answer comes late. */
        public Fault delay(Duration time) {
            return order(new Effect.Delay(time));
        }

        private Fault order(Effect effect) {
            Fault fault = new Fault(times, effect::letGo);
            ordered.add(new Ordered(fault, befalls, effect));
            return fault;
        }
    }
}

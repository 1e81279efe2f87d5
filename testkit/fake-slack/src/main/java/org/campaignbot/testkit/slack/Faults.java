package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.util.function.Predicate;
import org.campaignbot.testkit.fake.Effect;
import org.campaignbot.testkit.fake.Fault;
import org.campaignbot.testkit.fake.OrderedFaults;
import org.jspecify.annotations.Nullable;

/** Faults on demand: {@code faults().next(2).of("chat.postMessage").in(channel).loseAnswer()}. */
public final class Faults extends OrderedFaults<Call> {

    Faults() {}

    /** The call isn't processed and gets an error. */
    record Refuse(String error) implements Effect {
        @Override
        public boolean processes() {
            return false;
        }
    }

    /**
     * The call isn't processed and is rate limited.
     *
     * @param seconds the value of {@code Retry-After}
     * @param everywhere whether the limit applies to the method in the whole workspace, not only to the call's channel
     */
    record Limit(int seconds, boolean everywhere) implements Effect {
        @Override
        public boolean processes() {
            return false;
        }
    }

    /** Starts a fault for this many of the next calls. */
    public Order next(int times) {
        return new Order(times, call -> true);
    }

    @Nullable
    Effect take(Request request) {
        return take(() -> Call.of(-1, request, 0, "", CallLog.raw(request)));
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

    /** A fault being set up: first which calls it affects, then its effect. */
    public final class Order extends FaultOrder<Order> {

        private Order(int times, Predicate<Call> befalls) {
            super(times, befalls);
        }

        @Override
        protected Order with(int times, Predicate<Call> befalls) {
            return new Order(times, befalls);
        }

        /** Only calls about a conversation, by its id. */
        public Order in(String channel) {
            return when(call -> call.channel().equals(channel));
        }

        /** 429, and the method is refused for the call's channel until the time is over. */
        public Fault rateLimited(int seconds) {
            return order(new Limit(seconds, false));
        }

        /** 429, and the method is refused in the whole workspace until the time is over. */
        public Fault rateLimitedEverywhere(int seconds) {
            return order(new Limit(seconds, true));
        }

        /** {@code ok: false} with an error such as {@code fatal_error}, unprocessed. */
        public Fault error(String error) {
            return order(new Refuse(error));
        }

        /** 500 with an HTML page, unprocessed. */
        public Fault internalError() {
            return order(new Effect.Page(500, "<html><body>Server Error</body></html>"));
        }
    }
}

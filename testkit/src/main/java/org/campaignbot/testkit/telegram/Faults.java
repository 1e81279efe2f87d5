package org.campaignbot.testkit.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.campaignbot.testkit.fake.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Faults on demand: {@code faults().next(2).of("sendMessage").in(chat).loseAnswer()}.
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
        Call call = Call.of(-1, request, 0, "", request.parameters().toString());
        for (Ordered each : ordered) {
            if (each.fault.take(() -> each.befalls.test(call))) {
                return each.effect;
            }
        }
        return null;
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

        /** Only calls of a method, such as {@code sendMessage}. */
        public Order of(String method) {
            String wanted = method.toLowerCase(Locale.ROOT);
            return when(call -> call.method().toLowerCase(Locale.ROOT).equals(wanted));
        }

        /** Only calls about a chat. */
        public Order in(long chat) {
            return when(call -> call.chat() == chat);
        }

        /** Only calls that meet a condition; of the call, only the method, the chat and the raw body are known so far. */
        public Order when(Predicate<Call> condition) {
            return new Order(times, befalls.and(condition));
        }

        /** 429, and sends to the call's chat are refused until the time is over. */
        public Fault tooManyRequests(int seconds) {
            return order(new Effect.Refuse(Answer.Refused.tooManyRequests(seconds), false));
        }

        /** 429, and sends to anyone are refused until the time is over. */
        public Fault tooManyRequestsForAll(int seconds) {
            return order(new Effect.Refuse(Answer.Refused.tooManyRequests(seconds), true));
        }

        /** 500 with Telegram's words. */
        public Fault internalError() {
            return answer(500, "Internal Server Error");
        }

        /** 403 because the person has blocked the bot. */
        public Fault forbidden() {
            return answer(403, "Forbidden: bot was blocked by the user");
        }

        /** Any refusal, unprocessed. */
        public Fault answer(int status, String description) {
            return order(new Effect.Refuse(new Answer.Refused(status, description, null, null), false));
        }

        /** 502 with an HTML page, as from a proxy, unprocessed. */
        public Fault badGateway() {
            return order(new Effect.Page(
                    502, "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>502</body>\r\n</html>"));
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

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
 * What goes wrong on demand: {@code faults().next(2).of("sendMessage").in(chat).loseAnswer()}.
 *
 * <p>Where several faults wait for a call, the one ordered first befalls it.
 */
public final class Faults {

    private final List<Ordered> ordered = new CopyOnWriteArrayList<>();

    private record Ordered(Fault fault, Predicate<Call> befalls, Effect effect) {}

    Faults() {}

    /** Begins a fault that befalls the next calls, so many of them. */
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

    /** Ends all faults and lets go what they hold. */
    public void clear() {
        ordered.forEach(each -> each.fault.release());
        ordered.clear();
    }

    /** A fault in the making: which calls it befalls, and then what it does to them. */
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

        /** Only calls of which something is true; of the call only the method, the chat and the raw body are known yet. */
        public Order when(Predicate<Call> condition) {
            return new Order(times, befalls.and(condition));
        }

        /** 429, and nothing sent to the chat of the call is taken before the seconds are over. */
        public Fault tooManyRequests(int seconds) {
            return order(new Effect.Refuse(Answer.Refused.tooManyRequests(seconds), false));
        }

        /** 429, and nothing sent to anyone is taken before the seconds are over. */
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

        /** 502 with a page of HTML, as a proxy answers, unprocessed. */
        public Fault badGateway() {
            return order(new Effect.Page(
                    502, "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>502</body>\r\n</html>"));
        }

        /** The connection ends before anything was processed. */
        public Fault closeUnprocessed() {
            return order(new Effect.CloseUnprocessed());
        }

        /** The call is processed and logged, and the connection ends without an answer. */
        public Fault loseAnswer() {
            return order(new Effect.LoseAnswer());
        }

        /** The call is processed, and the answer breaks off although more was announced. */
        public Fault cutAnswer() {
            return order(new Effect.CutAnswer());
        }

        /** The call is processed, and a body such as <code>{</code> or <code>{}</code> answered with status 200. */
        public Fault body(String body) {
            return order(new Effect.Replace(body));
        }

        /** The call is processed, and the answer held until {@link Fault#release}, at most a minute. */
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

package org.campaignbot.testkit.telegram;

import java.util.function.Predicate;
import org.campaignbot.testkit.fake.Effect;
import org.campaignbot.testkit.fake.Fault;
import org.campaignbot.testkit.fake.OrderedFaults;
import org.jspecify.annotations.Nullable;

/** Faults on demand: {@code faults().next(2).of("sendMessage").in(chat).loseAnswer()}. */
public final class Faults extends OrderedFaults<Call> {

    Faults() {}

    /**
     * The call isn't processed and gets an error.
     *
     * @param everyone whether a wait applies to all chats, not only to the call's chat
     */
    record Refuse(Answer.Refused answer, boolean everyone) implements Effect {
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
        return take(() -> Call.of(-1, request, 0, "", request.parameters().toString()));
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

        /** Only calls about a chat. */
        public Order in(long chat) {
            return when(call -> call.chat() == chat);
        }

        /** 429, and sends to the call's chat are refused until the time is over. */
        public Fault tooManyRequests(int seconds) {
            return order(new Refuse(Answer.Refused.tooManyRequests(seconds), false));
        }

        /** 429, and sends to anyone are refused until the time is over. */
        public Fault tooManyRequestsForAll(int seconds) {
            return order(new Refuse(Answer.Refused.tooManyRequests(seconds), true));
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
            return order(new Refuse(new Answer.Refused(status, description, null, null), false));
        }
    }
}

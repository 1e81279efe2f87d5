package org.campaignbot.testkit.fake;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Faults on demand, with what any server can do to a call; a platform's subclass adds its refusals.
 *
 * <p>If several faults match a call, the one ordered first applies.
 *
 * @param <C> the platform's call
 */
public abstract class OrderedFaults<C extends TakenCall> {

    private final List<Ordered<C>> ordered = new CopyOnWriteArrayList<>();

    private record Ordered<C>(Fault fault, Predicate<C> befalls, Effect effect) {}

    /** What befalls a call; null if nothing does, and then the call isn't asked for. */
    protected final @Nullable Effect take(Supplier<C> call) {
        if (ordered.isEmpty()) {
            return null;
        }
        C asked = call.get();
        for (Ordered<C> each : ordered) {
            if (each.fault.take(() -> each.befalls.test(asked))) {
                return each.effect;
            }
        }
        return null;
    }

    /** Ends all faults and releases what they hold. */
    public final void clear() {
        ordered.forEach(each -> each.fault.release());
        ordered.clear();
    }

    /**
     * A fault being set up: first which calls it affects, then its effect.
     *
     * @param <S> the platform's order
     */
    public abstract class FaultOrder<S> {

        private final int times;
        private final Predicate<C> befalls;

        /** Creates an order for this many of the next calls that meet a condition. */
        protected FaultOrder(int times, Predicate<C> befalls) {
            this.times = times;
            this.befalls = befalls;
        }

        /** The same order with another condition. */
        protected abstract S with(int times, Predicate<C> befalls);

        /** Only calls of a method, by its documented name. */
        public final S of(String method) {
            String wanted = method.toLowerCase(Locale.ROOT);
            return when(call -> call.method().toLowerCase(Locale.ROOT).equals(wanted));
        }

        /** Only calls that meet a condition; of the call, only the method, the place and the raw body are known so far. */
        public final S when(Predicate<C> condition) {
            return with(times, befalls.and(condition));
        }

        /** 502 with an HTML page, as from a proxy, unprocessed. */
        public final Fault badGateway() {
            return order(
                    new Effect.Page(502, "<html><head><title>502 Bad Gateway</title></head><body>502</body></html>"));
        }

        /** The connection closes before processing. */
        public final Fault closeUnprocessed() {
            return order(new Effect.CloseUnprocessed());
        }

        /** The call is processed and logged, and the connection closes without an answer. */
        public final Fault loseAnswer() {
            return order(new Effect.LoseAnswer());
        }

        /** The call is processed, and the answer is shorter than announced. */
        public final Fault cutAnswer() {
            return order(new Effect.CutAnswer());
        }

        /** The call is processed, and gets a body such as <code>{</code> or <code>{}</code> with status 200. */
        public final Fault body(String body) {
            return order(new Effect.Replace(body));
        }

        /** The call is processed, and the answer is held until {@link Fault#release}, at most a minute. */
        public final Fault hold() {
            return order(new Effect.Hold(new CountDownLatch(1)));
        }

        /** The call is processed, and the answer comes late. */
        public final Fault delay(Duration time) {
            return order(new Effect.Delay(time));
        }

        /** The order is complete. */
        protected final Fault order(Effect effect) {
            Fault fault = new Fault(times, effect::letGo);
            ordered.add(new Ordered<>(fault, befalls, effect));
            return fault;
        }
    }
}

package org.campaignbot.timers;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.flow.Operation;

/**
 * Carries out the effects of reminders on the timers; idempotent.
 *
 * <p>{@code remind} sets one: {@code flow} is what it is about, {@code at} its instant in ISO form and UTC, {@code zone} an IANA
 * time zone. {@code unremind} cancels the one for its {@code flow}, or all if it names none. {@code forget} cancels all.
 */
public final class TimerHandler {

    /** The effect that sets a timer. */
    public static final String REMIND = Operation.REMIND;

    /** The effect that cancels one or all. */
    public static final String UNREMIND = Operation.UNREMIND;

    private TimerHandler() {}

    /** The handlers of all three effects. */
    public static List<EffectHandler> over(Timers timers) {
        return List.of(
                EffectHandler.of(REMIND, (conversation, effect) -> timers.set(timer(conversation, effect))),
                EffectHandler.of(UNREMIND, (conversation, effect) -> cancel(timers, conversation, effect)),
                EffectHandler.of(Operation.FORGET, (conversation, effect) -> timers.cancelAll(conversation)));
    }

    private static Timer timer(ConversationKey conversation, Effect effect) {
        return new Timer(
                new Timer.Id(conversation, effect.turn(), effect.ordinal()),
                argument(effect, "flow"),
                Instant.parse(argument(effect, "at")),
                ZoneId.of(argument(effect, "zone")));
    }

    private static void cancel(Timers timers, ConversationKey conversation, Effect effect) {
        String flow = effect.arguments().get("flow");
        if (flow == null) {
            timers.cancelAll(conversation);
        } else {
            timers.cancel(conversation, flow);
        }
    }

    private static String argument(Effect effect, String name) {
        return Objects.requireNonNull(effect.arguments().get(name), () -> "the effect remind needs " + name);
    }
}

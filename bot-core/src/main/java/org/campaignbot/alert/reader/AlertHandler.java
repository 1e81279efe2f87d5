package org.campaignbot.alert.reader;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;

/**
 * Reports what became of alerts to {@link AlertActionLog}; repeating an effect changes nothing.
 *
 * <p>{@link #STARTED} has the argument {@code alert}. What people report by {@code count} and undo by {@code uncount}, with
 * {@code action} and {@code outcome}, counts for the alerts they got.
 */
public final class AlertHandler {

    /** The effect of an alert's button. */
    public static final String STARTED = "alert-started";

    /** The flows whose words an alert uses, by effect. */
    public static final Map<String, Set<String>> TOLD = Map.of(STARTED, Set.of(AlertMessages.HEAD, AlertMessages.FOOT));

    private AlertHandler() {}

    /** The handlers of all effects. */
    public static List<EffectHandler> over(AlertActionLog parts) {
        return List.of(
                EffectHandler.of(
                        STARTED,
                        (conversation, effect) -> parts.started(conversation, argument(effect, "alert"), effect.at())),
                EffectHandler.of("count", (conversation, effect) -> parts.acted(conversation, report(effect))),
                EffectHandler.of("uncount", (conversation, effect) -> parts.tookBack(conversation, report(effect))));
    }

    private static AlertActionLog.Report report(Effect effect) {
        return new AlertActionLog.Report(
                argument(effect, "action"), argument(effect, "outcome"), effect.turn(), effect.at());
    }

    private static String argument(Effect effect, String name) {
        return Objects.requireNonNullElse(effect.arguments().get(name), "");
    }
}

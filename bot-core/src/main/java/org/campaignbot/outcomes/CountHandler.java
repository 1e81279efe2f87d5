package org.campaignbot.outcomes;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.flow.Operation;

/**
 * Carries out a pack's effects {@code count} and {@code uncount} on the tally, and the engine's {@link Effect#UNANSWERED};
 * idempotent.
 */
public final class CountHandler {

    /** What a pack writes if it may not know the seat, as in {@code {writing, else none}}. */
    private static final String NO_SEAT = "none";

    /** The outcome of a question that nobody could answer. */
    private static final String UNANSWERED = "unanswered";

    private CountHandler() {}

    /** The handlers of all effects, for a tally and a keyed hash of a conversation's person. */
    public static List<EffectHandler> over(Tally tally, Function<ConversationKey, String> doer) {
        return List.of(
                EffectHandler.of(
                        Operation.COUNT,
                        (conversation, effect) -> tally.count(
                                doer.apply(conversation),
                                deed(effect),
                                argument(effect, "outcome"),
                                way(conversation, effect),
                                effect.at())),
                EffectHandler.of(
                        "uncount",
                        (conversation, effect) -> tally.takeBack(doer.apply(conversation), deed(effect), effect.at())),
                EffectHandler.of(
                        Effect.UNANSWERED,
                        (conversation, effect) -> tally.count(
                                doer.apply(conversation),
                                Tally.Deed.question(argument(effect, "topic")),
                                UNANSWERED,
                                way(conversation, effect),
                                effect.at())));
    }

    private static Tally.Way way(ConversationKey conversation, Effect effect) {
        return new Tally.Way(
                argument(effect, Operation.LANGUAGE), conversation.address().channel());
    }

    private static Tally.Deed deed(Effect effect) {
        String seat = argument(effect, "seat");
        return new Tally.Deed(argument(effect, "action"), seat.equals(NO_SEAT) ? "" : seat);
    }

    private static String argument(Effect effect, String name) {
        return Objects.requireNonNullElse(effect.arguments().get(name), "");
    }
}

package org.campaignbot.outcomes;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;

/** Carries out a pack's effects {@code count} and {@code uncount} on the tally; idempotent. */
public final class CountHandler {

    /** What a pack writes if it may not know the seat, as in {@code {writing, else none}}. */
    private static final String NO_SEAT = "none";

    private CountHandler() {}

    /** The handlers of both effects, for a tally and a keyed hash of a conversation's person. */
    public static List<EffectHandler> over(Tally tally, Function<ConversationKey, String> doer) {
        return List.of(
                EffectHandler.of(
                        "count",
                        (conversation, effect) -> tally.count(
                                doer.apply(conversation),
                                deed(effect),
                                Objects.requireNonNullElse(effect.arguments().get("outcome"), ""),
                                effect.at())),
                EffectHandler.of(
                        "uncount",
                        (conversation, effect) -> tally.takeBack(doer.apply(conversation), deed(effect), effect.at())));
    }

    private static Tally.Deed deed(Effect effect) {
        String seat = Objects.requireNonNullElse(effect.arguments().get("seat"), "");
        return new Tally.Deed(
                Objects.requireNonNullElse(effect.arguments().get("action"), ""), seat.equals(NO_SEAT) ? "" : seat);
    }
}

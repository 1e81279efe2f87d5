package org.campaignbot.outcomes;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.EffectHandler;

/**
 * Carries out a pack's effects {@code report-number} and {@code withdraw-number} with the argument {@code number}; idempotent.
 * Anything that isn't a phone number isn't counted.
 */
public final class WrongNumberHandler {

    /** The effect that counts a number as wrong. */
    public static final String REPORT = "report-number";

    /** The effect that takes back a person's report. */
    public static final String WITHDRAW = "withdraw-number";

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9 -]{1,18}[0-9]");

    private WrongNumberHandler() {}

    /** The handlers of both effects, for the counts and a keyed hash of a conversation's person. */
    public static List<EffectHandler> over(WrongNumbers numbers, Function<ConversationKey, String> reporter) {
        return List.of(handler(REPORT, numbers::report, reporter), handler(WITHDRAW, numbers::withdraw, reporter));
    }

    private static EffectHandler handler(String name, Act act, Function<ConversationKey, String> reporter) {
        return EffectHandler.of(name, (conversation, effect) -> {
            String number = effect.arguments().getOrDefault("number", "").strip();
            if (NUMBER.matcher(number).matches()) {
                act.apply(reporter.apply(conversation), number, effect.at());
            }
        });
    }

    @FunctionalInterface
    private interface Act {
        void apply(String reporter, String number, Instant at);
    }
}

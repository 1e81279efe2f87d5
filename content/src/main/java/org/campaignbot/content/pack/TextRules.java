package org.campaignbot.content.pack;

import java.util.Map;
import org.campaignbot.content.readability.TextKind;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * What an author says about a text beside it, for the checks of words: a flow's text, or a step's.
 *
 * @param kind what it's for, or null if that follows from what it is
 * @param limits how long and how hard it may be, by the names of {@link org.campaignbot.content.readability.Limits}
 * @param allowed the phrases and rules that it's excepted from, each with its reason
 * @param allowedIn the same, for its words in one language
 */
public record TextRules(
        @Nullable TextKind kind,
        Map<String, Integer> limits,
        Map<String, String> allowed,
        Map<Language, Map<String, String>> allowedIn) {

    /** What a text has whose author says nothing. */
    public static final TextRules NONE = new TextRules(null, Map.of(), Map.of(), Map.of());

    public TextRules {
        limits = Map.copyOf(limits);
        allowed = Map.copyOf(allowed);
        allowedIn = Map.copyOf(allowedIn);
    }
}

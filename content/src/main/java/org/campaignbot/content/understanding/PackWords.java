package org.campaignbot.content.understanding;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * The words that a pack expects: those that start its flows and answer its questions.
 *
 * <p>A text that is exactly one of them means what the pack says: "back" and "I spoke with someone" aren't cries for help,
 * however much they look like some. Words that lead to urgent help aren't included.
 */
final class PackWords {

    /** The fewest words that can't be the beginning of anything else. */
    private static final int FEWEST = 3;

    private static final Pattern QUESTION =
            Pattern.compile("^(?:where|who|what|when|how|why|is|are|did|do|donde|quien|que|cuando|como|cual|por) ");

    private static final Pattern COURTESIES =
            Pattern.compile("\\b(?:please|pls|plz|thanks|thank you|thx|por favor|porfa\\w*|gracias|mij[oa])\\b");

    private final Set<String> words = new HashSet<>();
    private final Set<String> labels = new HashSet<>();

    PackWords(Pack pack) {
        for (Flow flow : pack.flows().values()) {
            if (!flow.urgent().isEmpty()) {
                continue;
            }
            flow.heard().values().forEach(words::addAll);
            flow.title().byLanguage().keySet().stream()
                    .map(language -> PhraseUnderstanding.fixed(flow.title().in(language)))
                    .forEach(words::add);
            for (Step step : flow.steps().values()) {
                Ask ask = step.ask();
                if (ask != null) {
                    ask.answers().forEach(this::add);
                }
            }
        }
    }

    private void add(Answer answer) {
        for (Language language : answer.label().byLanguage().keySet()) {
            String label = PhraseUnderstanding.fixed(answer.label().in(language));
            words.add(label);
            // "Where are they?" may go on: "where are they taking him".
            if (!QUESTION.matcher(label).find()) {
                labels.add(label);
            }
        }
        answer.heard().values().forEach(heard -> heard.forEach(each -> words.add(Fold.fold(each))));
    }

    /**
     * What follows a button's label of three words or more at the beginning of a folded text, without courtesies: nothing in "ayudeme a escribirla por
     * favor". Null if it doesn't begin so.
     */
    @Nullable
    String after(String folded) {
        int end = -1;
        int seen = 0;
        for (int at = folded.indexOf(' '); at >= 0; at = folded.indexOf(' ', at + 1)) {
            seen++;
            if (seen >= FEWEST && labels.contains(folded.substring(0, at))) {
                end = at;
            }
        }
        return end < 0
                ? null
                : COURTESIES.matcher(folded.substring(end)).replaceAll("").strip();
    }

    /** Whether a folded text is exactly such a word. */
    boolean are(String folded) {
        return !folded.isEmpty() && words.contains(folded);
    }
}

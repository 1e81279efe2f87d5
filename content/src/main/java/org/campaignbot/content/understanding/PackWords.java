package org.campaignbot.content.understanding;

import java.util.HashSet;
import java.util.Set;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.people.Language;

/**
 * The words that a pack expects: those that start its flows and answer its questions.
 *
 * <p>A text that is exactly one of them means what the pack says: "back" and "I spoke with someone" aren't cries for help,
 * however much they look like some. Words that lead to urgent help aren't included.
 */
final class PackWords {

    private final Set<String> words = new HashSet<>();

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
            words.add(PhraseUnderstanding.fixed(answer.label().in(language)));
        }
        answer.heard().values().forEach(heard -> heard.forEach(each -> words.add(Fold.fold(each))));
    }

    /** Whether a folded text is exactly such a word. */
    boolean are(String folded) {
        return !folded.isEmpty() && words.contains(folded);
    }
}

package campaignbot.content.understanding;

import campaignbot.flow.Answer;
import campaignbot.flow.Ask;
import campaignbot.flow.Flow;
import campaignbot.flow.Fold;
import campaignbot.flow.Pack;
import campaignbot.flow.Step;
import campaignbot.people.Language;
import java.util.HashSet;
import java.util.Set;

/**
 * The words that a pack waits for: what starts its flows and answers its questions.
 *
 * <p>Whoever types one of them, and nothing else, means what the pack says: "back" and "I spoke with someone" are no cries for
 * help, however much they may look like some. What leads to urgent help itself is not among them.
 */
final class OwnWords {

    private final Set<String> words = new HashSet<>();

    OwnWords(Pack pack) {
        for (Flow flow : pack.flows().values()) {
            if (!flow.urgent().isEmpty()) {
                continue;
            }
            flow.heard().values().forEach(words::addAll);
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

    /** Whether a text, once folded, is nothing but such a word. */
    boolean are(String folded) {
        return !folded.isEmpty() && words.contains(folded);
    }
}

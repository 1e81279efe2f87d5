package org.campaignbot.content.understanding;

import java.util.List;
import java.util.TreeMap;
import org.campaignbot.conversation.Repair;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Span;
import org.campaignbot.people.Language;

/**
 * Understands a text by the phrases of a pack: its urgent ones first, then the titles and heard words of its flows.
 *
 * <p>Words in every language of the pack count, whatever the conversation's language: in distress people use their own.
 */
public final class PhraseUnderstanding implements Understanding {

    /**
     * The longest text, in words, whose meaning a single word can decide: in "I want to call" the last word does; in a long
     * sentence about someone who ought to call back it doesn't.
     */
    private static final int SHORT = 4;

    private final Phrases urgent = new Phrases();
    private final Phrases clear = new Phrases();

    /** Creates the understanding of a pack. */
    public PhraseUnderstanding(Pack pack) {
        for (Flow flow : new TreeMap<>(pack.flows()).values()) {
            flow.urgent().values().forEach(phrases -> phrases.forEach(phrase -> urgent.add(phrase, flow.name())));
            // "Stop the deportations" must not end the conversation: repair flows are started by exact words only.
            if (!Repair.FLOWS.contains(flow.name())) {
                flow.heard().values().forEach(phrases -> phrases.forEach(phrase -> clear.add(phrase, flow.name())));
                for (Language language : flow.title().byLanguage().keySet()) {
                    clear.add(fixed(flow.title().in(language)), flow.name());
                }
            }
        }
    }

    @Override
    public Meaning read(String text, Language language) {
        String folded = Fold.fold(text);
        if (folded.isEmpty()) {
            return new Nothing();
        }
        List<String> words = List.of(folded.split(" "));
        Phrases.Found danger = urgent.longest(words, 1);
        if (danger != null) {
            return new Urgent(new Destination(danger.flow(), null));
        }
        Phrases.Found found = clear.longest(words, words.size() <= SHORT ? 1 : 2);
        return found == null || found.ambiguous() ? new Nothing() : new Clear(new Destination(found.flow(), null));
    }

    /** A text, folded; empty if it isn't one fixed text. */
    static String fixed(Words words) {
        StringBuilder fixedText = new StringBuilder();
        if (words instanceof Words.Said said && said.template().blocks().size() == 1) {
            for (Template.SpanPattern span :
                    said.template().blocks().get(0).lines().get(0)) {
                if (!(span instanceof Template.Fixed part) || !(part.span() instanceof Span.Plain plain)) {
                    return "";
                }
                fixedText.append(plain.text());
            }
        }
        return Fold.fold(fixedText.toString());
    }
}

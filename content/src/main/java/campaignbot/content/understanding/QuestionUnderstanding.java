package campaignbot.content.understanding;

import campaignbot.conversation.Understanding;
import campaignbot.flow.Pack;
import campaignbot.people.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Understands a text by the questions that authors wrote examples for, and where those say nothing by the phrases of the pack.
 *
 * <p>The phrases lead to what no question file names, such as the settings.
 */
public final class QuestionUnderstanding implements Understanding {

    /** How sure signs and phrases of danger are; what is only like the authors' examples of it, or a faint sign, is less. */
    private static final double SURE = 1;

    private final QuestionMatcher matcher;
    private final Destinations destinations;
    private final PhraseUnderstanding phrases;

    /** The understanding of a pack, by a matcher of the same campaign. */
    public QuestionUnderstanding(QuestionMatcher matcher, Pack pack) {
        this.matcher = matcher;
        this.destinations = new Destinations(matcher.questions().answers(), pack);
        this.phrases = new PhraseUnderstanding(pack);
    }

    @Override
    public Meaning read(String text, Language language) {
        Matched matched = matcher.match(text, language);
        Destination to = destinations.of(matched.answer());
        if (matched.urgent()) {
            return new Urgent(to == null ? new Destination(matched.answer(), null) : to, matched.confidence() >= SURE);
        } else if (to != null) {
            return new Clear(to);
        }
        Meaning byPhrase = phrases.read(text, language);
        if (!(byPhrase instanceof Nothing)) {
            return byPhrase;
        }
        List<Likely> likely = likely(matched.offered(), language);
        return likely.isEmpty()
                ? new Nothing(matched.nearest().equals(Matched.NONE) ? "" : matched.nearest())
                : new Unsure(likely);
    }

    /** What may be meant, each destination once: two answers that the pack does not tell apart are one to the person. */
    private List<Likely> likely(List<String> offered, Language language) {
        Map<Destination, Likely> likely = new LinkedHashMap<>();
        for (String answer : offered) {
            Destination to = destinations.of(answer);
            String title = title(answer, language);
            if (to != null && title != null) {
                likely.putIfAbsent(to, new Likely(to, title));
            }
        }
        return List.copyOf(likely.values());
    }

    private @Nullable String title(String answer, Language language) {
        Map<Language, Map<String, String>> titles = matcher.questions().titles();
        String title = titles.getOrDefault(language, Map.of()).get(answer);
        return title != null
                ? title
                : titles.getOrDefault(Language.ENGLISH, Map.of()).get(answer);
    }
}

package org.campaignbot.content.understanding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Understands a text by the authors' example questions, and if they don't match by the phrases of the pack.
 *
 * <p>The phrases lead to places that no question file names, such as the settings.
 */
public final class QuestionUnderstanding implements Understanding {

    /** At this probability a clause is a report, whatever the rest of the text means. */
    private static final double SURE_REPORT = 0.8;

    /** Fewer words beside a report, such as "other one?", only go on with the calls. */
    private static final int FEWEST_WORDS_OF_MORE = 3;

    private final QuestionMatcher matcher;
    private final Pack pack;
    private final Destinations destinations;
    private final PhraseUnderstanding phrases;

    /** Creates the understanding of a pack, with a matcher of the same campaign. */
    public QuestionUnderstanding(QuestionMatcher matcher, Pack pack) {
        this.matcher = matcher;
        this.pack = pack;
        this.destinations = new Destinations(matcher.questions().answers(), pack);
        this.phrases = new PhraseUnderstanding(pack);
    }

    @Override
    public Meaning read(String text, Language language) {
        return read(text, language, new Context("", false));
    }

    @Override
    public Meaning read(String text, Language language, Context context) {
        Set<String> near = destinations.leadingInto(context.asking());
        Matched matched = matcher.match(text, near, context.isWriting());
        if (!matched.urgent()) {
            return withReport(matched, text, language, near);
        }
        Destination to = destinations.of(matched.answer());
        Destination help = to == null || to.step() == null ? help(matched.answer(), to, text) : to;
        return matched.sure()
                ? new Urgent(help)
                : new Urgent(help, false, withReport(matcher.ordinary(text, near), text, language, near));
    }

    /**
     * The meaning of a text, and before it that of a clause that clearly answers the waiting question by what somebody did: "le dejé
     * recado a Cruz, pero dígame si sirve de algo".
     */
    private Meaning withReport(Matched matched, String text, Language language, Set<String> near) {
        Meaning whole = ordinary(matched, text, language);
        List<String> clauses = near.isEmpty() || near.contains(matched.answer())
                ? List.of()
                : Clauses.all(text).toList();
        if (clauses.size() < 2) {
            return whole;
        }
        List<Matched> parts =
                clauses.stream().map(clause -> matcher.ordinary(clause, near)).toList();
        // "It went to voicemail and I hung up" left no message.
        boolean isDoubtful =
                parts.stream().anyMatch(part -> near.contains(part.answer()) && !matcher.isReport(part.answer()));
        for (int i = 0; i < clauses.size() && !isDoubtful; i++) {
            Destination to = destinations.of(parts.get(i).answer());
            boolean isPurpose = i > 0 && Asking.asksFor(text, clauses.get(i - 1), clauses.get(i));
            if (to != null && !isPurpose && isSureReport(clauses.get(i), parts.get(i))) {
                String clause = clauses.get(i);
                String rest =
                        clauses.stream().filter(each -> !each.equals(clause)).collect(Collectors.joining(", "));
                Matched beside = matcher.ordinary(rest, near);
                boolean isMore = rest.split(" ", -1).length >= FEWEST_WORDS_OF_MORE && !near.contains(beside.answer());
                return new Reported(to, isMore ? ordinary(beside, rest, language) : new Nothing());
            }
        }
        return whole;
    }

    private boolean isSureReport(String clause, Matched part) {
        return matcher.isReport(part.answer())
                && part.confidence() >= SURE_REPORT
                && !Asking.asks(clause)
                && !Asking.supposes(clause);
    }

    /** The part of the help for a danger that fits a text, if the pack has it; else the whole. */
    private Destination help(String danger, @Nullable Destination whole, String text) {
        String name = whole == null ? danger : whole.flow();
        Flow flow = pack.flow(name);
        return new Destination(
                name,
                matcher.part(danger, text)
                        .filter(step -> flow != null && flow.steps().containsKey(step))
                        .orElse(null));
    }

    private Meaning ordinary(Matched matched, String text, Language language) {
        Destination to = destinations.of(matched.answer());
        if (to != null) {
            return new Clear(to, !matcher.asksForSomething(matched.answer()));
        }
        Meaning byPhrase = phrases.read(text, language);
        if (!(byPhrase instanceof Nothing) && !(byPhrase instanceof Urgent)) {
            return byPhrase;
        }
        List<Likely> likely = likely(matched.offered(), language);
        return likely.isEmpty()
                ? new Nothing(
                        matched.nearest().equals(Matched.NONE) ? "" : matched.nearest(),
                        likely(matched.near(), language))
                : new Unsure(likely);
    }

    /** The possible meanings, each destination once: two answers with the same destination are one to the person. */
    private List<Likely> likely(List<String> offered, Language language) {
        Map<Destination, Likely> likely = new LinkedHashMap<>();
        for (String answer : offered) {
            Destination to = destinations.of(answer);
            if (to != null) {
                matcher.title(answer, language).ifPresent(title -> likely.putIfAbsent(to, new Likely(to, title)));
            }
        }
        return List.copyOf(likely.values());
    }
}

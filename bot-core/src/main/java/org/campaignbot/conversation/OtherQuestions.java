package org.campaignbot.conversation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.TypedSentences;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a text asks beside the one thing that a turn took from it: "I'm in Reno. how long does it take" and "no me contestó. ¿quién lo
 * paga?" People type two or three things at once, and half an answer reads like none.
 */
final class OtherQuestions {

    /** More answers than this are a wall on a phone. */
    private static final int MOST_ANSWERS = 3;

    /** How a question begins, whether or not it ends with its mark. */
    private static final Pattern ASKS = Pattern.compile(
            "^(?:(?:and|but|so|ok|okay|yeah|yes|no|also|oh|oye|oiga|ah|pls|please|hey|wait|n|y|e|o|or|pero|si|entonces|bueno) )*"
                    + "(?:what|whats|how|hows|who|whos|when|where|wheres|why|which|do|does|did|is|are|am|was|can|could|should|will|would"
                    + "|que|q|cual|como|cuando|cuanto|cuanta|cuantos|quien|quienes|kien|donde|por que|xq|puedo|puede|debo|tengo que|sirve|hay que"
                    + "|(?:por|a|con|de|para|pa|x|en) (?:donde|quien|que|q|cual)|adonde|usted es|tu eres|eres|(?:esto|eso) (?:de|pa|para) (?:que|q)|i asked (?:(?:you|u) )?(?:if|what|who|how|whether|why)|(?:le|te) pregunt(?:e|aba) (?:si|que|q|quien|como|cuanto|donde))\\b");

    /** What asks in the middle of a sentence, too, where "when", "que" or "como" tells something. */
    private static final Pattern ASKS_INSIDE = Pattern.compile(
            "^(?:(?:and|but|so|n|y|e|pero) )*(?:how long|how much|how many|can i|do i have to|do i need to|are you (?:a |an )?(?:bot|real|person|human|robot)|who pays|why do you|i asked (?:(?:you|u) )?(?:if|what|who|how|whether|why)"
                    + "|cuanto (?:tiempo|tarda|dura|cuesta)|quien (?:lo )?paga|puedo|tengo que|hay que|usted es (?:un|una|persona|robot|maquina|bot)|eres (?:un|una|persona|robot|maquina|bot)|(?:esto|eso) (?:de|pa|para) (?:que|q)|de (?:que|q) sirve"
                    + "|(?:le|te) pregunt(?:e|aba) (?:si|que|q|quien|como|cuanto|donde))\\b");

    /** What asks nothing by itself: "is that it?", "¿eso cuenta?", or only what the turn says anyway: "¿qué hago?" */
    private static final Pattern POINTS_ONLY = Pattern.compile(
            "(?:(?:and|but|so|ok|oh|oye|y|o|or|pero|is|was|does|do|did|can|could|will|would|should|are|am|that|thats|this|it|its|all|good|bad|right|true|count|counts|counted|too|also|even|just|still"
                    + "|what|whats|happens|with|me|my|mine|i|you|u|now|again|okay|fine|enough|es|esta|fue|eso|esto|esa|ese|tambien|cuenta|cuentan|lo|la|los|las|le|todo|bien|mal|verdad|cierto|asi|ya|yo|mi|que|q|de|con|hago|ago|hacemos|ahora)(?: |$))+");

    private final FlowRun flowRun;
    private final List<Destination> asked;

    private OtherQuestions(FlowRun flowRun, List<Destination> asked) {
        this.flowRun = flowRun;
        this.asked = asked;
    }

    /**
     * The questions of a text, as they're understood before the turn takes anything from it.
     *
     * @param whole what the text means as a whole
     */
    static OtherQuestions in(String text, Understanding.Meaning whole, FlowRun flowRun) {
        List<String> parts = TypedSentences.in(text).stream()
                .flatMap(OtherQuestions::parts)
                .filter(OtherQuestions::isAsked)
                .toList();
        boolean isAnswered =
                flowRun.afterHelp().isNow() || (parts.size() == 1 && isAskedByAll(text, parts.get(0), whole, flowRun));
        List<Destination> asked = isAnswered
                ? List.of()
                : parts.stream()
                        .filter(part -> !POINTS_ONLY.matcher(Fold.fold(part)).matches() && !flowRun.isReply(part))
                        .flatMap(part -> Stream.ofNullable(wanted(flowRun.meaning(part))))
                        .filter(to -> to.step() != null && flowRun.isAnswer(to) && !isBeside(to, whole))
                        .distinct()
                        .toList();
        return new OtherQuestions(flowRun, asked);
    }

    /** Whether a question is what its whole text means, which says it better: "Reno. I work nights. can I call then". */
    private static boolean isAskedByAll(String text, String part, Understanding.Meaning whole, FlowRun flowRun) {
        String rest = text.replace(part, " ").strip();
        Destination to = wanted(whole);
        return rest.isEmpty()
                || (to != null
                        && (to.step() == null || flowRun.isAnswer(to))
                        && !to.equals(wanted(flowRun.meaning(rest))));
    }

    /** Whether the turn already says something from the same flow, like what to tell an office before its number. */
    private static boolean isBeside(Destination to, Understanding.Meaning whole) {
        return whole instanceof Understanding.Clear clear
                && clear.beside() != null
                && clear.beside().flow().equals(to.flow());
    }

    private static @Nullable Destination wanted(Understanding.Meaning meaning) {
        return meaning instanceof Understanding.Clear clear && !clear.isTalk() ? clear.to() : null;
    }

    /** The clauses of a sentence that ask, if each of them does or one does so plainly behind another; else the sentence. */
    private static Stream<String> parts(String sentence) {
        List<String> clauses = Clauses.all(sentence).toList();
        if (clauses.size() < 2 || clauses.stream().allMatch(OtherQuestions::isAsked)) {
            return clauses.size() < 2 ? Stream.of(sentence) : clauses.stream();
        }
        List<String> inside = clauses.stream()
                .skip(1)
                .filter(clause -> Fold.words(clause) >= TextRouter.FEWEST_WORDS_OF_MORE
                        && ASKS_INSIDE.matcher(Fold.fold(clause)).find())
                .toList();
        return inside.isEmpty() ? Stream.of(sentence) : inside.stream();
    }

    private static boolean isAsked(String part) {
        return Fold.words(part) >= TextRouter.FEWEST_WORDS_OF_MORE && asks(part);
    }

    /** Whether words ask, by their mark or by how they begin. */
    static boolean asks(String words) {
        return words.indexOf('?') >= 0 || ASKS.matcher(Fold.fold(words)).find();
    }

    /** Answers those that the turn has left, above what it says. */
    void answer() {
        if (flowRun.afterHelp().isNow()) {
            return;
        }
        List<Destination> left =
                asked.stream().filter(to -> !flowRun.hasSaid(to)).toList();
        int most = Math.max(0, MOST_ANSWERS - (asked.size() - left.size()));
        // Each goes above the others, so the last one first.
        for (int i = Math.min(most, left.size()) - 1; i >= 0; i--) {
            flowRun.speakFirst(left.get(i));
        }
    }
}

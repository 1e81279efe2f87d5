package org.campaignbot.content.understanding;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.campaignbot.conversation.Repair;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Understands a text by the authors' example questions, and if they don't match by the phrases of the pack.
 *
 * <p>The phrases lead to places that no question file names, such as the settings.
 */
public final class QuestionUnderstanding implements Understanding {

    /** Months or years since something happened: "hes been in dilley since july", "lo tienen desde hace 2 meses". */
    private static final Pattern LONG_AGO = Pattern.compile(
            "\\b(?:years?|months?|weeks) ago\\b|\\bfor (?:\\w+ )?(?:years?|months?|weeks)\\b|\\blast (?:year|month|spring|summer|fall|winter)\\b"
                    + "|\\b(?:since|in|back in|last) (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept?|oct|nov|dec)\\b|\\b(?:in|been) \\w+ since\\b"
                    + "|\\b(?:hace|lleva|llevan|llevaba) (?:ya |como |casi |mas de )?(?:\\w+ )?(?:anos?|mes|meses|semanas)\\b|\\b(?:ano|mes|verano|invierno) pasado\\b"
                    + "|\\b(?:desde|en) (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|sept|oct|nov|dic)\\b");

    /** Days that are over, in a letter: "nobody told them where he was for 9 days". */
    private static final Pattern FOR_DAYS = Pattern.compile(
            "\\bwas (?:\\w+ )?for \\w+ days\\b|\\b(?:estuvo|estuvieron|paso|pasaron) (?:\\w+ )?(?:\\d+|\\w+) dias\\b");

    /**
     * At this probability a cry without a sign of danger is sure where the question is where somebody lives. At the usual one a tenth of 680
     * answers to that got the card: people tell of their family, their door, the police station next to it.
     */
    private static final double SURE_OF_A_HOME = 0.75;

    private final QuestionMatcher matcher;
    private final Pack pack;
    private final Destinations destinations;
    private final PhraseUnderstanding phrases;
    private final OrdinaryMeaning ordinaryMeaning;
    private final HelpInDanger helpInDanger;
    private final WhileWriting whileWriting;

    /** The answers that lead into the help for a danger, such as how to find somebody. */
    private final Set<String> aboutHelp;

    /** Creates the understanding of a pack, with a matcher of the same campaign. */
    public QuestionUnderstanding(QuestionMatcher matcher, Pack pack) {
        this.matcher = matcher;
        this.pack = pack;
        this.destinations = new Destinations(matcher.questions().answers(), pack);
        this.phrases = new PhraseUnderstanding(pack);
        this.ordinaryMeaning = new OrdinaryMeaning(matcher, pack, destinations, phrases);
        this.helpInDanger = new HelpInDanger(matcher, pack, destinations, ordinaryMeaning, this);
        this.whileWriting = new WhileWriting(matcher, destinations);
        this.aboutHelp = pack.flows().values().stream()
                .filter(flow -> !flow.urgent().isEmpty())
                .flatMap(flow -> destinations.leadingInto(flow.name()).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Meaning read(String text, Language language) {
        return read(text, language, new Context("", false));
    }

    @Override
    public Meaning read(String text, Language language, Context context) {
        return nearer(readAt(text, language, context), context.asking());
    }

    /** A meaning that leads to what the asking flow says in place of an answer, where it has a step for that; see {@link Repair#AT}. */
    private Meaning nearer(Meaning meaning, String asking) {
        if (meaning instanceof Clear clear) {
            return new Clear(
                    nearer(clear.to(), asking),
                    clear.isTalk(),
                    clear.isPutOff(),
                    clear.beside() == null ? null : nearer(clear.beside(), asking));
        } else if (meaning instanceof ToTheBot said) {
            return new ToTheBot(nearer(said.meaning(), asking), said.rest(), said.leftOut());
        } else if (meaning instanceof Urgent urgent && !urgent.sure()) {
            return new Urgent(urgent.to(), false, nearer(urgent.ordinary(), asking));
        }
        return meaning;
    }

    private Destination nearer(Destination to, String asking) {
        Destination near = new Destination(asking, Repair.AT + to.step());
        return to.step() != null && destinations.isAnswer(to) && destinations.isAnswer(near) ? near : to;
    }

    private Meaning readAt(String text, Language language, Context context) {
        QuestionMatcher.Around around = new QuestionMatcher.Around(
                destinations.leadingInto(context.asking()), context.isAfterHelp() ? aboutHelp : Set.of());
        Matched matched = matcher.match(text, around, context.isWriting());
        Destination to = destinations.of(matched.answer());
        Destination help = matched.urgent() && (to == null || to.step() == null)
                ? helpInDanger.part(matched.answer(), to, text)
                : to;
        boolean isSure = matched.sure() && !isPerhapsOfHome(matched, text, language, context);
        boolean isAtHand = matched.urgent() && isSure && matcher.isAtHand(matched.answer(), step(help));
        // Somebody who was just given this help may only ask more about it: "they want him out of the car, does he have
        // to".
        boolean isNew = isAtHand && !context.help().equals(step(help));
        // The label of a button is that button: "back to where we were" asks for no steps.
        Optional<Meaning> next = context.isAfterHelp() && !isNew && !matcher.isOfThePack(text)
                ? helpInDanger.next(matched, text, language, context)
                : Optional.empty();
        if (next.isPresent()) {
            return next.get();
        }
        if (!matched.urgent() || help == null) {
            return inContext(ordinaryMeaning.of(matched, text, language, around), text, context);
        }
        if (isSure && (isAtHand || !isStoryOfThePast(text, context))) {
            return new Urgent(help);
        }
        Matched calm = matcher.ordinary(text, around);
        Meaning ordinary = ordinaryMeaning.of(calm, text, language, around);
        if (!isSure
                && matched.confidence() < CryDetector.POSSIBLE_BESIDE_A_QUESTION
                && ordinary instanceof Clear asked
                && !asked.isTalk()
                && !matcher.isReport(calm.answer())
                && Clauses.in(text).findAny().isPresent()
                && !hasSign(text, language)) {
            // Only one of its sentences asks: "long day at the plant. will they want my street address".
            return inContext(ordinary, text, context);
        }
        // Right after a cry for help, words that a part of the help fits go on with it: "will they deport him before
        // monday". "No me contesta el teléfono" reports no call there.
        boolean isNothingElse = !(ordinary instanceof Clear) || matcher.isReport(calm.answer());
        return context.isAfterHelp() && help.step() != null && isNothingElse
                ? new Urgent(help)
                : new Urgent(help, false, inContext(ordinary, text, context));
    }

    /**
     * Whether a text that may be a cry more likely tells of somebody's home, which was asked for: "yeah me and my nana in the apartments by
     * the school". Help is offered below the answer.
     */
    private boolean isPerhapsOfHome(Matched matched, String text, Language language, Context context) {
        Flow asking = pack.flow(context.asking());
        return asking != null
                && asking.steps().values().stream()
                        .anyMatch(step -> step.ask() != null && step.ask().location())
                && matched.confidence() < SURE_OF_A_HOME
                && !hasSign(text, language);
    }

    /** Whether a text has a strong sign or a phrase of danger. */
    private boolean hasSign(String text, Language language) {
        return matcher.hasStrongSign(text) || phrases.read(text, language) instanceof Urgent;
    }

    /**
     * Whether a text tells of a danger that was a while ago, in a letter or by somebody who wants to write or call: "write it for me,
     * they've had my uncle in Krome for two months". That's why people do it; help is offered below the answer.
     */
    private boolean isStoryOfThePast(String text, Context context) {
        Destination wanted = matcher.decided(text).map(destinations::of).orElse(null);
        boolean wantsToAct = wanted != null && (wanted.step() == null || !destinations.isAnswer(wanted));
        String words = Fold.fold(text);
        return (context.isWriting() && FOR_DAYS.matcher(words).find())
                || ((context.isWriting() || wantsToAct)
                        && LONG_AGO.matcher(words).find());
    }

    /** What a text means where that depends on what is asked for. */
    private Meaning inContext(Meaning meaning, String text, Context context) {
        if (context.isWriting()) {
            return whileWriting.read(meaning, text, context.asking());
        }
        // Where a name or a town is asked for, it's no part of the text, and still "now may I see it?" wants to see
        // that.
        // A wish for another flow, such as another language, is no edit of the letter.
        boolean isElsewhere = meaning instanceof Clear clear
                && clear.to().step() == null
                && !clear.isTalk()
                && (Repair.COMMANDS.contains(clear.to().flow()) || !whileWriting.takesOut(text));
        Destination wanted = isElsewhere
                ? whileWriting.wanted(text, context.over())
                : whileWriting.wantedOnceWritten(text, context.over());
        if (wanted == null) {
            return meaning;
        }
        boolean isAsked = meaning instanceof Clear clear && destinations.isAnswer(clear.to());
        return new Clear(wanted, false, false, isAsked ? ((Clear) meaning).to() : null);
    }

    private static @Nullable String step(@Nullable Destination to) {
        return to == null ? null : to.step();
    }
}

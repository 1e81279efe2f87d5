package org.campaignbot.content.understanding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.Repair;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.conversation.Understanding.Clear;
import org.campaignbot.conversation.Understanding.Context;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.conversation.Understanding.Meaning;
import org.campaignbot.conversation.Understanding.Nothing;
import org.campaignbot.conversation.Understanding.Resumed;
import org.campaignbot.conversation.Understanding.Urgent;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Finds the part of the help for a danger that fits a text, and what words right after that help go on with. */
final class HelpInDanger {

    /** At this probability another danger comes before what goes on with the help that was given: "I want to die" after "they took him". */
    private static final double ANOTHER_DANGER = 0.9;

    /** The step of the help for those who are free again. */
    private static final String LET_GO = "let-go";

    /** Fewer words ask for no part of the help beside another. */
    private static final int FEWEST_WORDS_OF_A_PART = 4;

    /** Asks for no more than what the rest does. */
    private static final Pattern WHAT_TO_DO = Pattern.compile(
            "^(?:so |ok |y |pues )*(?:what (?:do|should|can) (?:i|we) (?:even )?do|(?:que|q|k) (?:hago|hacemos|puedo hacer|podemos hacer))\\b");

    private static final Pattern WANTS_TO_CALL = Pattern.compile(
            "\\b(?:gonna|going to|wanna|want to|ready to|lemme|let me|can i) (?:go )?call\\b|\\bi(?:ll| will) call\\b|\\b(?:numero|number|card)\\b"
                    + "|\\b(?:voy|quiero|vamos) a? ?(?:llamar\\w*|marcar\\w*|hablar\\w*)\\b");

    private final QuestionMatcher matcher;
    private final Pack pack;
    private final Destinations destinations;
    private final OrdinaryMeaning ordinary;
    private final Understanding understanding;

    /** @param understanding what reads words as if no help had been given */
    HelpInDanger(
            QuestionMatcher matcher,
            Pack pack,
            Destinations destinations,
            OrdinaryMeaning ordinary,
            Understanding understanding) {
        this.matcher = matcher;
        this.pack = pack;
        this.destinations = destinations;
        this.ordinary = ordinary;
        this.understanding = understanding;
    }

    /** The part of the help for a danger that fits a text, if the pack has it; else the whole. */
    Destination part(String danger, @Nullable Destination whole, String text) {
        String name = whole == null ? danger : whole.flow();
        Flow flow = pack.flow(name);
        return new Destination(
                name,
                matcher.part(danger, text)
                        .filter(step -> flow != null && flow.steps().containsKey(step))
                        .orElse(null));
    }

    /**
     * What goes on with the help that was given: what surely answers such words, or the part of the help that fits them, unless they
     * mean something else about it or nothing to do with any call.
     */
    Optional<Meaning> next(Matched matched, String text, Language language, Context context) {
        String help = context.help();
        Optional<String> danger = pack.flows().values().stream()
                .filter(flow -> !flow.urgent().isEmpty())
                .filter(flow -> flow.name().equals(help) || flow.steps().containsKey(help))
                .map(Flow::name)
                .findFirst();
        boolean isAnotherDanger =
                matched.urgent() && matched.sure() && !matched.answer().equals(danger.orElse(""));
        if (danger.isEmpty() || (isAnotherDanger && matcher.hasStrongSign(text))) {
            return Optional.empty();
        }
        Flow flow = Objects.requireNonNull(pack.flow(danger.get()));
        Optional<String> followUp = matcher.followUp(flow.name(), text);
        // "No, hes IN THE CAR on the road. does he have to step out" is no wish to step in front of one.
        boolean isAtHand = Stream.concat(followUp.stream(), matcher.part(flow.name(), text).stream())
                .anyMatch(step -> matcher.isAtHand(flow.name(), step));
        if (isAnotherDanger && matched.confidence() >= ANOTHER_DANGER && !isAtHand) {
            return Optional.empty();
        }
        Optional<Meaning> rest = followUp.filter(name -> name.equals(Repair.FALSE_ALARM) || name.equals(LET_GO))
                .flatMap(relief -> besideRelief(flow, relief, text, language, context));
        if (rest.isPresent()) {
            return rest;
        }
        boolean isSure = matched.urgent() && matched.sure();
        if (!isSure && isOfLawmaker(text, context)) {
            return Optional.of(new Resumed(
                    understanding.read(text, language, new Context(context.asking(), context.isWriting()))));
        }
        if (followUp.filter(Repair.RESUME::equals).isPresent()) {
            return Optional.of(new Resumed(
                    understanding.read(text, language, new Context(context.asking(), context.isWriting()))));
        }
        Optional<Destination> follows = followUp.flatMap(name -> Stream.of(flow.name(), Repair.AFTER_HELP)
                .filter(each -> pack.flows().containsKey(each)
                        && Objects.requireNonNull(pack.flow(each)).steps().containsKey(name))
                .map(each -> new Destination(each, name))
                .findFirst()
                .or(() -> Optional.ofNullable(destinations.of(name))));
        Optional<Meaning> two = bothFollow(flow, text, help);
        if (two.isPresent()) {
            return two;
        } else if (follows.isPresent()) {
            // A whole flow that is no command, such as the lawmakers' numbers, leads out of the help.
            boolean isBack = follows.get().step() == null
                    && !Repair.COMMANDS.contains(follows.get().flow());
            Destination first = new Destination(flow.name(), Repair.AT + followUp.orElseThrow());
            return follows.map(to -> to.flow().equals(flow.name())
                    ? new Urgent(to)
                    : isBack
                            ? new Resumed(new Clear(to, false, false, destinations.isAnswer(first) ? first : null))
                            : new Clear(to));
        }
        // "No me contesta" reports no call here, and says where the talk goes on.
        boolean isNothingElse = !matched.urgent()
                && (matcher.isReport(matched.answer())
                        || !matcher.asksForSomething(matched.answer())
                        || matched.answer().equals(Matched.NONE)
                        || matched.answer().equals(Matched.UNSURE));
        return isNothingElse
                ? Optional.of(part(flow.name(), null, text))
                        .filter(part -> part.step() != null && !matcher.isAtHand(flow.name(), part.step()))
                        .map(Urgent::new)
                : Optional.empty();
    }

    /**
     * Whether words tell of a call to a lawmaker by name, or want to make one: "thank you. ok I called Klobuchar, I left the message",
     * "I'm gonna call Moreno now".
     */
    private boolean isOfLawmaker(String text, Context context) {
        QuestionMatcher.Around around =
                new QuestionMatcher.Around(destinations.leadingInto(context.asking()), Set.of());
        return matcher.namesLawmaker(text)
                && (WANTS_TO_CALL.matcher(Fold.fold(text)).find()
                        || Clauses.all(text)
                                .anyMatch(clause -> ordinary.isSureReport(clause, matcher.ordinary(clause, around))));
    }

    /**
     * The answer to what else somebody asks who says "nobody's at the door" or "they let him go"; empty if there is none.
     *
     * @param relief the step that answers that nobody is in danger anymore
     */
    private Optional<Meaning> besideRelief(Flow help, String relief, String text, Language language, Context context) {
        String rest = Clauses.all(text)
                .filter(clause -> matcher.followUp(help.name(), clause)
                        .filter(relief::equals)
                        .isEmpty())
                .collect(Collectors.joining(", "));
        Destination whole =
                help.steps().containsKey(relief) ? new Destination(help.name(), relief) : destinations.of(relief);
        Destination first = whole == null ? null : new Destination(whole.flow(), Repair.AT + whole.step());
        Meaning asked = rest.isEmpty() || first == null || !destinations.isAnswer(first)
                ? new Nothing()
                : understanding.read(rest, language, new Context(context.asking(), context.isWriting()));
        return asked instanceof Clear clear && !clear.isTalk() && !clear.isPutOff() && clear.beside() == null
                ? Optional.of(new Resumed(new Clear(clear.to(), false, false, first)))
                : Optional.empty();
    }

    /** The first two parts of the help that sentences ask for: "the site wants an A-number. and she's scared to pick the kids up". */
    private Optional<Meaning> bothFollow(Flow flow, String text, String help) {
        List<Destination> parts = Clauses.in(text)
                .filter(clause -> clause.split("\\s+", -1).length >= FEWEST_WORDS_OF_A_PART
                        && !WHAT_TO_DO.matcher(Fold.fold(clause)).find())
                .flatMap(clause -> matcher.followUp(flow.name(), clause).stream())
                .filter(name -> flow.steps().containsKey(name) && !name.equals(help))
                .distinct()
                .map(name -> new Destination(flow.name(), name))
                .toList();
        return parts.size() >= 2
                ? Optional.of(new Urgent(parts.get(1), true, new Clear(parts.get(0))))
                : Optional.empty();
    }
}

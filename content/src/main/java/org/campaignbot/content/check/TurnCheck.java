package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.readability.Limits;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds turns that are too long: the words of steps that are said one after the other, and the lines that a phone needs for them
 * with the buttons below.
 *
 * <p>What is only known while the bot runs, such as where a visit comes back to, isn't counted.
 */
final class TurnCheck {

    private final PackCheck.Subject subject;
    private final Exceptions exceptions;
    private final LongestText longest;
    private final Labels labels;

    private TurnCheck(PackCheck.Subject subject, Exceptions exceptions) {
        this.subject = subject;
        this.exceptions = exceptions;
        this.longest = new LongestText(subject.pack());
        this.labels = new Labels(subject.pack());
    }

    static void check(PackCheck.Subject subject, Exceptions exceptions) {
        TurnCheck check = new TurnCheck(subject, exceptions);
        subject.eachStep((flow, step) -> {
            for (Language language : subject.pack().languages()) {
                check.turn(flow, step, language);
            }
        });
    }

    private void turn(Flow flow, Step step, Language language) {
        List<Said> turn = turn(flow, step).stream()
                .map(part -> said(part, language))
                .filter(said -> said.lines > 0)
                .toList();
        if (turn.isEmpty() || !turn.get(0).part.step().equals(step)) {
            // It says nothing itself, so what follows is judged where it begins.
            return;
        }
        int words = words(turn);
        int mostWords = most(turn, Limits::words);
        boolean alone = turn.size() == 1
                || turn.stream()
                        .anyMatch(each -> each.words > each.part.limits().words());
        // A longer turn of which a later part is too long already is reported there.
        if (!alone && words > mostWords && words(rest(turn)) <= most(rest(turn), Limits::words)) {
            report(
                    turn,
                    language,
                    ProblemKind.TOO_MANY_WORDS,
                    "has " + words + " words" + with(turn) + "; such a turn has at most " + mostWords);
        }
        int lines = lines(turn, language);
        int mostLines = most(turn, Limits::lines);
        if (lines > mostLines && (turn.size() == 1 || lines(rest(turn), language) <= most(rest(turn), Limits::lines))) {
            report(
                    turn,
                    language,
                    ProblemKind.OFF_SCREEN,
                    "needs " + lines + " lines of " + Phone.COLUMNS + " columns" + with(turn) + ", "
                            + buttons(turn, language) + " of them for buttons; " + mostLines + " is a screen");
        }
    }

    /** What one step says at its longest. */
    private record Said(TextPart part, int words, int lines) {}

    private Said said(TextPart part, Language language) {
        int words = 0;
        int lines = 0;
        for (LongestText.Variant variant : longest.variants(part.words(language), language)) {
            words = Math.max(words, BudgetCheck.words(part, variant));
            lines = Math.max(lines, variant.blocks().isEmpty() ? 0 : Phone.lines(variant.blocks()));
        }
        return new Said(part, words, lines);
    }

    private static List<Said> rest(List<Said> turn) {
        return turn.subList(1, turn.size());
    }

    private static int words(List<Said> turn) {
        return turn.stream().mapToInt(Said::words).sum();
    }

    private int lines(List<Said> turn, Language language) {
        return turn.stream().mapToInt(Said::lines).sum() + turn.size() - 1 + buttons(turn, language);
    }

    private int buttons(List<Said> turn, Language language) {
        TextPart last = turn.get(turn.size() - 1).part;
        return Phone.buttonLines(labels.buttons(last.flow(), last.step(), language));
    }

    private static int most(List<Said> turn, ToIntFunction<Limits> limit) {
        return turn.stream()
                .mapToInt(said -> limit.applyAsInt(said.part.limits()))
                .max()
                .orElse(Limits.NONE);
    }

    private static String with(List<Said> turn) {
        return turn.size() == 1
                ? ""
                : rest(turn).stream().map(said -> said.part.name()).collect(Collectors.joining(", ", " with ", ""));
    }

    private void report(List<Said> turn, Language language, ProblemKind kind, String message) {
        TextPart part = turn.get(0).part;
        if (!exceptions.allow(part.flow().name(), part.step().name(), language, kind.code())) {
            subject.report(kind, part.place(), "\"" + part.name() + "\" in \"" + language + "\" " + message);
        }
    }

    /** The steps that are surely said in one turn, from this one to its question. */
    private List<TextPart> turn(Flow flow, Step step) {
        List<TextPart> turn = new ArrayList<>();
        Set<StepName> seen = new LinkedHashSet<>();
        TextPart part = TextPart.of(subject, flow, step);
        while (part != null
                && seen.add(new StepName(part.flow().name(), part.step().name()))) {
            turn.add(part);
            boolean ends = part.step().ask() != null || part.step().visit() != null;
            part = ends ? null : next(part);
        }
        return turn;
    }

    private @Nullable TextPart next(TextPart part) {
        Target then = part.step().then();
        Flow flow = then instanceof Target.ToFlow to
                ? subject.pack().flow(to.flow())
                : then instanceof Target.Menu
                        ? subject.pack().flow(subject.pack().menu())
                        : part.flow();
        Step step = null;
        if (flow != null && then instanceof Target.ToStep to) {
            step = flow.steps().get(to.step());
        } else if (flow != null && (then instanceof Target.ToFlow || then instanceof Target.Menu)) {
            step = flow.first();
        }
        boolean certain =
                step != null && (step.run() == null || step.run().outcomes().containsValue(new Target.Here()));
        return flow == null || step == null || !certain ? null : TextPart.of(subject, flow, step);
    }
}

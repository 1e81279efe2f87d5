package org.campaignbot.content.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Span;

/** Edits a compiled pack as an author might while people are in conversations over it. */
public final class PackEdit {

    private PackEdit() {}

    /** Renames a step and every target that leads to it; {@code was} tells whether the author declared the old name. */
    public static Pack rename(Pack pack, String flow, String step, String name, boolean was) {
        return withSteps(pack, flow, steps -> {
            List<Step> renamed = new ArrayList<>();
            for (Step each : steps) {
                boolean it = each.name().equals(step);
                List<String> names = new ArrayList<>(each.was());
                if (it && was) {
                    names.add(step);
                }
                renamed.add(new Step(
                        it ? name : each.name(),
                        names,
                        each.run() == null ? null : run(each.run(), step, name),
                        each.operations(),
                        each.say(),
                        each.ask() == null ? null : ask(each.ask(), step, name),
                        each.visit(),
                        target(each.then(), step, name),
                        each.visibility(),
                        each.slot()));
            }
            return renamed;
        });
    }

    /**
     * Removes a step, as seen by someone who waits there; targets lead to the same step under a name that no one waits at.
     * {@code successor} takes over its people, if it isn't empty.
     */
    public static Pack remove(Pack pack, String flow, String step, String successor) {
        Pack without = rename(pack, flow, step, "gone-from-" + step, false);
        Map<String, Flow> flows = new LinkedHashMap<>(without.flows());
        flows.computeIfPresent(flow, (name, each) -> {
            Map<String, String> retired = new LinkedHashMap<>(each.retired());
            if (!successor.isEmpty()) {
                retired.put(step, successor);
            }
            return each.with(each.steps(), retired);
        });
        return with(without, flows);
    }

    /** Reverses the order of a question's answers. */
    public static Pack reorder(Pack pack, String flow, String step) {
        return withAnswers(pack, flow, step, answers -> {
            List<Answer> reversed = new ArrayList<>(answers);
            Collections.reverse(reversed);
            return reversed;
        });
    }

    /** Moves each label of a question's answers to the answer before it: the meanest rewording. */
    public static Pack reword(Pack pack, String flow, String step) {
        return withAnswers(pack, flow, step, answers -> {
            List<Answer> reworded = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                Answer answer = answers.get(i);
                Wording label = answers.size() > 1
                        ? answers.get((i + 1) % answers.size()).label()
                        : plain("Something else", answer.label());
                reworded.add(new Answer(answer.name(), label, answer.heard(), answer.operations(), answer.then()));
            }
            return reworded;
        });
    }

    /** Removes one answer of a question. */
    public static Pack drop(Pack pack, String flow, String step, String answer) {
        return withAnswers(
                pack,
                flow,
                step,
                answers -> answers.stream()
                        .filter(each -> !each.name().equals(answer))
                        .toList());
    }

    private static Wording plain(String words, Wording like) {
        Template template = new Template(List.of(new Template.BlockPattern(
                Template.Kind.PARAGRAPH, List.of(List.of(new Template.Fixed(new Span.Plain(words)))))));
        return new Wording(Map.of(like.base(), new Words.Said(template)), like.base());
    }

    private static Pack withAnswers(Pack pack, String flow, String step, UnaryOperator<List<Answer>> edit) {
        return withSteps(
                pack,
                flow,
                steps -> steps.stream()
                        .map(each -> each.name().equals(step) && each.ask() != null
                                ? withAnswers(each, each.ask(), edit)
                                : each)
                        .toList());
    }

    private static Step withAnswers(Step step, Ask ask, UnaryOperator<List<Answer>> edit) {
        Ask edited = new Ask(
                ask.question(),
                edit.apply(ask.answers()),
                ask.options(),
                ask.expect(),
                ask.form(),
                ask.location(),
                ask.manner());
        return new Step(
                step.name(),
                step.was(),
                step.run(),
                step.operations(),
                step.say(),
                edited,
                step.visit(),
                step.then(),
                step.visibility(),
                step.slot());
    }

    private static Pack withSteps(Pack pack, String flow, UnaryOperator<List<Step>> edit) {
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        flows.computeIfPresent(flow, (name, each) -> {
            Map<String, Step> steps = new LinkedHashMap<>();
            edit.apply(List.copyOf(each.steps().values())).forEach(step -> steps.put(step.name(), step));
            return each.with(steps, each.retired());
        });
        return with(pack, flows);
    }

    private static Pack with(Pack pack, Map<String, Flow> flows) {
        return pack.withFlows(pack.revision() + "-edited", flows);
    }

    private static Step.Run run(Step.Run run, String step, String name) {
        Map<String, Target> outcomes = new LinkedHashMap<>();
        run.outcomes().forEach((outcome, target) -> outcomes.put(outcome, target(target, step, name)));
        return new Step.Run(run.name(), run.with(), outcomes);
    }

    private static Ask ask(Ask ask, String step, String name) {
        List<Answer> answers = ask.answers().stream()
                .map(each -> new Answer(
                        each.name(), each.label(), each.heard(), each.operations(), target(each.then(), step, name)))
                .toList();
        Ask.Options options = ask.options();
        Ask.Expect expect = ask.expect();
        return new Ask(
                ask.question(),
                answers,
                options == null
                        ? null
                        : new Ask.Options(options.list(), options.keep(), target(options.then(), step, name)),
                expect == null
                        ? null
                        : new Ask.Expect(
                                expect.kind(),
                                expect.keep(),
                                target(expect.then(), step, name),
                                expect.otherwise() == null ? null : target(expect.otherwise(), step, name)),
                ask.form(),
                ask.location(),
                ask.manner());
    }

    private static Target target(Target target, String step, String name) {
        return target.equals(new Target.ToStep(step)) ? new Target.ToStep(name) : target;
    }
}

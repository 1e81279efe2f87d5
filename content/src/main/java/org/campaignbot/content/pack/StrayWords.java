package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Command;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Profile;
import org.campaignbot.flow.Step;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Finds translations that are never shown: of parts that don't exist, or into a language that the pack doesn't speak. */
final class StrayWords {

    private final Map<String, Flow> flows;
    private final Collection<String> records;
    private final List<String> commands;
    private final List<Language> languages;
    private final Problems problems;

    StrayWords(
            Map<String, Flow> flows,
            Collection<String> records,
            Profile profile,
            List<Language> languages,
            Problems problems) {
        this.flows = flows;
        this.records = records;
        this.commands = profile.commands().stream().map(Command::name).toList();
        this.languages = languages;
        this.problems = problems;
    }

    void check(List<Layer> layers) {
        Set<String> overridden = new HashSet<>();
        for (int i = 0; i < layers.size(); i++) {
            boolean top = i == 0;
            layers.get(i).words().forEach((language, root) -> {
                if (languages.contains(language)) {
                    check(Fields.open(root, "a file of words", problems), overridden);
                } else if (top) {
                    // What is inherited may have more languages than its heir.
                    problems.add(
                            ProblemKind.UNLISTED_LANGUAGE,
                            root.place(),
                            "the pack does not list the language \"" + language + "\"");
                }
            });
            layers.get(i).flows().forEach(file -> overridden.add(file.name().text()));
        }
    }

    private void check(Fields root, Set<String> overridden) {
        for (Node.Entry entry : root.entries()) {
            Flow flow = flows.get(entry.name());
            if (entry.name().equals("records")) {
                Fields.open(entry.value(), "records", problems)
                        .entries()
                        .forEach(record -> known(record, "record", records));
            } else if (entry.name().equals("pack")) {
                Node words = Fields.open(entry.value(), "the words of the pack", problems)
                        .node("commands");
                Fields.open(words, "commands", problems).entries().forEach(each -> known(each, "command", commands));
            } else if (flow == null) {
                known(entry, "flow", flows.keySet());
            } else if (!overridden.contains(flow.name())) {
                check(flow, Fields.open(entry.value(), "the translation of a flow", problems));
            }
        }
    }

    private void check(Flow flow, Fields translation) {
        List<String> known = new ArrayList<>(flow.steps().keySet());
        known.addAll(List.of("title", "heard", "urgent", "parts"));
        for (Node.Entry entry : translation.entries()) {
            known(entry, "step", known);
            Step step = flow.step(entry.name());
            if (step != null && entry.value() instanceof Node.Mapping words) {
                check(step, words.get("answers"));
            }
        }
    }

    private void check(Step step, @Nullable Node answers) {
        if (answers != null) {
            List<String> known = step.ask() == null
                    ? List.of()
                    : step.ask().answers().stream().map(Answer::name).toList();
            Fields.open(answers, "answers", problems).entries().forEach(answer -> known(answer, "answer", known));
        }
    }

    private void known(Node.Entry entry, String what, Collection<String> known) {
        if (!known.contains(entry.name())) {
            Place place = entry.key().place();
            problems.add(
                    ProblemKind.STRAY_TRANSLATION,
                    place,
                    "there is no " + what + " \"" + entry.name() + "\" to translate",
                    Nearest.to(entry.name(), known)
                            .map(near -> "did you mean \"" + near + "\"?")
                            .orElse(ProblemKind.STRAY_TRANSLATION.fix()));
        }
    }
}

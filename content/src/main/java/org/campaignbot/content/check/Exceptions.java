package org.campaignbot.content.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.content.pack.TextRules;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Flow;
import org.campaignbot.people.Language;

/** The exceptions that authors write beside their texts, and which of them excuse something. Not thread-safe. */
final class Exceptions {

    private final PackCheck.Subject subject;
    private final Set<String> used = new HashSet<>();

    Exceptions(PackCheck.Subject subject) {
        this.subject = subject;
    }

    /** Whether a step's words, or a flow's if {@code step} is empty, are excepted in a language from a rule or for a phrase. */
    boolean allow(String flow, String step, Language language, String rule) {
        boolean ofFlow = isIn(subject.outline().textRules(flow), flow, language, rule);
        if (step.isEmpty()) {
            return ofFlow;
        }
        String name = flow + "/" + step;
        return isIn(subject.outline().textRules(name), name, language, rule) || ofFlow;
    }

    private boolean isIn(TextRules rules, String name, Language language, String rule) {
        boolean isAllowed = rules.allowed().containsKey(rule)
                || rules.allowedIn().getOrDefault(language, Map.of()).containsKey(rule);
        if (isAllowed) {
            used.add(name + " " + rule);
        }
        return isAllowed;
    }

    /** Reports those that excuse nothing: they would hide the next mistake. */
    void reportUnused() {
        for (Flow flow : subject.pack().flows().values()) {
            unused(flow.name(), flow.name());
            flow.steps().keySet().forEach(step -> unused(flow.name() + "/" + step, flow.name(), step));
        }
    }

    private void unused(String name, String... path) {
        TextRules rules = subject.outline().textRules(name);
        Set<String> all = new TreeSet<>(rules.allowed().keySet());
        rules.allowedIn().values().forEach(allowed -> all.addAll(allowed.keySet()));
        for (String rule : all) {
            if (!used.contains(name + " " + rule)) {
                String[] place = Arrays.copyOf(path, path.length + 1);
                place[path.length] = "#allow";
                subject.report(
                        ProblemKind.UNUSED_EXCEPTION,
                        subject.outline().of(place),
                        "\"" + name + "\" has an exception for \"" + rule + "\", and nothing there needs it");
            }
        }
    }
}

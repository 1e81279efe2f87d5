package org.campaignbot.content.pack;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Target;

/** Reads where a step, an answer or an outcome leads. */
final class TargetReader {

    private static final String FLOW = "flow ";
    private static final Pattern NAMED_FLOW = Pattern.compile("flow \\{([^{}]*)}");

    private static final Map<String, Target> WORDS = Map.of(
            "here", new Target.Here(),
            "resume", new Target.Resume(),
            "repeat", new Target.Repeat(),
            "back", new Target.Back(),
            "menu", new Target.Menu(),
            "return", new Target.Return(),
            "stay", new Target.Stay(),
            "end", new Target.End());

    /** Names that a step can't have: the words of this format, and the keys next to steps in files of words. */
    static final Set<String> RESERVED_STEPS = reserved();

    private final Collection<String> flows;
    private final Collection<String> steps;
    private final Names names;
    private final Problems problems;

    TargetReader(Collection<String> flows, Collection<String> steps, Names names, Problems problems) {
        this.names = names;
        this.flows = flows;
        this.steps = steps;
        this.problems = problems;
    }

    /** Reads any target except an outcome's. */
    Target read(Node.Scalar text) {
        Target target = outcome(text);
        if (target instanceof Target.Here) {
            problems.add(ProblemKind.MISPLACED_HERE, text.place(), "\"here\" can only follow an outcome");
            return new Target.Stay();
        }
        return target;
    }

    /** Reads the target of a Java step's outcome. */
    Target outcome(Node.Scalar text) {
        String name = text.text();
        Target word = WORDS.get(name);
        if (word != null) {
            return word;
        }
        Matcher named = NAMED_FLOW.matcher(name);
        if (named.matches()) {
            names.uses(named.group(1), Names.Way.FACT, text.place());
            return new Target.ToNamed(named.group(1));
        }
        if (name.startsWith(FLOW)) {
            return new Target.ToFlow(flow(text, name.substring(FLOW.length()).strip()));
        }
        if (!steps.contains(name)) {
            String fix = flows.contains(name) ? "a flow is named as: flow " + name : Nearest.fix(name, steps);
            problems.add(ProblemKind.UNKNOWN_STEP, text.place(), "there is no step \"" + name + "\"", fix);
        }
        return new Target.ToStep(name);
    }

    /** Reads the name of a flow that must exist. */
    String flow(Node.Scalar text, String name) {
        if (!flows.contains(name)) {
            problems.add(
                    ProblemKind.UNKNOWN_FLOW,
                    text.place(),
                    "there is no flow \"" + name + "\"",
                    Nearest.fix(name, flows));
        }
        return name;
    }

    private static Set<String> reserved() {
        Set<String> names = new TreeSet<>(WORDS.keySet());
        names.addAll(Set.of("title", "heard", "urgent", "parts"));
        return names;
    }
}

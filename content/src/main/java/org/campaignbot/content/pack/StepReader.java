package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Visibility;
import org.jspecify.annotations.Nullable;

/** Reads one step of a flow. */
final class StepReader implements AskReader.Steps {

    private static final List<String> DOING = List.of("run", "do", "say", "ask", "visit", "then");

    private final Compilation compilation;
    private final Problems problems;
    private final Layer layer;
    private final String flow;
    private final Node.Entry entry;
    private final @Nullable String next;
    private final TargetReader targets;
    private final Fields flowFields;
    private final Fields fields;

    /** Creates a reader of a step; {@code next} is the step below it, or null; {@code flowFields} are the keys of its flow. */
    StepReader(
            Compilation compilation,
            Layer layer,
            String flow,
            Node.Entry entry,
            @Nullable String next,
            TargetReader targets,
            Fields flowFields) {
        this.compilation = compilation;
        this.problems = compilation.problems();
        this.layer = layer;
        this.flow = flow;
        this.entry = entry;
        this.next = next;
        this.targets = targets;
        this.flowFields = flowFields;
        this.fields = Fields.closed(entry, Format.STEP, problems);
    }

    Step read() {
        Names.check(entry.key(), "a step", TargetReader.RESERVED_STEPS, problems);
        compilation.outline().put(entry.key().place(), flow, here());
        checkCompany();
        topic();
        claim();
        textRules();
        TranslationScope translationScope = new TranslationScope(
                compilation, layer, flow + "/" + here(), entry.key().place(), Format.STEP_WORDS, flow, here());
        Step.Run run = run();
        List<Operation> operations = new OperationReader(compilation).read(fields.node("do"));
        Node say = words("say");
        Node question = words("ask");
        Wording said = say == null ? null : translationScope.blocks(say, "say");
        Ask ask = question == null ? null : new AskReader(compilation, this, fields, translationScope).read(question);
        translationScope.done(SourceHash.of(sources(say, question)));
        Node.Scalar visit = fields.text("visit");
        Node.Scalar slot = fields.text("slot");
        return new Step(
                here(),
                fields.texts("was").stream().map(Node.Scalar::text).toList(),
                run,
                operations,
                said,
                ask,
                visit == null ? null : targets.flow(visit, visit.text()),
                then(run, ask, visit),
                (fields.has("private") ? fields : flowFields).yes("private")
                        ? Visibility.ONLY_YOU
                        : Visibility.EVERYONE,
                slot == null ? null : slot.text());
    }

    @Override
    public String flow() {
        return flow;
    }

    @Override
    public String here() {
        return entry.name();
    }

    @Override
    public TargetReader targets() {
        return targets;
    }

    @Override
    public Target below(Place place) {
        if (next == null) {
            problems.add(
                    ProblemKind.ENDS_IN_NOTHING,
                    place,
                    "\"" + here() + "\" has no steps below it and doesn't say where to go");
            return new Target.Stay();
        }
        return new Target.ToStep(next);
    }

    @Override
    public Wording nothing() {
        return new Wording(Map.of(layer.base(), new Words.Said(new Template(List.of()))), layer.base());
    }

    private void checkCompany() {
        if (DOING.stream().noneMatch(fields::has)) {
            problems.add(
                    ProblemKind.EMPTY_STEP, entry.key().place(), "\"" + here() + "\" neither says nor does anything");
        }
        boolean waits = fields.has("ask") && fields.oneOf("waits", Set.of("no")) == null;
        if (waits) {
            refuse("do", ProblemKind.ASK_WITH_DO);
            refuse("visit", ProblemKind.ASK_WITH_VISIT);
            if (fields.has("then")) {
                outOfPlace("then", "\"then\" does nothing where \"ask\" waits: each answer leads somewhere");
            }
        }
        if (!fields.has("ask")) {
            AskReader.KEYS.stream()
                    .filter(fields::has)
                    .forEach(key -> outOfPlace(key, "\"" + key + "\" does nothing without \"ask\""));
        }
        if (fields.has("needs") && !(flowFields.has("needs") && fields.has("ask") && !fields.has("run"))) {
            outOfPlace("needs", "\"needs\" does nothing here: this step gathers nothing that its flow needs");
        }
        if (!fields.has("run")) {
            List.of("with", "outcomes").stream()
                    .filter(fields::has)
                    .forEach(key -> outOfPlace(key, "\"" + key + "\" does nothing without \"run\""));
        }
    }

    private void refuse(String key, ProblemKind kind) {
        if (fields.has(key)) {
            problems.add(kind, fields.placeOf(key), "\"" + here() + "\" asks, so it cannot \"" + key + "\"");
        }
    }

    private void outOfPlace(String key, String message) {
        problems.add(ProblemKind.OUT_OF_PLACE, fields.placeOf(key), message);
    }

    /** The words of a key; an empty text counts as none. */
    private @Nullable Node words(String key) {
        Node node = fields.node(key);
        return node instanceof Node.Scalar ? fields.text(key) : node;
    }

    private @Nullable Node[] sources(@Nullable Node say, @Nullable Node question) {
        List<@Nullable Node> sources = new ArrayList<>();
        sources.add(say);
        sources.add(question);
        if (fields.node("answers") instanceof Node.Mapping answers) {
            for (Node.Entry answer : answers.entries()) {
                sources.add(answer.value() instanceof Node.Mapping mapping ? mapping.get("label") : null);
            }
        }
        Node form = fields.node("form");
        if (form instanceof Node.Mapping mapping) {
            sources.add(mapping.get("title"));
            if (mapping.get("fields") instanceof Node.Mapping labels) {
                labels.entries()
                        .forEach(field ->
                                sources.add(field.value() instanceof Node.Mapping each ? each.get("label") : null));
            }
        }
        return sources.toArray(new Node[0]);
    }

    /** The Java step of its own, or else, for a question, what its flow needs before it asks anything. */
    private Step.@Nullable Run run() {
        if (fields.has("run")) {
            return run(fields, false);
        }
        boolean exempt = fields.oneOf("needs", Set.of("no")) != null;
        return exempt || !fields.has("ask") || !flowFields.has("needs")
                ? null
                : run(Fields.closed(flowFields.node("needs"), Format.NEEDS, problems), true);
    }

    /** Reads a call of a Java step; {@code shared} if outcomes that aren't named go on with the step. */
    private Step.@Nullable Run run(Fields call, boolean shared) {
        Node.Scalar name = call.text("run");
        if (name == null) {
            return null;
        }
        Map<String, String> with = new HashMap<>();
        for (Node.Entry argument :
                Fields.open(call.node("with"), "with", problems).entries()) {
            Node.Scalar text = Fields.text(argument.value(), argument.name(), problems);
            if (text != null) {
                with.put(argument.name(), text.text());
            }
        }
        JavaStep java = compilation.vocabulary().steps().get(name.text());
        if (java == null) {
            problems.add(
                    ProblemKind.UNKNOWN_JAVA_STEP,
                    name.place(),
                    "the bot has no Java step \"" + name.text() + "\"",
                    Nearest.fix(name.text(), compilation.vocabulary().steps().keySet()));
        }
        if (java != null) {
            arguments(call, java, name);
        }
        return new Step.Run(name.text(), with, outcomes(call, name, java == null ? null : java.outcomes(), shared));
    }

    private void arguments(Fields call, JavaStep java, Node.Scalar name) {
        List<String> known = java.arguments().stream().map(StepValue::name).toList();
        Fields with = Fields.open(call.node("with"), "with", problems);
        for (Node.Entry argument : with.entries()) {
            if (!known.contains(argument.name()) && !known.contains(StepValue.ANY)) {
                problems.add(
                        ProblemKind.BAD_ARGUMENT,
                        argument.key().place(),
                        "\"" + name.text() + "\" takes no argument \"" + argument.name() + "\"",
                        Nearest.fix(argument.name(), known));
            }
        }
        for (StepValue argument : java.arguments()) {
            Node.Scalar text = with.has(argument.name()) ? with.text(argument.name()) : null;
            if (!with.has(argument.name()) && !argument.optional()) {
                problems.add(
                        ProblemKind.BAD_ARGUMENT,
                        name.place(),
                        "\"" + name.text() + "\" needs the argument \"" + argument.name() + "\"",
                        "add it under with");
            } else if (text != null && argument.type() == StepValue.Type.FACT) {
                compilation.names().uses(text.text(), Names.Way.FACT, text.place());
            } else if (text != null && argument.type() == StepValue.Type.ACTION) {
                compilation.names().uses(text.text(), Names.Way.ACTION, text.place());
            } else if (text != null
                    && !argument.words().isEmpty()
                    && !argument.words().contains(text.text())) {
                problems.add(
                        ProblemKind.BAD_ARGUMENT,
                        text.place(),
                        "\"" + argument.name() + "\" cannot be \"" + text.text() + "\"",
                        Nearest.fix(text.text(), argument.words()));
            }
        }
    }

    private Map<String, Target> outcomes(Fields call, Node.Scalar run, @Nullable Set<String> known, boolean shared) {
        Map<String, Target> outcomes = new HashMap<>();
        Fields mapping = Fields.open(call.node("outcomes"), "outcomes", problems);
        for (Node.Entry outcome : mapping.entries()) {
            if (known != null && !known.contains(outcome.name())) {
                problems.add(
                        ProblemKind.UNKNOWN_OUTCOME,
                        outcome.key().place(),
                        "\"" + run.text() + "\" has no outcome \"" + outcome.name() + "\"",
                        Nearest.fix(outcome.name(), known));
            }
            Node.Scalar target = Fields.text(outcome.value(), outcome.name(), problems);
            if (target != null) {
                outcomes.put(outcome.name(), targets.outcome(target));
            }
        }
        for (String outcome : known == null ? new TreeSet<String>() : new TreeSet<>(known)) {
            if (shared) {
                outcomes.putIfAbsent(outcome, new Target.Here());
            } else if (!mapping.has(outcome)) {
                problems.add(
                        ProblemKind.UNMAPPED_OUTCOME,
                        run.place(),
                        "the outcome \"" + outcome + "\" of \"" + run.text() + "\" leads nowhere",
                        "add under outcomes: " + outcome + ": and a step");
            }
        }
        boolean goesOn = outcomes.containsValue(new Target.Here());
        if (!goesOn && (fields.has("say") || fields.has("ask") || fields.has("do") || fields.has("visit"))) {
            problems.add(ProblemKind.NEVER_SAID, run.place(), "no outcome of \"" + run.text() + "\" leads here");
        }
        return outcomes;
    }

    private Target then(Step.@Nullable Run run, @Nullable Ask ask, Node.@Nullable Scalar visit) {
        Node.Scalar then = fields.text("then");
        if (then == null) {
            boolean goesOn = !fields.has("then")
                    && (ask == null || !ask.manner().waits())
                    && (run == null || run.outcomes().containsValue(new Target.Here()));
            return goesOn ? below(entry.key().place()) : new Target.Stay();
        }
        Target target = targets.read(then);
        if (visit != null && !(target instanceof Target.ToStep)) {
            problems.add(
                    ProblemKind.BAD_VALUE,
                    then.place(),
                    "after a visit the flow goes on in itself",
                    "name a step of this flow");
        }
        return target;
    }

    private void textRules() {
        TextRules rules =
                TextRulesReader.read(fields, compilation.translations().at(layer, flow, here()), problems);
        compilation.outline().put(flow + "/" + here(), rules);
        compilation.outline().put(fields.placeOf("allow"), flow, here(), "#allow");
    }

    private void claim() {
        if (!fields.has("claim")) {
            return;
        }
        Fields claim = Fields.closed(fields.node("claim"), fields.placeOf("claim"), Format.CLAIM, problems);
        Node.Scalar says = claim.text("says");
        Node.Scalar asOf = claim.text("as_of");
        List<String> source =
                claim.texts("source").stream().map(Node.Scalar::text).toList();
        if (says != null) {
            compilation
                    .outline()
                    .put(flow + "/" + here(), new Claim(says.text(), source, asOf == null ? "" : asOf.text()));
        }
    }

    private void topic() {
        if (!fields.has("topic")) {
            return;
        }
        Place place = fields.placeOf("topic");
        Fields topic = Fields.closed(fields.node("topic"), place, Format.TOPIC, problems);
        Node.Scalar id = topic.text("id");
        List<String> source =
                topic.texts("source").stream().map(Node.Scalar::text).toList();
        Node.Scalar says = topic.text("says");
        Node.Scalar asOf = topic.text("as_of");
        if (source.isEmpty() || says == null || asOf == null) {
            problems.add(
                    ProblemKind.UNATTRIBUTED_TOPIC,
                    place,
                    "the topic of \"" + here() + "\" does not say "
                            + (source.isEmpty()
                                    ? "what its source is"
                                    : says == null ? "whose position it gives" : "of when that is"));
        }
        if (id != null && says != null) {
            compilation
                    .outline()
                    .add(new Topic(
                            id.text(), source, says.text(), asOf == null ? "" : asOf.text(), flow, here(), place));
        }
    }
}

package org.campaignbot.content.pack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code flows/}. */
final class FlowReader {

    private final Compilation compilation;
    private final Problems problems;
    private final Layer layer;
    private final String name;
    private final Place place;
    private final Fields fields;

    FlowReader(Compilation compilation, Layer layer, Layer.FlowFile file) {
        this.compilation = compilation;
        this.problems = compilation.problems();
        this.layer = layer;
        this.name = file.name().text();
        this.place = file.name().place();
        this.fields = Fields.closed(file.flow(), place, Format.FLOW, problems);
    }

    /** Reads the flow; null if it has no step. */
    @Nullable
    Flow read() {
        compilation.outline().put(place, name);
        compilation.outline().put(name, TextRulesReader.read(fields, Map.of(), problems));
        compilation.outline().put(fields.placeOf("allow"), name, "#allow");
        Wording title = title();
        Map<Language, List<String>> heard = phrases("heard");
        Map<Language, List<String>> urgent = phrases("urgent");
        Map<String, Step> steps = steps();
        List<String> was = fields.texts("was").stream().map(Node.Scalar::text).toList();
        for (Node.Scalar former : fields.texts("was")) {
            if (compilation.flows().contains(former.text())) {
                problems.add(
                        ProblemKind.NAME_CLASH,
                        former.place(),
                        "\"" + former.text() + "\" is the name of a flow today");
            }
        }
        Map<String, String> retired = retired(steps.keySet());
        return steps.isEmpty()
                ? null
                : new Flow(name, title, was, heard, urgent, takes(), steps, retired, invites(), fields.yes("together"));
    }

    private @Nullable String invites() {
        Node.Scalar fact = fields.text("invites");
        if (fact != null) {
            compilation.names().keeps(fact, false, problems);
        }
        return fact == null ? null : fact.text();
    }

    private Flow.@Nullable Takes takes() {
        if (!fields.has("takes")) {
            return null;
        }
        Fields takes = Fields.closed(fields.node("takes"), Format.TAKES, problems);
        Node.Scalar kind = takes.text("kind");
        Node.Scalar keep = takes.text("keep");
        if (kind == null || keep == null) {
            return null;
        }
        compilation.kind(kind);
        compilation.names().keeps(keep, true, problems);
        Node.Scalar anywhere = takes.text("anywhere");
        if (anywhere != null) {
            compilation.names().keeps(anywhere, true, problems);
        }
        return new Flow.Takes(kind.text(), keep.text(), anywhere == null ? null : anywhere.text());
    }

    private Wording title() {
        Node.Scalar title = fields.text("title");
        if (title == null) {
            Words nothing = new Words.Said(new Template(List.of()));
            return new Wording(Map.of(layer.base(), nothing), layer.base());
        }
        TranslationScope translationScope = new TranslationScope(
                compilation, layer, "the title of " + name, fields.placeOf("title"), Format.TITLE_WORDS, name, "title");
        Wording wording = translationScope.line(title, "text");
        translationScope.done(SourceHash.of(title));
        return wording;
    }

    private Map<Language, List<String>> phrases(String key) {
        Map<Language, List<String>> phrases = new HashMap<>();
        compilation.outline().put(fields.placeOf(key), name, "#" + key);
        TranslationScope.add(phrases, layer.base(), fields.texts(key));
        compilation.translations().inAnyLanguage(layer, name).forEach((language, node) -> {
            if (node instanceof Node.Mapping) {
                TranslationScope.add(
                        phrases, language, Fields.open(node, name, problems).texts(key));
            }
        });
        Node source = fields.node(key);
        for (Language language : compilation.translations().wanted(layer)) {
            // A language may have no words of danger that another one lacks; those of all are heard.
            if (source != null && key.equals("heard") && !phrases.containsKey(language)) {
                compilation
                        .outline()
                        .add(new Untranslated(
                                language, layer.folder(), List.of(name), "", Map.of(List.of(key), source), null));
            }
        }
        return phrases;
    }

    private Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        Node node = fields.node("steps");
        Fields entries = Fields.open(node, "steps", problems);
        if (node instanceof Node.Mapping && entries.entries().isEmpty()) {
            problems.add(ProblemKind.MISSING_KEY, node.place(), "the flow \"" + name + "\" has no step");
        }
        List<String> names = entries.entries().stream().map(Node.Entry::name).toList();
        TargetReader targets = new TargetReader(compilation.flows(), names, compilation.names(), problems);
        for (int i = 0; i < names.size(); i++) {
            String next = i + 1 < names.size() ? names.get(i + 1) : null;
            Node.Entry entry = entries.entries().get(i);
            Step step = new StepReader(compilation, layer, name, entry, next, targets, fields).read();
            steps.put(step.name(), step);
            if (entry.value() instanceof Node.Mapping mapping) {
                Fields.open(mapping, "a step", problems).texts("was").forEach(former -> clash(former, names));
            }
        }
        return steps;
    }

    private Map<String, String> retired(Set<String> steps) {
        Map<String, String> retired = new LinkedHashMap<>();
        for (Node.Entry entry :
                Fields.open(fields.node("retired"), "retired", problems).entries()) {
            clash(entry.key(), List.copyOf(steps));
            Node.Scalar successor = Fields.text(entry.value(), entry.name(), problems);
            if (successor != null) {
                if (!steps.contains(successor.text())) {
                    problems.add(
                            ProblemKind.UNKNOWN_STEP,
                            successor.place(),
                            "there is no step \"" + successor.text() + "\"",
                            Nearest.fix(successor.text(), steps));
                }
                retired.put(entry.name(), successor.text());
            }
        }
        return retired;
    }

    private void clash(Node.Scalar former, List<String> steps) {
        if (steps.contains(former.text())) {
            problems.add(
                    ProblemKind.NAME_CLASH, former.place(), "\"" + former.text() + "\" is the name of a step today");
        }
    }
}

package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.FormWording;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Wording;
import org.jspecify.annotations.Nullable;

/** Reads the question of a step. */
final class AskReader {

    /** Keys that a step can have only together with {@code ask}. */
    static final List<String> KEYS =
            List.of("answers", "options", "expect", "form", "location", "carries", "menu", "waits");

    /** The name of the answer that the engine adds to every question. */
    private static final String MENU = "menu";

    /** The maximum length of a form's field if its author sets none. */
    private static final int FIELD_LENGTH = 200;

    private final Compilation compilation;
    private final Problems problems;
    private final Steps steps;
    private final Fields step;
    private final TranslationScope translationScope;

    AskReader(Compilation compilation, Steps steps, Fields step, TranslationScope translationScope) {
        this.compilation = compilation;
        this.problems = compilation.problems();
        this.steps = steps;
        this.step = step;
        this.translationScope = translationScope;
    }

    Ask read(Node question) {
        boolean location = step.yes("location");
        FormWording form = form();
        if ((location || form != null) && !step.has("expect")) {
            problems.add(
                    ProblemKind.OUT_OF_PLACE,
                    step.placeOf(location ? "location" : "form"),
                    "what is shared or filled in has nowhere to go without \"expect\"");
        }
        return new Ask(
                translationScope.blocks(question, "ask"), answers(), options(), expect(), form, location, manner());
    }

    private Ask.Manner manner() {
        Node.Scalar carries = step.text("carries");
        if (carries != null) {
            compilation.names().uses(carries.text(), Names.Way.FACT, carries.place());
        }
        return new Ask.Manner(
                carries == null ? null : carries.text(),
                step.oneOf("menu", Set.of("no")) == null,
                step.oneOf("waits", Set.of("no")) == null);
    }

    private List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (Node.Entry entry :
                Fields.open(step.node("answers"), "answers", problems).entries()) {
            Names.check(entry.key(), "an answer", Set.of(), problems);
            compilation.outline().put(entry.key().place(), steps.flow(), steps.here(), entry.name());
            Fields fields = Fields.closed(entry, Format.ANSWER, problems);
            Node label = fields.node("label");
            Target then = then(fields, entry.key());
            if (entry.name().equals(MENU) && !(then instanceof Target.Menu)) {
                problems.add(
                        ProblemKind.RESERVED_NAME,
                        entry.key().place(),
                        "an answer named \"menu\" leads to the menu, from old buttons too");
            }
            answers.add(new Answer(
                    entry.name(),
                    label == null ? steps.nothing() : translationScope.line(label, "answers", entry.name()),
                    translationScope.heard(fields, "heard", "answers", entry.name()),
                    new OperationReader(compilation).read(fields.node("do")),
                    then));
        }
        return answers;
    }

    private Ask.@Nullable Options options() {
        if (!step.has("options")) {
            return null;
        }
        Fields fields = Fields.closed(step.node("options"), Format.OPTIONS, problems);
        Node.Scalar from = fields.text("from");
        Node.Scalar keep = fields.text("keep");
        if (from == null || keep == null) {
            return null;
        }
        compilation.names().uses(from.text(), Names.Way.OPTIONS, from.place());
        compilation.names().keeps(keep, false, problems);
        return new Ask.Options(from.text(), keep.text(), then(fields, from));
    }

    private Ask.@Nullable Expect expect() {
        if (!step.has("expect")) {
            return null;
        }
        Fields fields = Fields.closed(step.node("expect"), Format.EXPECT, problems);
        Node.Scalar kind = fields.text("kind");
        Node.Scalar keep = fields.text("keep");
        if (kind == null || keep == null) {
            return null;
        }
        compilation.kind(kind);
        compilation.names().keeps(keep, true, problems);
        Node.Scalar otherwise = fields.text("otherwise");
        return new Ask.Expect(
                kind.text(),
                keep.text(),
                then(fields, kind),
                otherwise == null ? null : steps.targets().read(otherwise));
    }

    private Target then(Fields fields, Node.Scalar near) {
        Node.Scalar then = fields.text("then");
        if (then != null) {
            return steps.targets().read(then);
        }
        return fields.has("then") ? new Target.Stay() : steps.below(near.place());
    }

    private @Nullable FormWording form() {
        if (!step.has("form")) {
            return null;
        }
        Fields form = Fields.closed(step.node("form"), Format.FORM, problems);
        Node.Scalar title = form.text("title");
        List<FormWording.Field> fields = new ArrayList<>();
        for (Node.Entry entry :
                Fields.open(form.node("fields"), "fields", problems).entries()) {
            Fields field = Fields.closed(entry, Format.FIELD, problems);
            Node.Scalar label = field.text("label");
            compilation.names().keeps(entry.key(), true, problems);
            fields.add(new FormWording.Field(entry.name(), line(label, "fields", entry.name()), max(field)));
        }
        return new FormWording(line(title, "title"), fields);
    }

    private Wording line(Node.@Nullable Scalar text, String... keys) {
        List<String> path = new ArrayList<>(List.of("form"));
        path.addAll(List.of(keys));
        return text == null ? steps.nothing() : translationScope.line(text, path.toArray(new String[0]));
    }

    private int max(Fields field) {
        Node.Scalar max = field.text("max");
        return max == null ? FIELD_LENGTH : Integer.parseInt(max.text());
    }

    /** What the reader of a step knows about the steps around it. */
    interface Steps {
        String flow();

        String here();

        TargetReader targets();

        /** The step below; if there is none, reports the place. */
        Target below(org.campaignbot.content.problem.Place place);

        /** A placeholder for missing words, so that reading can go on. */
        Wording nothing();
    }
}

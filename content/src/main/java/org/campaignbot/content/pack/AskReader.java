package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    static final List<String> KEYS = List.of("answers", "options", "expect", "form", "location");

    private static final String FIELDS = "fields";
    private static final Set<String> ANSWER = Set.of("label", "heard", "do", "then");
    private static final Set<String> OPTIONS = Set.of("from", "keep", "then");
    private static final Set<String> EXPECT = Set.of("kind", "keep", "then", "otherwise");
    private static final Set<String> FORM = Set.of("title", FIELDS);
    private static final Set<String> FIELD = Set.of("label", "max");

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
        return new Ask(translationScope.blocks(question, "ask"), answers(), options(), expect(), form, location);
    }

    private List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (Node.Entry entry :
                Fields.open(step.node("answers"), "answers", problems).entries()) {
            Names.check(entry.key(), "an answer", Set.of(), problems);
            compilation.outline().put(entry.key().place(), steps.flow(), steps.here(), entry.name());
            Fields fields = Fields.closed(entry.value(), "an answer", ANSWER, problems);
            Node label = fields.required("label", entry.key().place());
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
                    new DeedReader(compilation).read(fields.node("do")),
                    then));
        }
        return answers;
    }

    private Ask.@Nullable Options options() {
        if (!step.has("options")) {
            return null;
        }
        Fields fields = Fields.closed(step.node("options"), "options", OPTIONS, problems);
        Node.Scalar from = fields.requiredText("from", fields.place());
        Node.Scalar keep = fields.requiredText("keep", fields.place());
        if (from == null || keep == null) {
            return null;
        }
        compilation.names().uses(from.text(), Names.Way.LIST, from.place());
        compilation.names().keeps(keep, false, problems);
        return new Ask.Options(from.text(), keep.text(), then(fields, from));
    }

    private Ask.@Nullable Expect expect() {
        if (!step.has("expect")) {
            return null;
        }
        Fields fields = Fields.closed(step.node("expect"), "expect", EXPECT, problems);
        Node.Scalar kind = fields.requiredText("kind", fields.place());
        Node.Scalar keep = fields.requiredText("keep", fields.place());
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
        Fields form = Fields.closed(step.node("form"), "a form", FORM, problems);
        Node.Scalar title = form.requiredText("title", form.place());
        List<FormWording.Field> fields = new ArrayList<>();
        for (Node.Entry entry : Fields.open(form.required(FIELDS, form.place()), "fields", problems)
                .entries()) {
            Fields field = Fields.closed(entry.value(), "a field", FIELD, problems);
            Node.Scalar label = field.requiredText("label", entry.key().place());
            compilation.names().keeps(entry.key(), true, problems);
            fields.add(new FormWording.Field(entry.name(), line(label, FIELDS, entry.name()), max(field)));
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
        if (max == null) {
            return FIELD_LENGTH;
        }
        if (!max.text().matches("[1-9]\\d{0,3}")) {
            problems.add(
                    ProblemKind.BAD_VALUE,
                    max.place(),
                    "\"" + max.text() + "\" isn't a number of characters",
                    "write a whole number from 1 to 9999");
            return FIELD_LENGTH;
        }
        return Integer.parseInt(max.text());
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

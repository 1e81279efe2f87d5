package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.pack.Names.Scope;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.text.AuthorText;
import org.campaignbot.content.text.InsertVisitor;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Words;

/** Reads what is said: a text, a list of texts, forms by a value, or a text for each row of a list. */
final class WordsReader {

    private static final String BY = "by";
    private static final String EACH = "each";

    private final Names names;
    private final Problems problems;

    WordsReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** Reads words as blocks, as in {@code say} and {@code ask}. */
    Words blocks(Node node) {
        return words(node, true, Scope.TOP);
    }

    /** Reads words of one line, as in a label. */
    Words line(Node node) {
        return words(node, false, Scope.TOP);
    }

    /** Reads a one-line text whose values an effect carries or a fact is set to. */
    Template argument(Node.Scalar text, Names.Way way) {
        return AuthorText.line(text, problems, (insert, place) -> names.uses(insert, way, place, Scope.TOP));
    }

    private Words words(Node node, boolean blocks, Scope scope) {
        if (node instanceof Node.Scalar scalar) {
            InsertVisitor visitor = (insert, place) -> names.uses(insert, Names.Way.SAID, place, scope);
            return new Words.Said(
                    blocks ? AuthorText.blocks(scalar, problems, visitor) : AuthorText.line(scalar, problems, visitor));
        } else if (node instanceof Node.Mapping mapping && mapping.get(BY) != null) {
            return chosen(mapping, blocks, scope);
        } else if (node instanceof Node.Mapping && blocks) {
            return each(node, scope);
        } else if (node instanceof Node.Sequence sequence && blocks) {
            List<Words> parts = new ArrayList<>();
            for (Node part : sequence.items()) {
                parts.add(words(part, true, scope));
            }
            return new Words.Several(parts);
        }
        problems.add(
                ProblemKind.WRONG_TYPE,
                node.place(),
                "a label must be one text, or forms by a value",
                "write it on one line");
        return nothing();
    }

    private Words chosen(Node.Mapping mapping, boolean blocks, Scope scope) {
        Fields fields = Fields.closed(mapping, Format.CHOICE, problems);
        Node.Scalar by = fields.text(BY);
        if (by != null) {
            names.uses(by.text(), Names.Way.LOOKED_AT, by.place(), scope);
        }
        Map<String, Words> forms = new HashMap<>();
        List<Node.Scalar> formNames = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            if (!entry.name().equals(BY)) {
                formNames.add(entry.key());
                Scope form = by == null ? scope : scope.picked(by.text(), entry.name(), mapping.names());
                forms.put(entry.name(), words(entry.value(), blocks, form));
            }
        }
        if (by != null) {
            names.chooses(by.text(), formNames, scope);
        }
        if (!forms.containsKey(Words.OTHER)) {
            return nothing();
        }
        return new Words.Chosen(by == null ? "" : by.text(), forms);
    }

    private Words each(Node node, Scope scope) {
        Fields fields = Fields.closed(node, Format.EACH, problems);
        Node.Scalar list = fields.text(EACH);
        Node item = fields.node("say");
        if (list == null || item == null) {
            return nothing();
        }
        names.uses(list.text(), Names.Way.LIST, list.place(), scope);
        return new Words.Each(list.text(), words(item, true, scope.in(list.text())));
    }

    private static Words nothing() {
        return new Words.Said(new Template(List.of()));
    }
}

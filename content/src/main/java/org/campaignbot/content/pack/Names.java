package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Fact;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Words;
import org.campaignbot.settings.Catalog;
import org.jspecify.annotations.Nullable;

/** The names that a pack declares and uses; uses are checked at the end, when all declarations have been read. */
final class Names {

    /** Keys that appear next to flows in a file of words. */
    static final Set<String> RESERVED_FLOWS = Set.of("pack", "records");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final String DEEP_LINK = "deep-link";
    private static final Set<String> BUILT_IN = Set.of("language", "today", "deep-links");

    private final Map<String, Fact> declared;
    private final Map<String, Value.Row> records;
    private final FactValues facts;
    private final Set<String> flows;
    private final Set<String> own = new HashSet<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();

    Names(Map<String, Fact> declared, Map<String, Value.Row> records, List<StepValue> given, Set<String> flows) {
        this.declared = declared;
        this.records = records;
        this.facts = new FactValues(declared.keySet(), given, records.keySet());
        this.flows = flows;
    }

    /** How a name is used, which decides what it can refer to. */
    enum Way {
        /** Said in a text. */
        SAID,
        /** Tested to choose a form. */
        LOOKED_AT,
        /** Walked through row by row. */
        LIST,
        /** The options of a question, which are rows with labels. */
        OPTIONS,
        /** Carried by an effect. */
        CARRIED,
        /** Carried by an effect that stores drafts, so it may be what an organizer typed. */
        DRAFTED,
        /** Stored in a fact. */
        SET,
        /** A fact that is cleared or looked up by name. */
        FACT,
        /** The record of an action. */
        ACTION
    }

    /**
     * Where in a text a name stands.
     *
     * @param lists the lists whose rows are walked through there, the innermost last
     * @param picks the forms of choices that the text stands in
     */
    record Scope(List<String> lists, List<Pick> picks) {

        /** Outside of lists and forms. */
        static final Scope TOP = new Scope(List.of(), List.of());

        Scope in(String list) {
            return new Scope(Stream.concat(lists.stream(), Stream.of(list)).toList(), picks);
        }

        Scope picked(String by, String form, Set<String> forms) {
            return new Scope(
                    lists,
                    Stream.concat(picks.stream(), Stream.of(new Pick(by, form, forms)))
                            .toList());
        }
    }

    /** A form that was picked among others. */
    record Pick(String by, String form, Set<String> forms) {

        /** Whether it's picked by nothing but some of the words that a value can be. */
        boolean isOneOf(Set<String> words, Set<String> possible) {
            return form.equals(Words.OTHER)
                    ? !possible.isEmpty()
                            && possible.stream().allMatch(word -> words.contains(word) || forms.contains(word))
                    : words.contains(form);
        }
    }

    private record Choice(String path, List<Node.Scalar> forms, Scope scope) {}

    /** One use of a name; {@code guarded} says that there are other words in case the value isn't known. */
    private record Use(String path, Way way, Place place, boolean guarded, Scope scope) {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Reports an invalid name, or one that the format reserves. */
    static void check(Node.Scalar name, String what, Set<String> reserved, Problems problems) {
        if (!isName(name.text())) {
            String better = name.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
            problems.add(
                    ProblemKind.BAD_NAME,
                    name.place(),
                    "\"" + name.text() + "\" cannot name " + what,
                    isName(better) ? "write it as \"" + better + "\"" : ProblemKind.BAD_NAME.fix());
        } else if (reserved.contains(name.text())) {
            problems.add(ProblemKind.RESERVED_NAME, name.place(), "\"" + name.text() + "\" cannot name " + what);
        }
    }

    /** Declares a fact that a question stores; {@code ownWords} says that the person typed it. */
    void keeps(Node.Scalar name, boolean ownWords, Problems problems) {
        check(name, "a fact", Set.of(), problems);
        facts.keeps(name.text());
        Fact fact = declared.get(name.text());
        if (ownWords) {
            own.add(name.text());
            if (fact != null && fact.lifetime() == Fact.Lifetime.SAVED) {
                problems.add(
                        ProblemKind.SAVED_OWN_WORDS,
                        name.place(),
                        "the fact \"" + name.text() + "\" is saved, and this is what the person types");
            }
        }
    }

    void uses(Template.Insert insert, Way way, Place place, Scope scope) {
        uses.add(new Use(insert.path(), way, place, insert.orElse() != null, scope));
    }

    void uses(String path, Way way, Place place) {
        uses(path, way, place, Scope.TOP);
    }

    void uses(String path, Way way, Place place, Scope scope) {
        uses.add(new Use(path, way, place, true, scope));
    }

    /** Records that forms are chosen by a value; the forms' names are kept until its possible values are known. */
    void chooses(String path, List<Node.Scalar> forms, Scope scope) {
        choices.add(new Choice(path, forms, scope));
    }

    /** Records that a fact is set to a text, which may have values in it. */
    void sets(String fact, String text) {
        facts.sets(fact, text);
    }

    /** Reports every use of an undeclared name, and every form that no value picks. */
    void resolve(Problems problems) {
        choices.forEach(choice -> resolve(choice, problems));
        for (Use use : uses) {
            String root = root(use.path());
            boolean carries = use.way() == Way.CARRIED || use.way() == Way.SET;
            if (carries && own.contains(root)) {
                ProblemKind kind = use.way() == Way.SET ? ProblemKind.SAVED_OWN_WORDS : ProblemKind.EFFECT_OWN_WORDS;
                problems.add(kind, use.place(), "{" + use.path() + "} is what the person typed");
            } else if (use.way() == Way.FACT) {
                if (!facts.has(root)) {
                    problems.add(
                            ProblemKind.UNKNOWN_FACT,
                            use.place(),
                            "there is no fact \"" + root + "\"",
                            fix(root, declared.keySet(), ProblemKind.UNKNOWN_FACT));
                }
            } else if (use.way() == Way.ACTION) {
                if (Action.of(root, records.getOrDefault(root, new Value.Row(Map.of()))) == null) {
                    problems.add(
                            ProblemKind.UNKNOWN_VALUE,
                            use.place(),
                            "there is no record of an action \"" + use.path() + "\"",
                            fix(root, records.keySet(), ProblemKind.UNKNOWN_VALUE));
                }
            } else if (Catalog.NAMED_IN_WORDS.contains(use.path())) {
                if (!use.guarded()) {
                    problems.add(
                            ProblemKind.UNKNOWN_VALUE,
                            use.place(),
                            "\"" + use.path() + "\" is a setting that need not be set",
                            "write {" + use.path() + ", else other words}");
                }
            } else if (root.equals(DEEP_LINK)) {
                resolveDeepLink(use, problems);
            } else if (!resolveField(use, problems) && !BUILT_IN.contains(use.path())) {
                if (facts.has(root)) {
                    resolveFact(use, root, problems);
                } else {
                    resolveRecord(use, root, problems);
                }
            }
        }
    }

    /** Resolves a name as a field of the rows that are walked through; false if their fields don't have it. */
    private boolean resolveField(Use use, Problems problems) {
        for (int i = use.scope().lists().size(); i > 0; i--) {
            List<StepValue> fields = facts.rows(use.scope().lists(), i);
            if (fields == null) {
                // The fields of these rows are unknown, so any name may be one.
                return true;
            }
            List<StepValue> found = FactValues.at(fields, use.path());
            if (!FactValues.at(fields, root(use.path())).isEmpty()) {
                fits(use, found, problems);
                return true;
            }
        }
        return false;
    }

    private void resolveFact(Use use, String root, Problems problems) {
        boolean isTitle = use.path().equals(root + ".title");
        List<StepValue> values = facts.of(root);
        if (!isTitle || values.stream().allMatch(value -> value.type() == StepValue.Type.ROW)) {
            fits(use, FactValues.at(values, use.path()), problems);
        }
    }

    /** Reports a use that none of the values at its path fits. */
    private void fits(Use use, List<StepValue> values, Problems problems) {
        String name = "\"" + use.path() + "\"";
        List<StepValue.Type> types =
                values.stream().map(StepValue::type).distinct().toList();
        boolean isList = types.contains(StepValue.Type.LIST);
        if (values.isEmpty()) {
            problems.add(
                    ProblemKind.UNKNOWN_FIELD,
                    use.place(),
                    name + " is never there: \"" + parent(use.path()) + "\" has no such field",
                    Nearest.fix(use.path().substring(use.path().lastIndexOf('.') + 1), siblings(use)));
        } else if ((use.way() == Way.LIST || use.way() == Way.OPTIONS) && !isList) {
            problems.add(ProblemKind.NO_LIST, use.place(), name + " is no list");
        } else if (use.way() == Way.OPTIONS
                && values.stream()
                        .noneMatch(value ->
                                value.fields().isEmpty() || value.field("label").isPresent())) {
            problems.add(ProblemKind.NO_LIST, use.place(), "the rows of " + name + " have no label to choose by");
        } else if (use.way() != Way.LIST
                && use.way() != Way.OPTIONS
                && use.way() != Way.LOOKED_AT
                && types.stream().allMatch(type -> type == StepValue.Type.ROW || type == StepValue.Type.LIST)) {
            problems.add(
                    ProblemKind.UNPRINTABLE_VALUE,
                    use.place(),
                    name + " is no text but a " + (isList ? "list" : "row"));
        } else if (!use.guarded()
                && (use.path().contains(".") || !use.scope().lists().isEmpty())
                && values.stream().allMatch(value -> value.optional() && !isThere(value, use))) {
            problems.add(
                    ProblemKind.UNSET_VALUE,
                    use.place(),
                    "{" + use.path() + "} may not be known here",
                    "write {" + use.path() + ", else other words}");
        }
    }

    /** Whether the forms that a text stands in tell that an optional field is there. */
    private boolean isThere(StepValue value, Use use) {
        StepValue.When when = value.when();
        if (when == null) {
            return false;
        }
        int dot = use.path().lastIndexOf('.');
        String by = use.path().substring(0, dot + 1) + when.field();
        Set<String> possible = facts.possible(by, use.scope().lists());
        possible.removeAll(Set.of(Words.OTHER, Words.UNSET));
        return use.scope().picks().stream()
                .anyMatch(pick -> pick.by().equals(by) && pick.isOneOf(when.words(), possible));
    }

    private static String parent(String path) {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : path;
    }

    private Set<String> siblings(Use use) {
        Set<String> names = new TreeSet<>();
        FactValues.at(facts.of(root(use.path())), parent(use.path()))
                .forEach(value -> value.fields().forEach(field -> names.add(field.name())));
        return names;
    }

    /** A misspelled form would never be said, so a warning about old data might never appear. */
    private void resolve(Choice choice, Problems problems) {
        Value.Row record = facts.has(root(choice.path())) ? null : records.get(root(choice.path()));
        Set<String> values = facts.possible(choice.path(), choice.scope().lists());
        if (values.isEmpty() && record != null && choice.path().contains(".")) {
            values = RecordKind.values(
                    record, choice.path().substring(choice.path().indexOf('.') + 1));
        }
        for (Node.Scalar form : choice.forms()) {
            if (!values.isEmpty() && !values.contains(form.text())) {
                problems.add(
                        ProblemKind.BAD_VALUE,
                        form.place(),
                        "\"" + choice.path() + "\" is never \"" + form.text() + "\"",
                        Nearest.fix(form.text(), values));
            }
        }
    }

    /** A link into the bot leads to a flow, so it must name one. */
    private void resolveDeepLink(Use use, Problems problems) {
        String flow = use.path().substring(Math.min(use.path().length(), DEEP_LINK.length() + 1));
        if (!flows.contains(flow)) {
            problems.add(
                    ProblemKind.UNKNOWN_FLOW,
                    use.place(),
                    "{" + use.path() + "} leads to no flow",
                    Nearest.fix(flow, flows));
        } else if (!use.guarded()
                && use.scope().picks().stream()
                        .noneMatch(pick ->
                                pick.by().equals("deep-links") && pick.form().equals("yes"))) {
            problems.add(
                    ProblemKind.UNSET_VALUE,
                    use.place(),
                    "not every app has links into the bot, such as {" + use.path() + "}",
                    "say it in the form yes of a choice by: deep-links, or write {" + use.path()
                            + ", else other words}");
        }
    }

    private void resolveRecord(Use use, String root, Problems problems) {
        Value.Row record = records.get(root);
        if (record == null) {
            problems.add(
                    ProblemKind.UNKNOWN_VALUE,
                    use.place(),
                    "nothing is known under the name \"" + use.path() + "\"",
                    fix(root, known(), ProblemKind.UNKNOWN_VALUE));
            return;
        }
        String field = use.path().length() == root.length() ? "" : use.path().substring(root.length() + 1);
        Value value = field.isEmpty() ? record : valueOf(record, field);
        Set<String> fields = new TreeSet<>(record.fields().keySet());
        if (value == null
                && use.guarded()
                && use.way() != Way.LIST
                && use.way() != Way.OPTIONS
                && RecordKind.mayHave(record, field)) {
            // Organizers may set it, and there are words for as long as they don't.
            return;
        } else if (value == null) {
            problems.add(
                    ProblemKind.UNKNOWN_VALUE,
                    use.place(),
                    "the record \"" + root + "\" has no field \"" + field + "\"",
                    Nearest.fix(field, fields));
        } else if ((use.way() == Way.LIST || use.way() == Way.OPTIONS)
                ? !(value instanceof Value.Rows)
                : !isPrintable(value)) {
            problems.add(
                    ProblemKind.UNPRINTABLE_VALUE,
                    use.place(),
                    use.way() == Way.LIST || use.way() == Way.OPTIONS
                            ? "\"" + use.path() + "\" is no list"
                            : "\"" + use.path() + "\" is no text but a record or a list",
                    "name a field, as {" + root + "." + fields.iterator().next() + "}");
        }
    }

    private static @Nullable Value valueOf(Value.Row record, String field) {
        // The engine gives each record's age by its review_after, and for an action whether it's open today.
        boolean isTold = field.equals("age") || (field.equals("standing") && Action.of("", record) != null);
        return isTold ? new Value.Text(field) : record.fields().get(field);
    }

    private static boolean isPrintable(Value value) {
        return !(value instanceof Value.Row) && !(value instanceof Value.Rows);
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>(declared.keySet());
        known.addAll(records.keySet());
        known.addAll(facts.names());
        known.addAll(BUILT_IN);
        known.addAll(Catalog.NAMED_IN_WORDS);
        return known;
    }

    private static String fix(String name, Set<String> known, ProblemKind kind) {
        return Nearest.to(name, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(kind.fix());
    }

    private static String root(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}

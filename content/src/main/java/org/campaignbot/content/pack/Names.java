package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Fact;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Value;
import org.campaignbot.settings.Catalogue;
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
    private final Set<String> given;
    private final Set<String> flows;
    private final Set<String> kept = new HashSet<>();
    private final Set<String> own = new HashSet<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();

    Names(Map<String, Fact> declared, Map<String, Value.Row> records, Set<String> given, Set<String> flows) {
        this.declared = declared;
        this.records = records;
        this.given = given;
        this.flows = flows;
    }

    /** How a name is used, which decides what it can refer to. */
    enum Way {
        /** Said in a text. */
        SAID,
        /** Said in a text for each row of a list; a row's fields have names of their own. */
        SAID_IN_ROW,
        /** Tested to choose a form. */
        LOOKED_AT,
        /** Tested inside a row. */
        LOOKED_AT_IN_ROW,
        /** Walked through row by row. */
        LIST,
        /** Carried by an effect. */
        CARRIED,
        /** Carried by an effect that stores drafts, so it may be what an organizer typed. */
        DRAFTED,
        /** Stored in a fact. */
        SET,
        /** A fact that is cleared or looked up by name. */
        FACT
    }

    private record Choice(String path, List<Node.Scalar> forms) {}

    /** One use of a name; {@code guarded} says that there are other words in case the value isn't known. */
    private record Use(String path, Way way, Place place, boolean guarded) {}

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
                    isName(better) ? "write it as \"" + better + "\"" : ProblemKind.BAD_NAME.mend());
        } else if (reserved.contains(name.text())) {
            problems.add(ProblemKind.RESERVED_NAME, name.place(), "\"" + name.text() + "\" cannot name " + what);
        }
    }

    /** Declares a fact that a question stores; {@code ownWords} says that the person typed it. */
    void keeps(Node.Scalar name, boolean ownWords, Problems problems) {
        check(name, "a fact", Set.of(), problems);
        kept.add(name.text());
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

    void uses(Template.Insert insert, Way way, Place place) {
        uses.add(new Use(insert.path(), way, place, insert.orElse() != null));
    }

    void uses(String path, Way way, Place place) {
        uses.add(new Use(path, way, place, true));
    }

    /** Records that forms are chosen by a value; the forms' names are kept until its possible values are known. */
    void chooses(String path, List<Node.Scalar> forms) {
        choices.add(new Choice(path, forms));
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
                if (!isFact(root)) {
                    problems.add(
                            ProblemKind.UNKNOWN_FACT,
                            use.place(),
                            "there is no fact \"" + root + "\"",
                            mend(root, declared.keySet(), ProblemKind.UNKNOWN_FACT));
                }
            } else if (Catalogue.NAMED_IN_WORDS.contains(use.path())) {
                if (!use.guarded()) {
                    problems.add(
                            ProblemKind.UNKNOWN_VALUE,
                            use.place(),
                            "\"" + use.path() + "\" is a setting that need not be set",
                            "write {" + use.path() + ", else other words}");
                }
            } else if (root.equals(DEEP_LINK)) {
                resolveDeepLink(use, problems);
            } else if (!isFact(root) && !isField(use.way()) && !BUILT_IN.contains(use.path())) {
                resolveRecord(use, root, problems);
            }
        }
    }

    /** Whether a name can be that of a field, which isn't declared anywhere. */
    private static boolean isField(Way way) {
        return way == Way.SAID_IN_ROW || way == Way.LOOKED_AT_IN_ROW;
    }

    /** A misspelled form would never be said, so a warning about old data might never appear. */
    private void resolve(Choice choice, Problems problems) {
        String root = root(choice.path());
        Value.Row record = isFact(root) ? null : records.get(root);
        if (record == null || choice.path().length() == root.length()) {
            return;
        }
        Set<String> values = RecordKind.values(record, choice.path().substring(root.length() + 1));
        for (Node.Scalar form : choice.forms()) {
            if (!values.isEmpty() && !values.contains(form.text())) {
                problems.add(
                        ProblemKind.BAD_VALUE,
                        form.place(),
                        "\"" + choice.path() + "\" is never \"" + form.text() + "\"",
                        Nearest.mend(form.text(), values));
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
                    Nearest.mend(flow, flows));
        }
    }

    private void resolveRecord(Use use, String root, Problems problems) {
        Value.Row record = records.get(root);
        if (record == null) {
            problems.add(
                    ProblemKind.UNKNOWN_VALUE,
                    use.place(),
                    "nothing is known under the name \"" + use.path() + "\"",
                    mend(root, known(), ProblemKind.UNKNOWN_VALUE));
            return;
        }
        String field = use.path().length() == root.length() ? "" : use.path().substring(root.length() + 1);
        Value value = field.isEmpty() ? record : valueOf(record, field);
        Set<String> fields = new TreeSet<>(record.fields().keySet());
        if (value == null && use.guarded() && use.way() != Way.LIST && RecordKind.mayHave(record, field)) {
            // Organizers may set it, and there are words for as long as they don't.
            return;
        } else if (value == null) {
            problems.add(
                    ProblemKind.UNKNOWN_VALUE,
                    use.place(),
                    "the record \"" + root + "\" has no field \"" + field + "\"",
                    Nearest.mend(field, fields));
        } else if (use.way() == Way.LIST ? !(value instanceof Value.Rows) : !isPrintable(value)) {
            problems.add(
                    ProblemKind.UNPRINTABLE_VALUE,
                    use.place(),
                    use.way() == Way.LIST
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

    private boolean isFact(String name) {
        return declared.containsKey(name) || given.contains(name) || kept.contains(name);
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>(declared.keySet());
        known.addAll(records.keySet());
        known.addAll(given);
        known.addAll(kept);
        known.addAll(BUILT_IN);
        known.addAll(Catalogue.NAMED_IN_WORDS);
        return known;
    }

    private static String mend(String name, Set<String> known, ProblemKind kind) {
        return Nearest.to(name, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(kind.mend());
    }

    private static String root(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}

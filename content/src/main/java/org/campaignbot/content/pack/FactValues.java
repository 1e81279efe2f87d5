package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.flow.Words;
import org.jspecify.annotations.Nullable;

/** What the facts of a pack can be, by what Java steps declare that they give, and by what the pack keeps and sets. */
final class FactValues {

    private static final Set<String> PLURALS = Set.of("zero", "one", "two", "few", "many");

    private final Set<String> declared;
    private final Map<String, List<StepValue>> given;
    private final Set<String> records;
    private final Set<String> kept = new HashSet<>();
    private final Map<String, Set<String>> set = new HashMap<>();

    FactValues(Set<String> declared, Collection<StepValue> given, Set<String> records) {
        this.declared = declared;
        this.given = given.stream().collect(Collectors.groupingBy(StepValue::name));
        this.records = records;
    }

    /** Notes that a question or an invitation keeps a fact. */
    void keeps(String fact) {
        kept.add(fact);
    }

    /** Notes that the pack sets a fact to a text, which may have values in it. */
    void sets(String fact, String text) {
        set.computeIfAbsent(fact, name -> new HashSet<>()).add(text);
    }

    boolean has(String name) {
        return declared.contains(name) || given.containsKey(name) || kept.contains(name);
    }

    Set<String> names() {
        return Stream.of(given.keySet(), kept).flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** All that a fact can be; nothing if there is no such fact. */
    List<StepValue> of(String name) {
        List<StepValue> values = new ArrayList<>(given.getOrDefault(name, List.of()));
        Set<String> texts = set.getOrDefault(name, Set.of());
        boolean isAny = texts.stream().anyMatch(text -> text.contains("{"));
        if (kept.contains(name) || isAny || (values.isEmpty() && declared.contains(name))) {
            // Events and alerts may set a declared fact to any text.
            values.addAll(StepValue.of(name));
        } else if (!texts.isEmpty()) {
            values.add(new StepValue(name, false, null, StepValue.Type.TEXT, texts, List.of()));
        }
        return values;
    }

    /** All that can stand at a path that begins with one of these values. */
    static List<StepValue> at(List<StepValue> values, String path) {
        int dot = path.indexOf('.');
        String root = dot < 0 ? path : path.substring(0, dot);
        List<StepValue> found =
                values.stream().filter(value -> value.name().equals(root)).toList();
        return dot < 0
                ? found
                : at(
                        found.stream()
                                .filter(value -> value.type() == StepValue.Type.ROW)
                                .flatMap(value -> value.fields().stream())
                                .toList(),
                        path.substring(dot + 1));
    }

    /**
     * The fields of the rows of a list; null if nobody knows them.
     *
     * @param lists the lists inside each other, the innermost last
     * @param depth how many of them count
     */
    @Nullable
    List<StepValue> rows(List<String> lists, int depth) {
        String list = lists.get(depth - 1);
        for (int i = depth - 1; i > 0; i--) {
            List<StepValue> outer = rows(lists, i);
            if (outer == null) {
                return null;
            } else if (!at(outer, list).isEmpty()) {
                return fields(at(outer, list));
            }
        }
        String root = list.contains(".") ? list.substring(0, list.indexOf('.')) : list;
        if (!has(root) && records.contains(root)) {
            return StepValue.of("source");
        }
        return fields(at(of(root), list));
    }

    private static @Nullable List<StepValue> fields(List<StepValue> lists) {
        List<StepValue> fields =
                lists.stream().flatMap(list -> list.fields().stream()).toList();
        boolean isKnown = fields.stream().noneMatch(field -> field.name().equals(StepValue.ANY));
        return fields.isEmpty() || !isKnown ? null : fields;
    }

    /** The names of all forms that a choice by a path can have; empty if there may be others. */
    Set<String> possible(String path, List<String> lists) {
        List<StepValue> found = List.of();
        for (int i = lists.size(); i > 0 && found.isEmpty(); i--) {
            List<StepValue> fields = rows(lists, i);
            if (fields == null) {
                return new TreeSet<>();
            }
            found = at(fields, path);
        }
        if (found.isEmpty()) {
            found = at(of(path.contains(".") ? path.substring(0, path.indexOf('.')) : path), path);
        }
        Set<String> possible = new TreeSet<>();
        for (StepValue value : found) {
            if (value.type() == StepValue.Type.COUNT) {
                possible.addAll(PLURALS);
            } else if (value.type() == StepValue.Type.TEXT && value.words().isEmpty()) {
                return new TreeSet<>();
            }
            possible.addAll(value.words());
        }
        if (!possible.isEmpty()) {
            possible.addAll(Set.of(Words.OTHER, Words.UNSET));
        }
        return possible;
    }
}

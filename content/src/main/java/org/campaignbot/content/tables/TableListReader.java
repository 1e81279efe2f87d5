package org.campaignbot.content.tables;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.content.Problem;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.YamlFile;

/** Reads {@code tables.yaml}, the list of the tables of a folder. */
final class TableListReader {

    /**
     * The tables that a folder lists.
     *
     * @param map the number of the Congress whose districts its tables show; empty if it has no map
     * @param asOf the date of its table of lawmakers; empty if it has none
     * @param namesAsOf the date of their names, if they are newer than their numbers
     */
    record Listed(
            Optional<Integer> map,
            Optional<LocalDate> asOf,
            Optional<LocalDate> namesAsOf,
            Map<String, TableSource> tables) {
        Listed {
            tables = Map.copyOf(tables);
        }

        TableSource source(String table) {
            TableSource source = tables.get(table);
            if (source == null) {
                throw new IllegalArgumentException("no such table: " + table);
            }
            return source;
        }
    }

    private final TableProblems tableProblems;

    private final boolean whole;

    private TableListReader(TableProblems tableProblems, boolean whole) {
        this.tableProblems = tableProblems;
        this.whole = whole;
    }

    /**
     * Reads the list of a folder; empty if a problem was added instead.
     *
     * @param whole whether it must have every table; otherwise it has those of the members, of the map, or both
     */
    static Optional<Listed> read(Path folder, boolean whole, TableProblems tableProblems) {
        return TextFile.read(folder, TableList.FILE, tableProblems)
                .flatMap(text -> new TableListReader(tableProblems, whole).read(text));
    }

    private Optional<Listed> read(String text) {
        Problems found = new Problems();
        Node root = YamlFile.read(TableList.FILE, text.getBytes(StandardCharsets.UTF_8), found);
        for (Problem problem : found.sorted()) {
            tableProblems.add(
                    problem.file(),
                    problem.line(),
                    problem.column(),
                    "table-bad-yaml",
                    problem.message(),
                    problem.fix());
        }
        if (root == null && !tableProblems.isEmpty()) {
            return Optional.empty();
        }
        Place start = root == null ? Place.startOf(TableList.FILE) : root.place();
        Node.Mapping top = root == null ? new Node.Mapping(start, List.of()) : mapping(root);
        Node listed = top.get("tables");
        Node.Mapping entries = listed == null ? new Node.Mapping(start, List.of()) : mapping(listed);
        List<String> needed = needed(entries);
        Optional<Integer> map = needed.contains(TableList.ZIPS)
                ? scalar(top, "map", "the list of tables", start).flatMap(this::congress)
                : Optional.empty();
        Map<String, TableSource> tables = new LinkedHashMap<>();
        Optional<LocalDate> asOf = Optional.empty();
        Optional<LocalDate> namesAsOf =
                Optional.ofNullable(top.get(TableList.NAMES)).flatMap(this::day);
        for (String name : needed) {
            Node entry = entries.get(name);
            if (entry == null) {
                report(start, "table-not-listed", "the table \"" + name + "\" is not listed", "list it below tables:");
                continue;
            }
            source(name, entry).ifPresent(source -> tables.put(name, source));
            if (name.equals(TableList.LAWMAKERS)) {
                asOf = Optional.ofNullable(mapping(entry).get("as_of")).flatMap(this::day);
            }
        }
        return tableProblems.isEmpty() ? Optional.of(new Listed(map, asOf, namesAsOf, tables)) : Optional.empty();
    }

    private List<String> needed(Node.Mapping entries) {
        if (whole) {
            return TableList.ALL;
        }
        List<String> needed = new ArrayList<>();
        for (List<String> part : List.of(TableList.OF_MEMBERS, TableList.OF_THE_MAP)) {
            if (part.stream().anyMatch(table -> entries.get(table) != null)) {
                needed.addAll(part);
            }
        }
        return needed;
    }

    private Optional<TableSource> source(String name, Node entry) {
        Node.Mapping keys = mapping(entry);
        List<String> values = new ArrayList<>();
        for (String key : List.of("file", "source", "licence", "as_of")) {
            scalar(keys, key, "the table \"" + name + "\"", entry.place()).ifPresent(node -> values.add(node.text()));
        }
        return values.size() == 4
                ? Optional.of(new TableSource(name, values.get(0), values.get(1), values.get(2), values.get(3)))
                : Optional.empty();
    }

    private Optional<Integer> congress(Node.Scalar node) {
        if (node.text().matches("[1-9]\\d{2}")) {
            return Optional.of(Integer.valueOf(node.text()));
        }
        report(
                node.place(),
                "table-bad-number",
                "the map \"" + node.text() + "\" is not the number of a Congress",
                "write the number of the Congress whose districts the tables show, such as 119");
        return Optional.empty();
    }

    private Optional<LocalDate> day(Node node) {
        String value = node instanceof Node.Scalar scalar ? scalar.text() : "";
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            report(
                    node.place(),
                    "table-bad-date",
                    "the date of the lawmakers, \"" + value + "\", is not a day",
                    "write the day of the source's state as year-month-day, such as 2026-06-15");
            return Optional.empty();
        }
    }

    private Optional<Node.Scalar> scalar(Node.Mapping keys, String key, String owner, Place place) {
        Node node = keys.get(key);
        if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar);
        }
        report(
                node == null ? place : node.place(),
                "table-missing-key",
                owner + " has no " + key,
                "add a line \"" + key + ": …\"");
        return Optional.empty();
    }

    private Node.Mapping mapping(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        report(node.place(), "table-bad-yaml", "here must be a list of keys", "write key: value, a line each");
        return new Node.Mapping(node.place(), List.of());
    }

    private void report(Place place, String code, String message, String fix) {
        tableProblems.add(TableList.FILE, place.line(), place.column(), code, message, fix);
    }
}

package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code tables.yaml}, the list of the tables of a folder. */
final class TableListReader {

    /**
     * The tables that a folder lists.
     *
     * @param map the number of the Congress whose districts its tables show; empty if it has no map
     * @param asOf the date of its table of lawmakers; empty if it has none
     */
    record Listed(Optional<Integer> map, Optional<LocalDate> asOf, Map<String, TableSource> tables) {
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
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(TableList.FILE).build()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            report(e.getProblemMark(), "table-bad-yaml", "this is not YAML: " + e.getProblem(), "mend the line");
            return Optional.empty();
        } catch (YamlEngineException e) {
            report(Optional.empty(), "table-bad-yaml", "this is not YAML", "mend the file");
            return Optional.empty();
        }
        Map<String, Node> top = root.map(this::mapping).orElse(Map.of());
        Optional<Mark> start = root.flatMap(Node::getStartMark);
        Map<String, Node> entries = top.containsKey("tables") ? mapping(top.get("tables")) : Map.of();
        List<String> needed = needed(entries);
        Optional<Integer> map = needed.contains(TableList.ZIPS)
                ? scalar(top, "map", "the list of tables", start).flatMap(this::congress)
                : Optional.empty();
        Map<String, TableSource> tables = new LinkedHashMap<>();
        Optional<LocalDate> asOf = Optional.empty();
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
        return tableProblems.isEmpty() ? Optional.of(new Listed(map, asOf, tables)) : Optional.empty();
    }

    private List<String> needed(Map<String, Node> entries) {
        if (whole) {
            return TableList.ALL;
        }
        List<String> needed = new ArrayList<>();
        for (List<String> part : List.of(TableList.OF_MEMBERS, TableList.OF_THE_MAP)) {
            if (part.stream().anyMatch(entries::containsKey)) {
                needed.addAll(part);
            }
        }
        return needed;
    }

    private Optional<TableSource> source(String name, Node entry) {
        Map<String, Node> keys = mapping(entry);
        List<String> values = new ArrayList<>();
        for (String key : List.of("file", "source", "licence", "as_of")) {
            scalar(keys, key, "the table \"" + name + "\"", entry.getStartMark())
                    .ifPresent(node -> values.add(node.getValue()));
        }
        return values.size() == 4
                ? Optional.of(new TableSource(name, values.get(0), values.get(1), values.get(2), values.get(3)))
                : Optional.empty();
    }

    private Optional<Integer> congress(ScalarNode node) {
        if (node.getValue().matches("[1-9]\\d{2}")) {
            return Optional.of(Integer.valueOf(node.getValue()));
        }
        report(
                node.getStartMark(),
                "table-bad-number",
                "the map \"" + node.getValue() + "\" is not the number of a Congress",
                "write the number of the Congress whose districts the tables show, such as 119");
        return Optional.empty();
    }

    private Optional<LocalDate> day(Node node) {
        String value = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            report(
                    node.getStartMark(),
                    "table-bad-date",
                    "the as_of of the lawmakers, \"" + value + "\", is not a day",
                    "write the day of the source's state as year-month-day, such as 2026-06-15");
            return Optional.empty();
        }
    }

    private Optional<ScalarNode> scalar(Map<String, Node> keys, String key, String owner, Optional<Mark> place) {
        Node node = keys.get(key);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar);
        }
        report(
                node == null ? place : node.getStartMark(),
                "table-missing-key",
                owner + " has no " + key,
                "add a line \"" + key + ": …\"");
        return Optional.empty();
    }

    private Map<String, Node> mapping(Node node) {
        Map<String, Node> keys = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            report(
                    node.getStartMark(),
                    "table-bad-yaml",
                    "here must be a list of keys",
                    "write key: value, a line each");
            return keys;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                keys.put(key.getValue(), tuple.getValueNode());
            }
        }
        return keys;
    }

    private void report(Optional<Mark> mark, String code, String message, String mend) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        tableProblems.add(TableList.FILE, line, column, code, message, mend);
    }
}

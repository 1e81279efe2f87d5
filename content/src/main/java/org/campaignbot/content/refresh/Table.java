package org.campaignbot.content.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table of texts, as in a CSV file; the table readers check the cells. */
record Table(List<String> columns, List<Row> rows) {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A row: its cells by column. */
    record Row(Map<String, String> cells) {

        /** The cell of a column; empty if the table has no such column. */
        String get(String column) {
            return cells.getOrDefault(column, "");
        }

        Row with(String column, String cell) {
            Map<String, String> other = new LinkedHashMap<>(cells);
            other.put(column, cell);
            return new Row(other);
        }
    }

    /** Reads a file that the table readers found valid. */
    static Table read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = cells(lines.get(0));
        List<Row> rows = new ArrayList<>(lines.size());
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isEmpty()) {
                List<String> cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), cells.get(i));
                }
                rows.add(new Row(row));
            }
        }
        return new Table(columns, rows);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(letter);
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** The table as CSV: a header row, and {@code \n} at the end of every line. */
    String text() {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        for (Row row : rows) {
            text.append(columns.stream().map(column -> quoted(row.get(column))).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}

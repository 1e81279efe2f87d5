package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One CSV table: a header row, then rows with as many cells, one line each. Columns are found by name, so their order is free
 * and extra ones are ignored.
 */
final class CsvTable {

    private final String file;
    private final String text;
    private final List<String> header;
    private final int[] places;
    private final TableProblems tableProblems;

    private CsvTable(String file, String text, List<String> header, int[] places, TableProblems tableProblems) {
        this.file = file;
        this.text = text;
        this.header = header;
        this.places = places;
        this.tableProblems = tableProblems;
    }

    /** Opens a table that must have these columns; empty if a problem was added instead. */
    static Optional<CsvTable> open(Path folder, String file, List<String> columns, TableProblems tableProblems) {
        return TextFile.read(folder, file, tableProblems).flatMap(text -> {
            List<String> header = Arrays.asList(firstLine(text).split(",", -1));
            int[] places = new int[columns.size()];
            boolean complete = true;
            for (int i = 0; i < places.length; i++) {
                places[i] = header.indexOf(columns.get(i));
                if (places[i] < 0) {
                    complete = false;
                    tableProblems.add(
                            file,
                            1,
                            1,
                            "table-missing-column",
                            "the header row names no column \"" + columns.get(i) + "\"",
                            "the first line must name these columns: " + String.join(",", columns));
                }
            }
            return complete ? Optional.of(new CsvTable(file, text, header, places, tableProblems)) : Optional.empty();
        });
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** Passes each row to a consumer; it's the same object every time, so the consumer must not keep it. */
    void forEach(Consumer<CsvRow> taker) {
        CsvRow row = new CsvRow(file, text, header.size(), places, tableProblems);
        for (int start = text.indexOf('\n') + 1; start > 0 && start < text.length() && !tableProblems.areMany(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (row.read(start, end)) {
                taker.accept(row);
            }
            start = end + 1;
        }
        if (row.line() == 1) {
            tableProblems.add(
                    file, 1, 1, "table-empty", "the table has no rows", "put the rows back below the header row");
        }
    }
}

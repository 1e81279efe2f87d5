package org.campaignbot.content.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The current row; its cells are addressed by their index in the list of columns that the table was opened with. */
final class CsvRow {

    private final String file;
    private final String text;
    private final int width;
    private final int[] places;
    private final TableProblems tableProblems;
    private final int[] starts;
    private final int[] ends;
    private int line = 1;
    private int lineStart;

    CsvRow(String file, String text, int width, int[] places, TableProblems tableProblems) {
        this.file = file;
        this.text = text;
        this.width = width;
        this.places = places;
        this.tableProblems = tableProblems;
        starts = new int[width + 1];
        ends = new int[width + 1];
    }

    /** Finds the cells of the next line; false if it's empty or a problem was added. */
    boolean read(int start, int lineEnd) {
        line++;
        lineStart = start;
        int end = lineEnd > start && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
        if (start == end) {
            return false;
        }
        int cells = 0;
        int from = start;
        while (from <= end && cells <= width) {
            int to = from < end && text.charAt(from) == '"' ? endOfQuoted(from, end) : endOfPlain(from, end);
            if (to < 0) {
                reportAt(
                        from,
                        "table-bad-quote",
                        "a quotation mark is not closed on this line",
                        "close it, or double it");
                return false;
            }
            starts[cells] = from;
            ends[cells] = to;
            cells++;
            from = to + 1;
        }
        if (cells != width) {
            reportAt(
                    start,
                    "table-bad-row",
                    (cells > width ? "more than " + width : "only " + cells) + " cells instead of " + width,
                    "give every column a cell; put a cell that holds a comma in quotation marks");
            return false;
        }
        return true;
    }

    private int endOfPlain(int from, int end) {
        int comma = text.indexOf(',', from);
        return comma < 0 || comma > end ? end : comma;
    }

    private int endOfQuoted(int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (text.charAt(i) == '"') {
                if (i + 1 == end || text.charAt(i + 1) == ',') {
                    return i + 1;
                }
                if (text.charAt(i + 1) != '"') {
                    return -1;
                }
                i++;
            }
        }
        return -1;
    }

    int line() {
        return line;
    }

    int start(int column) {
        return starts[places[column]];
    }

    int end(int column) {
        return ends[places[column]];
    }

    boolean isEmpty(int column) {
        return start(column) == end(column);
    }

    String text(int column) {
        int start = start(column);
        int end = end(column);
        return start < end && text.charAt(start) == '"'
                ? text.substring(start + 1, end - 1).replace("\"\"", "\"")
                : text.substring(start, end);
    }

    /** Whether the cell equals a value; makes no string. */
    boolean holds(int column, String value) {
        return value.length() == end(column) - start(column) && text.startsWith(value, start(column));
    }

    Optional<String> optional(int column) {
        return isEmpty(column) ? Optional.empty() : Optional.of(text(column));
    }

    /** The text; adds a problem if there is none. */
    Optional<String> required(int column, String name) {
        if (isEmpty(column)) {
            report(column, "table-empty-cell", "the " + name + " is missing", "every row needs one");
        }
        return optional(column);
    }

    /** A day as {@code 2027-01-03}; parsed by hand, because the first use of a date format takes as long as reading a table. */
    Optional<LocalDate> date(int column, String name) {
        String cell = text(column);
        if (cell.length() == 10 && cell.charAt(4) == '-' && cell.charAt(7) == '-') {
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(cell, 0, 4, 10),
                        Integer.parseInt(cell, 5, 7, 10),
                        Integer.parseInt(cell, 8, 10, 10)));
            } catch (NumberFormatException | DateTimeException e) {
                // Reported below, like any other text that isn't a day.
            }
        }
        report(
                column,
                "table-bad-date",
                "the " + name + " \"" + shown(column) + "\" is not a day",
                "write it as year-month-day, such as 2027-01-03");
        return Optional.empty();
    }

    /** A whole number of one to five digits. */
    Optional<Integer> number(int column, String name) {
        String cell = text(column);
        if (cell.isEmpty() || cell.length() > 5 || !cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
            report(
                    column,
                    "table-bad-number",
                    "the " + name + " \"" + shown(column) + "\" is not a number",
                    "write it in digits");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(cell));
    }

    /** The number in a cell of exactly five digits; negative for any other cell, which the caller must report. */
    int fiveDigits(int column) {
        int start = start(column);
        if (end(column) - start != 5) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < start + 5; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** A decimal number between two bounds. */
    Optional<Double> decimal(int column, String name, double least, double most) {
        try {
            double number = Double.parseDouble(text(column));
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // Reported below, like a number out of bounds.
        }
        report(
                column,
                "table-bad-number",
                "the " + name + " \"" + shown(column) + "\" is not a number from " + (int) least + " to " + (int) most,
                "write it with a decimal point, such as 40.7128");
        return Optional.empty();
    }

    /** Adds a problem about a cell. */
    void report(int column, String code, String message, String mend) {
        reportAt(start(column), code, message, mend);
    }

    private void reportAt(int at, String code, String message, String mend) {
        tableProblems.add(file, line, at - lineStart + 1, code, message, mend);
    }

    String shown(int column) {
        String cell = text(column);
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }
}

package org.campaignbot.content.tables;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.campaignbot.directory.District;
import org.campaignbot.directory.States;

/**
 * The current row of a CSV table: a header row, then rows with as many cells, one line each. Columns are found by name, so their
 * order is free and extra ones are ignored; cells are addressed by their index in the list of columns asked for.
 */
public final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private static final int HIGHEST_DISTRICT = 99;
    private static final int NOT_ASKED_FOR = -1;

    private final String file;
    private final List<String> columns;
    private final Set<String> optional;
    private final TableProblems tableProblems;
    private final String[] cells;

    /** The column of the text where each cell begins, from 1. */
    private final int[] starts;

    private final List<String> header = new ArrayList<>();
    private boolean inHeader = true;

    /** Which cell of this row each field of the file is. */
    private int[] cellOf = {};

    private boolean hasRows;
    private int linesBefore;
    private int line;
    private int fieldStart;

    private CsvRow(String file, List<String> columns, Set<String> optional, TableProblems tableProblems) {
        this.file = file;
        this.columns = columns;
        this.optional = optional;
        this.tableProblems = tableProblems;
        cells = new String[columns.size()];
        Arrays.fill(cells, "");
        starts = new int[columns.size()];
    }

    /** Passes each row of a table to a consumer; it's the same object every time, so the consumer must not keep it. */
    static void forEach(
            Path folder, String file, List<String> columns, TableProblems tableProblems, Consumer<CsvRow> taker) {
        forEach(folder, file, columns, Set.of(), tableProblems, taker);
    }

    /** The same for a table that may lack some of the columns, whose cells are then empty. */
    public static void forEach(
            Path folder,
            String file,
            List<String> columns,
            Set<String> optional,
            TableProblems tableProblems,
            Consumer<CsvRow> taker) {
        TextFile.read(folder, file, tableProblems)
                .ifPresent(text -> new CsvRow(file, columns, optional, tableProblems).read(text, taker));
    }

    private void read(String text, Consumer<CsvRow> taker) {
        try {
            for (CsvRow row : CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .build(this, text)) {
                if (inHeader) {
                    inHeader = false;
                    if (!findColumns()) {
                        return;
                    }
                } else {
                    hasRows = true;
                    if (isWhole()) {
                        taker.accept(row);
                    }
                }
                if (tableProblems.areMany()) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            reportAt(
                    fieldStart,
                    "table-bad-quote",
                    "a quotation mark is not closed on this line",
                    "close it, or double it");
            // The rows below it have problems of their own; without the header's columns nothing can be said of them.
            if (!inHeader) {
                String rest = text.lines().skip(line - linesBefore).collect(Collectors.joining("\n"));
                linesBefore = line;
                hasRows = true;
                read(rest, taker);
            }
            return;
        }
        if (inHeader) {
            findColumns();
        } else if (!hasRows) {
            tableProblems.add(
                    file, 1, 1, "table-empty", "the table has no rows", "put the rows back below the header row");
        }
    }

    private boolean findColumns() {
        cellOf = header.stream().mapToInt(columns::indexOf).toArray();
        // Of two columns of the same name the first counts.
        for (int i = 0; i < cellOf.length; i++) {
            if (header.indexOf(header.get(i)) < i) {
                cellOf[i] = NOT_ASKED_FOR;
            }
        }
        boolean complete = true;
        for (String column : columns) {
            if (!header.contains(column) && !optional.contains(column)) {
                complete = false;
                tableProblems.add(
                        file,
                        1,
                        1,
                        "table-missing-column",
                        "the header row names no column \"" + column + "\"",
                        "the first line must name these columns: " + String.join(",", columns));
            }
        }
        return complete;
    }

    private boolean isWhole() {
        int fields = getFieldCount();
        int width = header.size();
        if (fields != width) {
            reportAt(
                    1,
                    "table-bad-row",
                    (fields > width ? "more than " + width : "only " + fields) + " cells instead of " + width,
                    "give every column a cell; put a cell that holds a comma in quotation marks");
        }
        return fields == width;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = linesBefore + (int) startingLineNumber;
        fieldStart = 1;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        int end = fieldStart + length + 1;
        if (quoted) {
            end += 2;
            for (int i = offset; i < offset + length; i++) {
                if (buffer[i] == '"') {
                    end++;
                } else if (buffer[i] == '\n' || buffer[i] == '\r') {
                    throw new CsvParseException("this cell continues on the next line");
                }
            }
        }
        if (inHeader) {
            header.add(new String(buffer, offset, length));
        } else if (index < cellOf.length && cellOf[index] != NOT_ASKED_FOR) {
            int cell = cellOf[index];
            starts[cell] = fieldStart;
            if (!isSame(cells[cell], buffer, offset, length)) {
                cells[cell] = new String(buffer, offset, length);
            }
        }
        fieldStart = end;
    }

    /** Whether the cell holds what the row above did, as most do in the longest table; then no string is made. */
    private static boolean isSame(String above, char[] buffer, int offset, int length) {
        if (above.length() != length) {
            return false;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (above.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }

    int line() {
        return line;
    }

    boolean isEmpty(int column) {
        return cells[column].isEmpty();
    }

    /** The text of a cell, which may be empty. */
    public String text(int column) {
        return cells[column];
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
        if (cell.isEmpty() || cell.length() > 5 || !isDigits(cell)) {
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
        String cell = text(column);
        return cell.length() == 5 && isDigits(cell) ? Integer.parseInt(cell) : -1;
    }

    private static boolean isDigits(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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

    /** The postal code of a state or territory; adds a problem if it is none. */
    Optional<String> state(int column) {
        String code = text(column);
        if (States.name(code).isPresent()) {
            return Optional.of(code);
        }
        report(
                column,
                "table-unknown-state",
                "\"" + shown(column) + "\" is no state or territory",
                "write its postal code, such as NY");
        return Optional.empty();
    }

    /** The number of a House district, 0 for a seat at large; adds a problem if it is none. */
    Optional<Integer> districtNumber(int column) {
        Optional<Integer> number = number(column, "district");
        if (number.isPresent() && number.get() > HIGHEST_DISTRICT) {
            report(column, "table-unknown-district", "no state has a district " + number.get(), "correct the number");
            return Optional.empty();
        }
        return number;
    }

    /** A district of a known state; adds a problem about the cell if the text is none. */
    Optional<District> district(int column, String text) {
        Optional<District> district =
                District.parse(text).filter(it -> States.name(it.state()).isPresent());
        if (district.isEmpty()) {
            report(
                    column,
                    "table-unknown-district",
                    "\"" + text + "\" is no district",
                    "write the state's postal code and the number, such as NY-12, and AK-0 for a state with one seat");
        }
        return district;
    }

    /** Adds a problem about a cell. */
    void report(int column, String code, String message, String fix) {
        reportAt(starts[column], code, message, fix);
    }

    private void reportAt(int at, String code, String message, String fix) {
        tableProblems.add(file, line, at, code, message, fix);
    }

    String shown(int column) {
        String cell = text(column);
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }
}

package org.campaignbot.content.maps;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.campaignbot.content.tables.TableProblems;

/**
 * A file of the Census Bureau with a row a line, its cells parted by pipes, commas or tabs. Read as a stream, because the largest has
 * a gigabyte; cells hold no separator and need no quotation marks.
 */
final class RowFile {

    private final Path path;
    private final TableProblems problems;
    private char separator = ',';
    private List<String> header = List.of();
    private List<String> cells = List.of();
    private long line;

    private RowFile(Path path, TableProblems problems) {
        this.path = path;
        this.problems = problems;
    }

    /**
     * Passes each row to a consumer, which must not keep it.
     *
     * @param setUp looks for the columns that it needs, when header and first row are known; it gives what takes the rows, or nothing
     *     if it added a problem instead
     */
    static void forEach(Path path, TableProblems problems, Function<RowFile, Optional<Consumer<RowFile>>> setUp) {
        RowFile file = new RowFile(path, problems);
        try (BufferedReader in = Files.newBufferedReader(path)) {
            file.read(in, setUp);
        } catch (CharacterCodingException e) {
            file.report(1, "table-bad-utf8", "this line is not UTF-8", "take the text file, not the archive around it");
        } catch (NoSuchFileException e) {
            file.report(1, "table-missing-file", "this file is not there", "fix its name, or download it again");
        } catch (IOException e) {
            file.report(
                    1, "table-unreadable", "this file cannot be read", "make it an ordinary file that you may read");
        }
    }

    private void read(BufferedReader in, Function<RowFile, Optional<Consumer<RowFile>>> setUp) throws IOException {
        String first = in.readLine();
        line = 1;
        String names = first == null ? "" : first.startsWith("\uFEFF") ? first.substring(1) : first;
        separator = names.indexOf('|') >= 0 ? '|' : names.indexOf('\t') >= 0 ? '\t' : ',';
        header = split(names);
        Consumer<RowFile> taker = null;
        for (String row = in.readLine(); row != null; row = in.readLine()) {
            line++;
            if (row.isEmpty()) {
                continue;
            }
            cells = split(row);
            if (cells.size() != header.size()) {
                report(
                        1,
                        "table-bad-row",
                        cells.size() + " cells instead of " + header.size(),
                        "download the file again: this line is cut off, or from another file");
                return;
            }
            if (taker == null) {
                taker = setUp.apply(this).orElse(null);
                if (taker == null) {
                    return;
                }
            }
            taker.accept(this);
            if (problems.areMany()) {
                return;
            }
        }
        if (taker == null) {
            report(1, "table-empty", "the file has no rows", "download it again");
        }
    }

    private List<String> split(String row) {
        List<String> all = new ArrayList<>(header.size());
        int start = 0;
        for (int end = row.indexOf(separator); end >= 0; end = row.indexOf(separator, start)) {
            all.add(row.substring(start, end).strip());
            start = end + 1;
        }
        all.add(row.substring(start).strip());
        return all;
    }

    /** The column whose whole name matches; negative if there is none. */
    int column(Pattern name) {
        for (int i = 0; i < header.size(); i++) {
            if (name.matcher(header.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** The same; adds a problem if there is none. */
    int required(Pattern name, String example) {
        int column = column(name);
        if (column < 0) {
            line = 1;
            report(
                    1,
                    "table-missing-column",
                    "the first line names no column such as " + example + ", only " + shown(String.join(", ", header)),
                    "take the file as the Census Bureau publishes it");
        }
        return column;
    }

    int columns() {
        return header.size();
    }

    String cell(int column) {
        return cells.get(column);
    }

    /** Adds a problem about a cell of this row. */
    void reportCell(int column, String code, String message, String fix) {
        int start = 1;
        for (int i = 0; i < column; i++) {
            start += cells.get(i).length() + 1;
        }
        report(start, code, message, fix);
    }

    private void report(int column, String code, String message, String fix) {
        problems.add(
                String.valueOf(path.getFileName()),
                (int) Math.min(Math.max(1, line), Integer.MAX_VALUE),
                column,
                code,
                message,
                fix);
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}

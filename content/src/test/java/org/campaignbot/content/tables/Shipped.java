package org.campaignbot.content.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lookup;

/** The tables that ship with the project, read once for all tests, and read again the plain way for comparison. */
final class Shipped {

    static final Path FOLDER = Path.of("directory");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate NEW_CONGRESS = LocalDate.of(2027, 1, 3);
    static final Directory DIRECTORY = read();

    private Shipped() {}

    private static Directory read() {
        DirectoryTables.Result result = DirectoryTables.read(FOLDER);
        if (result instanceof DirectoryTables.Result.Read read) {
            return read.directory();
        }
        throw new AssertionError(result.toString());
    }

    static Lookup find(String query) {
        return DIRECTORY.find(query, TODAY);
    }

    static List<String> districts(Lookup lookup) {
        return lookup.districts().stream().map(District::toString).toList();
    }

    /** The rows below the header, split at commas outside quotation marks, a character at a time. */
    static List<List<String>> rows(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .skip(1)
                    .map(Shipped::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

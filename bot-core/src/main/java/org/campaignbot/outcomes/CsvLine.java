package org.campaignbot.outcomes;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of comma-separated values (RFC 4180). */
public final class CsvLine {

    private CsvLine() {}

    /** The row of these cells, quoted where necessary. */
    public static String of(Object... cells) {
        return Stream.of(cells).map(each -> cell(String.valueOf(each))).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

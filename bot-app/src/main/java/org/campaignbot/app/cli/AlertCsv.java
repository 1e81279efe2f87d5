package org.campaignbot.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report's figures as comma-separated rows (RFC 4180): what is counted, by what, and the count as it may be shown. */
final class AlertCsv {

    private AlertCsv() {}

    static List<String> lines(Map<String, ?> figures) {
        List<String> lines = new ArrayList<>(List.of("count,part,number"));
        figures.forEach((name, value) -> {
            if (value instanceof Map<?, ?> parts) {
                parts.forEach((part, number) -> lines.add(row(name, part, number)));
            } else {
                lines.add(row(name, "", value));
            }
        });
        return lines;
    }

    private static String row(String name, Object part, Object number) {
        return line(name, part, number);
    }

    /** One row. */
    static String line(Object... cells) {
        return Stream.of(cells).map(each -> cell(String.valueOf(each))).collect(Collectors.joining(","));
    }

    /** A cell, quoted if necessary. */
    private static String cell(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

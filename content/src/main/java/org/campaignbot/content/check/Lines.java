package org.campaignbot.content.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lists that stand beside the checks among their resources. */
final class Lines {

    private Lines() {}

    /** The lines of a file, without empty ones and remarks; nothing if there is no such file. */
    static List<String> of(String file) {
        try (InputStream in = Lines.class.getResourceAsStream(file)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.campaignbot.storage.maintenance;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The format of a backup, the same for both databases: a gzip of UTF-8 lines, each a JSON object.
 *
 * <p>The first line is the {@link Header}, such as {@code {"format":1,"schema":"9","made":"2026-11-24T17:00:00Z","key":"…"}}. Then
 * comes a line per row, such as {@code {"table":"timer","row":{"flow":"call","due_at":1795539600000,"sealed":{"bytes":"…"}}}}:
 * texts and numbers as they are, bytes in Base64. The last line, {@code {"rows":1234}}, gives the number of rows and shows that the
 * file is complete.
 */
public final class BackupFile {

    /** The number of this format; a file with any other number is refused. */
    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The longest line we read: far more characters than a row has, few enough to fit in memory. */
    private static final int LONGEST_LINE = 4 << 20;

    private BackupFile() {}

    /** Whether a gzip matches the checksum at its end. */
    static boolean hasItsChecksum(Path file) throws IOException {
        try (GZIPInputStream content = new GZIPInputStream(Files.newInputStream(file))) {
            content.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (EOFException | ZipException damaged) {
            return false;
        }
    }

    /**
     * Describes what a backup contains.
     *
     * @param schema the version of the tables
     * @param made when it was made, in ISO format and UTC
     * @param key the check value of the key that its ciphertexts need
     */
    record Header(int format, String schema, String made, String key) {}

    /** The file isn't a backup, or isn't complete. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Writes a backup row by row; it's incomplete until {@link #end}. */
    static final class Writer implements AutoCloseable {
        private final BufferedWriter lines;
        private long rows;

        Writer(OutputStream file, Header header) throws IOException {
            this.lines = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8));
            line(header);
        }

        void row(String table, Map<String, @Nullable Object> values) throws IOException {
            Map<String, @Nullable Object> row = new LinkedHashMap<>(values);
            row.replaceAll((name, value) -> value instanceof byte[] bytes
                    ? Map.of("bytes", Base64.getEncoder().encodeToString(bytes))
                    : value);
            line(Map.of("table", table, "row", row));
            rows++;
        }

        long end() throws IOException {
            line(Map.of("rows", rows));
            return rows;
        }

        private void line(Object content) throws IOException {
            lines.write(JSON.writeValueAsString(content));
            lines.write('\n');
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** A row: texts, numbers, {@link Ciphertext}s, and nulls by column name. */
    record Row(String table, Map<String, @Nullable Object> values) {}

    /** Reads a backup row by row. */
    public static final class Reader implements AutoCloseable {
        private final BufferedReader lines;
        private final Header header;
        private long rows;

        public Reader(Path file) throws IOException, Broken {
            BufferedReader opened = null;
            try {
                opened = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
                this.lines = opened;
                this.header = header(line(opened));
            } catch (IOException | Broken broken) {
                if (opened != null) {
                    opened.close();
                }
                throw broken;
            }
        }

        Header header() {
            return header;
        }

        /** The next row, or null at the end of a complete file. */
        @Nullable
        Row next() throws IOException, Broken {
            JsonNode line = line(lines);
            JsonNode values = line.path("row");
            if (line.path("rows").isIntegralNumber()) {
                if (line.path("rows").asLong() != rows || !isAtEnd()) {
                    throw new Broken();
                }
                return null;
            } else if (!line.path("table").isString() || !values.isObject()) {
                throw new Broken();
            }
            rows++;
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> each : values.properties()) {
                row.put(each.getKey(), value(each.getValue()));
            }
            return new Row(line.path("table").asString(), row);
        }

        /** Whether the input has ended and matched its gzip checksum. */
        private boolean isAtEnd() throws IOException {
            try {
                return lines.read() < 0;
            } catch (EOFException | ZipException damaged) {
                return false;
            }
        }

        private static @Nullable Object value(JsonNode node) throws Broken {
            if (node.isNull()) {
                return null;
            } else if (node.isString()) {
                return node.asString();
            } else if (node.isIntegralNumber()) {
                return node.asLong();
            } else if (node.path("bytes").isString()) {
                return bytes(node.path("bytes").asString());
            }
            throw new Broken();
        }

        private static Ciphertext bytes(String base64) throws Broken {
            try {
                return new Ciphertext(Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException otherwise) {
                throw new Broken();
            }
        }

        private static Header header(JsonNode line) throws Broken {
            if (!line.path("format").isIntegralNumber()) {
                throw new Broken();
            }
            return new Header(
                    line.path("format").asInt(),
                    line.path("schema").asString(""),
                    line.path("made").asString(""),
                    line.path("key").asString(""));
        }

        private static JsonNode line(BufferedReader lines) throws IOException, Broken {
            try {
                StringBuilder line = new StringBuilder();
                int letter = lines.read();
                if (letter < 0) {
                    throw new Broken();
                }
                for (; letter >= 0 && letter != '\n'; letter = lines.read()) {
                    if (line.length() == LONGEST_LINE) {
                        throw new Broken();
                    }
                    line.append((char) letter);
                }
                return JSON.readTree(line.toString());
            } catch (EOFException | ZipException | JacksonException damaged) {
                throw new Broken();
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}

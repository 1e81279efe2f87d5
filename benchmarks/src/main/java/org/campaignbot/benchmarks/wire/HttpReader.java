package org.campaignbot.benchmarks.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Splits the input of a connection into messages, with a given length or in chunks. */
final class HttpReader {

    /** More than any Bot API message; a peer that sends more is broken. */
    private static final int MOST_BYTES = 4 << 20;

    private byte[] bytes = new byte[8192];
    private int length;
    private int scanned;
    private @Nullable Head head;

    private record Head(String start, int bodyAt, int bodyLength, boolean chunked) {}

    /** Space to read into; {@link #took} says how much of it was used. */
    ByteBuffer room() throws IOException {
        if (length == bytes.length) {
            if (length >= MOST_BYTES) {
                throw new IOException("a message of more than " + MOST_BYTES + " bytes");
            }
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        return ByteBuffer.wrap(bytes, length, bytes.length - length);
    }

    void took(int count) {
        length += count;
    }

    /** The next whole message, or null if it's still incomplete. */
    @Nullable
    HttpMessage next() throws IOException {
        if (head == null) {
            head = readHead();
        }
        Head known = head;
        if (known == null) {
            return null;
        }
        if (known.chunked) {
            return readChunks(known);
        }
        int end = known.bodyAt + known.bodyLength;
        return length < end ? null : done(known, Arrays.copyOfRange(bytes, known.bodyAt, end), end);
    }

    private HttpMessage done(Head known, byte[] body, int end) {
        System.arraycopy(bytes, end, bytes, 0, length - end);
        length -= end;
        scanned = 0;
        head = null;
        return new HttpMessage(known.start, body);
    }

    private @Nullable Head readHead() throws IOException {
        int end = lineBreaks(scanned, true);
        if (end < 0) {
            scanned = Math.max(0, length - 3);
            return null;
        }
        String[] lines = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        int bodyLength = 0;
        boolean chunked = false;
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (name.equals("content-length")) {
                bodyLength = number(value, 10);
            } else if (name.equals("transfer-encoding")) {
                chunked = value.equalsIgnoreCase("chunked");
            }
        }
        return new Head(lines[0], end + 4, bodyLength, chunked);
    }

    private @Nullable HttpMessage readChunks(Head known) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = known.bodyAt;
        while (true) {
            int lineEnd = lineBreaks(at, false);
            if (lineEnd < 0) {
                return null;
            }
            int size = number(new String(bytes, at, lineEnd - at, StandardCharsets.ISO_8859_1).split(";", 2)[0], 16);
            int next = lineEnd + 2 + size + 2;
            if (length < next) {
                return null;
            }
            if (size == 0) {
                return done(known, body.toByteArray(), next);
            }
            body.write(bytes, lineEnd + 2, size);
            at = next;
        }
    }

    private static int number(String digits, int radix) throws IOException {
        try {
            int number = Integer.parseInt(digits.strip(), radix);
            if (number >= 0 && number <= MOST_BYTES) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Handled below.
        }
        throw new IOException("not a length: " + digits);
    }

    /** The position of the next line break, or of the next two in a row; -1 if there's none yet. */
    private int lineBreaks(int from, boolean two) {
        int last = length - (two ? 3 : 1);
        for (int i = from; i < last; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && (!two || (bytes[i + 2] == '\r' && bytes[i + 3] == '\n'))) {
                return i;
            }
        }
        return -1;
    }
}

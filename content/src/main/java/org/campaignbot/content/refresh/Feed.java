package org.campaignbot.content.refresh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * One file with all tables of a day, signed by whoever publishes them. Its head is text:
 *
 * <pre>
 * campaign-bot-feed 1
 * signature: BASE64
 * key: 0f1e2d3c4b5a6978
 * version: 20270106150405
 * made: 2027-01-06
 * expires: 2027-02-05
 * file: 109735 lawmakers.csv
 * …
 * </pre>
 *
 * An empty line follows, and then the files one after another, packed with gzip. The signature is of everything from {@code key:}
 * on, so nothing is unpacked that the key's owner didn't make.
 *
 * @param mark which feed it is
 * @param made the day on which it was made
 * @param files the tables and their list, by file name
 */
record Feed(FeedMark mark, LocalDate made, Map<String, byte[]> files) {

    /** How the name of a feed's file ends. */
    static final String ENDING = ".feed";

    /** The largest file, and the most that may come out of it. The shipped tables have 7 MB, and 2 MB packed. */
    static final int MOST_BYTES = 64 << 20;

    private static final String MAGIC = "campaign-bot-feed 1";
    private static final String SIGNATURE = "signature: ";
    private static final int LONGEST_LINE = 200;
    private static final int MOST_LINES = 100;
    private static final Pattern LINE = Pattern.compile("(key|version|made|expires|file): (.+)");
    private static final Pattern FILE = Pattern.compile("(\\d{1,9}) ([a-z0-9][a-z0-9-]*\\.(csv|yaml|topojson))");

    Feed {
        files = Map.copyOf(files);
    }

    /** The result of reading a feed. */
    sealed interface Result {

        /** It's signed by a known key, and complete. */
        record Read(Feed feed) implements Result {}

        /** It can't be used. */
        record Refused(RefreshRefusal refusal) implements Result {}
    }

    /** Signs the files of a day. */
    static byte[] pack(Map<String, byte[]> files, FeedKey.Pair signer, long version, LocalDate made, LocalDate expires)
            throws IOException, GeneralSecurityException {
        Map<String, byte[]> sorted = new TreeMap<>(files);
        StringBuilder head = new StringBuilder("key: " + signer.open().id() + "\nversion: " + version + "\nmade: "
                + made + "\nexpires: " + expires + "\n");
        sorted.forEach((name, bytes) -> head.append("file: ")
                .append(bytes.length)
                .append(' ')
                .append(name)
                .append('\n'));
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(ascii(head.append('\n')));
        try (GZIPOutputStream packed = new GZIPOutputStream(signed)) {
            for (byte[] bytes : sorted.values()) {
                packed.write(bytes);
            }
        }
        byte[] body = signed.toByteArray();
        ByteArrayOutputStream feed = new ByteArrayOutputStream();
        feed.writeBytes(
                ascii(MAGIC + "\n" + SIGNATURE + Base64.getEncoder().encodeToString(signer.sign(body, 0)) + "\n"));
        feed.writeBytes(body);
        return feed.toByteArray();
    }

    private static byte[] ascii(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads a feed, and checks who made it before anything else.
     *
     * @param key finds a key by its id
     */
    static Result read(byte[] bytes, Function<String, Optional<FeedKey>> key) {
        Head head = new Head(bytes);
        Optional<String> magic = head.line();
        Optional<String> signature = head.line().filter(line -> line.startsWith(SIGNATURE));
        int signed = head.at;
        Map<String, List<String>> lines = head.lines();
        String id = only(lines, "key");
        if (!magic.equals(Optional.of(MAGIC)) || signature.isEmpty() || id.isEmpty()) {
            return refused(
                    RefreshRefusal.Kind.UNREADABLE,
                    "the file is no feed, or of a later form: its first lines are not \"" + MAGIC
                            + "\", its signature and its key");
        }
        Optional<FeedKey> known = key.apply(id);
        if (known.isEmpty()) {
            return refused(
                    RefreshRefusal.Kind.KEY,
                    "the feed is signed by the key " + id + ", which " + FeedTrust.SETTING + " does not name");
        }
        if (!known.get().verifies(bytes, signed, decoded(signature.get().substring(SIGNATURE.length())))) {
            return refused(
                    RefreshRefusal.Kind.SIGNATURE,
                    "the signature is not that of the key " + id
                            + " for this feed: it was changed or cut off after it was" + " made");
        }
        try {
            FeedMark mark = new FeedMark(
                    id,
                    Long.parseLong(only(lines, "version")),
                    FeedKey.digest(bytes),
                    LocalDate.parse(only(lines, "expires")));
            Map<String, byte[]> files = unpacked(bytes, head.at, lines.getOrDefault("file", List.of()));
            return new Result.Read(new Feed(mark, LocalDate.parse(only(lines, "made")), files));
        } catch (DateTimeException | NumberFormatException | IOException unreadable) {
            return refused(
                    RefreshRefusal.Kind.UNREADABLE,
                    "the feed is signed, but its head and its files do not fit together, or it has more than "
                            + (MOST_BYTES >> 20) + " MB unpacked; its publisher has to make it again");
        }
    }

    private static Result refused(RefreshRefusal.Kind kind, String reason) {
        return new Result.Refused(new RefreshRefusal(kind, reason));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static String only(Map<String, List<String>> lines, String key) {
        List<String> values = lines.getOrDefault(key, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }

    /** Unpacks as many bytes as the head announces, and no more. */
    private static Map<String, byte[]> unpacked(byte[] bytes, int from, List<String> announced) throws IOException {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (String each : announced) {
            Matcher file = FILE.matcher(each);
            if (!file.matches() || sizes.put(file.group(2), Integer.valueOf(file.group(1))) != null) {
                throw new IOException("a header line is unreadable");
            }
        }
        if (sizes.values().stream().mapToLong(Integer::longValue).sum() > MOST_BYTES) {
            throw new IOException("too large");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
            for (Map.Entry<String, Integer> each : sizes.entrySet()) {
                byte[] file = in.readNBytes(each.getValue());
                if (file.length < each.getValue()) {
                    throw new IOException("cut off");
                }
                files.put(each.getKey(), file);
            }
            if (in.read() >= 0) {
                throw new IOException("more than announced");
            }
        }
        return files;
    }

    /** Reads the lines before the files; an end that doesn't come makes them empty. */
    private static final class Head {

        private final byte[] bytes;
        private int at;

        Head(byte[] bytes) {
            this.bytes = bytes;
        }

        Optional<String> line() {
            for (int end = at; end < bytes.length && end - at <= LONGEST_LINE; end++) {
                if (bytes[end] == '\n') {
                    String line = new String(bytes, at, end - at, StandardCharsets.US_ASCII);
                    at = end + 1;
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        }

        /** The values by their key, up to the empty line. */
        Map<String, List<String>> lines() {
            List<Matcher> lines = new ArrayList<>();
            for (int i = 0; i < MOST_LINES; i++) {
                Optional<String> line = line();
                if (line.isPresent() && line.get().isEmpty()) {
                    return lines.stream()
                            .collect(Collectors.groupingBy(
                                    each -> each.group(1),
                                    Collectors.mapping(each -> each.group(2), Collectors.toList())));
                }
                Matcher matcher = LINE.matcher(line.orElse(""));
                if (!matcher.matches()) {
                    break;
                }
                lines.add(matcher);
            }
            return Map.of();
        }
    }
}

package org.campaignbot.content.refresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.content.refresh.Table.Row;

/** All tables of a publisher, the shipped ones until a test changes them, and the feed made of them. */
public final class FeedDraft {

    private static final String LAWMAKERS = "lawmakers.csv";

    private final Map<String, byte[]> files = new TreeMap<>();

    /** The shipped tables as if they were of a day. */
    public FeedDraft(String day) {
        try (Stream<Path> all = Files.list(Publication.SHIPPED)) {
            for (Path file :
                    all.filter(each -> !each.toString().endsWith(".md")).toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        replace("tables.yaml", "as_of: 2026-06-15", "as_of: " + day);
    }

    /** The members of the next Congress, of whom so many have a number. */
    public static FeedDraft ofTheNextCongress(String day, int numbers) {
        return new FeedDraft(day)
                .members(
                        row -> true,
                        row -> row.with("term_start", "2027-01-03")
                                .with("term_end", MemberTables.isSenator(row) ? "2033-01-03" : "2029-01-03"))
                .members(
                        row -> MemberTables.seat(row).equals("WY-0"),
                        row -> row.with("bioguide", "Z000001").with("name", "Mona Madeup"))
                .withNumbers(numbers);
    }

    /** A new key, as openssl writes it. */
    public static String pem() {
        try {
            byte[] secret = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(secret)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static FeedKey.Pair signer() {
        return FeedKey.pair(pem()).orElseThrow();
    }

    /** Changes those members that a condition names. */
    FeedDraft members(Predicate<Row> which, UnaryOperator<Row> change) {
        return put(rows(LAWMAKERS).rows().stream()
                .map(row -> which.test(row) ? change.apply(row) : row)
                .toList());
    }

    FeedDraft without(Predicate<Row> which) {
        return put(rows(LAWMAKERS).rows().stream().filter(which.negate()).toList());
    }

    /** Gives a member another phone number. */
    public FeedDraft withNumber(String bioguide, String phone) {
        return members(Publication.is(bioguide), row -> row.with("phone", phone));
    }

    /** Leaves the numbers of this many members. */
    public FeedDraft withNumbers(int count) {
        int[] seen = {0};
        return members(row -> !row.get("phone").isEmpty() && seen[0]++ >= count, row -> row.with("phone", ""));
    }

    FeedDraft with(Row member) {
        return put(Stream.concat(rows(LAWMAKERS).rows().stream(), Stream.of(member))
                .toList());
    }

    /** Puts members in place, with the offices and committees of nobody else. */
    private FeedDraft put(List<Row> members) {
        Set<String> keys = members.stream().map(row -> row.get("bioguide")).collect(Collectors.toSet());
        files.put(LAWMAKERS, bytes(new Table(rows(LAWMAKERS).columns(), members).text()));
        for (String file : List.of("district-offices.csv", "committee-members.csv")) {
            Table table = rows(file);
            files.put(
                    file,
                    bytes(new Table(
                                    table.columns(),
                                    table.rows().stream()
                                            .filter(row -> keys.contains(row.get("bioguide")))
                                            .toList())
                            .text()));
        }
        return this;
    }

    /** Replaces a text in a file wherever it stands. */
    FeedDraft replace(String file, String text, String other) {
        files.compute(
                file,
                (name, bytes) -> bytes(
                        new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8).replace(text, other)));
        return this;
    }

    private Table rows(String file) {
        try {
            Path copy = Files.createTempFile("rows", ".csv");
            Files.write(copy, files.getOrDefault(file, new byte[0]));
            Table table = Table.read(copy);
            Files.delete(copy);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the tables as files. */
    public Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    /** The feed, as its publisher would make it on a day. */
    byte[] pack(FeedKey.Pair signer, long version, LocalDate made, LocalDate expires) {
        try {
            return Feed.pack(files, signer, version, made, expires);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a feed that may be used for 30 days. */
    public FeedDraft packTo(Path file, String pem, long version, LocalDate made) throws IOException {
        Files.write(file, pack(FeedKey.pair(pem).orElseThrow(), version, made, made.plusDays(30)));
        return this;
    }
}

package org.campaignbot.content.refresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.content.refresh.Table.Row;

/** The five files of the source, as it would publish the shipped tables until a test changes them. */
public final class Publication {

    /** The shipped tables, from this module or one beside it. */
    static final Path SHIPPED = Stream.of("directory", "../content/directory")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    private List<Row> lawmakers = rows("lawmakers.csv");
    private List<Row> offices = rows("district-offices.csv");
    private final List<Row> committees = rows("committees.csv");
    private List<Row> committeeMembers = rows("committee-members.csv");

    static List<Row> rows(String file) {
        try {
            return Table.read(SHIPPED.resolve(file)).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same members sworn into the next Congress, but for the member for Wyoming's seat in the House, who is made up. */
    public static Publication ofTheNextCongress() {
        return new Publication()
                .members(
                        row -> true,
                        row -> row.with("term_start", "2027-01-03")
                                .with("term_end", MemberTables.isSenator(row) ? "2033-01-03" : "2029-01-03"))
                .members(
                        row -> MemberTables.seat(row).equals("WY-0"),
                        row -> row.with("bioguide", "Z000001")
                                .with("name", "Mona Madeup")
                                .with("first_name", "Mona")
                                .with("last_name", "Madeup"));
    }

    /** Changes those members that a condition names. */
    Publication members(Predicate<Row> which, UnaryOperator<Row> change) {
        lawmakers = lawmakers.stream()
                .map(row -> which.test(row) ? change.apply(row) : row)
                .toList();
        return this;
    }

    Publication without(Predicate<Row> member) {
        lawmakers = lawmakers.stream().filter(member.negate()).toList();
        return this;
    }

    Publication with(Row member) {
        lawmakers = new ArrayList<>(lawmakers);
        lawmakers.add(member);
        return this;
    }

    Publication offices(Predicate<Row> which, UnaryOperator<Row> change) {
        offices = offices.stream()
                .map(row -> which.test(row) ? change.apply(row) : row)
                .toList();
        return this;
    }

    Publication committeeMembers(UnaryOperator<Row> change) {
        committeeMembers = committeeMembers.stream().map(change).toList();
        return this;
    }

    Publication withoutOffices(Predicate<Row> which) {
        offices = offices.stream().filter(which.negate()).toList();
        return this;
    }

    static Predicate<Row> is(String bioguide) {
        return row -> row.get("bioguide").equals(bioguide);
    }

    /** Gives a member another phone number; an empty one for none. */
    public Publication withNumber(String bioguide, String phone) {
        return members(is(bioguide), row -> row.with("phone", phone));
    }

    /** Leaves the numbers of this many members, counted from the first. */
    public Publication withNumbers(int count) {
        int[] seen = {0};
        return members(row -> !row.get("phone").isEmpty() && seen[0]++ >= count, row -> row.with("phone", ""));
    }

    /** Writes the five files. */
    public Path writeTo(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(Upstream.LEGISLATORS),
                lawmakers.stream().map(Publication::legislator).collect(Collectors.joining()));
        Files.writeString(
                folder.resolve(Upstream.OFFICES),
                list(
                        groups(offices, row -> row.get("bioguide")),
                        (key, rows) -> "- id:\n    bioguide: " + key + "\n  offices:\n"
                                + rows.stream()
                                        .map(row -> "  - " + keys(row, "    "))
                                        .collect(Collectors.joining())));
        Files.writeString(
                folder.resolve(Upstream.SOCIAL),
                lawmakers.stream()
                        .map(row -> "- id:\n    bioguide: " + row.get("bioguide") + "\n  social:\n    twitter: "
                                + quoted(row.get("twitter")) + "\n    facebook: " + quoted(row.get("facebook"))
                                + "\n    instagram: " + quoted(row.get("instagram")) + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(
                folder.resolve(Upstream.COMMITTEES),
                committees.stream()
                        .filter(row -> row.get("parent").isEmpty())
                        .map(this::committee)
                        .collect(Collectors.joining()));
        Files.writeString(
                folder.resolve(Upstream.MEMBERSHIP),
                list(
                        groups(committeeMembers, row -> row.get("committee")),
                        (key, rows) -> key + ":\n"
                                + rows.stream()
                                        .map(row -> "- " + keys(row, "  "))
                                        .collect(Collectors.joining())));
        return folder;
    }

    private static String legislator(Row row) {
        boolean senator = MemberTables.isSenator(row);
        return "- id:\n    bioguide: " + row.get("bioguide") + "\n  name:\n    first: " + quoted(row.get("first_name"))
                + "\n    last: " + quoted(row.get("last_name")) + "\n    official_full: " + quoted(row.get("name"))
                + "\n  terms:\n  - type: rep\n    start: '1999-01-03'\n    end: '2001-01-03'\n  - type: "
                + (senator ? "sen" : "rep")
                + "\n    start: '" + row.get("term_start") + "'\n    end: '" + row.get("term_end") + "'\n    state: "
                + quoted(row.get("state"))
                + (senator
                        ? "\n    class: " + row.get("senate_class") + "\n    state_rank: "
                                + quoted(row.get("senate_rank"))
                        : "\n    district: " + row.get("district"))
                + "\n    party: " + quoted(row.get("party")) + "\n    phone: " + quoted(row.get("phone"))
                + "\n    office: " + quoted(row.get("office"))
                + "\n    url: " + quoted(row.get("website")) + "\n    contact_form: " + quoted(row.get("contact_form"))
                + "\n";
    }

    private String committee(Row row) {
        String id = row.get("committee");
        String parts = committees.stream()
                .filter(part -> part.get("parent").equals(id))
                .map(part -> "  - name: " + quoted(part.get("name")) + "\n    thomas_id: '"
                        + part.get("committee").substring(4) + "'\n")
                .collect(Collectors.joining());
        return "- type: " + row.get("chamber") + "\n  name: " + quoted(row.get("name")) + "\n  thomas_id: " + id + "\n"
                + (parts.isEmpty() ? "" : "  subcommittees:\n" + parts);
    }

    private static Map<String, List<Row>> groups(List<Row> rows, Function<Row, String> key) {
        return rows.stream().collect(Collectors.groupingBy(key, java.util.TreeMap::new, Collectors.toList()));
    }

    private static String list(
            Map<String, List<Row>> groups, java.util.function.BiFunction<String, List<Row>, String> text) {
        return groups.entrySet().stream()
                .map(group -> text.apply(group.getKey(), group.getValue()))
                .collect(Collectors.joining());
    }

    private static String keys(Row row, String indent) {
        return row.cells().entrySet().stream()
                .map(cell -> cell.getKey() + ": " + quoted(cell.getValue()) + "\n")
                .collect(Collectors.joining(indent));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

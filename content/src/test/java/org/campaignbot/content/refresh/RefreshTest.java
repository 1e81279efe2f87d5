package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.content.refresh.Publication.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.campaignbot.content.refresh.Table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Predicate<Row> SENATOR = MemberTables::isSenator;

    @TempDir
    private Path folder = Path.of("");

    private Refresh.Outcome outcome(Publication publication) throws IOException {
        return outcome(publication, "2026-11-20");
    }

    private Refresh.Outcome outcome(Publication publication, String asOf) throws IOException {
        return prepare(publication.writeTo(folder), asOf);
    }

    private static Refresh.Outcome prepare(Path source, String asOf) throws IOException {
        return prepare(source, asOf, TODAY);
    }

    private static Refresh.Outcome prepare(Path source, String asOf, LocalDate today) throws IOException {
        return Refresh.prepare(
                Publication.SHIPPED, Optional.empty(), source, Optional.of(LocalDate.parse(asOf)), today);
    }

    private void isRefused(Refresh.Outcome outcome, RefreshRefusal.Kind kind, String reason) {
        assertThat(outcome.refusals()).anySatisfy(refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.reason()).contains(reason);
        });
        assertThat(outcome.files()).isEmpty();
    }

    @Test
    void whatTheShippedTablesCameFromChangesNothing() throws IOException {
        Refresh.Outcome outcome = outcome(new Publication());
        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.report()).contains("no change");
        assertThat(outcome.files())
                .containsOnlyKeys(
                        "tables.yaml",
                        "lawmakers.csv",
                        "district-offices.csv",
                        "committees.csv",
                        "committee-members.csv");
        for (String file :
                new String[] {"lawmakers.csv", "district-offices.csv", "committees.csv", "committee-members.csv"}) {
            assertThat(outcome.files().get(file))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(Publication.SHIPPED.resolve(file)));
        }
    }

    @Test
    void theReportTellsWhoLeftWhoCameAndWhichNumbersAndSeatsChanged() throws IOException {
        Publication publication = new Publication()
                .without(is("M001153"))
                .members(is("S001198"), row -> row.with("phone", "202-555-0100"))
                .with(new Row(Publication.rows("lawmakers.csv").get(2).cells())
                        .with("bioguide", "X000001")
                        .with("name", "Ann Alderholt")
                        .with("state", "CA")
                        .with("district", "14"));
        Refresh.Outcome outcome = outcome(publication);
        assertThat(outcome.refusals()).isEmpty();
        assertThat(String.join("\n", outcome.report()))
                .contains("left: 1\n  M001153 Lisa Murkowski, AK-S3")
                .contains("came: 1\n  X000001 Ann Alderholt, CA-14")
                .contains("new vacancies: 1\n  AK-S3")
                .contains("no longer vacant: 1\n  CA-14")
                .contains(
                        "changed numbers (of 536 who stay): 1\n  S001198 Dan Sullivan, AK-S2: 202-224-3004 → 202-555-0100")
                .contains("left out: offices of people who are no members: ");
    }

    @Test
    void ninetyFiveSenatorsAreEnoughAndNinetyFourAreNot() throws IOException {
        assertThat(outcome(withSenators(95)).refusals()).isEmpty();
        isRefused(outcome(withSenators(94)), RefreshRefusal.Kind.FEW_MEMBERS, "only 94 senators");
    }

    private static Publication withSenators(int count) {
        int[] seen = {0};
        return new Publication().without(row -> SENATOR.test(row) && seen[0]++ >= count);
    }

    @Test
    void aTenthOfTheNumbersMayChangeAndNoMore() throws IOException {
        assertThat(outcome(withNumbersChanged(53)).refusals()).isEmpty();
        isRefused(outcome(withNumbersChanged(54)), RefreshRefusal.Kind.NUMBERS, "54 of the 537 members");
    }

    private static Publication withNumbersChanged(int count) {
        int[] seen = {0};
        return new Publication().members(row -> seen[0]++ < count, row -> row.with("phone", "202-555-0100"));
    }

    @Test
    void afterATurnoverAllNumbersMayChangeForFourteenDays() throws IOException {
        Path source = withNumbersChanged(537)
                .members(row -> true, row -> row.with("term_end", "2029-01-03"))
                .writeTo(folder);
        for (String day : List.of("2027-01-03", "2027-01-17")) {
            assertThat(prepare(source, day, LocalDate.parse(day)).refusals()).isEmpty();
        }
        isRefused(
                prepare(source, "2027-01-18", LocalDate.of(2027, 1, 18)),
                RefreshRefusal.Kind.NUMBERS,
                "537 of the 537 members");
        isRefused(
                prepare(source, "2026-01-05", LocalDate.of(2026, 1, 5)),
                RefreshRefusal.Kind.NUMBERS,
                "537 of the 537 members");
    }

    @Test
    void congressHasBetween530And541Members() throws IOException {
        assertThat(outcome(withMembersOfTheHouse(430)).refusals()).isEmpty();
        isRefused(outcome(withMembersOfTheHouse(429)), RefreshRefusal.Kind.FEW_MEMBERS, "only 529 members of Congress");
        assertThat(outcome(withNewcomers(4)).refusals()).isEmpty();
        isRefused(outcome(withNewcomers(5)), RefreshRefusal.Kind.MANY_MEMBERS, "542 members of Congress");
    }

    private static Publication withMembersOfTheHouse(int count) {
        int[] seen = {0};
        return new Publication().without(row -> !SENATOR.test(row) && seen[0]++ >= count);
    }

    /** Some more members, for terms that haven't begun. */
    private static Publication withNewcomers(int count) {
        Publication publication = new Publication();
        for (int i = 0; i < count; i++) {
            publication.with(Publication.rows("lawmakers.csv")
                    .get(2)
                    .with("bioguide", "X00000" + i)
                    .with("term_start", (2027 + 2 * i) + "-01-03")
                    .with("term_end", (2029 + 2 * i) + "-01-03"));
        }
        return publication;
    }

    @Test
    void ninetyEightOfAHundredMembersHaveANumber() throws IOException {
        assertThat(outcome(new Publication().withNumbers(527)).refusals()).isEmpty();
        isRefused(
                outcome(new Publication().withNumbers(526)),
                RefreshRefusal.Kind.PHONES,
                "only 526 of 537 members have a phone number");
    }

    @Test
    void officesOfOtherMembersAreOfAnotherDayExceptAtATurnover() throws IOException {
        int[] seen = {0};
        Path source = new Publication()
                .members(
                        row -> !SENATOR.test(row) && seen[0]++ % 2 == 0,
                        row -> row.with(
                                        "bioguide",
                                        "Z" + row.get("bioguide").substring(1)
                                                + row.get("bioguide").charAt(0))
                                .with("term_end", "2029-01-03"))
                .writeTo(folder);
        Refresh.Outcome mixed = prepare(source, "2026-11-20");
        isRefused(mixed, RefreshRefusal.Kind.MIXED, " offices are of people who are no members");
        isRefused(mixed, RefreshRefusal.Kind.MIXED, " places in committees are of people who are no members");
        assertThat(prepare(source, "2027-01-04", LocalDate.of(2027, 1, 4)).refusals())
                .isEmpty();
    }

    @Test
    void theOfficesOfThoseWhoStayDoNotVanish() throws IOException {
        isRefused(
                outcome(new Publication().withoutOffices(row -> row.get("state").compareTo("TX") < 0)),
                RefreshRefusal.Kind.OFFICES,
                "offices of members who stay are gone");
    }

    @Test
    void aPositionOffTheEarthRefusesTheTableUnlessItIsKnownToBeNowhere() throws IOException {
        Predicate<Row> anchorage = row -> row.get("city").equals("Anchorage");
        isRefused(
                outcome(new Publication().offices(anchorage, row -> row.with("latitude", "161.2"))),
                RefreshRefusal.Kind.POSITION,
                "in Anchorage (161.2, ");
        Refresh.Outcome known = outcome(new Publication()
                .offices(
                        is("S001225").and(row -> row.get("city").equals("Rock Island")),
                        row -> row.with("latitude", "441.5").with("longitude", "-90.57")));
        assertThat(known.refusals()).isEmpty();
        assertThat(known.report())
                .anyMatch(line -> line.startsWith("left out: the position") && line.contains("441.5"));
    }

    @Test
    void twoPeopleCannotHoldOneSeatAtTheSameTime() throws IOException {
        Row member = Publication.rows("lawmakers.csv").get(2);
        isRefused(
                outcome(new Publication()
                        .with(member.with("bioguide", "X000001").with("name", "Ann Alderholt"))),
                RefreshRefusal.Kind.SEAT,
                "Nicholas J. Begich III and Ann Alderholt hold the seat AK-0");
        assertThat(outcome(new Publication()
                                .with(member.with("bioguide", "X000001")
                                        .with("term_start", "2027-01-03")
                                        .with("term_end", "2029-01-03")))
                        .refusals())
                .isEmpty();
    }

    @Test
    void aDateThatCannotBeTheSourcesIsRefused() throws IOException {
        isRefused(outcome(new Publication(), "2026-11-25"), RefreshRefusal.Kind.DATE, "today is 2026-11-24");
        isRefused(outcome(new Publication(), "2026-06-14"), RefreshRefusal.Kind.DATE, "older than the tables in force");
        Refresh.Outcome late = Refresh.prepare(
                Publication.SHIPPED,
                Optional.empty(),
                new Publication().writeTo(folder),
                Optional.of(LocalDate.of(2027, 2, 1)),
                LocalDate.of(2027, 2, 2));
        isRefused(late, RefreshRefusal.Kind.TERMS, "are over on 2027-02-01");
    }

    @Test
    void whatATableReaderWouldNotReadIsRefused() throws IOException {
        isRefused(
                outcome(new Publication().members(is("S001198"), row -> row.with("term_end", "soon"))),
                RefreshRefusal.Kind.TABLE,
                "the end of the term \"soon\"");
        isRefused(
                outcome(new Publication().members(is("B001323"), row -> row.with("district", "7"))),
                RefreshRefusal.Kind.TABLE,
                "no ZIP code names the district AK-7");
    }

    @Test
    void filesThatAreMissingOrBrokenAreNamed() throws IOException {
        Path source = new Publication().writeTo(folder);
        Files.delete(source.resolve(Upstream.SOCIAL));
        isRefused(
                prepare(source, "2026-11-20"),
                RefreshRefusal.Kind.UNREADABLE,
                "legislators-social-media.yaml is missing");
        Files.writeString(source.resolve(Upstream.SOCIAL), "# nothing yet\n");
        isRefused(
                prepare(source, "2026-11-20"),
                RefreshRefusal.Kind.UNREADABLE,
                "legislators-social-media.yaml holds no entries");
        Files.writeString(source.resolve(Upstream.SOCIAL), "- id:\n    bioguide: A00");
        isRefused(
                prepare(source, "2026-11-20"),
                RefreshRefusal.Kind.UNREADABLE,
                "legislators-social-media.yaml is cut off: its last line has no end");
        Files.writeString(source.resolve(Upstream.SOCIAL), "- id: [");
        isRefused(
                prepare(source, "2026-11-20"),
                RefreshRefusal.Kind.UNREADABLE,
                "legislators-social-media.yaml is not YAML");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        isRefused(
                prepare(empty, "2026-11-20"),
                RefreshRefusal.Kind.UNREADABLE,
                "neither the files of the source nor a map");
    }
}

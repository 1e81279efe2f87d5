package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.campaignbot.content.refresh.Table.Row;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the first days of a Congress its source has the members, and not yet their numbers. */
class NamesWithoutNumbersTest {

    private static final LocalDate SECOND_DAY = LocalDate.of(2027, 1, 4);
    private static final String STAYS = "S001198";
    private static final String NEW = "Z000001";

    @TempDir
    private Path folder = Path.of("");

    private AppliedTables applied = new AppliedTables(Path.of(""));

    @BeforeEach
    void begin() {
        applied = new AppliedTables(folder.resolve("data"));
    }

    /** Everybody stays but the member for WY-0, and only the first 67 of all have a number. */
    private static Publication early() {
        return complete().withNumbers(67);
    }

    private static Publication complete() {
        return Publication.ofTheNextCongress();
    }

    private static Row sworn(Row row) {
        return row.with("term_start", "2027-01-03")
                .with("term_end", MemberTables.isSenator(row) ? "2033-01-03" : "2029-01-03");
    }

    private static Predicate<Row> wyoming() {
        return row -> MemberTables.seat(row).equals("WY-0");
    }

    private Refresh.Outcome prepare(Publication publication, LocalDate day) throws IOException {
        return prepare(publication, day, day);
    }

    private Refresh.Outcome prepare(Publication publication, LocalDate asOf, LocalDate today) throws IOException {
        Path source = publication.writeTo(Files.createDirectories(folder.resolve("source")));
        return Refresh.prepare(Publication.SHIPPED, applied.newest(), source, Optional.of(asOf), today);
    }

    private static Map<String, byte[]> files(Refresh.Outcome outcome) {
        return outcome.names().orElseThrow().files();
    }

    private Directory inForce() {
        return ((DirectoryTables.Result.Read) DirectoryTables.read(Publication.SHIPPED, applied.newest())).directory();
    }

    private static Optional<Lawmaker> holder(Directory directory, String seat) {
        return directory.seat(seat, SECOND_DAY).flatMap(Seat::holder);
    }

    private void isRefused(Refresh.Outcome outcome, RefreshRefusal.Kind... kinds) {
        assertThat(outcome.refusals()).extracting(RefreshRefusal::kind).contains(kinds);
        assertThat(outcome.names()).isEmpty();
        assertThat(outcome.files()).isEmpty();
    }

    @Test
    void theNamesAreOfferedAndTheTablesStayRefused() throws IOException {
        Refresh.Outcome outcome = prepare(early(), SECOND_DAY);
        assertThat(outcome.refusals())
                .singleElement()
                .asString()
                .startsWith("only 67 of 537 members have a phone number");
        assertThat(outcome.files()).isEmpty();
        assertThat(outcome.names().orElseThrow().areInForce()).isFalse();
        assertThat(files(outcome)).doesNotContainKey(SourceState.FILE);
        assertThat(String.join("\n", outcome.report()))
                .contains("came: 1\n  Z000001 Mona Madeup, WY-0")
                .doesNotContain("changed numbers");
    }

    @Test
    void whoStaysKeepsTheNumberWithItsDateAndWhoIsNewHasNone() throws IOException {
        Directory before = inForce();
        applied.apply(files(prepare(early(), SECOND_DAY)));
        Directory directory = inForce();
        assertThat(directory.asOf()).isEqualTo(before.asOf());
        assertThat(directory.namesAsOf()).isEqualTo(SECOND_DAY);
        for (Seat seat : before.senateSeats("WY", before.asOf())) {
            assertThat(holder(directory, seat.id()).orElseThrow().phone())
                    .isEqualTo(seat.holder().orElseThrow().phone())
                    .isPresent();
        }
        Lawmaker newcomer = holder(directory, "WY-0").orElseThrow();
        assertThat(newcomer.name()).isEqualTo("Mona Madeup");
        assertThat(newcomer.phone()).isEmpty();
    }

    @Test
    void aNumberThatTheSourceHasAlreadyIsTaken() throws IOException {
        Publication source = early().withNumber("S001198", "202-555-0100");
        applied.apply(files(prepare(source, SECOND_DAY)));
        assertThat(holder(inForce(), "AK-S2").orElseThrow().phone()).contains("202-555-0100");
    }

    @Test
    void whoMovedToTheOtherChamberHasNoNumberYet() throws IOException {
        // The member for Vermont's only district becomes its senator.
        Row moved = Publication.rows("lawmakers.csv").stream()
                .filter(row -> MemberTables.seat(row).equals("VT-0"))
                .findFirst()
                .orElseThrow();
        Publication source = early().without(row -> row.get("state").equals("VT"))
                .with(sworn(moved.with("chamber", "senate")
                                .with("district", "")
                                .with("senate_class", "1")
                                .with("senate_rank", "junior"))
                        .with("phone", ""));
        applied.apply(files(prepare(source, SECOND_DAY)));
        Lawmaker senator = holder(inForce(), "VT-S1").orElseThrow();
        assertThat(senator.bioguide()).isEqualTo(moved.get("bioguide"));
        assertThat(senator.phone()).isEmpty();
    }

    @Test
    void aSeatWithoutANameIsVacantAndCommitteesOfTheFormerCongressAreOver() throws IOException {
        applied.apply(files(prepare(
                early().without(wyoming().or(row -> row.get("bioguide").equals(NEW))), SECOND_DAY)));
        Directory directory = inForce();
        assertThat(directory.seat("WY-0", SECOND_DAY).orElseThrow().status()).isEqualTo(SeatStatus.VACANT);
        assertThat(directory.committeesOf(STAYS, SECOND_DAY)).isEmpty();
    }

    @Test
    void namesInForceAreNotOfferedAgainAndNewOnesAre() throws IOException {
        applied.apply(files(prepare(early(), SECOND_DAY)));
        Refresh.Outcome again = prepare(early(), SECOND_DAY, SECOND_DAY.plusDays(1));
        assertThat(again.names().orElseThrow().areInForce()).isTrue();
        assertThat(again.names().orElseThrow().withoutNumber()).isPositive();
        Refresh.Outcome newer = prepare(
                early().members(row -> row.get("bioguide").equals(NEW), row -> row.with("last_name", "Invented")),
                SECOND_DAY.plusDays(1));
        assertThat(newer.names().orElseThrow().areInForce()).isFalse();
    }

    @Test
    void theCompleteTablesReplaceTheNames() throws IOException {
        applied.apply(files(prepare(early(), SECOND_DAY)));
        LocalDate third = SECOND_DAY.plusDays(2);
        Refresh.Outcome outcome = prepare(complete(), third);
        assertThat(outcome.refusals()).isEmpty();
        applied.apply(outcome.files());
        assertThat(inForce().asOf()).isEqualTo(third);
        assertThat(inForce().namesAsOf()).isEqualTo(third);
        isRefused(prepare(early(), third), RefreshRefusal.Kind.PHONES);
    }

    @Test
    void aSourceOlderThanTheNamesIsRefused() throws IOException {
        applied.apply(files(prepare(early(), SECOND_DAY)));
        isRefused(
                prepare(early(), SECOND_DAY.minusDays(1), SECOND_DAY),
                RefreshRefusal.Kind.PHONES,
                RefreshRefusal.Kind.DATE);
    }

    @Test
    void namesThatAreOlderThanTheShippedTablesAreNotUsed() throws IOException {
        Path shipped = Files.createDirectories(folder.resolve("shipped"));
        try (var files = Files.list(Publication.SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, shipped.resolve(file.getFileName()));
            }
        }
        Path list = shipped.resolve("tables.yaml");
        Files.writeString(list, Files.readString(list).replaceFirst("as_of: 2026-06-15", "as_of: 2027-01-05"));
        applied.apply(files(prepare(early(), SECOND_DAY)));
        DirectoryTables.Result result = DirectoryTables.read(shipped, applied.newest());
        assertThat(((DirectoryTables.Result.Read) result).directory().namesAsOf())
                .isEqualTo(LocalDate.of(2027, 1, 5));
    }

    @Test
    void afterFourteenDaysAndBeforeTheCongressTheyAreRefusedAsEver() throws IOException {
        assertThat(prepare(early(), LocalDate.of(2027, 1, 17)).names()).isPresent();
        isRefused(prepare(early(), LocalDate.of(2027, 1, 18)), RefreshRefusal.Kind.PHONES);
        isRefused(prepare(early(), SECOND_DAY, LocalDate.of(2027, 1, 18)), RefreshRefusal.Kind.PHONES);
        isRefused(
                prepare(new Publication().withNumbers(67), LocalDate.of(2027, 1, 2), SECOND_DAY),
                RefreshRefusal.Kind.PHONES);
        isRefused(prepare(new Publication().withNumbers(67), LocalDate.of(2026, 12, 1)), RefreshRefusal.Kind.PHONES);
    }

    @Test
    void nothingElseMayBeWrong() throws IOException {
        int[] seen = {0};
        isRefused(
                prepare(early().without(row -> seen[0]++ < 8), SECOND_DAY),
                RefreshRefusal.Kind.PHONES,
                RefreshRefusal.Kind.FEW_MEMBERS);
        Row twin = sworn(Publication.rows("lawmakers.csv").get(2)).with("bioguide", "X000001");
        isRefused(
                prepare(early().with(twin.with("phone", "")), SECOND_DAY),
                RefreshRefusal.Kind.PHONES,
                RefreshRefusal.Kind.SEAT);
        isRefused(
                prepare(early().withoutOffices(row -> row.get("state").compareTo("TX") < 0), SECOND_DAY),
                RefreshRefusal.Kind.PHONES,
                RefreshRefusal.Kind.OFFICES);
        isRefused(
                prepare(
                        early().offices(
                                        row -> row.get("city").equals("Anchorage"),
                                        row -> row.with("latitude", "161.2")),
                        SECOND_DAY),
                RefreshRefusal.Kind.PHONES,
                RefreshRefusal.Kind.POSITION);
        Refresh.Outcome unreadable = prepare(
                early().members(row -> row.get("bioguide").equals(NEW), row -> row.with("term_end", "soon")),
                SECOND_DAY);
        assertThat(unreadable.refusals())
                .extracting(RefreshRefusal::kind)
                .contains(RefreshRefusal.Kind.PHONES, RefreshRefusal.Kind.TABLE);
        assertThat(unreadable.names()).isEmpty();
    }

    @Test
    void aMapIsNeverTakenWithNames() throws IOException {
        Path source = MapDraft.ofTheShipped().writeTo(Files.createDirectories(folder.resolve("source")), 119);
        early().writeTo(source);
        Refresh.Outcome outcome =
                Refresh.prepare(Publication.SHIPPED, applied.newest(), source, Optional.of(SECOND_DAY), SECOND_DAY);
        isRefused(outcome, RefreshRefusal.Kind.PHONES);
    }

    @Test
    void aMapThatIsPutInForceLaterKeepsTheDateOfTheNames() throws IOException {
        applied.apply(files(prepare(early(), SECOND_DAY)));
        Path source = MapDraft.ofTheShipped().writeTo(Files.createDirectories(folder.resolve("map")), 119);
        Refresh.Outcome outcome =
                Refresh.prepare(Publication.SHIPPED, applied.newest(), source, Optional.of(SECOND_DAY), SECOND_DAY);
        assertThat(outcome.refusals()).isEmpty();
        applied.apply(outcome.files());
        assertThat(inForce().namesAsOf()).isEqualTo(SECOND_DAY);
        assertThat(holder(inForce(), "WY-0").orElseThrow().lastName()).isEqualTo("Madeup");
    }

    @Test
    void theServersStateIsNotKeptSoThatTheNextLookFetchesTheNumbers() throws IOException {
        Path source = early().writeTo(Files.createDirectories(folder.resolve("source")));
        try (SourceServer server = new SourceServer(source, Instant.parse("2027-01-04T15:00:00Z"))) {
            Download download = new Download(server.address(), SourceServer.HOST);
            Refresh.Outcome first = fetched(download);
            assertThat(first.asOf()).contains(SECOND_DAY);
            applied.apply(files(first));
            complete().writeTo(source);
            // Within the same day, as the source's server may well be.
            server.publish(Instant.parse("2027-01-04T20:00:00Z"));
            Refresh.Outcome second = fetched(download);
            assertThat(second.refusals()).isEmpty();
            applied.apply(second.files());
            assertThat(server.log()).noneMatch(line -> line.endsWith("304"));
            early().writeTo(source);
            server.publish(Instant.parse("2027-01-04T15:00:00Z"));
            Refresh.Outcome older = fetched(download);
            assertThat(older.names()).isEmpty();
            assertThat(older.refusals()).isNotEmpty();
        }
        assertThat(List.copyOf(inForce().seatIds())).isNotEmpty();
    }

    private Refresh.Outcome fetched(Download download) throws IOException {
        return Refresh.fetch(
                Publication.SHIPPED, applied.newest(), download, Optional.empty(), SECOND_DAY, FeedTrust.NONE, false);
    }
}

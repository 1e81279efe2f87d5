package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.campaignbot.content.refresh.Table.Row;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 120th Congress is sworn in on a made-up table, with every House seat won by somebody new, and then gets its map. */
class NewCongressTest {

    private static final LocalDate SWORN_IN = LocalDate.of(2027, 1, 4);
    private static final String IN_NEW_YORK = "10021";

    @TempDir
    private Path folder = Path.of("");

    private AppliedTables applied = new AppliedTables(Path.of(""));

    @BeforeEach
    void swearIn() throws IOException {
        applied = new AppliedTables(folder.resolve("data"));
        apply(members().writeTo(Files.createDirectory(folder.resolve("members"))));
    }

    /** Offices and committees are still those of the former members; senators of the second class begin a new term. */
    private static Publication members() {
        return new Publication()
                .members(row -> !MemberTables.isSenator(row), NewCongressTest::successor)
                .members(
                        row -> row.get("senate_class").equals("2"),
                        row -> row.with("term_start", "2027-01-03").with("term_end", "2033-01-03"));
    }

    private static Row successor(Row member) {
        return member.with(
                        "bioguide",
                        "Z" + member.get("bioguide").substring(1)
                                + member.get("bioguide").charAt(0))
                .with("name", "Successor of " + member.get("name"))
                .with("last_name", "Successor")
                .with("term_start", "2027-01-03")
                .with("term_end", "2029-01-03");
    }

    private void apply(Path source) throws IOException {
        Refresh.Outcome outcome =
                Refresh.prepare(Publication.SHIPPED, applied.newest(), source, Optional.of(SWORN_IN), SWORN_IN);
        assertThat(outcome.refusals()).isEmpty();
        applied.apply(outcome.files());
    }

    private Directory directory() {
        DirectoryTables.Result result = DirectoryTables.read(Publication.SHIPPED, applied.newest());
        assertThat(result).isInstanceOf(DirectoryTables.Result.Read.class);
        return ((DirectoryTables.Result.Read) result).directory();
    }

    private static List<String> holders(List<Seat> seats) {
        return seats.stream()
                .flatMap(seat -> seat.holder().stream())
                .map(Lawmaker::name)
                .toList();
    }

    @Test
    void theMembersAloneNameNoHouseSeatByTheFormerMap() {
        Directory directory = directory();
        assertThat(directory.mapNumber()).isEqualTo(119);
        assertThat(directory.asOf()).isEqualTo(SWORN_IN);
        for (String place : List.of(IN_NEW_YORK, "Buffalo, NY", "40.7700,-73.9600")) {
            Lookup lookup = directory.find(place, SWORN_IN);
            assertThat(lookup)
                    .as(place)
                    .isInstanceOfSatisfying(
                            Lookup.StateOnly.class,
                            only -> assertThat(only.reason()).isEqualTo(Lookup.StateOnly.Reason.NEW_MAP_MISSING));
            assertThat(holders(lookup.seats())).containsExactly("Kirsten E. Gillibrand", "Charles E. Schumer");
        }
        assertThat(directory.find("82001", SWORN_IN).districts()).hasToString("[WY-0]");
        assertThat(holders(directory.find("82001", SWORN_IN).seats()))
                .anyMatch(name -> name.startsWith("Successor of"));
    }

    @Test
    void nobodyIsNamedBeforeTheTermBegins() {
        assertThat(directory()
                        .find("82001", LocalDate.of(2027, 1, 2))
                        .seats()
                        .get(0)
                        .status())
                .isNotEqualTo(SeatStatus.FILLED);
    }

    @Test
    void withTheirMapTheMembersAreNamedByIt() throws IOException {
        Path map = Files.createDirectory(folder.resolve("map"));
        apply(MapDraft.ofTheShipped().turning("NY", 26).writeTo(map, 120));
        Directory directory = directory();
        assertThat(directory.mapNumber()).isEqualTo(120);
        assertThat(directory.asOf()).isEqualTo(SWORN_IN);
        assertThat(directory.find(IN_NEW_YORK, SWORN_IN).districts()).hasToString("[NY-13]");
        assertThat(directory.find("40.7700,-73.9600", SWORN_IN).districts()).hasToString("[NY-13]");
        assertThat(holders(directory.find(IN_NEW_YORK, SWORN_IN).seats())).contains("Successor of Adriano Espaillat");
    }

    @Test
    void aMapThatWasAppliedStaysWhenMembersAreRenewed() throws IOException {
        apply(MapDraft.ofTheShipped().turning("NY", 26).writeTo(Files.createDirectory(folder.resolve("map")), 120));
        apply(folder.resolve("members"));
        assertThat(directory().mapNumber()).isEqualTo(120);
        assertThat(directory().boundaryProblem()).isEmpty();
    }

    @Test
    void membersAndMapMayComeTogether() throws IOException {
        apply(MapDraft.ofTheShipped().turning("NY", 26).writeTo(folder.resolve("members"), 120));
        assertThat(directory().find(IN_NEW_YORK, SWORN_IN).districts()).hasToString("[NY-13]");
    }
}

package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignbot.content.Problem;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The folder of a later map beside the tables. */
class LaterMapFolderTest {

    private static final LocalDate EVE = LocalDate.of(2027, 1, 2);
    private static final LocalDate NEW_CONGRESS = LocalDate.of(2027, 1, 3);

    @TempDir
    private Path folder = Path.of("");

    private Path tables = Path.of("");
    private Path later = Path.of("");

    @BeforeEach
    void write() throws IOException {
        tables = new TinyFolder().writeTo(Files.createDirectory(folder.resolve("tables")));
        later = Files.createDirectory(folder.resolve("later"));
        Files.writeString(later.resolve("tables.yaml"), """
                map: 120
                tables:
                  zip-districts: {file: zips.csv, source: made up, licence: CC0 1.0, as_of: 120th Congress}
                  boundaries: {file: boundaries.topojson, source: made up, licence: CC0 1.0, as_of: 120th Congress}
                """);
        Files.writeString(later.resolve("zips.csv"), """
                zip,districts,place,basis,latitude,longitude,zone,shares
                10001,NY-2,Elmtown,census,40.5,-73.5,America/New_York,
                10002,NY-1 NY-2,Elmtown,census,,,America/New_York,0.2500 0.7500
                """);
        Files.copy(tables.resolve("boundaries.topojson"), later.resolve("boundaries.topojson"));
    }

    private DirectoryTables.Result read() {
        return DirectoryTables.read(tables, Optional.empty(), Optional.of(later));
    }

    private Directory directory() {
        assertThat(read()).isInstanceOf(DirectoryTables.Result.Read.class);
        return ((DirectoryTables.Result.Read) read()).directory();
    }

    @Test
    void aLaterMapServesBesideTheTablesFromItsCongressOn() {
        Directory directory = directory();
        assertThat(directory.mapNumber()).isEqualTo(119);
        assertThat(directory.find("10001", EVE).districts()).hasToString("[NY-1]");
        assertThat(directory.find("10001", NEW_CONGRESS).districts()).hasToString("[NY-2]");
        Lookup both = directory.find("10002", NEW_CONGRESS);
        assertThat(directory.likelyFirst(both.districts(), "10002", NEW_CONGRESS))
                .hasToString("[NY-2, NY-1]");
        assertThat(directory.at(0.5, 11.2, NEW_CONGRESS).districts())
                .isEqualTo(directory.at(0.5, 11.2, EVE).districts());
        assertThat(directory.boundaryProblem()).isEmpty();
    }

    @Test
    void aMapThatIsNotLaterIsPassedOver() throws IOException {
        Path list = later.resolve("tables.yaml");
        Files.writeString(list, Files.readString(list).replace("map: 120", "map: 119"));
        assertThat(directory().find("10001", EVE).districts()).hasToString("[NY-1]");
        assertThat(directory().mapOf("NY", NEW_CONGRESS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zips.csv | 0.2500 0.7500 | 0.2500 | zips.csv:3:51 | table-bad-number",
                "zips.csv | 0.2500 0.7500 | 0.2500 7500 | zips.csv:3:51 | table-bad-number",
                "zips.csv | 10001,NY-2 | 10001,NY-4 | zips.csv:2:1 | table-unknown-district",
                "zips.csv | districts,place | place,place | zips.csv:1:1 | table-missing-column",
                "tables.yaml | map: 120 | map: soon | tables.yaml:1:6 | table-bad-number",
            })
    void itsProblemsHaveAPlace(String file, String text, String other, String place, String code) throws IOException {
        Path path = later.resolve(file);
        assertThat(path).content().contains(text);
        Files.writeString(path, Files.readString(path).replace(text, other));
        assertThat(read())
                .isInstanceOfSatisfying(
                        DirectoryTables.Result.Broken.class,
                        broken -> assertThat(broken.problems())
                                .map(each -> each.file() + ":" + each.line() + ":" + each.column() + " " + each.code())
                                .contains(place + " " + code));
    }

    @Test
    void itsBoundariesAreCheckedOnTheirOwn() throws IOException {
        assertThat(DirectoryTables.checkLaterBoundaries(later)).isEmpty();
        Files.writeString(later.resolve("boundaries.topojson"), "{");
        assertThat(DirectoryTables.checkLaterBoundaries(later))
                .map(Problem::code)
                .containsExactly("table-bad-topojson");
        assertThat(directory().boundaryProblem().orElseThrow()).contains("boundaries.topojson:1:");
    }

    @Test
    void theProposedListNamesEveryStateWithSeveralDistrictsOnce() {
        RedrawnStates.Result result = RedrawnStates.read(Shipped.FOLDER, 120);
        assertThat(result.problems()).isEmpty();
        Map<Boolean, List<String>> states = result.reports().values().stream()
                .collect(Collectors.partitioningBy(
                        RedrawnStates.Report::redrawn,
                        Collectors.mapping(RedrawnStates.Report::state, Collectors.toList())));
        assertThat(states.get(true)).containsExactly("AL", "CA", "FL", "LA", "MO", "NC", "OH", "TN", "TX", "UT");
        assertThat(states.get(false)).hasSize(34).contains("VA");
        assertThat(new TreeMap<>(result.reports()).keySet())
                .allMatch(each -> Shipped.DIRECTORY.districts(each).size() > 1);
    }
}

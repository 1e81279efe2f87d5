package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.campaignbot.content.Problem;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTablesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    private Path folder = Path.of("");

    private List<Problem> problems(TinyFolder tables) throws IOException {
        DirectoryTables.Result result = DirectoryTables.read(tables.writeTo(folder));
        return result instanceof DirectoryTables.Result.Broken broken ? broken.problems() : List.of();
    }

    private Directory directory(TinyFolder tables) throws IOException {
        DirectoryTables.Result result = DirectoryTables.read(tables.writeTo(folder));
        assertThat(result).isInstanceOf(DirectoryTables.Result.Read.class);
        return ((DirectoryTables.Result.Read) result).directory();
    }

    @Test
    void wholeTablesBecomeADirectory() throws IOException {
        Directory directory = directory(new TinyFolder());
        assertThat(directory.asOf()).isEqualTo("2026-06-15");
        assertThat(directory.find("10002", TODAY).districts()).hasToString("[NY-1, NY-2]");
        assertThat(directory.find("hagatna", TODAY).districts()).hasToString("[GU-0]");
        assertThat(directory.seat("NY-S1", TODAY).orElseThrow().holder())
                .map(Lawmaker::name)
                .hasValue("Bo \"B\" Birchwood");
        assertThat(directory.seat("NY-1", TODAY).orElseThrow().holder())
                .flatMap(Lawmaker::office)
                .hasValue("1, Elm House");
        assertThat(directory.offices("T000001")).hasSize(2);
    }

    /** On JDK 25 reading on the common pool waited forever for turns that waited for what was read. */
    @Test
    void tablesAreReadWhileTheWholeCommonPoolWaitsForThem() throws Exception {
        CountDownLatch isRead = new CountDownLatch(1);
        FutureTask<Directory> reading = new FutureTask<>(() -> {
            // More than it has threads, so that one waits in the reader's own queue and keeps it from helping itself.
            for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism() + 8; i++) {
                ForkJoinPool.commonPool().execute(() -> awaitQuietly(isRead));
            }
            return directory(new TinyFolder());
        });
        Thread reader = new Thread(reading, "reads");
        reader.setDaemon(true);
        reader.start();
        try {
            assertThat(reading.get(20, TimeUnit.SECONDS).asOf()).isEqualTo("2026-06-15");
        } finally {
            isRead.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aBrokenAddressIsNotKnownRatherThanShown() throws IOException {
        Lawmaker member = directory(new TinyFolder()
                        .with(
                                "lawmakers.csv",
                                "https://example.org,",
                                "https://example.org,hhttps://example.org/contact"))
                .seat("NY-1", TODAY)
                .flatMap(Seat::holder)
                .orElseThrow();
        assertThat(member.contactForm()).isEmpty();
        assertThat(member.website()).hasValue("https://example.org");
    }

    @Test
    void everyTableNamesItsSource() throws IOException {
        assertThat(DirectoryTables.read(Shipped.FOLDER))
                .isInstanceOfSatisfying(
                        DirectoryTables.Result.Read.class,
                        read -> assertThat(read.sources())
                                .hasSize(12)
                                .allSatisfy(source -> assertThat(source.asOf()).isNotBlank())
                                .anySatisfy(
                                        source -> assertThat(source.licence()).contains("ODbL"))
                                .anySatisfy(
                                        source -> assertThat(source.licence()).contains("GeoNames CC BY 4.0")));
    }

    @Test
    void boundariesAreReadWithThePositions() throws IOException {
        Directory directory = directory(new TinyFolder());
        assertThat(directory.at(0.5, 10.5, TODAY).districts()).hasToString("[NY-1]");
        assertThat(directory.at(0.5, 11.5, TODAY).districts()).hasToString("[NY-2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lawmakers.csv | bioguide,chamber | key,chamber | lawmakers.csv:1:1 | table-missing-column",
                "lawmakers.csv | ,house, | ,upper, | lawmakers.csv:2:9 | table-unknown-chamber",
                "lawmakers.csv | NY,1, | NX,1, | lawmakers.csv:2:15 | table-unknown-state",
                "lawmakers.csv | NY,1, | NY,one, | lawmakers.csv:2:18 | table-bad-number",
                "lawmakers.csv | NY,1, | NY,100, | lawmakers.csv:2:18 | table-unknown-district",
                "lawmakers.csv | NY,1, | NY,3, | lawmakers.csv:2:1 | table-unknown-district",
                "lawmakers.csv | 2027-01-03 | 2027-02-30 | lawmakers.csv:2:73 | table-bad-date",
                "lawmakers.csv | 2027-01-03 | soon | lawmakers.csv:2:73 | table-bad-date",
                "lawmakers.csv | 2027-01-03 | 2024-01-03 | lawmakers.csv:2:73 | table-bad-term",
                "lawmakers.csv | T000002 | T000001 | lawmakers.csv:3:1 | table-duplicate",
                "lawmakers.csv | Independent,1, | Independent,2, | lawmakers.csv:3:66 | table-bad-class",
                "lawmakers.csv | `\"1, Elm House\"` | `\"1, Elm House` | lawmakers.csv:2:97 | table-bad-quote",
                "lawmakers.csv | Ann Alderholt | `` | lawmakers.csv:2:20 | table-empty-cell",
                "district-offices.csv | T000001,Elm | T999999,Elm | district-offices.csv:2:1 | table-unknown-lawmaker",
                "district-offices.csv | 40.5 | 441.5 | district-offices.csv:2:55 | table-bad-number",
                "district-offices.csv | -73.5 | west | district-offices.csv:2:60 | table-bad-number",
                "committees.csv | ,house, | ,senat, | committees.csv:2:6 | table-unknown-chamber",
                "committee-members.csv | AAAA | BBBB | committee-members.csv:2:1 | table-unknown-committee",
                "zip-districts.csv | 10001 | 1001 | zip-districts.csv:2:1 | table-bad-number",
                "zip-districts.csv | 10002 | 10001 | zip-districts.csv:3:1 | table-duplicate",
                "zip-districts.csv | NY-1 NY-2 | NY-1 NY2 | zip-districts.csv:3:7 | table-unknown-district",
                "zip-districts.csv | NY-1 NY-2 | NY-1 NY-9 | zip-districts.csv:3:1 | table-unknown-district",
                "zip-districts.csv | NY-? | XX-? | zip-districts.csv:4:7 | table-unknown-district",
                "zip-districts.csv | point | guess | zip-districts.csv:3:25 | table-unknown-basis",
                "zip-districts.csv | APO AE, | APO AE | zip-districts.csv:5:1 | table-bad-row",
                "territory-places.csv | GU-0 | GUAM | territory-places.csv:2:9 | table-unknown-district",
                "state-zones.csv | America/New_York,America/New_York,America | America/New_York,America/New_York,Amerika | state-zones.csv:2:38 | table-unknown-zone",
                "tables.yaml | map: 119 | map: next | tables.yaml:1:6 | table-bad-number",
                "tables.yaml | map: 119 | maps: 119 | tables.yaml:1:1 | table-missing-key",
                "tables.yaml | map: 119 | map: [ | tables.yaml:3:12 | table-bad-yaml",
                "tables.yaml | zip-districts: | zips: | tables.yaml:1:1 | table-not-listed",
            })
    void aSlipIsToldWithItsPlace(String file, String text, String other, String place, String code) throws IOException {
        TinyFolder tables = new TinyFolder().with(file, text, other);
        assertThat(problems(tables)).first().satisfies(problem -> {
            assertThat(problem.toString()).startsWith(place + ": ").contains(" — ");
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    @Test
    void rowsBelowAnOpenQuotationMarkAreStillChecked() throws IOException {
        TinyFolder tables =
                new TinyFolder().with("territory-places.csv", "Hagåtña,", "\"Hag\nåtña\",GU-0\n\nGuam,GU-Z\nYona,");
        assertThat(problems(tables))
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.code())
                .containsExactly("2:1 table-bad-quote", "5:6 table-unknown-district");
    }

    @Test
    void aTableWithoutItsStateIsRefused() throws IOException {
        TinyFolder tables = new TinyFolder().with("tables.yaml", "    as_of: 119th Congress\n", "");
        assertThat(problems(tables))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasToString(
                                "tables.yaml:59:5: the table \"boundaries\" has no as_of — add a line \"as_of: …\""));
        assertThat(problems(new TinyFolder().with("tables.yaml", "as_of: 2026-06-15", "as_of: June")))
                .first()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("table-bad-date"));
    }

    @Test
    void aMissingFileIsToldByItsName() throws IOException {
        assertThat(problems(new TinyFolder().without("committees.csv")))
                .first()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("committees.csv:1:1: this file is not in the folder of tables — "));
        assertThat(DirectoryTables.read(folder.resolve("nowhere"))).isInstanceOf(DirectoryTables.Result.Broken.class);
    }

    @Test
    void aByteThatIsNotUtf8IsToldWithItsPlace() throws IOException {
        Path file = new TinyFolder().writeTo(folder).resolve("territory-places.csv");
        Files.write(file, new byte[] {'p', 'l', 'a', 'c', 'e', ',', 'd', '\n', 'A', (byte) 0xE9, 'B'});
        assertThat(DirectoryTables.read(folder))
                .isInstanceOfSatisfying(
                        DirectoryTables.Result.Broken.class,
                        broken -> assertThat(broken.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.toString())
                                        .startsWith("territory-places.csv:2:2: the byte 0xE9 is not UTF-8 here")));
    }

    @Test
    void allSlipsAreToldUpToTwenty() throws IOException {
        assertThat(problems(new TinyFolder().with("zip-districts.csv", "NY-", "XX-")))
                .hasSize(4);
        StringBuilder rows = new StringBuilder("committee,bioguide,title,rank\n");
        rows.append("ZZZZ,T000001,,1\n".repeat(50));
        TinyFolder many = new TinyFolder()
                .with("committee-members.csv", "committee,bioguide,title,rank\nAAAA,T000001,,1\n", rows.toString());
        assertThat(problems(many)).hasSize(TableProblems.MOST);
    }

    @Test
    void anEmptyTableIsRefused() throws IOException {
        assertThat(problems(new TinyFolder().with("committees.csv", "AAAA,house,Committee on Trees,\n", "")))
                .first()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("table-empty"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"type\"` | `[\"type\"` | 1:1",
                "`\"NY-1\"` | `\"NY-one\"` | 3:93",
                "`\"NY-2\"` | `\"NY-1\"` | 4:56",
                "`[[0,1]]` | `[[0,1.5]]` | 3:87",
                "`[2,-1]` | `[2,-9]` | 5:80",
                "`[2,0],[0,2]]` | `[2,0],[0,3]]` | 5:80",
                "`[-2,0]]]}` | `[-2,0]]` | 6:1",
            })
    void brokenBoundariesAreToldWithTheirPlaceAndThrowNothing(String text, String other, String place)
            throws IOException {
        TinyFolder tables = new TinyFolder().with("boundaries.topojson", text, other);
        assertThat(directory(tables).boundaryProblem())
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("boundaries.topojson:" + place + ": "));
        assertThat(directory(tables).at(0.5, 10.5, TODAY))
                .isEqualTo(new Lookup.Unknown(Lookup.Unknown.What.NO_BOUNDARIES));
        assertThat(DirectoryTables.checkBoundaries(folder)).hasSize(1);
    }
}

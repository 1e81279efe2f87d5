package org.campaignbot.content.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.States;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps made of files as the Census Bureau publishes them. */
class MapBuildTest {

    private static final LocalDate EVE = LocalDate.of(2027, 1, 2);
    private static final LocalDate NEW_CONGRESS = LocalDate.of(2027, 1, 3);
    private static final String MANCHESTER = "03101";
    private static final String NASHUA = "03060";

    @TempDir
    private Path folder = Path.of("");

    private AppliedTables maps = AppliedTables.maps(Path.of(""));

    @BeforeEach
    void begin() {
        maps = AppliedTables.maps(folder.resolve("data"));
    }

    private Path file(String name, String text) throws IOException {
        return MadeUpMap.write(folder, name, text);
    }

    private Path boundaries() throws IOException {
        return file("nh.geojson", MadeUpMap.geoJson());
    }

    private static MapBuild.Request request(Set<String> states, Path zips, Path boundaries) {
        return new MapBuild.Request(
                120,
                states,
                Optional.of(zips),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                boundaries,
                Optional.empty(),
                "made up",
                "2026-11-28");
    }

    private MapBuild.Outcome build(MapBuild.Request request) throws IOException {
        return MapBuild.prepare(MadeUpMap.SHIPPED, Optional.empty(), maps.newest(), request);
    }

    private MapBuild.Outcome newHampshire(Path boundaries) throws IOException {
        return build(request(Set.of("NH"), file("tab20.txt", MadeUpMap.relation()), boundaries));
    }

    private Directory applied(MapBuild.Outcome outcome) throws IOException {
        assertThat(outcome.refusals()).isEmpty();
        maps.apply(outcome.files());
        DirectoryTables.Result result = DirectoryTables.read(MadeUpMap.SHIPPED, Optional.empty(), maps.newest());
        assertThat(result).isInstanceOf(DirectoryTables.Result.Read.class);
        return ((DirectoryTables.Result.Read) result).directory();
    }

    private static String districts(Directory directory, String query, LocalDate day) {
        return directory.find(query, day).districts().toString();
    }

    private static String zips(MapBuild.Outcome outcome) {
        return new String(
                Objects.requireNonNull(outcome.files().get("zip-districts-cd120.csv")), StandardCharsets.UTF_8);
    }

    private static void answersByTheNewMap(Directory directory) {
        assertThat(districts(directory, MANCHESTER, EVE)).isEqualTo("[NH-1]");
        assertThat(districts(directory, MANCHESTER, NEW_CONGRESS)).isEqualTo("[NH-2]");
        assertThat(districts(directory, NASHUA, NEW_CONGRESS)).isEqualTo("[NH-1]");
        assertThat(districts(directory, "42.9956,-71.4548", EVE)).isEqualTo("[NH-1]");
        assertThat(districts(directory, "42.9956,-71.4548", NEW_CONGRESS)).isEqualTo("[NH-2]");
        assertThat(districts(directory, "Manchester, NH", NEW_CONGRESS)).isEqualTo("[NH-2]");
        assertThat(directory.boundaryProblem()).isEmpty();
    }

    @Test
    void aRedrawnStateIsAnsweredByItsNewMapFromTheFirstDayOfItsCongress() throws IOException {
        MapBuild.Outcome outcome = newHampshire(boundaries());
        assertThat(outcome.report())
                .anyMatch(line -> line.startsWith("Map 120 of NH"))
                .anyMatch(line -> line.contains("ZIP codes with other districts than in the map 119: "));
        Directory directory = applied(outcome);
        answersByTheNewMap(directory);
        // A code that only the post knows is found by its point.
        assertThat(districts(directory, "03105", EVE)).isEqualTo("[NH-1]");
        assertThat(districts(directory, "03105", NEW_CONGRESS)).isEqualTo("[NH-2]");
        // Others wait for theirs.
        assertThat(directory.find("10001", NEW_CONGRESS)).isInstanceOf(Lookup.StateOnly.class);
    }

    @Test
    void aShapefileAndItsArchiveSayTheSame() throws IOException {
        Files.write(folder.resolve("nh.dbf"), MadeUpMap.fields());
        Path shapes = Files.write(folder.resolve("nh.shp"), MadeUpMap.shapes());
        MapBuild.Outcome outcome = newHampshire(shapes);
        answersByTheNewMap(applied(outcome));
        Path archive = folder.resolve("cb_2027_33_cd120_500k.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("nh.shp", "nh.dbf")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(folder.resolve(name)));
            }
        }
        assertThat(newHampshire(archive).files().get("districts-cd120.topojson"))
                .isEqualTo(outcome.files().get("districts-cd120.topojson"))
                .isEqualTo(newHampshire(boundaries()).files().get("districts-cd120.topojson"));
    }

    @Test
    void theSharesOfLandGoIntoTheTableAndOrderTheChoices() throws IOException {
        MapBuild.Outcome outcome = newHampshire(boundaries());
        ZipRow split = MadeUpMap.rows().stream()
                .filter(row -> row.districts().equals("NH-1 NH-2"))
                .findFirst()
                .orElseThrow();
        assertThat(zips(outcome))
                .startsWith("zip,districts,place,basis,latitude,longitude,zone,shares\n")
                .contains("\n" + split.zip() + ",NH-1 NH-2,")
                .contains(",0.2500 0.7500\n");
        Directory directory = applied(outcome);
        List<District> choices = directory.find(split.zip(), NEW_CONGRESS).districts();
        assertThat(directory.likelyFirst(choices, split.zip(), NEW_CONGRESS)).hasToString("[NH-2, NH-1]");
    }

    @Test
    void blocksDoWhereTheRelationIsMissing() throws IOException {
        MapBuild.Request byLand = new MapBuild.Request(
                120,
                Set.of("NH"),
                Optional.empty(),
                List.of(file("33_NH_CD120.txt", MadeUpMap.blocks())),
                Optional.of(file("tab20_zcta520_tabblock20_natl.txt", MadeUpMap.blockZips())),
                Optional.empty(),
                boundaries(),
                Optional.empty(),
                "the Secretary of State",
                "2026-11-28");
        MapBuild.Outcome outcome = build(byLand);
        assertThat(zips(outcome)).contains(",0.4000 0.6000\n");
        answersByTheNewMap(applied(outcome));
        MapBuild.Request byPeople = new MapBuild.Request(
                120,
                Set.of("NH"),
                Optional.empty(),
                byLand.blocks(),
                byLand.blockZips(),
                Optional.of(file("people.csv", MadeUpMap.people())),
                byLand.boundaries(),
                Optional.empty(),
                "the Secretary of State",
                "2026-11-28");
        assertThat(zips(build(byPeople))).contains(",0.8000 0.2000\n");
    }

    @Test
    void aStatesOwnFileNamesItsDistrictsInItsOwnField() throws IOException {
        String own = MadeUpMap.geoJson()
                .replace("\"CD120FP\":\"0", "\"DISTRICT\":\"")
                .replace("\"STATEFP\":\"33\",", "");
        Path boundaries = file("own.geojson", own);
        MapBuild.Request census = request(Set.of("NH"), file("tab20.txt", MadeUpMap.relation()), boundaries);
        assertThat(build(census).refusals())
                .first()
                .asString()
                .startsWith(
                        "own.geojson:2:1: no field says the state and the district (STATEFP, CD120FP), only DISTRICT")
                .contains("--district-field");
        MapBuild.Request field = new MapBuild.Request(
                120,
                census.states(),
                census.relation(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                boundaries,
                Optional.of("DISTRICT"),
                "the state",
                "2026-11-28");
        answersByTheNewMap(applied(build(field)));
    }

    @Test
    void statesMayComeOneAfterTheOther() throws IOException {
        applied(newHampshire(boundaries()));
        // Maine keeps its numbers here; it comes from a second pair of files.
        Path boundaries = file("me.geojson", MadeUpMap.geoJson(List.of("ME"), false));
        Directory both =
                applied(build(request(Set.of("ME"), file("me.csv", MadeUpMap.zips(Set.of("ME"))), boundaries)));
        answersByTheNewMap(both);
        assertThat(districts(both, "04101", NEW_CONGRESS)).isEqualTo("[ME-1]");
        assertThat(both.mapOf("ME", NEW_CONGRESS)).hasValue(120);
        // Made again, a state's rows are replaced and not doubled.
        MapBuild.Outcome again = newHampshire(boundaries());
        assertThat(districts(applied(again), "04101", NEW_CONGRESS)).isEqualTo("[ME-1]");
        assertThat(zips(again).lines().filter(line -> line.startsWith(MANCHESTER)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GEOID_ZCTA5_20 | ZIP | tab20.txt:1:1: the first line names no column such as GEOID_ZCTA5_20",
                "GEOID_CD120_20 | CD | tab20.txt:1:1: the first line names no column such as GEOID_CD120_20",
                "3301 | 3309 | NH has no district \"09\"",
                "3301 | 9901 | \"9901\" is no state's code",
                "03101 | 3101 | the ZIP code \"3101\" is not five digits",
            })
    void aWrongRelationIsRefusedWithItsPlaceAndAWayOut(String text, String other, String reason) throws IOException {
        Path relation = file(
                "tab20.txt",
                MadeUpMap.relation().replace('|', '\t').replace(text, other).replace('\t', '|'));
        MapBuild.Outcome outcome = build(request(Set.of("NH"), relation, boundaries()));
        assertThat(outcome.files()).isEmpty();
        assertThat(String.join("\n", outcome.refusals())).contains(reason).contains(" — ");
    }

    @Test
    void halfAFileIsRefused() throws IOException {
        String whole = MadeUpMap.relation();
        Path cut = file("tab20.txt", whole.substring(0, whole.length() / 2 - 3));
        assertThat(String.join(
                        "\n", build(request(Set.of("NH"), cut, boundaries())).refusals()))
                .containsPattern(
                        "tab20.txt:\\d+:1: \\d cells instead of 6|Only \\d+ of \\d+ ZIP codes of the present map");
        Path half = file("tab20.txt", whole.substring(0, whole.lastIndexOf('\n', whole.length() / 2) + 1));
        assertThat(build(request(Set.of("NH"), half, boundaries())).refusals())
                .anyMatch(each -> each.contains("ZIP codes of the present map are in the file: it may be cut off"));
        String json = MadeUpMap.geoJson();
        assertThat(newHampshire(file("nh.geojson", json.substring(0, json.length() / 2)))
                        .refusals())
                .anyMatch(
                        each -> each.matches(
                                "nh.geojson:\\d+:\\d+: (the file ends too early|this is not JSON, or it is cut off) here — .*"));
        byte[] shapes = MadeUpMap.shapes();
        Files.write(folder.resolve("nh.dbf"), MadeUpMap.fields());
        assertThat(newHampshire(Files.write(folder.resolve("nh.shp"), Arrays.copyOf(shapes, shapes.length / 2)))
                        .refusals())
                .anyMatch(each -> each.contains("nh.shp:1:1: in record 1, the file has") && each.contains("cut off"));
        Files.delete(folder.resolve("nh.dbf"));
        assertThat(newHampshire(folder.resolve("nh.shp")).refusals())
                .anyMatch(each -> each.contains("there is no .dbf with it"));
    }

    @Test
    void aPositionOffTheEarthIsRefusedWithItsPlace() throws IOException {
        Path projected = file("nh.geojson", MadeUpMap.geoJson().replaceFirst("\\[-7\\d\\.", "[-7954301."));
        assertThat(newHampshire(projected).refusals())
                .anyMatch(each -> each.matches("nh.geojson:2:\\d+: a position off the earth .* — .*degrees.*"));
        byte[] shapes = MadeUpMap.shapes();
        ByteBuffer.wrap(shapes).order(ByteOrder.LITTLE_ENDIAN).putDouble(shapes.length - 8, 4e6);
        Files.write(folder.resolve("nh.dbf"), MadeUpMap.fields());
        assertThat(newHampshire(Files.write(folder.resolve("nh.shp"), shapes)).refusals())
                .anyMatch(each -> each.contains("in record 2, the position 4000000.0 is off the earth"));
    }

    @Test
    void filesOfTwoMapsAreRefused() throws IOException {
        Path other = file("nh.geojson", MadeUpMap.geoJson(List.of("NH"), false));
        assertThat(newHampshire(other).refusals())
                .anyMatch(each -> each.contains("so the files do not show the same map. Take both of one Congress."));
        assertThat(build(request(Set.of("NH", "ME"), file("tab20.txt", MadeUpMap.relation()), boundaries()))
                        .refusals())
                .anyMatch(each -> each.startsWith("The ZIP codes lack ME-1, ME-2"))
                .anyMatch(each -> each.startsWith("The boundaries lack ME-1, ME-2"));
    }

    /** The file isn't in the repository; {@code -Dzccd=FILE} names the Census Bureau's table for the 119th Congress. */
    @Test
    @EnabledIfSystemProperty(named = "zccd", matches = ".+")
    void theCensusRowsOfTheShippedTableAreReproducedExactly() throws IOException {
        Path boundaries = file("all.geojson", MadeUpMap.geoJson(States.codes(), false));
        MapBuild.Outcome outcome = build(new MapBuild.Request(
                119,
                Set.of(),
                Optional.of(Path.of(System.getProperty("zccd", ""))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                boundaries,
                Optional.empty(),
                "Census Bureau",
                "the 119th Congress"));
        assertThat(outcome.refusals()).isEmpty();
        Path made = Files.write(
                folder.resolve("zip.csv"),
                Objects.requireNonNull(outcome.files().get("zip-districts-cd119.csv")));
        List<String> shipped = Files.readAllLines(MadeUpMap.SHIPPED.resolve("zip-districts-cd119.csv"));
        List<String> lines = Files.readAllLines(made);
        assertThat(lines.get(0)).isEqualTo(shipped.get(0));
        assertThat(lines.stream().filter(line -> line.contains(",census,")))
                .containsExactlyElementsOf(shipped.stream()
                        .filter(line -> line.contains(",census,"))
                        .toList());
        SortedMap<String, ZipRow> before = ZipRow.read(MadeUpMap.SHIPPED, "zip-districts-cd119.csv");
        SortedMap<String, ZipRow> after = ZipRow.read(folder, "zip.csv");
        assertThat(after.keySet()).isEqualTo(before.keySet());
        long same = before.values().stream()
                .filter(row -> row.equals(after.get(row.zip())))
                .count();
        assertThat(same).isGreaterThan(before.size() * 99L / 100);
    }
}

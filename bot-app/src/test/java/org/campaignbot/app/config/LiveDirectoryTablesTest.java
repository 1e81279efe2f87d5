package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.directory.Directory;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDirectoryTablesTest {

    private static final String SHIPPED_AS_OF = "2026-06-15";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path data;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T15:00:00Z"));
    private final List<String> reports = new ArrayList<>();

    private LiveDirectory fresh() throws Content.BrokenContent {
        return new LiveDirectory(
                Shipped.CONTENT.tables(), new AppliedTables(data), AppliedTables.maps(data), clock, reports::add);
    }

    /** Applies the shipped members as of another day. */
    private Path apply(String asOf) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        Path shipped = Shipped.CONTENT.tables();
        for (String file :
                List.of("lawmakers.csv", "district-offices.csv", "committees.csv", "committee-members.csv")) {
            files.put(file, Files.readAllBytes(shipped.resolve(file)));
        }
        String list = Files.readString(shipped.resolve("tables.yaml"));
        String members = list.substring(0, list.indexOf("  zip-districts:")).replace(SHIPPED_AS_OF, asOf);
        files.put("tables.yaml", members.getBytes(StandardCharsets.UTF_8));
        return new AppliedTables(data).apply(files);
    }

    @Test
    void newTablesAreTakenWithinAMinuteAndNotLookedForEarlier() throws Exception {
        LiveDirectory fresh = fresh();
        assertThat(fresh.get().asOf()).isEqualTo(SHIPPED_AS_OF);
        apply("2026-11-20");
        clock.advance(Duration.ofSeconds(59));
        assertThat(fresh.get().asOf()).isEqualTo(SHIPPED_AS_OF);
        clock.advance(Duration.ofSeconds(1));
        assertThat(fresh.get().asOf()).isEqualTo("2026-11-20");
        assertThat(reports).isEmpty();
    }

    @Test
    void tablesThatStayAreReadOnce() throws Exception {
        apply("2026-11-20");
        LiveDirectory fresh = fresh();
        Directory first = fresh.get();
        clock.advance(Duration.ofHours(1));
        assertThat(fresh.get()).isSameAs(first);
    }

    @Test
    void shippedTablesThatAreNewerWin() throws Exception {
        apply("2026-06-01");
        assertThat(fresh().get().asOf()).isEqualTo(SHIPPED_AS_OF);
        assertThat(reports).isEmpty();
    }

    @Test
    void aBrokenAppliedTableIsReportedAndTheShippedOneUsed() throws Exception {
        LiveDirectory fresh = fresh();
        Path broken = apply("2026-11-20");
        Path lawmakers = broken.resolve("lawmakers.csv");
        Files.writeString(lawmakers, Files.readString(lawmakers).replaceFirst("2029-01-03", "someday"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(fresh.get().asOf()).isEqualTo(SHIPPED_AS_OF);
        assertThat(reports).singleElement().asString().contains(broken.toString(), "lawmakers.csv:2:", "someday");
        clock.advance(Duration.ofMinutes(1));
        fresh.get();
        assertThat(reports).hasSize(1);
    }

    @Test
    void brokenBoundariesAreFoundBeforeAPositionIsAskedAbout() throws Exception {
        Map<String, byte[]> map = new HashMap<>();
        map.put("zip.csv", Files.readAllBytes(Shipped.CONTENT.tables().resolve("zip-districts-cd119.csv")));
        map.put("map.topojson", "{}".getBytes(StandardCharsets.UTF_8));
        map.put("tables.yaml", """
                map: 120
                tables:
                  zip-districts: {file: zip.csv, source: made up, licence: CC0, as_of: now}
                  boundaries: {file: map.topojson, source: made up, licence: CC0, as_of: now}
                """.getBytes(StandardCharsets.UTF_8));
        new AppliedTables(data).apply(map);
        assertThat(fresh().get().mapNumber()).isEqualTo(119);
        assertThat(reports).singleElement().asString().contains("map.topojson:1:");
    }

    private Path applyLater(String zips) throws IOException {
        return AppliedTables.maps(data)
                .apply(Map.of(
                        "tables.yaml",
                        """
                        map: 120
                        tables:
                          zip-districts: {file: zip.csv, source: made up, licence: CC0 1.0, as_of: 120th Congress}
                          boundaries: {file: map.topojson, source: made up, licence: CC0 1.0, as_of: 120th Congress}
                        """.getBytes(StandardCharsets.UTF_8),
                        "zip.csv",
                        zips.getBytes(StandardCharsets.UTF_8),
                        "map.topojson",
                        Files.readAllBytes(Shipped.CONTENT.tables().resolve("districts-cd119.topojson"))));
    }

    private static String manchester(LiveDirectory fresh) {
        return fresh.get().find("03101", LocalDate.of(2027, 1, 4)).districts().toString();
    }

    @Test
    void aLaterMapIsTakenWithinAMinuteAndGivenUpAgain() throws Exception {
        LiveDirectory fresh = fresh();
        assertThat(manchester(fresh)).isEqualTo("[]");
        Path later = applyLater("zip,districts,place,basis\n03060,NH-1,,census\n03101,NH-2,,census\n");
        assertThat(manchester(fresh)).isEqualTo("[]");
        clock.advance(Duration.ofMinutes(1));
        assertThat(manchester(fresh)).isEqualTo("[NH-2]");
        assertThat(fresh.get().mapNumber()).isEqualTo(119);
        AppliedTables.delete(later);
        clock.advance(Duration.ofMinutes(1));
        assertThat(manchester(fresh)).isEqualTo("[]");
        assertThat(reports).isEmpty();
    }

    @Test
    void aBrokenLaterMapIsReportedAndTheTablesAreUsedWithoutIt() throws Exception {
        applyLater("zip,districts,place,basis\n03060,NH-9,,census\n");
        LiveDirectory fresh = fresh();
        assertThat(fresh.get().asOf()).hasToString(SHIPPED_AS_OF);
        assertThat(manchester(fresh)).isEqualTo("[]");
        assertThat(reports)
                .singleElement()
                .asString()
                .contains("The map in ", "is broken, so it isn't used", "zip.csv:2:1");
    }
}

package org.campaignbot.content.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.directory.States;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A block-equivalency file of the whole country with a gigabyte, made up and deleted again: every block of the Census of 2020, in as
 * many rows as it takes. {@code -Dblocks.bytes=1000000000 -DargLine=-Xmx512m} runs it.
 */
@EnabledIfSystemProperty(named = "blocks.bytes", matches = "\\d+")
class LargeBlockFileTest {

    /** As many blocks as the Census of 2020 has. */
    private static final int BLOCKS = 8_132_968;

    @TempDir
    private Path folder = Path.of("");

    private record Place(String block, String zip, String district) {}

    /** A place for each ZIP code and district, over which the blocks are spread. */
    private static List<Place> places() {
        return ZipRow.read(MadeUpMap.SHIPPED, "zip-districts-cd119.csv").values().stream()
                .filter(row -> row.basis().equals(ZipRow.CENSUS))
                .flatMap(row -> row.named().stream()
                        .map(named -> new Place(
                                MadeUpMap.fips(named.substring(0, 2))
                                        + row.zip()
                                        + "%02d0".formatted(Integer.parseInt(named.substring(3))),
                                row.zip(),
                                named.substring(3))))
                .toList();
    }

    @Test
    void aGigabyteIsReadAsAStream() throws IOException {
        long wanted = Long.getLong("blocks.bytes", 0);
        List<Place> places = places();
        Path blocks = folder.resolve("blocks.txt");
        Path zips = folder.resolve("block-zips.txt");
        try (BufferedWriter districts = Files.newBufferedWriter(blocks);
                BufferedWriter relation = Files.newBufferedWriter(zips)) {
            districts.write("GEOID,CDFP\n");
            relation.write("OID_ZCTA5_20|GEOID_ZCTA5_20|OID_TABBLOCK_20|GEOID_TABBLOCK_20|AREALAND_PART\n");
            long written = 0;
            for (int i = 0; written < wanted; i++) {
                Place place = places.get(i % places.size());
                String block = place.block()
                        + String.valueOf(100_000 + i % BLOCKS / places.size()).substring(1);
                String row = block + "," + place.district() + "\n";
                districts.write(row);
                written += row.length();
                if (i < BLOCKS) {
                    relation.write("00000000000|" + place.zip() + "|00000000000|" + block + "|1000\n");
                }
            }
        }
        Path boundaries = MadeUpMap.write(folder, "all.geojson", MadeUpMap.geoJson(States.codes(), false));
        System.gc();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        MapBuild.Outcome outcome = MapBuild.prepare(
                MadeUpMap.SHIPPED,
                Optional.empty(),
                Optional.empty(),
                new MapBuild.Request(
                        120,
                        Set.of(),
                        Optional.empty(),
                        List.of(blocks),
                        Optional.of(zips),
                        Optional.empty(),
                        boundaries,
                        Optional.empty(),
                        "made up",
                        "2026-11-28"));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        long peak = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%,d bytes of blocks, %,d bytes of their ZIP codes: %d s, heap at most %d of %d MB, process at most %s%n",
                Files.size(blocks),
                Files.size(zips),
                took.toSeconds(),
                peak / 1_000_000,
                Runtime.getRuntime().maxMemory() / 1_000_000,
                processPeak());
        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.report())
                .anyMatch(line -> line.startsWith("Map 120 of all states"))
                .anyMatch(line -> line.contains("with other districts than in the map 119: "));
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** The most memory that the process had, as Linux says it. */
    private static String processPeak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("")
                        .replaceAll("\\s+", " ")
                : "unknown";
    }
}

package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapRefreshTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    private Path folder = Path.of("");

    private Refresh.Outcome outcome() throws IOException {
        return Refresh.prepare(Publication.SHIPPED, Optional.empty(), folder, Optional.of(TODAY), TODAY);
    }

    private void isRefused(String reason) throws IOException {
        Refresh.Outcome outcome = outcome();
        assertThat(outcome.refusals()).extracting(RefreshRefusal::reason).anyMatch(each -> each.contains(reason));
        assertThat(outcome.files()).isEmpty();
    }

    @Test
    void aMapComesAloneAndIsComparedWithTheFormer() throws IOException {
        MapDraft.ofTheShipped().writeTo(folder, 119);
        Refresh.Outcome outcome = outcome();
        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.files())
                .containsOnlyKeys("tables.yaml", "zip-districts-cd119.csv", "districts-cd119.topojson");
        assertThat(outcome.report()).contains("ZIP codes with other districts: 0 of 41698");
    }

    @Test
    void zipCodesAndBoundariesAreReplacedTogetherOrNotAtAll() throws IOException {
        MapDraft.ofTheShipped().writeTo(folder, 119);
        Files.move(folder.resolve("districts-cd119.topojson"), folder.resolve("districts-cd120.topojson"));
        isRefused("zip-districts-cd119.csv, districts-cd120.topojson");
        Files.delete(folder.resolve("districts-cd120.topojson"));
        isRefused("and here are zip-districts-cd119.csv");
    }

    @Test
    void aMapDoesNotComeBeforeTheMembersWhomItElected() throws IOException {
        MapDraft.ofTheShipped().writeTo(folder, 120);
        isRefused("the map 120 shows the districts of another Congress");
        Files.move(folder.resolve("districts-cd120.topojson"), folder.resolve("districts-cd118.topojson"));
        Files.move(folder.resolve("zip-districts-cd120.csv"), folder.resolve("zip-districts-cd118.csv"));
        isRefused("the map 118 is older than the map 119");
    }

    @Test
    void twoFilesThatDoNotShowTheSameMapAreRefused() throws IOException {
        MapDraft.ofTheShipped().turningTheBoundariesOf("CA", 52).writeTo(folder, 119);
        isRefused("so the two files do not show the same map");
    }

    @Test
    void aDistrictThatTheBoundariesHaveLostIsMissed() throws IOException {
        MapDraft.ofTheShipped().boundaries("\"NY-12\"", "\"NY-99\"").writeTo(folder, 119);
        isRefused("no ZIP code lies in these districts by the boundaries: NY-12");
    }

    @Test
    void aMapNamesEveryDistrictThatTheLawKnowsAndPointsOnTheEarth() throws IOException {
        MapDraft.ofTheShipped().zips("WY-0", "WY-1").writeTo(folder, 119);
        isRefused("no ZIP code names the district WY-0");
        MapDraft.ofTheShipped().zips("40.8154,-73.0451", "140.8154,-73.0451").writeTo(folder, 119);
        isRefused("the position of the ZIP code 00501 (140.8154, -73.0451) is off the earth");
        MapDraft.ofTheShipped().boundaries("\"arcs\"", "\"lines\"").writeTo(folder, 119);
        isRefused("districts-cd119.topojson:1:");
    }
}

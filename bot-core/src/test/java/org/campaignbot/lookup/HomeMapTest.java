package org.campaignbot.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.Steps;
import org.campaignbot.directory.BoundarySource;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DirectoryBuilder;
import org.campaignbot.directory.District;
import org.campaignbot.directory.DistrictMap;
import org.campaignbot.directory.ZipEntry;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class HomeMapTest {

    private static final Instant NOW = Instant.parse("2026-12-01T15:00:00Z");
    private static final Value.Text DISTRICT_FOUND_ON_119 = new Value.Text("NY-2@119");

    private final Map<String, Value> facts = new HashMap<>();
    private static final Instant NEW_CONGRESS = Instant.parse("2027-01-03T15:00:00Z");

    private Directory tables = tables(119);
    private Instant now = NOW;

    /** Two districts in New York, containing 10001 and 10002, and Alaska. */
    private static Directory tables(int map) {
        return builder(map).build();
    }

    private static DirectoryBuilder builder(int map) {
        DirectoryBuilder builder =
                Directory.builder().asOf(LocalDate.of(2026, 11, 20)).map(map);
        builder.add(zip(10001, new District("NY", 2)));
        builder.add(zip(10002, new District("NY", 1), new District("NY", 2)));
        return builder.add(zip(99501, new District("AK", 0)));
    }

    private static ZipEntry zip(int code, District... districts) {
        return new ZipEntry(code, ZipEntry.Kind.DISTRICTS, List.of(districts), Optional.empty(), "");
    }

    private String run(String name) {
        JavaStep step = Steps.named(name, HomeSteps.all(() -> tables));
        JavaStep.Result result = step.run(new JavaStep.Input(facts::get, Map.of(), now, 1, Language.ENGLISH));
        facts.putAll(result.facts());
        return result.outcome();
    }

    private String find(String place) {
        facts.put(Home.PLACE, new Value.Text(place, true));
        return run("home.find");
    }

    private String seats() {
        return run("home.seats");
    }

    @Test
    void aKeptDistrictCarriesTheNumberOfItsMap() {
        assertThat(find("10001")).isEqualTo("found");
        assertThat(facts).containsEntry(Home.HOME, DISTRICT_FOUND_ON_119);
        assertThat(seats()).isEqualTo("ready");
        assertThat(facts).containsEntry(Home.HOME_NAME, new Value.Text("New York (NY-2)"));
    }

    @Test
    void underANewMapTheDistrictIsAskedForAgain() {
        facts.put(Home.HOME, DISTRICT_FOUND_ON_119);
        tables = tables(120);
        assertThat(seats()).isEqualTo("missing");
        assertThat(facts)
                .containsEntry(Home.REDRAWN, new Value.Text("yes"))
                .containsEntry(Home.HOME_NAME, new Value.Text("New York (NY-2)"));
        find("10001");
        assertThat(seats()).isEqualTo("ready");
        assertThat(facts).containsEntry(Home.HOME, new Value.Text("NY-2@120"));
    }

    @Test
    void aDistrictOfNoKnownMapIsAskedForAgain() {
        facts.put(Home.HOME, new Value.Text("NY-2"));
        assertThat(seats()).isEqualTo("missing");
    }

    @Test
    void aStateAndItsOnlyDistrictStayTrueUnderEveryMap() {
        tables = tables(120);
        for (String home : List.of("NY", "AK", "AK-0@119")) {
            facts.put(Home.HOME, new Value.Text(home));
            assertThat(seats()).as(home).isEqualTo("ready");
        }
    }

    @Test
    void whoeverNeedsOnlyTheStateIsNotAskedAgain() {
        facts.put(Home.HOME, DISTRICT_FOUND_ON_119);
        tables = tables(120);
        assertThat(Home.of(facts::get, tables)).isEqualTo("NY-2");
    }

    @Test
    void anOptionIsOfTheMapItWasOfferedFrom() {
        assertThat(find("10002")).isEqualTo("which");
        tables = tables(120);
        facts.put(Home.PICKED, new Value.Text("NY-2", true));
        assertThat(run("home.pick")).isEqualTo("found");
        assertThat(seats()).isEqualTo("missing");
    }

    @Test
    void onTheFirstDayOfANewCongressTheOldMapGivesTheStateAlone() {
        facts.put(Home.HOME, DISTRICT_FOUND_ON_119);
        now = NEW_CONGRESS;
        assertThat(seats()).isEqualTo("ready");
        assertThat(facts)
                .containsEntry("level", new Value.Text("new-map"))
                .containsEntry(Home.HOME_NAME, new Value.Text("New York"));
        assertThat(find("10001")).isEqualTo("new-map");
        assertThat(facts).containsEntry(Home.HOME, new Value.Text("NY"));
        facts.put(Home.HOME, new Value.Text("AK-0@119"));
        assertThat(seats()).isEqualTo("ready");
        assertThat(facts).containsEntry("level", new Value.Text("district"));
    }

    @Test
    void aDistrictIsAskedForAgainFromTheDayOnWhichAnotherMapServes() {
        tables = builder(119)
                .add(new DistrictMap(
                        120,
                        Set.of("NY"),
                        List.of(zip(10001, new District("NY", 1)), zip(10002, new District("NY", 2))),
                        () -> new BoundarySource.Result.Failed("none")))
                .build();
        facts.put(Home.HOME, DISTRICT_FOUND_ON_119);
        assertThat(seats()).isEqualTo("ready");
        now = NEW_CONGRESS;
        assertThat(seats()).isEqualTo("missing");
        assertThat(facts).containsEntry(Home.REDRAWN, new Value.Text("yes"));
        assertThat(find("10001")).isEqualTo("found");
        assertThat(facts).containsEntry(Home.HOME, new Value.Text("NY-1@120"));
    }

    @Test
    void aMapThatAStateKeepsServesOnWithItsSource() {
        Correction.Note note = new Correction.Note("the court", LocalDate.of(2026, 11, 20), Optional.empty());
        tables = tables.corrected(List.of(new Correction.KeptMap("NY", 119, 120, note)), LocalDate.of(2027, 1, 3));
        facts.put(Home.HOME, DISTRICT_FOUND_ON_119);
        assertThat(seats()).isEqualTo("ready");
        assertThat(facts).containsEntry("level", new Value.Text("district"));
        now = NEW_CONGRESS;
        assertThat(seats()).isEqualTo("ready");
        assertThat(facts)
                .containsEntry("level", new Value.Text("kept"))
                .containsEntry("map_kept_on", new Value.Day(LocalDate.of(2026, 11, 20)))
                .containsEntry("map_source", new Value.Text("the court"));
    }
}

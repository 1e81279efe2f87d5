package org.campaignbot.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.Steps;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DirectoryBuilder;
import org.campaignbot.directory.District;
import org.campaignbot.directory.ZipEntry;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class HomeMapTest {

    private static final Instant NOW = Instant.parse("2026-12-01T15:00:00Z");
    private static final Value.Text DISTRICT_FOUND_ON_119 = new Value.Text("NY-2@119");

    private final Map<String, Value> facts = new HashMap<>();
    private Directory tables = tables(119);

    /** Two districts in New York, containing 10001 and 10002, and Alaska. */
    private static Directory tables(int map) {
        DirectoryBuilder builder =
                Directory.builder().asOf(LocalDate.of(2026, 11, 20)).map(map);
        builder.add(zip(10001, new District("NY", 2)));
        builder.add(zip(10002, new District("NY", 1), new District("NY", 2)));
        builder.add(zip(99501, new District("AK", 0)));
        return builder.build();
    }

    private static ZipEntry zip(int code, District... districts) {
        return new ZipEntry(code, ZipEntry.Kind.DISTRICTS, List.of(districts), Optional.empty(), "");
    }

    private String run(String name) {
        JavaStep step = Steps.named(name, HomeSteps.all(() -> tables));
        JavaStep.Result result = step.run(new JavaStep.Input(facts::get, Map.of(), NOW, 1, Language.ENGLISH));
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
}

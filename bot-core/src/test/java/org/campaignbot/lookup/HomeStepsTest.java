package org.campaignbot.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.Steps;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DirectoryBuilder;
import org.campaignbot.directory.District;
import org.campaignbot.directory.ForeignPlace;
import org.campaignbot.directory.Town;
import org.campaignbot.directory.ZipEntry;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class HomeStepsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private final Map<String, Value> facts = new HashMap<>();
    private final Directory tables = tables();

    /** Elmtown in seven states, the largest in New York; Bigtown, ten times larger than its namesake; a ZIP code of six districts. */
    private static Directory tables() {
        DirectoryBuilder builder =
                Directory.builder().asOf(LocalDate.of(2026, 6, 15)).map(119);
        int people = 90_000;
        for (String state : List.of("NY", "TX", "CA", "FL", "OH", "PA", "GA")) {
            builder.add(new Town("Elmtown", state, people, List.of(new District(state, 1), new District(state, 2))));
            people -= 10_000;
            builder.add(zip(state.charAt(0) * 100 + state.charAt(1), new District(state, 1), new District(state, 2)));
        }
        builder.add(zip(10001, 1, 2, 3, 4, 5, 6));
        builder.add(new Town("Bigtown", "NY", 500_000, List.of(new District("NY", 3))));
        builder.add(new Town("Bigtown", "TX", 50_000, List.of(new District("TX", 1))));
        builder.add("Elmland", new ForeignPlace("Elmland", "Olmolandia", true));
        builder.add(new Town("Rivalry", "OH", 10_000, List.of(new District("OH", 2))));
        builder.add("Rivalry", new ForeignPlace("Rivalry", "Rivalia", true));
        return builder.build();
    }

    private static ZipEntry zip(int code, Integer... numbers) {
        return zip(
                code,
                List.of(numbers).stream()
                        .map(number -> new District("NY", number))
                        .toArray(District[]::new));
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

    private String pick(String value) {
        facts.put(Home.PICKED, new Value.Text(value, true));
        return run("home.pick");
    }

    private List<String> labels() {
        Value.Rows rows = (Value.Rows) Objects.requireNonNull(facts.get(Home.CANDIDATES));
        return rows.rows().stream()
                .map(row -> ((Value.Text) Objects.requireNonNull(row.fields().get("label"))).text())
                .toList();
    }

    @Test
    void theLargestStatesComeFirstAndMoreBehindAButton() {
        assertThat(find("Elmtown")).isEqualTo("which-state");
        assertThat(labels()).containsExactly("New York", "Texas", "California", "Florida", "Ohio", "More");
        assertThat(pick("more")).isEqualTo("which-state");
        assertThat(labels()).containsExactly("Pennsylvania", "Georgia");
        assertThat(pick("GA")).isEqualTo("which");
        assertThat(labels()).containsExactly("GA-1", "GA-2");
    }

    @Test
    void aTownIsRememberedWhileItsStateIsAsked() {
        find("Elmtown");
        assertThat(find("Georgia")).isEqualTo("which");
        assertThat(labels()).containsExactly("GA-1", "GA-2");
    }

    @Test
    void aStateThatTheTownIsNotInIsTheStateAlone() {
        find("Elmtown");
        assertThat(find("Ohio")).isEqualTo("which");
        find("Elmtown");
        assertThat(find("Vermont")).isIn("found", "state");
        assertThat(facts.get(Home.HOME)).isEqualTo(new Value.Text("VT"));
    }

    @Test
    void aTownTakenForItsSizeIsNamed() {
        assertThat(find("bigtown")).isEqualTo("town");
        assertThat(facts)
                .containsEntry(Home.HOME, new Value.Text("NY-3@119"))
                .containsEntry(Home.TOWN_NAME, new Value.Text("Bigtown, New York", true));
    }

    @Test
    void whoOnlyNeedsTheStateIsNeverAskedForTheDistrict() {
        facts.put(Home.PURPOSE, new Value.Text("senate"));
        assertThat(find("10001")).isEqualTo("found");
        assertThat(facts).containsEntry(Home.HOME, new Value.Text("NY"));
        find("Elmtown");
        assertThat(pick("TX")).isEqualTo("found");
        assertThat(facts).containsEntry(Home.HOME, new Value.Text("TX"));
    }

    @Test
    void manyDistrictsAreAskedFiveAtATime() {
        assertThat(find("10001")).isEqualTo("which");
        assertThat(labels()).hasSize(6).endsWith("More");
        assertThat(pick("more")).isEqualTo("which");
        assertThat(labels()).containsExactly("NY-6");
    }

    @Test
    void anotherCountryIsAbroadAndWhoIsFromThereIsAskedWhereTheyLiveNow() {
        assertThat(find("I live in Elmland")).isEqualTo("abroad");
        assertThat(find("I'm from Elmland")).isEqualTo("origin");
        assertThat(facts).doesNotContainKey(Home.HOME);
    }

    @Test
    void aCountryWithALargeNamesakeIsAQuestion() {
        assertThat(find("Rivalry")).isEqualTo("which-state");
        assertThat(labels()).containsExactly("Rivalry, OH", "Rivalry (country)");
        assertThat(pick("abroad")).isEqualTo("abroad");
        find("Rivalry");
        assertThat(pick("OH")).isEqualTo("found");
    }

    @Test
    void aPlaceIsUsedOnceAndNotHeld() {
        find("10001");
        assertThat(facts).containsEntry(Home.PLACE, new Value.Text("", true));
        assertThat(run("home.given")).isEqualTo("none");
    }
}

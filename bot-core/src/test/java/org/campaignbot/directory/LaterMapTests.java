package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.directory.TinyTables.NEW_CONGRESS;
import static org.campaignbot.directory.TinyTables.TODAY;
import static org.campaignbot.directory.TinyTables.zip;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.directory.Lookup.StateOnly;
import org.junit.jupiter.api.Test;

/** The map of the 120th Congress beside the one of the 119th: New York is redrawn, so that districts 1 and 2 change places. */
class LaterMapTests {

    private static final Correction.Note NOTE =
            new Correction.Note("https://www.sos.wa.gov", LocalDate.of(2026, 12, 1), Optional.empty());

    private static DirectoryBuilder members() {
        DirectoryBuilder builder = TinyTables.builder();
        for (String seat : List.of("NY-1", "NY-2", "VT-0", "WA-1")) {
            TinyTables.representative("T0001" + seat.charAt(3) + seat.charAt(0), seat, "Jo", "New" + seat, "2027-01-03")
                    .ifPresent(builder::add);
        }
        return builder;
    }

    private static DistrictMap newYork() {
        return new DistrictMap(
                120,
                Set.of("NY"),
                List.of(
                        zip(10001, "", "NY-2"),
                        new ZipEntry(
                                10003,
                                ZipEntry.Kind.DISTRICTS,
                                List.of(new District("NY", 1), new District("NY", 2), new District("NY", 3)),
                                Optional.empty(),
                                "",
                                List.of(new District("NY", 3), new District("NY", 1), new District("NY", 2))),
                        zip(10004, "", "NY-3"),
                        zip(5002, "", "NY-1")),
                () -> new BoundarySource.Result.Loaded(Boundaries.of(new Topology(
                        List.of(new double[] {10, 0, 11, 0, 11, 1, 10, 1, 10, 0}),
                        List.of(new Topology.Shape(new District("NY", 2), List.of(List.of(new int[] {0}))))))));
    }

    private final Directory directory = members()
            .boundaries(() -> new BoundarySource.Result.Loaded(Boundaries.of(new Topology(
                    List.of(new double[] {10, 0, 11, 0, 11, 1, 10, 1, 10, 0}),
                    List.of(new Topology.Shape(new District("NY", 1), List.of(List.of(new int[] {0}))))))))
            .add(newYork())
            .build();

    private List<String> districts(String query, LocalDate day) {
        return directory.find(query, day).districts().stream()
                .map(District::toString)
                .toList();
    }

    @Test
    void aSeatIsLookedUpByTheMapOfTheCongressThatSitsOnThatDay() {
        LocalDate eve = NEW_CONGRESS.minusDays(1);
        assertThat(districts("10001", eve)).containsExactly("NY-1");
        assertThat(districts("10001", NEW_CONGRESS)).containsExactly("NY-2");
        assertThat(directory.find("10001", NEW_CONGRESS).seats().get(0).holder())
                .map(Lawmaker::name)
                .hasValue("Jo NewNY-2");
        assertThat(districts("Pineville, NY", NEW_CONGRESS)).containsExactly("NY-3");
        assertThat(directory.mapOf("NY", eve)).hasValue(119);
        assertThat(directory.mapOf("NY", NEW_CONGRESS)).hasValue(120);
    }

    @Test
    void aPositionIsLookedUpByTheSameMap() {
        assertThat(directory.at(0.5, 10.5, TODAY).districts()).containsExactly(new District("NY", 1));
        assertThat(directory.at(0.5, 10.5, NEW_CONGRESS).districts()).containsExactly(new District("NY", 2));
        assertThat(directory.middle(new District("NY", 2), TODAY)).isEmpty();
        assertThat(directory.middle(new District("NY", 2), NEW_CONGRESS)).isPresent();
    }

    @Test
    void aZipCodeAcrossAStateLineTakesEachStatesOwnMap() {
        assertThat(districts("05002", TODAY)).containsExactly("NY-2", "VT-0");
        assertThat(districts("05002", NEW_CONGRESS)).containsExactly("NY-1", "VT-0");
    }

    @Test
    void aCodeThatTheNewMapDoesNotKnowHasOnlyItsState() {
        assertThat(directory.find("10002", TODAY)).isInstanceOf(Lookup.Exact.class);
        assertThat(directory.find("10002", NEW_CONGRESS))
                .isInstanceOfSatisfying(
                        StateOnly.class,
                        answer -> assertThat(answer.reason()).isEqualTo(StateOnly.Reason.ZIP_WITHOUT_DISTRICT));
    }

    @Test
    void theSharesOfAZipCodeOrderItsDistricts() {
        List<District> all = directory.find("10003", NEW_CONGRESS).districts();
        assertThat(all).hasToString("[NY-1, NY-2, NY-3]");
        assertThat(directory.likelyFirst(all, "10003", NEW_CONGRESS)).hasToString("[NY-3, NY-1, NY-2]");
        assertThat(directory.likelyFirst(all, "10003", TODAY)).hasToString("[NY-1, NY-2, NY-3]");
        assertThat(directory.likelyFirst(all, "10003 or 10001", NEW_CONGRESS)).hasToString("[NY-1, NY-2, NY-3]");
    }

    @Test
    void aStateWithoutItsNewMapIsOnlyAState() {
        assertThat(directory.find("98101", TODAY)).isInstanceOf(Lookup.Exact.class);
        assertThat(directory.find("98101", NEW_CONGRESS))
                .isInstanceOfSatisfying(
                        StateOnly.class,
                        answer -> assertThat(answer.reason()).isEqualTo(StateOnly.Reason.NEW_MAP_MISSING));
        assertThat(directory.mapOf("WA", NEW_CONGRESS)).isEmpty();
    }

    @Test
    void aStateWithOneSeatNeedsNoMap() {
        assertThat(directory.mapServes("VT", NEW_CONGRESS)).isTrue();
        assertThat(directory.find("05001", NEW_CONGRESS)).isInstanceOf(Lookup.Exact.class);
    }

    private Directory keeping(String state, int map, int congress, Correction.Note note) {
        return twoSeats().corrected(List.of(new Correction.KeptMap(state, map, congress, note)), NEW_CONGRESS);
    }

    /** Washington with two districts, of which only the map of the 119th is here. */
    private static Directory twoSeats() {
        return members().add(zip(98102, "Rainport", "WA-2")).add(newYork()).build();
    }

    @Test
    void aStateThatKeepsItsMapIsLookedUpByIt() {
        Directory kept = keeping("WA", 119, 120, NOTE);
        assertThat(twoSeats().find("98101", NEW_CONGRESS)).isInstanceOf(StateOnly.class);
        assertThat(kept.find("98101", NEW_CONGRESS).districts()).containsExactly(new District("WA", 1));
        assertThat(kept.mapOf("WA", NEW_CONGRESS)).hasValue(119);
        assertThat(kept.keptMap("WA", NEW_CONGRESS).map(Correction.KeptMap::note))
                .hasValue(NOTE);
        assertThat(kept.keptMap("WA", TODAY)).isEmpty();
        assertThat(kept.isCorrectedBy(new Correction.KeptMap("WA", 119, 120, NOTE)))
                .isTrue();
    }

    @Test
    void itKeepsItForThatCongressOnly() {
        assertThat(keeping("WA", 119, 120, NOTE).mapServes("WA", Congress.start(121)))
                .isFalse();
        assertThat(keeping("WA", 118, 120, NOTE).mapServes("WA", NEW_CONGRESS)).isFalse();
        Correction.Note ended = new Correction.Note("a court", NOTE.asOf(), Optional.of(NEW_CONGRESS.plusDays(9)));
        assertThat(keeping("WA", 119, 120, ended).mapServes("WA", NEW_CONGRESS)).isTrue();
        assertThat(keeping("WA", 119, 120, ended).mapServes("WA", NEW_CONGRESS.plusDays(9)))
                .isFalse();
    }

    @Test
    void aDeclarationEndsOnceTheNewMapIsHere() {
        Directory kept = keeping("NY", 119, 120, NOTE);
        assertThat(kept.mapOf("NY", NEW_CONGRESS)).hasValue(120);
        assertThat(kept.keptMap("NY", NEW_CONGRESS)).isEmpty();
        assertThat(kept.isCorrectedBy(new Correction.KeptMap("NY", 119, 120, NOTE)))
                .isFalse();
    }

    @Test
    void aMapThatIsNotLaterIsLeftOut() {
        Directory same = TinyTables.builder().map(120).add(newYork()).build();
        assertThat(same.find("10001", NEW_CONGRESS).districts()).containsExactly(new District("NY", 1));
    }
}

package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.content.tables.Shipped.NEW_CONGRESS;
import static org.campaignbot.content.tables.Shipped.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedSeatTests {

    private final Directory directory = Shipped.DIRECTORY;

    private Seat seat(String id, LocalDate day) {
        return directory.seat(id, day).orElseThrow();
    }

    private Map<SeatStatus, Long> statuses(Chamber chamber, LocalDate day) {
        return directory.seatIds().stream()
                .map(id -> seat(id, day))
                .filter(seat -> seat.chamber() == chamber)
                .collect(Collectors.groupingBy(Seat::status, Collectors.counting()));
    }

    @Test
    void theStateOfTheTablesIsThatOfTheirSource() {
        assertThat(directory.asOf()).isEqualTo("2026-06-15");
        assertThat(directory.mapNumber()).isEqualTo(119);
    }

    @Test
    void theSeatsOfCongressAddUp() {
        assertThat(statuses(Chamber.HOUSE, TODAY))
                .isEqualTo(Map.of(SeatStatus.FILLED, 431L, SeatStatus.VACANT, 4L, SeatStatus.DELEGATE, 6L));
        assertThat(statuses(Chamber.SENATE, TODAY))
                .isEqualTo(Map.of(SeatStatus.FILLED, 98L, SeatStatus.EXPIRED, 2L, SeatStatus.NONE, 6L));
    }

    @ParameterizedTest
    @CsvSource({"DC, DC-0", "PR, PR-0", "VI, VI-0", "GU, GU-0", "AS, AS-0", "MP, MP-0"})
    void aDelegateSitsAloneWithoutSenators(String state, String district) {
        Lookup answer = Shipped.find(state);
        assertThat(answer).isInstanceOf(Lookup.Exact.class);
        assertThat(Shipped.districts(answer)).containsExactly(district);
        assertThat(answer.seats()).extracting(Seat::id).containsExactly(district, state + "-S");
        assertThat(answer.seats()).extracting(Seat::status).containsExactly(SeatStatus.DELEGATE, SeatStatus.NONE);
        assertThat(answer.seats().get(0).holder()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CA-14", "FL-20", "GA-13", "TX-23"})
    void aVacantSeatIsVacantUntilItsCongressEnds(String id) {
        assertThat(seat(id, TODAY).status()).isEqualTo(SeatStatus.VACANT);
        assertThat(seat(id, NEW_CONGRESS.minusDays(1)).status()).isEqualTo(SeatStatus.VACANT);
        assertThat(seat(id, NEW_CONGRESS).status()).isEqualTo(SeatStatus.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"FL-S3, M001244, Moody", "OH-S3, H001104, Husted"})
    void anAppointedSenatorIsNotNamedAfterTheSpecialElection(String id, String bioguide, String name) {
        Seat before = seat(id, LocalDate.of(2026, 11, 2));
        assertThat(before.holder()).map(Lawmaker::bioguide).hasValue(bioguide);

        Lookup byName = Shipped.find(name + ", " + id.substring(0, 2));
        assertThat(byName).isInstanceOf(Lookup.Found.class);
        Seat today = byName.seats().get(0);
        assertThat(today).isEqualTo(seat(id, TODAY));
        assertThat(today.status()).isEqualTo(SeatStatus.EXPIRED);
        assertThat(today.holder()).isEmpty();
        assertThat(today.expiredSince()).hasValue(LocalDate.of(2026, 11, 3));
    }

    @Test
    void floridaKeepsItsOtherSenator() {
        assertThat(directory.senateSeats("FL", TODAY))
                .extracting(Seat::status)
                .containsExactly(SeatStatus.FILLED, SeatStatus.EXPIRED);
    }

    @Test
    void whenTheNextCongressBeginsNoHouseMemberIsNamedAnd65SenatorsStillSit() {
        assertThat(statuses(Chamber.HOUSE, NEW_CONGRESS)).isEqualTo(Map.of(SeatStatus.EXPIRED, 441L));
        assertThat(statuses(Chamber.SENATE, NEW_CONGRESS))
                .isEqualTo(Map.of(SeatStatus.FILLED, 65L, SeatStatus.EXPIRED, 35L, SeatStatus.NONE, 6L));
    }

    @Test
    void whenTheNextCongressBeginsOnlyAStateWithOneSeatNeedsNoNewMap() {
        assertThat(directory.find("82001", NEW_CONGRESS)).isInstanceOf(Lookup.Exact.class);
        for (String place : List.of("90210", "40.706,-74.0086", "Buffalo, NY")) {
            assertThat(directory.find(place, NEW_CONGRESS))
                    .isInstanceOfSatisfying(
                            Lookup.StateOnly.class,
                            only -> assertThat(only.reason()).isEqualTo(Lookup.StateOnly.Reason.NEW_MAP_MISSING));
        }
    }

    /** On January 3 the old map may be wrong, so only states with one seat still get an answer. */
    @Test
    void noZipCodeNamesADistrictOfTheOldMapOnTheFirstDayOfTheNextCongress() {
        Map<String, Long> kinds = Shipped.rows("zip-districts-cd119.csv").stream()
                .map(row -> directory.find(row.get(0), NEW_CONGRESS))
                .collect(Collectors.groupingBy(
                        lookup -> lookup instanceof Lookup.Exact
                                ? "exact"
                                : lookup instanceof Lookup.StateOnly
                                        ? "state"
                                        : lookup instanceof Lookup.Choice choice
                                                        && choice.districts().stream()
                                                                .allMatch(District::isAtLarge)
                                                ? "states"
                                                : lookup.districts().isEmpty() ? "none" : "district of the old map",
                        TreeMap::new,
                        Collectors.counting()));
        assertThat(kinds).isEqualTo(Map.of("exact", 2_134L, "state", 38_943L, "states", 109L, "none", 512L));
    }

    @Test
    void everyLawmakerIsFoundByTheirNameAndDistrict() {
        for (List<String> row : Shipped.rows("lawmakers.csv")) {
            String seat = row.get(1).equals("house") ? row.get(2) + "-" + row.get(3) : row.get(2) + "-S" + row.get(8);
            Lookup byName = Shipped.find(row.get(4));
            assertThat(byName.seats()).as(row.get(4)).extracting(Seat::id).contains(seat);
            assertThat(seat(seat, LocalDate.of(2026, 6, 15)).holder())
                    .map(Lawmaker::bioguide)
                    .isEqualTo(Optional.of(row.get(0)));
        }
    }

    @Test
    void everyOfficeBelongsToItsLawmaker() {
        List<List<String>> rows = Shipped.rows("district-offices.csv");
        assertThat(rows).hasSize(1_312);
        for (List<String> row : rows) {
            assertThat(directory.offices(row.get(0)))
                    .anySatisfy(office -> assertThat(
                                    List.of(office.city(), office.address().orElse(""), office.zone()))
                            .isEqualTo(List.of(row.get(1), row.get(4), row.get(11))));
        }
    }

    @Test
    void theMapServesEveryStateToday() {
        assertThat(directory.districts("NY")).hasSize(26).contains(new District("NY", 26));
        assertThat(directory.mapServes("NY", TODAY)).isTrue();
    }

    @Test
    void theMembersOfACommitteeAreKnownAndItsSubcommitteesApart() {
        assertThat(directory.committee("SSAP").orElseThrow().name()).isEqualTo("Senate Committee on Appropriations");
        assertThat(directory.committee("SSAP01").orElseThrow().parent()).contains("SSAP");
        List<Lawmaker> members = directory.seatIds().stream()
                .flatMap(id -> seat(id, TODAY).holder().stream())
                .filter(each -> directory.committeesOf(each.bioguide(), TODAY).contains("SSAP"))
                .toList();
        assertThat(members).hasSizeBetween(20, 40).allMatch(each -> each.chamber() == Chamber.SENATE);
        assertThat(directory.committeesOf(members.get(0).bioguide(), NEW_CONGRESS))
                .isEmpty();
        assertThat(directory.committees()).hasSize(230);
    }
}

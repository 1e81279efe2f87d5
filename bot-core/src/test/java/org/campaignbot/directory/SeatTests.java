package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.campaignbot.directory.TinyTables.NEW_CONGRESS;
import static org.campaignbot.directory.TinyTables.TODAY;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SeatTests {

    private final Directory directory = TinyTables.directory();

    private Seat seat(String id, LocalDate day) {
        return directory.seat(id, day).orElseThrow();
    }

    @Test
    void aSittingMemberFillsTheSeat() {
        assertThat(seat("NY-1", TODAY).status()).isEqualTo(SeatStatus.FILLED);
        assertThat(seat("NY-1", TODAY).holder()).map(Lawmaker::name).hasValue("Ann Alderholt");
    }

    @Test
    void aDelegateHasNoVoteOnTheFloor() {
        assertThat(seat("DC-0", TODAY).status()).isEqualTo(SeatStatus.DELEGATE);
        assertThat(seat("GU-0", TODAY).status()).isEqualTo(SeatStatus.DELEGATE);
    }

    @Test
    void dcAndTheTerritoriesHaveOneSenateSeatThatDoesNotExist() {
        assertThat(directory.senateSeats("DC", TODAY)).singleElement().satisfies(seat -> {
            assertThat(seat.id()).isEqualTo("DC-S");
            assertThat(seat.status()).isEqualTo(SeatStatus.NONE);
        });
        assertThat(directory.senateSeats("PR", TODAY)).extracting(Seat::id).containsExactly("PR-S");
    }

    @Test
    void aTermIsOverFromTheStartOfItsLastDay() {
        LocalDate last = LocalDate.of(2026, 11, 3);
        assertThat(seat("NY-S3", last.minusDays(1)).status()).isEqualTo(SeatStatus.FILLED);
        assertThat(seat("NY-S3", last).status()).isEqualTo(SeatStatus.EXPIRED);
        assertThat(seat("NY-S3", last).holder()).isEmpty();
        assertThat(seat("NY-S3", TODAY).expiredSince()).hasValue(last);
    }

    @Test
    void aVacancyEndsWithItsCongress() {
        assertThat(seat("NY-3", TODAY).status()).isEqualTo(SeatStatus.VACANT);
        assertThat(seat("NY-3", NEW_CONGRESS.minusDays(1)).status()).isEqualTo(SeatStatus.VACANT);
        assertThat(seat("NY-3", NEW_CONGRESS).status()).isEqualTo(SeatStatus.EXPIRED);
        assertThat(seat("NY-3", NEW_CONGRESS).expiredSince()).hasValue(NEW_CONGRESS);
    }

    @Test
    void aSenateSeatThatTheTableLeavesOutIsVacant() {
        assertThat(directory.senateSeats("VT", TODAY))
                .extracting(Seat::id, Seat::status)
                .containsExactly(tuple("VT-S1", SeatStatus.FILLED), tuple("VT-S3", SeatStatus.VACANT));
    }

    @Test
    void whoFollowsInTheSeatIsNamedFromTheFirstDayOfTheTerm() {
        Directory next = TinyTables.builder()
                .add(TinyTables.senator("T000099", "NY", 3, "Ida", "Larchmont", "2026-12-01", "2029-01-03"))
                .build();
        assertThat(next.seat("NY-S3", LocalDate.of(2026, 11, 30)).orElseThrow().status())
                .isEqualTo(SeatStatus.EXPIRED);
        assertThat(next.seat("NY-S3", LocalDate.of(2026, 12, 1)).orElseThrow().holder())
                .map(Lawmaker::name)
                .hasValue("Ida Larchmont");
    }

    @Test
    void aSeatThatIsNotThereIsEmpty() {
        assertThat(directory.seat("NY-99", TODAY)).isEmpty();
        assertThat(directory.seats(new District("NY", 99), TODAY)).isEmpty();
        assertThat(directory.senateSeats("ZZ", TODAY)).isEmpty();
        assertThat(directory.offices("T000001")).isEmpty();
    }
}

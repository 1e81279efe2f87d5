package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.directory.TinyTables.NEW_CONGRESS;
import static org.campaignbot.directory.TinyTables.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.campaignbot.directory.Correction.Member;
import org.campaignbot.directory.Correction.Note;
import org.junit.jupiter.api.Test;

/** Tables with what organizers say in their place. */
class CorrectedTests {

    private static final LocalDate SINCE = LocalDate.of(2026, 11, 20);
    private static final Note NOTE = new Note("the Clerk", TODAY, Optional.empty());
    private static final Member PINE = new Member("Ida Pinehurst", "Pinehurst", "Democrat");
    private static final String ANN = "T000001@2025-01-03";

    private final Directory tables = TinyTables.directory();

    private static Correction.Holder holder(String seat, Optional<Member> member, String over, Note note) {
        return new Correction.Holder(seat, member, SINCE, over, note);
    }

    private Directory with(Correction... corrections) {
        return tables.corrected(List.of(corrections), TODAY);
    }

    private static Seat seat(Directory directory, String id, LocalDate day) {
        return directory.seat(id, day).orElseThrow();
    }

    private static Note until(LocalDate day) {
        return new Note("the Clerk", TODAY, Optional.of(day));
    }

    @Test
    void aNewHolderSitsFromTheFirstDayAndIsFoundByName() {
        Directory corrected = with(holder("NY-1", Optional.of(PINE), ANN, NOTE));
        Seat before = seat(corrected, "NY-1", SINCE.minusDays(1));
        assertThat(before.holder()).map(Lawmaker::name).hasValue("Ann Alderholt");
        assertThat(before.corrected()).isEmpty();
        Seat after = seat(corrected, "NY-1", SINCE);
        assertThat(after.holder()).map(Lawmaker::name).hasValue("Ida Pinehurst");
        assertThat(after.holder().orElseThrow().phone()).isEmpty();
        assertThat(after.corrected()).hasValue(TODAY);
        assertThat(corrected.find("pinehurst", TODAY).seats()).containsExactly(after);
        assertThat(corrected.find("10001", TODAY).seats()).contains(after);
        assertThat(seat(corrected, "NY-2", TODAY)).isEqualTo(seat(tables, "NY-2", TODAY));
    }

    @Test
    void aNewTermEndsWithItsCongressOrItsSenateClass() {
        Directory corrected = with(
                holder("NY-1", Optional.of(PINE), ANN, NOTE),
                holder("NY-S3", Optional.of(PINE), "T000007@2025-02-01", NOTE));
        Seat house = seat(corrected, "NY-1", NEW_CONGRESS);
        assertThat(house.status()).isEqualTo(SeatStatus.EXPIRED);
        assertThat(house.expiredSince()).hasValue(NEW_CONGRESS);
        assertThat(house.corrected()).isEmpty();
        assertThat(seat(corrected, "NY-S3", LocalDate.of(2029, 1, 2)).status()).isEqualTo(SeatStatus.FILLED);
        assertThat(seat(corrected, "NY-S3", LocalDate.of(2029, 1, 3)).status()).isEqualTo(SeatStatus.EXPIRED);
        assertThat(Seat.termEnd("VT-S1", TODAY)).isEqualTo("2031-01-03");
        assertThat(Seat.termEnd("AL-S2", TODAY)).isEqualTo(NEW_CONGRESS);
        assertThat(Seat.termEnd("AL-S2", NEW_CONGRESS)).isEqualTo("2033-01-03");
    }

    @Test
    void aSeatIsVacantFromTheFirstDayOn() {
        Directory corrected = with(holder("NY-1", Optional.empty(), ANN, NOTE));
        assertThat(seat(corrected, "NY-1", SINCE.minusDays(1)).status()).isEqualTo(SeatStatus.FILLED);
        assertThat(seat(corrected, "NY-1", SINCE).status()).isEqualTo(SeatStatus.VACANT);
        assertThat(seat(corrected, "NY-1", SINCE).corrected()).hasValue(TODAY);
        assertThat(seat(corrected, "NY-1", NEW_CONGRESS).status()).isEqualTo(SeatStatus.EXPIRED);
    }

    @Test
    void afterItsLastDayNobodyIsNamedRatherThanTheFormerMember() {
        LocalDate end = LocalDate.of(2026, 12, 10);
        for (Optional<Member> member : List.of(Optional.of(PINE), Optional.<Member>empty())) {
            Directory corrected = tables.corrected(List.of(holder("NY-1", member, ANN, until(end))), end.plusDays(1));
            assertThat(seat(corrected, "NY-1", end.minusDays(1)).corrected()).isPresent();
            Seat after = seat(corrected, "NY-1", end.plusDays(1));
            assertThat(after.status()).isEqualTo(SeatStatus.EXPIRED);
            assertThat(after.expiredSince()).hasValue(end);
            assertThat(after.corrected()).isEmpty();
        }
    }

    @Test
    void aHolderEndsOnceTheTablesNameAnybodyElse() {
        Correction.Holder stale = holder("NY-1", Optional.of(PINE), "T000099@2025-01-03", NOTE);
        Directory corrected = with(stale);
        assertThat(seat(corrected, "NY-1", TODAY)).isEqualTo(seat(tables, "NY-1", TODAY));
        assertThat(corrected.isCorrectedBy(stale)).isFalse();
    }

    @Test
    void aVacantSeatIsFilled() {
        Directory corrected = with(holder("NY-3", Optional.of(PINE), tables.terms("NY-3"), NOTE));
        assertThat(seat(corrected, "NY-3", TODAY).holder()).map(Lawmaker::name).hasValue("Ida Pinehurst");
    }

    @Test
    void aPhoneEndsWithItsDayOrOnceTheTablesGiveAnother() {
        Correction.Phone phone = new Correction.Phone("NY-1", "202-555-0142", "T000001 202-555-0100", NOTE);
        Directory corrected = with(phone);
        Seat seat = seat(corrected, "NY-1", TODAY);
        assertThat(seat.holder().orElseThrow().phone()).hasValue("202-555-0142");
        assertThat(seat.corrected()).hasValue(TODAY);
        assertThat(corrected.correctedOn("202-555-0142")).hasValue(TODAY);
        assertThat(corrected.correctedOn("202-555-0100")).isEmpty();

        Correction.Phone caughtUp = new Correction.Phone("NY-1", "202-555-0142", "T000001 202-555-0199", NOTE);
        assertThat(with(caughtUp).isCorrectedBy(caughtUp)).isFalse();
        Correction.Phone over = new Correction.Phone("NY-1", "202-555-0142", phone.over(), until(TODAY));
        assertThat(seat(with(over), "NY-1", TODAY)).isEqualTo(seat(tables, "NY-1", TODAY));
    }

    @Test
    void aPhoneOfAFormerMemberIsNotGivenForTheNewOne() {
        Correction.Phone phone = new Correction.Phone("NY-1", "202-555-0142", "T000001 202-555-0100", NOTE);
        Correction.Holder holder = holder("NY-1", Optional.of(PINE), ANN, NOTE);
        assertThat(seat(with(phone, holder), "NY-1", TODAY)
                        .holder()
                        .orElseThrow()
                        .phone())
                .isEmpty();
        Correction.Phone theirs = new Correction.Phone("NY-1", "202-555-0143", holder.key() + " none", NOTE);
        assertThat(seat(with(theirs, holder), "NY-1", TODAY)
                        .holder()
                        .orElseThrow()
                        .phone())
                .hasValue("202-555-0143");
    }

    @Test
    void aWebsiteTakesTheOldContactFormWithIt() {
        Directory corrected =
                with(new Correction.Site("NY-1", "https://new.example.org", "T000001 https://example.org", NOTE));
        Lawmaker holder = seat(corrected, "NY-1", TODAY).holder().orElseThrow();
        assertThat(holder.website()).hasValue("https://new.example.org");
        assertThat(holder.contactForm()).isEmpty();
    }

    @Test
    void aNumberIsReplacedOrHiddenWhereverItStands() {
        Directory both = TinyTables.builder()
                .add(new DistrictOffice(
                        "T000006",
                        "Oakton",
                        "NY",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("202-555-0100"),
                        Optional.empty(),
                        Optional.empty(),
                        "America/New_York"))
                .build();
        Correction.NumberChange moved = new Correction.NumberChange("202-555-0100", Optional.of("202-555-0142"), NOTE);
        Directory corrected = both.corrected(List.of(moved), TODAY);
        assertThat(corrected.offices("T000006").get(0).phone()).hasValue("202-555-0142");
        assertThat(seat(corrected, "NY-2", TODAY).holder().orElseThrow().phone())
                .hasValue("202-555-0142");
        assertThat(corrected.hasNumber("202-555-0100")).isFalse();

        Correction.NumberChange hidden = new Correction.NumberChange("202-555-0142", Optional.empty(), NOTE);
        Directory without = both.corrected(List.of(hidden, moved), TODAY);
        assertThat(without.offices("T000006").get(0).phone()).isEmpty();
        assertThat(seat(without, "NY-2", TODAY).holder().orElseThrow().phone()).isEmpty();
        assertThat(seat(without, "NY-2", TODAY).corrected()).hasValue(TODAY);
        assertThat(without.isCorrectedBy(hidden)).isTrue();
        assertThat(both.corrected(List.of(hidden), TODAY).isCorrectedBy(hidden)).isFalse();
    }
}

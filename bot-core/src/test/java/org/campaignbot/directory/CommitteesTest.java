package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitteesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Directory directory = Directory.builder()
            .asOf(LocalDate.of(2026, 6, 15))
            .map(119)
            .add(senator("A1", "AK", 3, LocalDate.of(2029, 1, 3)))
            .add(senator("B1", "FL", 3, LocalDate.of(2026, 11, 3)))
            .add(committee("SSAP", "Senate Committee on Appropriations"))
            .add(committee("SSHR", "Senate Committee on Health, Education, Labor, and Pensions"))
            .add(committee("SSEG", "Senate Committee on Energy and Natural Resources"))
            .add(committee("SSEN", "Senate Committee on Energy"))
            .addMember("SSAP", "B1")
            .addMember("SSAP", "A1")
            .addMember("SSAP", "OF-THE-HOUSE")
            .addMember("SSHR", "A1")
            .build();

    private static Committee committee(String code, String name) {
        return new Committee(code, Optional.of(Chamber.SENATE), name, Optional.empty());
    }

    private static Lawmaker senator(String key, String state, int senateClass, LocalDate end) {
        return new Lawmaker(
                key,
                Chamber.SENATE,
                state,
                Optional.empty(),
                "Name " + key,
                "Name",
                key,
                "Independent",
                OptionalInt.of(senateClass),
                Optional.of("junior"),
                LocalDate.of(2023, 1, 3),
                end,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "SSAP, SSAP",
        "appropriations, SSAP",
        "all call Senate Appropriations members, SSAP",
        "the committee on Labor, SSHR",
        "Energy, SSEN",
        "natural resources, SSEG"
    })
    void aCommitteeIsFoundByWhatIsParticularAboutItsName(String words, String id) {
        assertThat(directory.senateCommittee(words)).map(Committee::code).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the Senate committee", "dentists", "energy and dentists", "ssap", "Murkowski"})
    void wordsThatSayNothingOrMoreFindNone(String words) {
        assertThat(directory.senateCommittee(words)).isEmpty();
    }

    @Test
    void whoeverDoesNotSitAnyMoreIsNotCalled() {
        Committee committee = directory.senateCommittee("SSAP").orElseThrow();
        assertThat(directory.senateSeats(committee, TODAY)).containsExactly("AK-S3");
        assertThat(directory.senateSeats(committee, LocalDate.of(2026, 11, 2))).containsExactly("AK-S3", "FL-S3");
    }
}

package campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
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
            .add(new Committee("SSAP", "Senate Committee on Appropriations", List.of("B1", "A1", "OF-THE-HOUSE")))
            .add(new Committee("SSHR", "Senate Committee on Health, Education, Labor, and Pensions", List.of("A1")))
            .add(new Committee("SSEG", "Senate Committee on Energy and Natural Resources", List.of("A1")))
            .add(new Committee("SSEN", "Senate Committee on Energy", List.of("A1")))
            .build();

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
        assertThat(directory.committee(words)).map(Committee::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the Senate committee", "dentists", "energy and dentists", "ssap", "Murkowski"})
    void wordsThatSayNothingOrMoreFindNone(String words) {
        assertThat(directory.committee(words)).isEmpty();
    }

    @Test
    void whoeverDoesNotSitAnyMoreIsNotCalled() {
        Committee committee = directory.committee("SSAP").orElseThrow();
        assertThat(directory.seats(committee, TODAY)).containsExactly("AK-S3");
        assertThat(directory.seats(committee, LocalDate.of(2026, 11, 2))).containsExactly("FL-S3", "AK-S3");
    }
}

package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.content.tables.Shipped.find;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.directory.Lookup;
import org.junit.jupiter.api.Test;

class ShippedZipTests {

    private static String kind(Lookup lookup) {
        if (lookup instanceof Lookup.StateOnly) {
            return "state";
        }
        return lookup.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String expectedKind(String basis, List<String> districts) {
        return switch (basis) {
            case "military" -> "military";
            case "none" -> "outside";
            case "state" -> "state";
            default -> districts.size() == 1 ? "exact" : "choice";
        };
    }

    @Test
    void everyZipOfTheTableGivesWhatItsRowSays() {
        Map<String, Integer> totals = new TreeMap<>();
        for (List<String> row : Shipped.rows("zip-districts-cd119.csv")) {
            String basis = row.get(3);
            boolean named = !basis.matches("military|none|state");
            List<String> expected = named ? List.of(row.get(1).split(" ", -1)) : List.of();
            Lookup answer = find(row.get(0));

            assertThat(kind(answer)).as(row.get(0)).isEqualTo(expectedKind(basis, expected));
            assertThat(Shipped.districts(answer)).as(row.get(0)).containsExactlyInAnyOrderElementsOf(expected);
            if (answer instanceof Lookup.StateOnly state) {
                assertThat(state.state() + "-?").as(row.get(0)).isEqualTo(row.get(1));
            }
            totals.merge(kind(answer), 1, Integer::sum);
        }
        assertThat(totals)
                .isEqualTo(Map.of("exact", 33_884, "choice", 7_299, "state", 3, "military", 509, "outside", 3));
    }

    @Test
    void everySeatOfAZipIsItsDistrictsAndTheirSenates() {
        for (List<String> row : Shipped.rows("zip-districts-cd119.csv")) {
            Lookup answer = find(row.get(0));
            if (answer instanceof Lookup.Exact || answer instanceof Lookup.Choice) {
                List<String> states = answer.districts().stream()
                        .map(district -> district.state())
                        .distinct()
                        .toList();
                long senate = states.stream()
                        .mapToLong(state -> state.matches("DC|PR|VI|GU|AS|MP") ? 1 : 2)
                        .sum();
                assertThat(answer.seats())
                        .as(row.get(0))
                        .hasSize(answer.districts().size() + (int) senate)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void aZipInTwoStatesAsksTheState() {
        assertThat(Shipped.districts(find("02861"))).containsExactly("MA-4", "RI-1");
        assertThat(find("02861")).isInstanceOf(Lookup.Choice.class);
    }

    @Test
    void aMilitaryZipHasNoDistrict() {
        assertThat(find("09001")).isEqualTo(new Lookup.Military());
    }

    @Test
    void aNumberThatIsNoZipIsUnknown() {
        assertThat(find("99999")).isEqualTo(new Lookup.Unknown(Lookup.Unknown.What.NO_SUCH_ZIP));
    }
}

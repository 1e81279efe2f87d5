package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Meaning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The 100 largest cities, all states and territories, 60 town names that several states share, and 40 countries and cities
 * abroad, each as typed in five ways; 68 places as people hear or call them; and ten counties. In the table, {@code IL} is the state to be
 * found or offered, {@code ?IL} one that must be offered among others unless it is found, {@code abroad} a place outside the
 * United States.
 */
class PlacesAsTypedTest {

    private static final String TABLE = "places-as-typed.tsv";

    private record Typed(String group, String expected, String text) {}

    private enum Outcome {
        RIGHT,
        ASKED,
        NOT_KNOWN,
        WRONG
    }

    private static List<Typed> rows() {
        try (InputStream in = Objects.requireNonNull(PlacesAsTypedTest.class.getResourceAsStream(TABLE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Typed(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome outcome(Typed typed) {
        Lookup lookup = Shipped.find(typed.text());
        if (typed.expected().equals("abroad")) {
            if (lookup instanceof Lookup.Abroad) {
                return Outcome.RIGHT;
            }
            boolean offered = lookup instanceof Lookup.Choice choice
                    && choice.meanings().stream()
                            .anyMatch(each -> each.foreign().isPresent());
            return offered ? Outcome.ASKED : lookup.seats().isEmpty() ? Outcome.NOT_KNOWN : Outcome.WRONG;
        }
        String state = typed.expected().replace("?", "");
        if (lookup instanceof Lookup.Choice choice && !choice.meanings().isEmpty()) {
            return choice.meanings().stream().map(Meaning::state).anyMatch(state::equals)
                    ? Outcome.ASKED
                    : Outcome.WRONG;
        }
        TreeSet<String> states = new TreeSet<>();
        lookup.districts().stream().map(District::state).forEach(states::add);
        if (lookup instanceof Lookup.StateOnly only) {
            states.add(only.state());
        }
        return states.isEmpty()
                ? Outcome.NOT_KNOWN
                : states.first().equals(state) && states.size() == 1 ? Outcome.RIGHT : Outcome.WRONG;
    }

    @ParameterizedTest
    @CsvSource({"city,500", "state,280", "shared,300", "abroad,200", "heard,68", "county,10"})
    void nearlyEveryPlaceIsUnderstoodAndNoneIsSilentlyWrong(String group, int size) {
        List<Typed> rows =
                rows().stream().filter(row -> row.group().equals(group)).toList();
        List<String> wrong = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Typed row : rows) {
            Outcome outcome = outcome(row);
            String shown = row.expected() + " <- " + row.text() + " -> " + brief(Shipped.find(row.text()));
            if (outcome == Outcome.WRONG) {
                wrong.add(shown);
            } else if (outcome == Outcome.NOT_KNOWN) {
                unknown.add(shown);
            }
        }
        assertThat(rows).hasSize(size);
        assertThat(wrong).isEmpty();
        assertThat(unknown.size()).as(unknown.toString()).isLessThanOrEqualTo(size / 20);
    }

    private static String brief(Lookup lookup) {
        return lookup instanceof Lookup.Choice choice
                ? "Choice " + choice.meanings() + choice.districts() + choice.states()
                : lookup instanceof Lookup.Exact exact
                        ? exact.district().toString()
                        : lookup.getClass().getSimpleName();
    }
}

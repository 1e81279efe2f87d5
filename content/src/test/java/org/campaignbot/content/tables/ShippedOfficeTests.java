package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.campaignbot.directory.Lookup;
import org.junit.jupiter.api.Test;

class ShippedOfficeTests {

    private static final double UNSURE_METRES = 100;
    // The plain distance takes the Earth for a ball, which makes up to half a metre in a hundred.
    private static final double SLACK_METRES = 1;

    private record Office(String bioguide, String city, String state, double latitude, double longitude) {

        Lookup answer() {
            return Shipped.DIRECTORY.at(latitude, longitude, Shipped.TODAY);
        }
    }

    private static List<Office> offices() {
        return Shipped.rows("district-offices.csv").stream()
                .filter(row -> !row.get(9).isEmpty())
                .map(row -> new Office(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        Double.parseDouble(row.get(9)),
                        Double.parseDouble(row.get(10))))
                .toList();
    }

    @Test
    void anOfficeWithinAHundredMetresOfAnotherDistrictIsAQuestionAndNoOtherOfficeIs() {
        PlainBoundaries plain = PlainBoundaries.read();
        int questions = 0;
        for (Office office : offices()) {
            Map<String, Double> metres = plain.metresToBorders(office.latitude(), office.longitude());
            List<String> homes = plain.districtsAt(office.latitude(), office.longitude());
            Lookup answer = office.answer();
            if (homes.isEmpty()) {
                assertThat(answer.approximate() || answer instanceof Lookup.Outside)
                        .as(office.toString())
                        .isTrue();
                continue;
            }
            List<String> near = new ArrayList<>(homes);
            List<String> perhaps = new ArrayList<>(homes);
            metres.forEach((district, distance) -> {
                if (!homes.contains(district) && distance < UNSURE_METRES - SLACK_METRES) {
                    near.add(district);
                }
                if (!homes.contains(district) && distance < UNSURE_METRES + SLACK_METRES) {
                    perhaps.add(district);
                }
            });
            assertThat(Shipped.districts(answer))
                    .as(office.toString())
                    .containsAll(near)
                    .isSubsetOf(perhaps);
            assertThat(answer).isInstanceOf(near.size() > 1 ? Lookup.Choice.class : Lookup.class);
            questions += answer instanceof Lookup.Choice ? 1 : 0;
        }
        assertThat(questions).isPositive();
    }

    @Test
    void houseOfficesLieInTheirMembersDistrictExceptForThoseListed() throws IOException {
        Map<String, String> districtOf = Shipped.rows("lawmakers.csv").stream()
                .filter(row -> row.get(1).equals("house"))
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(2) + "-" + row.get(3)));
        List<Office> house = offices().stream()
                .filter(office -> districtOf.containsKey(office.bioguide()))
                .toList();
        List<String> elsewhere = new ArrayList<>();
        elsewhere.add("bioguide,city,state,member_district,answer");
        for (Office office : house) {
            String own = Objects.requireNonNull(districtOf.get(office.bioguide()));
            List<String> answer = Shipped.districts(office.answer());
            if (!answer.contains(own)) {
                elsewhere.add(String.join(
                        ",", office.bioguide(), office.city(), office.state(), own, String.join(" ", answer)));
            }
        }

        assertThat(house).hasSize(854);
        assertThat(house.size() - elsewhere.size() + 1).isGreaterThanOrEqualTo(833);
        assertThat(elsewhere).isEqualTo(listed());
    }

    private static List<String> listed() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ShippedOfficeTests.class.getResourceAsStream("house-offices-elsewhere.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}

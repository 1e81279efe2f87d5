package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.directory.Lookup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedPositionTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Key West, '24.5551,-81.7800', FL-28",
        "Kodiak, '57.7900,-152.4070', AK-0",
        "Adak, '51.8800,-176.6580', AK-0",
        "Attu, '52.8400,173.1800', AK-0",
        "Sitka, '57.0530,-135.3300', AK-0",
        "Lihue, '21.9810,-159.3710', HI-2",
        "Kahului, '20.8890,-156.4700', HI-2",
        "Nantucket, '41.2835,-70.0995', MA-9",
        "Galveston, '29.3010,-94.7980', TX-14",
        "'Newport, Rhode Island', '41.4900,-71.3130', RI-1",
        "Wall Street, '40.7060,-74.0086', NY-10",
        "Staten Island, '40.5795,-74.1502', NY-11",
        "St. Thomas, '18.3419,-64.9307', VI-0",
        "St. John, '18.3328,-64.7937', VI-0",
        "Vieques, '18.1263,-65.4401', PR-0",
        "Tinian, '14.9985,145.6190', MP-0",
        "Ta'u, '-14.2300,-169.4500', AS-0",
    })
    void aPlaceLiesInItsDistrict(String place, String position, String district) {
        Lookup answer = Shipped.find(position);
        assertThat(answer).as(place).isInstanceOf(Lookup.Exact.class);
        assertThat(Shipped.districts(answer)).as(place).containsExactly(district);
        assertThat(answer.approximate()).as(place).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Toronto, '43.6500,-79.3800'",
        "Tijuana, '32.5149,-117.0382'",
        "the middle of the Atlantic, '35.0000,-45.0000'",
        "Ciudad Juárez, '31.7390,-106.4870'",
        "Nuevo Laredo, '27.4900,-99.5100'",
        "Matamoros, '25.8800,-97.5000'",
        "'Windsor, Ontario', '42.3149,-83.0364'",
        "'Niagara Falls, Ontario', '43.0896,-79.0849'",
        "'Tortola, West End', '18.3860,-64.7050'",
    })
    void aForeignPlaceIsOutsideHoweverNear(String place, String position) {
        assertThat(Shipped.find(position)).as(place).isEqualTo(new Lookup.Outside());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "off San Juan, '18.4900,-66.1200', PR-0",
        "on Lake Michigan off Chicago, '41.8917,-87.5800', IL-7",
        "off New Hampshire, '42.9500,-70.7000', NH-1",
        "off Tinian, '14.9650,145.6000', MP-0",
    })
    void aPointOffTheShoreIsApproximate(String place, String position, String district) {
        Lookup answer = Shipped.find(position);
        assertThat(Shipped.districts(answer)).as(place).containsExactly(district);
        assertThat(answer.approximate()).as(place).isTrue();
    }

    @Test
    void theShippedBoundariesAreSound() {
        assertThat(DirectoryTables.checkBoundaries(Shipped.FOLDER)).isEmpty();
        assertThat(Shipped.DIRECTORY.boundaryProblem()).isEmpty();
    }

    @Test
    void theMiddleOfEveryDistrictLiesInIt() {
        for (String state : org.campaignbot.directory.States.codes()) {
            for (org.campaignbot.directory.District district : Shipped.DIRECTORY.districts(state)) {
                var middle = Shipped.DIRECTORY.middle(district, Shipped.TODAY).orElseThrow();
                assertThat(Shipped.districts(Shipped.find(middle.latitude() + "," + middle.longitude())))
                        .as("%s", district)
                        .containsExactly(district.toString());
            }
        }
    }
}

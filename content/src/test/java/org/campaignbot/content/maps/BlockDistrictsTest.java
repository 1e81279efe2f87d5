package org.campaignbot.content.maps;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.directory.District;
import org.junit.jupiter.api.Test;

class BlockDistrictsTest {

    private static final District FIRST = new District("NH", 1);
    private static final District SECOND = new District("NH", 2);

    @Test
    void eachBlockIsFoundWithItsDistrictAndItsPeople() {
        BlockDistricts blocks = new BlockDistricts();
        for (long block = 330010000000000L; block < 330010000010000L; block++) {
            blocks.add(block, block % 2 == 0 ? FIRST : SECOND);
        }
        assertThat(blocks.sort()).isEmpty();
        blocks.people(330010000000007L, 80);
        blocks.people(999999999999999L, 80);
        assertThat(blocks.district(330010000000007L)).isEqualTo(SECOND);
        assertThat(blocks.district(330010000000008L)).isEqualTo(FIRST);
        assertThat(blocks.people(330010000000007L)).isEqualTo(80);
        assertThat(blocks.people(330010000000008L)).isZero();
        assertThat(blocks.district(999999999999999L)).isNull();
        assertThat(blocks.people(999999999999999L)).isZero();
        assertThat(blocks.district(-1)).isNull();
    }

    @Test
    void aBlockInTwoDistrictsIsNoticedAndOneThatIsNamedTwiceIsNot() {
        BlockDistricts blocks = new BlockDistricts();
        blocks.add(330010000000002L, FIRST);
        blocks.add(330010000000001L, FIRST);
        blocks.add(330010000000001L, FIRST);
        assertThat(blocks.sort()).isEmpty();
        blocks.add(330010000000002L, SECOND);
        assertThat(blocks.sort()).hasValue(330010000000002L);
    }

    @Test
    void blocksThatAreNamedAgainAndAgainFillNoMemory() {
        BlockDistricts blocks = new BlockDistricts();
        for (int i = 0; i < 20_000_000; i++) {
            blocks.add(330010000000000L + i % 3_000, FIRST);
        }
        assertThat(blocks.sort()).isEmpty();
        assertThat(blocks.district(330010000002999L)).isEqualTo(FIRST);
    }

    @Test
    void moreBlocksThanTheCountryHasAreRefused() {
        BlockDistricts blocks = new BlockDistricts();
        long block = 0;
        while (blocks.add(block, FIRST)) {
            block++;
        }
        assertThat(block).isBetween(8_132_968L, 20_000_000L);
    }
}

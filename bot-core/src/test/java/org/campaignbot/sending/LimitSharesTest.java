package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LimitSharesTest {

    @Property
    void togetherTheyAreTheLimit(
            @ForAll @IntRange(min = 1, max = 1_000) int limit,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 2_000) Integer> wants) {
        List<Integer> shares = LimitShares.divide(limit, wants);
        assertThat(shares).hasSameSizeAs(wants).allMatch(share -> share >= 0);
        assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(limit);
    }

    @Property
    void whoWantsMoreNeverGetsLess(
            @ForAll @IntRange(min = 1, max = 1_000) int limit,
            @ForAll @Size(min = 2, max = 8) List<@IntRange(max = 2_000) Integer> wants) {
        List<Integer> shares = LimitShares.divide(limit, wants);
        for (int one = 0; one < wants.size(); one++) {
            for (int other = 0; other < wants.size(); other++) {
                if (wants.get(one) >= wants.get(other)) {
                    assertThat(shares.get(one)).isGreaterThanOrEqualTo(shares.get(other) - 1);
                }
            }
        }
    }

    @Example
    void oneAloneHasAllOfIt() {
        assertThat(LimitShares.divide(30, List.of(0))).containsExactly(30);
    }

    @Example
    void twoBusyOnesHaveHalfEachAndAnIdleOneKeepsSome() {
        assertThat(LimitShares.divide(30, List.of(500, 500))).containsExactly(15, 15);
        assertThat(LimitShares.divide(30, List.of(500, 0))).containsExactly(27, 3);
    }
}

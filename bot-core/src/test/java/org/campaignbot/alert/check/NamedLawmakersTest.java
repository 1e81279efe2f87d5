package org.campaignbot.alert.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DirectoryBuilder;
import org.campaignbot.directory.VermontSenator;
import org.junit.jupiter.api.Test;

class NamedLawmakersTest {

    private static final LocalDate BEFORE_THE_TERM = LocalDate.of(2024, 6, 15);
    private static final LocalDate IN_THE_TERM = LocalDate.of(2025, 1, 4);

    private static int named(DirectoryBuilder tables) {
        Directory directory = tables.build();
        return NamedLawmakers.of(directory)
                .in(SaidWords.of("Call Senator Junipero today"))
                .size();
    }

    @Test
    void aMemberOfANewCongressIsKnownByTheDateOfTheNamesThoughTheNumbersAreOlder() {
        DirectoryBuilder tables = VermontSenator.withPhone("202-555-0100").asOf(BEFORE_THE_TERM);
        assertThat(named(tables)).isZero();
        assertThat(named(tables.namesAsOf(IN_THE_TERM))).isEqualTo(1);
    }
}

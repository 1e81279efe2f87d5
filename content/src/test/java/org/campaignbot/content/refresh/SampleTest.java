package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a copy of the source lies beside the checkout, as it was when the shipped tables were made. */
class SampleTest {

    private static final Path SAMPLE = Path.of("..", "..", "shared", "upstream");

    @Test
    void theShippedTablesAreWhatTheirSourceBecomes() throws Exception {
        assumeThat(SAMPLE.resolve(Upstream.LEGISLATORS)).exists();
        Refresh.Outcome outcome = Refresh.prepare(
                Publication.SHIPPED, Optional.empty(), SAMPLE, Optional.empty(), LocalDate.of(2026, 11, 24));
        assertThat(outcome.refusals()).isEmpty();
        for (String file :
                new String[] {"lawmakers.csv", "district-offices.csv", "committees.csv", "committee-members.csv"}) {
            assertThat(outcome.files().get(file))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(Publication.SHIPPED.resolve(file)));
        }
    }
}

package org.campaignbot.content.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkCheckTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Read [amnesty.org](https://evil.test/x). | misleading-link 7:15",
                "Read [https://amnesty.org](https://example.org). | misleading-link 7:15",
                "Read [it](https://amnesty.org@example.org/x). | misleading-link 7:15",
                "Sow \u202Ewon. | hidden-letter 7:14",
                "S\u200Bow. | hidden-letter 7:11",
                "Sow&#8238; won. | hidden-letter 7:10",
                "Read [it](https://bit.ly/x). | short-link 6:3",
                "Read [it](https://evil.test/x). | unnamed-host 6:3",
            })
    void whatMisleadsAReaderIsTold(String words, String found) {
        assertThat(found(words)).contains(found);
    }

    @ParameterizedTest
    @CsvSource({"Read [it](https://example.org/x).", "Read [example.org](https://www.example.org/x)."})
    void anHonestLinkIsLeftAlone(String words) {
        assertThat(found(words)).isEmpty();
    }

    @Test
    void aRecordMisleadsNobodyEither() {
        Garden.copyTo(folder);
        Garden.write(folder, "records.yaml", """
                page: {kind: link, label: amnesty.org, url: 'https://evil.test', url_status: published, source: a leaflet, as_of: 2026-03-01}
                more: {kind: link, label: More, url: 'https://amnesty.org@evil.test', url_status: published, source: a leaflet, as_of: 2026-03-01}
                """);

        assertThat(Garden.read(folder).problems())
                .filteredOn(each -> each.code().equals("misleading-link"))
                .extracting(Problem::line)
                .containsExactly(1, 2);
    }

    private List<String> found(String words) {
        Garden.copyTo(folder);
        Garden.write(
                folder,
                "flows/sow.yaml",
                "flow: sow\ntitle: Sow\nheard: [sow]\nsteps:\n  # words\n  ready:\n    say: " + words
                        + "\n    then: menu\n");
        return PackCheck.check(Garden.read(folder), LocalDate.of(2026, 3, 15)).stream()
                .filter(each -> !each.code().endsWith("-translation"))
                .map(each -> each.code() + " " + each.line() + ":" + each.column())
                .toList();
    }
}

package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.testkit.WrongNumbersContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWrongNumbersTest extends WrongNumbersContract {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final String NUMBER = "202-224-4451";
    private static final int REPORTERS = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path data;

    @Override
    protected WrongNumbers empty() {
        return numbers();
    }

    private FileWrongNumbers numbers() {
        return new FileWrongNumbers(data, "garden");
    }

    private Path file() {
        return data.resolve("settings/garden-wrong-numbers.yaml");
    }

    @Test
    void reportsOfSeveralProcessesAddUp() {
        IntStream.range(0, REPORTERS).parallel().forEach(each -> numbers().report("hash" + each, NUMBER, NOON));
        assertThat(numbers().reported())
                .singleElement()
                .satisfies(all -> assertThat(all.count()).isEqualTo(REPORTERS));
    }

    @Test
    void theMarksOfPeopleAreOutOfTheFileAfterTwoDays() throws Exception {
        numbers().report("hash-of-ana", NUMBER, NOON);
        numbers().forgetOldHashes(NOON.plus(Duration.ofDays(2)));
        assertThat(Files.readString(file())).contains("hash-of-ana");
        numbers().forgetOldHashes(NOON.plus(Duration.ofDays(2)).plusSeconds(1));
        assertThat(Files.readString(file())).doesNotContain("hash-of-ana").contains(NUMBER);
        assertThat(numbers().reported()).hasSize(1);
    }

    @Test
    void aBrokenFileIsNamedAndNotWrittenOver() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "counts: [{number: 1, day: today, count: 1}]");
        assertThatThrownBy(() -> numbers().report("ana", NUMBER, NOON))
                .isInstanceOf(UnreadableSettings.class)
                .hasMessageContainingAll("garden-wrong-numbers.yaml", "today");
        assertThat(file()).content().contains("today");
    }
}

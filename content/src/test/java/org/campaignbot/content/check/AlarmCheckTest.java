package org.campaignbot.content.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.conversation.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmCheckTest {

    @Test
    void onlyTheWholeCardOfHelpIsAnAlarm() {
        Understanding sure = (text, language) -> new Understanding.Urgent(
                new Understanding.Destination("call", null), text.contains("pizza"), new Understanding.Nothing());

        assertThat(alarms(sure))
                .extracting(Problem::message)
                .satisfiesExactlyInAnyOrder(
                        english -> assertThat(english)
                                .startsWith("1 of 167 ordinary sentences in \"en\" bring up \"call\":")
                                .contains("it's just the pizza"),
                        spanish -> assertThat(spanish).contains("\"es\"").contains("es la pizza"));
        assertThat(alarms((text, language) -> new Understanding.Nothing())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void eachSentenceStandsOnce(String language) {
        List<String> sentences = Lines.of("ordinary-" + language + ".txt");

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(150);
        assertThat(new HashSet<>(sentences)).hasSameSizeAs(sentences);
    }

    private static List<Problem> alarms(Understanding understanding) {
        PackRead read = Garden.read();
        return PackCheck.check(read, LocalDate.of(2026, 3, 15), null, understanding).stream()
                .filter(problem -> problem.code().equals("raises-alarm"))
                .toList();
    }
}

package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What people ask around a call, in lines that nothing is learned from. */
class AroundACallTest {

    private static final Path LINES = Path.of("src/test/resources/questions/around-a-call.tsv");

    private record Line(String answer, Matched heard) {
        static Line of(String line) {
            String[] cells = line.split("\t", -1);
            return new Line(cells[0], ShippedQuestions.MATCHER.match(cells[1]));
        }
    }

    private final List<Line> lines = read();

    private static List<Line> read() {
        try {
            return Files.readAllLines(LINES).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private double share(Predicate<Line> which) {
        return (double) lines.stream().filter(which).count() / lines.size();
    }

    /** 47 % on December 1, 2026; 6 % before the answers were there. They are as unlike each other as their authors could make them. */
    @Test
    void nearlyHalfGetTheirAnswer() {
        assertThat(lines).hasSizeGreaterThan(400);
        assertThat(share(line -> line.heard().answer().equals(line.answer()))).isGreaterThan(0.44);
    }

    @Test
    void fewAreTakenForDanger() {
        assertThat(share(line -> line.heard().urgent() && line.heard().sure())).isLessThan(0.04);
    }
}

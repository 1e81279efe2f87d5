package org.campaignbot.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrashJudgeTest {

    private static final List<String> MARKS = List.of("menu", "place", "call");
    private static final Duration ON_ITS_WAY = Duration.ofNanos(3);

    @Test
    void everyAnswerInItsOrderIsGood() {
        Verdict verdict = judge(List.of(), "the menu", "your place?", "call them");

        assertThat(verdict).isEqualTo(new Verdict(3, List.of(), List.of(), 0, List.of()));
        assertThat(verdict.isGood()).isTrue();
    }

    @Test
    void anAnswerThatNeverCameIsLost() {
        assertThat(judge(List.of(), "the menu", "your place?").lost()).containsExactly("call");
        assertThat(judge(List.of(), "the menu", "call them").lost()).containsExactly("place");
        assertThat(judge(List.of()).lost()).isEqualTo(MARKS);
    }

    @Test
    void anAnswerThatCameAfterALaterOneIsOutOfOrderAndNotLost() {
        Verdict verdict = judge(List.of(), "the menu", "call them", "your place?");

        assertThat(verdict.outOfOrder()).containsExactly("place");
        assertThat(verdict.lost()).isEmpty();
        assertThat(verdict.isGood()).isFalse();
    }

    @Test
    void aRepeatAfterACrashIsExplained() {
        Verdict verdict = judge(List.of(1L), "the menu", "the menu", "your place?", "call them");

        assertThat(verdict.repeated()).isEqualTo(1);
        assertThat(verdict.isGood()).isTrue();
    }

    @Test
    void aRepeatWithoutACrashIsNotExplained() {
        Verdict verdict = judge(List.of(), "the menu", "the menu", "your place?", "call them");

        assertThat(verdict.unexplained()).containsExactly("menu");
        assertThat(verdict.isGood()).isFalse();
    }

    @Test
    void anAnswerThatWasSettledLongBeforeTheCrashMayNotComeAgain() {
        assertThat(judge(List.of(5L), "the menu", "x", "x", "x", "x", "x", "the menu")
                        .unexplained())
                .containsExactly("menu");
    }

    @Test
    void eachRepeatNeedsACrashOfItsOwn() {
        Verdict verdict = judge(List.of(1L), "the menu", "the menu", "the menu", "your place?", "call them");

        assertThat(verdict.repeated()).isEqualTo(1);
        assertThat(verdict.unexplained()).containsExactly("menu");
    }

    @Test
    void severalAnswersOnTheirWayMayAllComeAgain() {
        Verdict verdict = judge(List.of(3L), "the menu", "your place?", "the menu", "your place?", "call them");

        assertThat(verdict.isGood()).isTrue();
        assertThat(verdict.repeated()).isEqualTo(2);
    }

    @Test
    void messagesWithoutAMarkAreNotJudged() {
        assertThat(judge(List.of(), "hello", "the menu", "by the way", "your place?", "call them")
                        .isGood())
                .isTrue();
    }

    @Test
    void theVerdictsOfChatsAddUp() {
        Verdict both = judge(List.of(), "the menu").and(judge(List.of(), "the menu", "your place?", "call them"));

        assertThat(both.answered()).isEqualTo(4);
        assertThat(both.lost()).containsExactly("place", "call");
    }

    /** Texts that came at 0, 2, 4 and so on, so that a kill at an odd moment fell between two of them. */
    private static Verdict judge(List<Long> kills, String... texts) {
        List<Said> said = IntStream.range(0, texts.length)
                .mapToObj(i -> new Said(texts[i], 2L * i))
                .toList();
        return new CrashJudge(kills, ON_ITS_WAY).judge(MARKS, said);
    }
}

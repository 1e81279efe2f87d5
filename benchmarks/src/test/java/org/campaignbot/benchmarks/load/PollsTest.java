package org.campaignbot.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollsTest {

    private final Polls polls = new Polls();
    private final List<String> answers = new ArrayList<>();
    private final List<Boolean> taken = new ArrayList<>();

    @Test
    void aQuestionWaitsForTheNextUpdate() {
        polls.ask(30, answers::add);
        polls.expire();
        assertThat(answers).isEmpty();
        polls.deliver("{}", taken::add);
        assertThat(answers).containsExactly("[{}]");
        assertThat(taken).containsExactly(true);
    }

    @Test
    void updatesWaitForTheNextQuestionWhichTakesAHundredAtMost() {
        for (int i = 0; i < 130; i++) {
            polls.deliver(String.valueOf(i), taken::add);
        }
        assertThat(taken).isEmpty();
        polls.ask(30, answers::add);
        polls.ask(30, answers::add);
        assertThat(answers.get(0)).startsWith("[0,1,").endsWith(",99]");
        assertThat(answers.get(1)).startsWith("[100,").endsWith(",129]");
        assertThat(taken).hasSize(130);
    }

    @Test
    void aQuestionThatDoesNotWaitEndsAtOnceAndAnEarlierOneEndsWithTheNext() {
        polls.ask(0, answers::add);
        assertThat(answers).containsExactly("[]");
        polls.ask(30, answers::add);
        polls.ask(30, answers::add);
        assertThat(answers).containsExactly("[]", "[]");
    }
}

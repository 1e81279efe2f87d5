package campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.reception.Answers;
import campaignbot.reception.Answers.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Answers}. */
public abstract class AnswersContract {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final ConversationKey BEN = Fixtures.conversationOf("ben");

    /** A store without answers. */
    protected abstract Answers empty();

    @Test
    void anAnswerWaitsUntilItWasHeard() {
        Answers answers = empty();
        answers.add(answer("a1", ANA));
        answers.add(answer("a1", ANA));
        answers.add(answer("a2", BEN));
        assertThat(answers.waiting(10)).containsExactly(answer("a1", ANA), answer("a2", BEN));
        assertThat(answers.waiting(1)).containsExactly(answer("a1", ANA));
        answers.done(List.of("a1"));
        assertThat(answers.waiting(10)).containsExactly(answer("a2", BEN));
    }

    @Test
    void whoIsForgottenHearsNothing() {
        Answers answers = empty();
        answers.add(answer("a1", ANA));
        answers.add(answer("a2", BEN));
        answers.forget(ANA);
        assertThat(answers.waiting(10)).containsExactly(answer("a2", BEN));
    }

    private static Answer answer(String id, ConversationKey whose) {
        return new Answer(id, whose, new Event.Answered("flow", Map.of("fact", "value")));
    }
}

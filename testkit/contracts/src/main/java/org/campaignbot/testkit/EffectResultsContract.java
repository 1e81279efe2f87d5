package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.update.EffectResults;
import org.campaignbot.update.EffectResults.Answer;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link EffectResults}. */
public abstract class EffectResultsContract {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final ConversationKey BEN = Fixtures.conversationOf("ben");

    /** A store without answers. */
    protected abstract EffectResults empty();

    @Test
    void anAnswerWaitsUntilItWasHeard() {
        EffectResults effectResults = empty();
        effectResults.add(answer("a1", ANA));
        effectResults.add(answer("a1", ANA));
        effectResults.add(answer("a2", BEN));
        assertThat(effectResults.waiting(10)).containsExactly(answer("a1", ANA), answer("a2", BEN));
        assertThat(effectResults.waiting(1)).containsExactly(answer("a1", ANA));
        effectResults.done(List.of("a1"));
        assertThat(effectResults.waiting(10)).containsExactly(answer("a2", BEN));
    }

    @Test
    void whoIsForgottenHearsNothing() {
        EffectResults effectResults = empty();
        effectResults.add(answer("a1", ANA));
        effectResults.add(answer("a2", BEN));
        effectResults.forget(ANA);
        assertThat(effectResults.waiting(10)).containsExactly(answer("a2", BEN));
    }

    private static Answer answer(String id, ConversationKey whose) {
        return new Answer(id, whose, new Event.Answered("flow", Map.of("fact", "value")));
    }
}

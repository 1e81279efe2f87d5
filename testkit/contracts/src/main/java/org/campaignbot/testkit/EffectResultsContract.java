package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
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

    @Test
    void aValueOfEveryKindArrivesAsItWas() {
        Language english = Language.ENGLISH;
        Map<String, Value> values = Map.of(
                "text", new Value.Text("draft"),
                "translated", new Value.Translated(Map.of(english, "Call"), english),
                "count", new Value.Count(1204),
                "day", new Value.Day(LocalDate.of(2026, 12, 1)),
                "moment", new Value.Moment(Fixtures.NOON, ZoneId.of("America/New_York")),
                "phone", new Value.Phone("202-555-0143"),
                "code", new Value.Code("202-555-0143"),
                "link", new Value.Link("example.org", URI.create("https://example.org/")),
                "row", new Value.Row(Map.of("kind", new Value.Text("time"), "days", new Value.Count(30))),
                "rows", new Value.Rows(List.of(new Value.Row(Map.of("language", new Value.Text("es"))))));
        Answer answer = new Answer("a1", ANA, new Event.Answered("flow", values));
        EffectResults effectResults = empty();
        effectResults.add(answer);
        assertThat(effectResults.waiting(10)).containsExactly(answer);
    }

    private static Answer answer(String id, ConversationKey whose) {
        return new Answer(id, whose, new Event.Answered("flow", Map.of("fact", new Value.Text("value"))));
    }
}

package org.campaignbot.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Value;
import org.campaignbot.memory.MemoryEffectResults;
import org.campaignbot.memory.MemoryParties;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.junit.jupiter.api.Test;

class PartyHandlerTest {

    private static final Instant NOW = TinyPack.NOON;
    private static final ConversationKey ANA = in("acme", "ana");
    private static final ConversationKey EVE = in("other", "eve");

    private final MemoryParties parties = new MemoryParties();
    private final MemoryEffectResults answers = new MemoryEffectResults();
    private final List<EffectHandler> handlers = PartyHandler.over(
            new PartyDesk(parties),
            answers,
            Person::id,
            text -> text.replace("/", ""),
            who -> who.equals(EVE.person()));

    private static ConversationKey in(String account, String name) {
        return new ConversationKey(new Address("paper", account, name, null), new Person("paper", account + name));
    }

    private void does(ConversationKey who, String effect, Map<String, String> arguments) {
        Effect done = new Effect(1, 0, effect, NOW, arguments);
        handlers.stream().filter(each -> each.name().equals(effect)).forEach(each -> each.apply(who, done));
    }

    private String opened() {
        does(ANA, PartyHandler.OPEN, Map.of("action", "call", "minutes", "20", "language", "en"));
        return parties.open().get(0).id();
    }

    @Test
    void aPartyOfAnotherAccountIsLikeOneThatIsOver() {
        String party = opened();
        does(EVE, PartyHandler.JOIN, Map.of("party", party, "seats", "NY-S1 NY-S3"));
        assertThat(answers.waiting(10))
                .extracting(each -> each.event().facts())
                .containsExactly(Map.of(PartyHandler.WHY, new Value.Text("over")));
        assertThat(parties.find(party).orElseThrow().score()).isEqualTo(Party.Score.NONE);
    }

    @Test
    void whoeverJoinsAnAimedPartyIsGivenItsOfficesAndToldThatTheyWereChosen() {
        does(
                ANA,
                PartyHandler.OPEN,
                Map.of("action", "call", "minutes", "20", "aim", "AK-S3 ME-S2 WV-S2", "aim_name", "Three of them"));
        String party = parties.open().get(0).id();
        does(ANA, PartyHandler.JOIN, Map.of("party", party, "seats", "none"));
        String ends = Long.toString(NOW.plusSeconds(1200).getEpochSecond());
        assertThat(answers.waiting(10))
                .extracting(each -> each.event().facts())
                .containsExactly(Map.of(PartyHandler.ROUND, new Value.Text("aim-0 " + ends + " AK-S3 ME-S2")));
    }

    @Test
    void anOrganizerOfAnotherAccountDoesNotEndIt() {
        String party = opened();
        does(EVE, PartyHandler.END, Map.of("party", party));
        assertThat(parties.find(party).orElseThrow().isOver()).isFalse();
        does(ANA, PartyHandler.END, Map.of("party", party));
        assertThat(parties.find(party).orElseThrow().isOver()).isTrue();
    }
}

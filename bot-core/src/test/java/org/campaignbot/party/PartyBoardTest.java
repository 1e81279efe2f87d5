package org.campaignbot.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Target;
import org.campaignbot.memory.MemoryParties;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.message.Choice;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outgoing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartyBoardTest {

    private static final Duration LASTS = Duration.ofMinutes(20);
    private static final String LINK = "https://example.org/bot?start=party-join";

    private Instant now = TinyPack.NOON;
    private final MemoryParties parties = new MemoryParties();
    private final PartyDesk desk = new PartyDesk(parties);
    private final MemoryStore outbox = new MemoryStore();
    private final Channel paper = mock(Channel.class, CALLS_REAL_METHODS);
    private boolean isPackBroken;
    private final Engine engine = TinyPack.engine(TinyPack.with(
            says("party-card", "{party_aim_name}{party_state}: {party_joined} joined, {party_tried} calls"),
            says("party-summary", "In all: {party_tried}"),
            says("party-join", "Join"),
            says("party-join-aimed", "Join the aim"),
            says("party-end", "End")));
    private final PartyBoard board = new PartyBoard(
            parties,
            desk,
            () -> {
                if (isPackBroken) {
                    isPackBroken = false;
                    throw new IllegalStateException("the pack has no words");
                }
                return engine;
            },
            outbox,
            name -> paper,
            () -> now);

    @AfterEach
    void cardsLeaveThroughTheOutboxAlone() {
        verify(paper, never()).send(any(), any(), any(), any());
    }

    @Test
    void aCardIsPostedForAllAndReplacedOnceItsIdIsKnown() {
        open("one", "club", null);
        Outgoing card = shown();
        assertThat(card.message().text().visible()).isEqualTo("open: 0 joined, 0 calls");
        assertThat(card.person()).isEqualTo(new Person("paper", "club"));
        assertThat(card.replaces()).isNull();
        assertThat(card.message().choices())
                .containsExactly(
                        new Choice.Press("party-join", "party-join", "invitation", "one"),
                        new Choice.Press("party-end", "party-end", "invitation", "one"));
        desk.change("one", party -> party.join("ana", List.of("NY-S1"), now));
        now = now.plus(PartyBoard.PAUSE);
        assertThat(board.run()).isZero();
        board.ended(List.of(new Ended(card, DeliveryStatus.SENT, null, "message-7")));
        Outgoing next = shown();
        assertThat(next.replaces()).isEqualTo("message-7");
        assertThat(next.message().text().visible()).isEqualTo("open: 1 joined, 0 calls");
    }

    @Test
    void theCardOfAnAimedPartyNamesTheAimAndLeadsToTheFlowForIt() {
        Aim aim = new Aim("A committee", List.of("AK-S3"));
        Address club = new Address("paper", "bot", "club", null);
        desk.open("one", "call", club, "opener", Language.ENGLISH, null, aim, LASTS, now);
        desk.open(
                "two",
                "call",
                new Address("paper", "bot", "hall", null),
                "opener",
                Language.ENGLISH,
                LINK,
                aim,
                LASTS,
                now);
        board.run();
        assertThat(outbox.claim(10))
                .allSatisfy(card ->
                        assertThat(card.message().text().visible()).isEqualTo("A committeeopen: 0 joined, 0 calls"))
                .flatExtracting(card -> card.message().choices())
                .contains(
                        new Choice.Press("party-join-aimed", "party-join-aimed", "invitation", "one"),
                        new Choice.Open("party-join-aimed", URI.create(LINK + "-aimed--two")));
    }

    @Test
    void whereOnesOwnStepIsNeededTheCardHasALink() {
        open("one", "club", LINK);
        assertThat(shown().message().choices().get(0))
                .isEqualTo(new Choice.Open("party-join", java.net.URI.create(LINK + "--one")));
    }

    @Test
    void whatIsOverIsToldOnceBelowItsCard() {
        open("one", "club", null);
        board.ended(List.of(new Ended(shown(), DeliveryStatus.SENT, null, "message-7")));
        now = now.plus(LASTS);
        Address below = new Address("paper", "bot", "club", "below message-7");
        when(paper.below(new Address("paper", "bot", "club", null), "message-7"))
                .thenReturn(below);
        assertThat(board.run()).isEqualTo(2);
        List<Outgoing> last = outbox.claim(10);
        assertThat(last)
                .extracting(each -> each.message().text().visible())
                .containsExactly("over: 0 joined, 0 calls", "In all: 0");
        assertThat(last.get(0).message().choices()).isEmpty();
        assertThat(last.get(1).to()).isEqualTo(below);
        board.ended(List.of(new Ended(last.get(0), DeliveryStatus.SENT, null, "message-7")));
        now = now.plus(LASTS);
        assertThat(board.run()).isZero();
        assertThat(parties.open()).isEmpty();
    }

    @Test
    void aPartyThatCannotBeShownKeepsNoOtherFromIt() {
        open("one", "club", null);
        open("two", "choir", null);
        isPackBroken = true;
        assertThatThrownBy(board::run).hasMessage("the pack has no words");
        assertThat(outbox.claim(10)).hasSize(1);
    }

    private void open(String id, String chat, @Nullable String link) {
        desk.open(
                id,
                "call",
                new Address("paper", "bot", chat, null),
                "opener",
                Language.ENGLISH,
                link,
                null,
                LASTS,
                now);
    }

    /** The only message shown now. */
    private Outgoing shown() {
        assertThat(board.run()).isEqualTo(1);
        List<Outgoing> messages = outbox.claim(10);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private static Flow says(String name, String words) {
        return TinyPack.flow(name, List.of(), TinyPack.saying("say", words, new Target.Stay()));
    }
}

package org.campaignbot.organizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.flow.Value;
import org.campaignbot.memory.MemoryBlocks;
import org.campaignbot.memory.MemoryHeldFacts;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.sending.PaperChannel;
import org.campaignbot.sending.Sender;
import org.campaignbot.update.EffectExecutor;
import org.campaignbot.update.Origin;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateJournal;
import org.campaignbot.update.UpdateProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

class OrganizerFilterTest {

    private static final Person ANA = new Person("paper", "ana");
    private static final Person BEN = new Person("paper", "ben");
    private static final Address CLUB = new Address("paper", "bot", "club", null);
    private static final Origin ALONE = new Origin(false, null, null, "message-1", null);
    private static final Origin IN_CLUB = new Origin(true, null, null, "message-1", null);

    private Instant now = TinyPack.NOON;
    private final PersonHash hash = new PersonHash(new byte[32]);
    private final Organizers organizers = new MemoryOrganizers(hash);
    private final Blocks blocks = new MemoryBlocks(hash);
    private final MemoryStore store = new MemoryStore();
    private final PaperChannel paper = new PaperChannel();
    private final List<Event> events = new ArrayList<>();
    private final CodeNews news = mock();
    private final OneTimeCode code = OneTimeCode.random(new Random(3));
    private final UpdateProcessor updateProcessor = new UpdateProcessor(
            () -> TinyPack.engine(TinyPack.pack()),
            "tea 1",
            store,
            new MemoryHeldFacts(() -> now),
            new Sender(store, List.of(paper)),
            List.of(),
            () -> now,
            new Random(1),
            new Noting(),
            EffectExecutor.AT_ONCE,
            new OrganizerFilter(organizers, blocks, news, () -> now));

    @BeforeEach
    void invite() {
        organizers.invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, now);
    }

    @Test
    void aCodeTypedInAPrivateChatGivesItsRoleAndComesNoFurther() {
        receive(1, code.text(), ALONE);

        assertThat(organizers.of(ANA)).map(Organizer::role).contains(Role.ADMIN);
        assertThat(events).containsExactly(new Event.Redeemed(Event.Redeemed.JOINED, "admin", "Sunflower"));
        assertThat(paper.sent).singleElement().asString().startsWith("ana: (role-granted)");
    }

    @Test
    void theMessageThatHeldACodeIsErasedWhateverCameOfIt() {
        paper.setAway(true);
        receive(1, code.text(), ALONE);
        receive(2, OneTimeCode.random(new Random(4)).text(), ALONE);

        assertThat(store.claim(10))
                .hasSize(2)
                .allSatisfy(outgoing -> assertThat(outgoing.erases()).isEqualTo("message-1"));
    }

    @Test
    void anUpdateThatComesTwiceDoesNoHarm() {
        receive(1, code.text(), ALONE);
        receive(1, code.text(), ALONE);
        receive(2, code.text(), ALONE);

        assertThat(organizers.all()).hasSize(1);
        assertThat(paper.sent).hasSize(2).allSatisfy(said -> assertThat(said).startsWith("ana: (role-granted)"));
    }

    @Test
    void aCodeThatOthersSawIsBurned() {
        receive(1, "/claim " + code.text(), IN_CLUB);
        assertThat(events).containsExactly(new Event.Redeemed("in-a-group", "", ""));
        assertThat(paper.sent).singleElement().asString().startsWith("club: (code-refused)");

        receive(2, code.text(), ALONE);
        assertThat(organizers.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CODE",
                "@some_bot CODE",
                "/claim CODE",
                "/claim@some_bot CODE",
                "claim CODE",
                "@some_bot /claim CODE"
            })
    void everyFormOfACodeGivesItsRoleInPrivateAndIsBurnedInAGroup(String form) {
        OneTimeCode second = OneTimeCode.random(new Random(5));
        receive(1, form.replace("CODE", code.text()), ALONE);
        assertThat(organizers.of(ANA)).map(Organizer::role).contains(Role.ADMIN);

        organizers.invite(second, new Grant.Invited(Role.VIEWER, "Fern"), Organizers.OPERATOR, now);
        receive(2, form.replace("CODE", second.text()), IN_CLUB);
        assertThat(events).endsWith(new Event.Redeemed("in-a-group", "", ""));
        assertThat(organizers.burn(second, now)).isPresent();
        assertThat(organizers.all()).hasSize(1);
        InOrder order = inOrder(news);
        order.verify(news).joined(argThat(organizer -> organizer.name().equals("Sunflower")));
        order.verify(news).burned(second, new Grant.Invited(Role.VIEWER, "Fern"), key(IN_CLUB));
        order.verifyNoMoreInteractions();
    }

    @Test
    void adminsAreToldOnlyOfCodesThatWouldHaveWorked() {
        receive(1, OneTimeCode.random(new Random(9)).text(), IN_CLUB);
        assertThat(events).containsExactly(new Event.Redeemed("in-a-group", "", ""));
        receive(2, code.text(), ALONE);
        clearInvocations(news);
        receive(3, code.text(), IN_CLUB);
        verifyNoInteractions(news);
    }

    @Test
    void aCodeIsBurnedAlsoWhereWhoTypedItIsMuted() {
        blocks.mute(ANA, CLUB, "Sunflower", now);
        receive(1, code.text(), IN_CLUB);
        assertThat(paper.sent).isEmpty();
        verify(news).burned(code, new Grant.FirstAdmin("Sunflower"), key(IN_CLUB));
        verifyNoMoreInteractions(news);
        receive(2, code.text(), ALONE);
        assertThat(organizers.all()).isEmpty();
    }

    @Test
    void whatPeopleClaimIsNoCode() {
        for (String text :
                List.of("claim", "claim asylum", "claim help for mom", "claim 202-224-3121", "I claim nothing")) {
            receive(text.hashCode(), text, ALONE);
            assertThat(events).endsWith(new Event.Typed(text));
        }
        receive(1, "claim " + code.text().substring(1), ALONE);
        assertThat(events).endsWith(new Event.Redeemed("unknown-code", "", ""));
    }

    @Test
    void aMistypedCodeIsRefusedAndComesNoFurtherEither() {
        receive(1, "/claim " + code.text().substring(1), ALONE);
        assertThat(events).containsExactly(new Event.Redeemed("unknown-code", "", ""));
        receive(2, "/claimant", ALONE);
        assertThat(events).endsWith(new Event.Typed("/claimant"));
        receive(3, "/claim ICE is at my door", ALONE);
        assertThat(events).endsWith(new Event.Typed("/claim ICE is at my door"));
    }

    @Test
    void whatIsNoCodeReachesTheEngineAsItIs() {
        receive(1, "hello", ALONE);
        assertThat(events).containsExactly(new Event.Typed("hello"));
    }

    @Test
    void whoIsBlockedGetsNoAnswerAndNoTurnButHelp() {
        receive(1, "tea", ALONE);
        blocks.block(ANA, Organizers.OPERATOR, now);
        now = now.plus(Duration.ofSeconds(5));
        events.clear();
        paper.sent.clear();

        receive(2, "1", ALONE);
        receive(3, code.text(), ALONE);
        assertThat(paper.sent).isEmpty();
        assertThat(events).isEmpty();
        assertThat(organizers.all()).isEmpty();

        receive(4, "fire", ALONE);
        assertThat(paper.sent).containsExactly("ana: This is help. Which tea?");
    }

    @Test
    void whoIsBlockedCanStillStopAndLeaveInSilence() {
        receive(1, "tea", ALONE);
        blocks.block(ANA, Organizers.OPERATOR, now);
        now = now.plus(Duration.ofSeconds(5));
        paper.sent.clear();

        receive(2, "STOP", ALONE);
        assertThat(events).endsWith(new Event.Typed("STOP"));
        updateProcessor.receive(List.of(update(3, new Event.Left(), ALONE)));
        assertThat(store.load(List.of(key(ALONE)))).isEmpty();
        assertThat(paper.sent).isEmpty();
    }

    @Test
    void whoIsMutedInAGroupIsAnsweredElsewhere() {
        blocks.mute(ANA, CLUB, "Sunflower", now);

        receive(1, "tea", IN_CLUB);
        assertThat(paper.sent).isEmpty();
        receive(2, "tea", ALONE);
        assertThat(paper.sent).containsExactly("ana: Which tea?");
    }

    @Test
    void anOrganizerMutesInAGroupByAReplyAndEndsThatByAnother() {
        receive(1, code.text(), ALONE);
        events.clear();

        receive(2, "mute", replyTo(BEN));
        assertThat(events).containsExactly(new Event.Answered("muted", Map.of("muted", new Value.Text("muted"))));
        assertThat(blocks.present().hushes(BEN, CLUB)).isTrue();
        assertThat(blocks.all()).extracting(BlockedPerson::by).containsExactly("Sunflower");

        receive(3, "UNMUTE", replyTo(BEN));
        assertThat(events).endsWith(new Event.Answered("muted", Map.of("muted", new Value.Text("unmuted"))));
        assertThat(blocks.all()).isEmpty();
    }

    @Test
    void whoWouldMuteHasToReplyToSomebody() {
        receive(1, code.text(), ALONE);
        receive(2, "mute", IN_CLUB);

        assertThat(events).endsWith(new Event.Answered("muted", Map.of("muted", new Value.Text("whom"))));
        assertThat(blocks.all()).isEmpty();
    }

    @Test
    void nobodyElseMutes() {
        receive(1, "mute", replyTo(BEN));

        assertThat(events).containsExactly(new Event.Typed("mute"));
        assertThat(blocks.all()).isEmpty();
    }

    private static Origin replyTo(Person whom) {
        return new Origin(true, null, null, null, null, whom);
    }

    @Test
    void aBlockThatIsLiftedCountsWithinSeconds() {
        blocks.block(ANA, Organizers.OPERATOR, now);
        receive(1, "tea", ALONE);
        blocks.lift(blocks.all().get(0).mark());
        now = now.plus(Duration.ofSeconds(5));

        receive(2, "tea", ALONE);
        assertThat(paper.sent).containsExactly("ana: Which tea?");
    }

    private void receive(int id, String text, Origin origin) {
        updateProcessor.receive(List.of(update(id, new Event.Typed(text), origin)));
    }

    private static Update update(int id, Event event, Origin origin) {
        return new Update("u" + id, key(origin), event, Language.ENGLISH, origin);
    }

    private static ConversationKey key(Origin origin) {
        return new ConversationKey(origin.group() ? CLUB : new Address("paper", "bot", "ana", null), ANA);
    }

    /** Records which events took a turn. */
    private final class Noting implements UpdateJournal {
        @Override
        public void turnTaken(TurnInput turnInput, Turn turn) {
            events.add(turnInput.event());
        }

        @Override
        public void turnFailed(State state, TurnInput turnInput, RuntimeException failure) {
            throw failure;
        }

        @Override
        public void effectFailed(String effect, RuntimeException failure) {
            throw failure;
        }
    }
}

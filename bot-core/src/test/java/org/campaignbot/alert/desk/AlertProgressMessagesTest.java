package org.campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertIds;
import org.campaignbot.alert.AlertPack;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.Alerting;
import org.campaignbot.alert.sending.AlertFigures.Figures;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.memory.MemoryDeskCards;
import org.campaignbot.memory.MemoryDeskChats;
import org.campaignbot.memory.MemoryEffectResults;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.EffectResults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertProgressMessagesTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));
    private static final ConversationKey BEN =
            new ConversationKey(new Address("paper", "bot", "ben", null), new Person("paper", "ben"));
    private static final String ID = "k3x9";

    private Instant now = TinyPack.NOON;
    private Figures figures = figures(3, 7);
    private final Channel paper = mock();
    private final MemoryAlerts alerts = new MemoryAlerts();
    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final MemoryDeskCards cards = new MemoryDeskCards();
    private final MemoryEffectResults answers = new MemoryEffectResults();
    private final MemoryStore outbox = new MemoryStore();
    private final Engine engine = TinyPack.engine(TinyPack.with(TinyPack.flow(
            DeskFacts.FLOW,
            List.of(),
            TinyPack.asking(
                    "sending",
                    "{desk_stage}: {desk_sent} sent, {desk_left} left, {desk_started} began",
                    TinyPack.answer("pause", "Pause", new Target.Menu())))));
    private final AlertService desk = new AlertService(
            alerts,
            organizers,
            () -> AlertPack.situation(Map.of()),
            new AlertService.AudiencePorts(
                    some -> {
                        throw new AssertionError("whom it would reach is not counted anew");
                    },
                    (alert, part, persons) -> Set.of(),
                    (who, at) -> OptionalLong.empty()),
            new AlertService.RecipientPorts(alert -> figures, (alert, at) -> {}, Runnable::run),
            new AlertIds(new Random(7)),
            false,
            () -> now);
    private final OrganizerNotifier notifier = new OrganizerNotifier(
            desk,
            organizers,
            () -> engine,
            new OrganizerNotifier.Reach(new MemoryDeskChats(), cards, answers, text -> text),
            () -> now);
    private final AlertProgressMessages board = new AlertProgressMessages(
            cards,
            desk,
            organizers,
            () -> engine,
            new AlertProgressMessages.Ways(outbox, name -> paper, chat -> Optional.empty()),
            () -> now);

    @BeforeEach
    void anOrganizerLooksAtAnAlertThatIsBeingSent() {
        OneTimeCode code = OneTimeCode.random(new Random(1));
        organizers.invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, now);
        organizers.redeem(code, ANA, "u1", now);
        be(Alert.Stage.SENDING);
        when(paper.surface(any())).thenReturn(surface(true));
        notifier.tell("look", ANA, Map.of(DeskFacts.ON_SCREEN, new Value.Text(ID)));
    }

    @AfterEach
    void editsLeaveThroughTheOutboxAlone() {
        verify(paper, never()).send(any(), any(), any(), any());
    }

    @Test
    void theFiguresChangeInTheMessageThatTheOrganizerLookedAt() {
        left("look", "m1");
        figures = figures(5, 5);
        Outgoing edit = edit();
        assertThat(edit.replaces()).isEqualTo("m1");
        assertThat(edit.to()).isEqualTo(ANA.address());
        assertThat(edit.message().text().visible()).isEqualTo("sending: 5 sent, 5 left, few began");
        assertThat(edit.message().choices()).extracting(Choice::label).contains("Pause");
        ended(edit, DeliveryStatus.SENT, "m1");
        figures = figures(6, 4);
        assertThat(edit().replaces()).isEqualTo("m1");
    }

    @Test
    void nothingLeavesBeforeAPauseIsOverOrWhereNothingChanged() {
        left("look", "m1");
        figures = figures(5, 5);
        assertThat(board.run()).isZero();
        Outgoing edit = edit();
        now = now.plus(DeskCard.PAUSE);
        figures = figures(6, 4);
        assertThat(board.run()).as("one is on its way").isZero();
        ended(edit, DeliveryStatus.SENT, "m1");
        figures = figures(5, 5);
        assertThat(board.run()).as("what it shows is true").isZero();
    }

    @Test
    void aSmallCountThatIsHiddenChangesNothing() {
        left("look", "m1");
        figures = new Figures(7, 3, Map.of(), 0, 0, 0, 4, Map.of(), 0, Map.of(), Map.of());
        now = now.plus(DeskCard.PAUSE);
        assertThat(board.run()).isZero();
    }

    @Test
    void theLastEditTellsTheEndAndThenNobodyFollowsAnyMore() {
        left("look", "m1");
        be(Alert.Stage.DONE);
        figures = figures(10, 0);
        Outgoing last = edit();
        assertThat(last.message().text().visible()).isEqualTo("done: 10 sent, 0 left, few began");
        assertThat(last.message().choices())
                .as("the buttons of a question that does not wait would be old ones")
                .containsExactly(new Choice.Press("alert-desk", "alert-desk", "invitation", ID));
        ended(last, DeliveryStatus.SENT, "m1");
        now = now.plus(DeskCard.PAUSE);
        assertThat(board.run()).isZero();
        assertThat(cards.all()).isEmpty();
    }

    @Test
    void ofWhatWasStoppedTheFiguresGoOnUntilAllAreFinal() {
        left("look", "m1");
        be(Alert.Stage.STOPPED);
        figures = figures(5, 5);
        ended(edit(), DeliveryStatus.SENT, "m1");
        figures = figures(5, 0);
        assertThat(edit().message().text().visible()).isEqualTo("stopped: 5 sent, 0 left, few began");
    }

    @Test
    void aMessageThatCannotBeEditedComesOnceMoreAndIsNotFollowed() {
        left("look", "m1");
        figures = figures(5, 5);
        ended(edit(), DeliveryStatus.SENT, "m2");
        assertThat(cards.all()).isEmpty();
    }

    @Test
    void anEditThatIsRefusedOrFindsNobodyEndsTheFollowing() {
        for (DeliveryStatus status : List.of(DeliveryStatus.REFUSED, DeliveryStatus.GONE)) {
            notifier.tell("look " + status, ANA, Map.of(DeskFacts.ON_SCREEN, new Value.Text(ID)));
            left("look " + status, "m1");
            figures = figures(figures.sent() + 1, 5);
            ended(edit(), status, null);
            assertThat(cards.all()).isEmpty();
        }
    }

    @Test
    void anEditOfUnknownFateIsRepeatedAndOneOfWhichNobodyHearsToo() {
        left("look", "m1");
        figures = figures(5, 5);
        ended(edit(), DeliveryStatus.UNKNOWN, null);
        Outgoing again = edit();
        assertThat(again.message().text().visible()).startsWith("sending: 5 sent");
        now = now.plusSeconds(120);
        assertThat(board.run()).isEqualTo(1);
    }

    @Test
    void onlyTheLatestMessageOfAChatIsFollowed() {
        left("look", "m1");
        notifier.tell("again", ANA, Map.of(DeskFacts.ON_SCREEN, new Value.Text(ID)));
        notifier.tell("again", ANA, Map.of(DeskFacts.ON_SCREEN, new Value.Text(ID)));
        left("again", "m2");
        figures = figures(5, 5);
        assertThat(edit().replaces()).isEqualTo("m2");
        assertThat(answers.waiting(10)).extracting(EffectResults.Answer::id).containsExactly("look", "again");
    }

    @Test
    void aMessageThatNeverLeftIsNotFollowedPastTheEnd() {
        be(Alert.Stage.DONE);
        now = now.plus(DeskCard.PAUSE);
        assertThat(board.run()).isZero();
        assertThat(cards.all()).isEmpty();
    }

    @Test
    void whoeverIsNoOrganizerAnyMoreFollowsNothing() {
        left("look", "m1");
        notifier.tell("ben's look", BEN, Map.of(DeskFacts.ON_SCREEN, new Value.Text(ID)));
        left("ben's look", "m2");
        figures = figures(5, 5);
        assertThat(edit().to()).isEqualTo(ANA.address());
        assertThat(cards.find("ben's look")).isEmpty();
    }

    @Test
    void whereNothingCanBeEditedNothingIsPostedInstead() {
        when(paper.surface(any())).thenReturn(surface(false));
        left("look", "m1");
        figures = figures(5, 5);
        now = now.plus(DeskCard.PAUSE);
        assertThat(board.run()).isZero();
        assertThat(outbox.claim(10)).isEmpty();
    }

    private void be(Alert.Stage stage) {
        long version = alerts.find(ID).map(Alert::version).orElse(0L);
        Alert sending = Alerting.sending();
        Alert alert = switch (stage) {
            case DONE -> Alerting.taken(AlertStateMachine.finish(sending, now));
            case STOPPED -> Alerting.taken(AlertStateMachine.stop(sending, Actor.of(Alerting.SUNFLOWER), now));
            default -> sending;
        };
        AlertEntry entry = new AlertEntry(now, "Sunflower", AlertEntry.Act.SENDING_BEGAN, "");
        assertThat(alerts.save(alert.version(version), entry)).isTrue();
    }

    /** An answer's message was sent. */
    private void left(String answer, String as) {
        Message message = engine.told(
                        DeskFacts.FLOW,
                        Value.texts(Map.of("desk_stage", "", "desk_sent", "", "desk_left", "", "desk_started", "")),
                        Language.ENGLISH,
                        now)
                .get(0);
        board.ended(List.of(new Ended(
                new Outgoing(
                        "paper/bot/answer/" + answer + "/0", ANA.address(), ANA.person(), Outgoing.Lane.REPLY, message),
                DeliveryStatus.SENT,
                null,
                as)));
    }

    private void ended(Outgoing edit, DeliveryStatus status, @Nullable String as) {
        board.ended(List.of(new Ended(edit, status, null, as)));
    }

    /** The one edit that is sent after the next pause. */
    private Outgoing edit() {
        now = now.plus(DeskCard.PAUSE);
        assertThat(board.run()).isEqualTo(1);
        List<Outgoing> messages = outbox.claim(10);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private static Figures figures(long sent, long waiting) {
        return new Figures(waiting, sent, Map.of(), 0, 0, 0, 3, Map.of(), 0, Map.of(), Map.of());
    }

    private static Surface surface(boolean edits) {
        return new Surface(3000, 8, 40, 64, edits, false, false, false);
    }
}

package org.campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.alert.Alerting.NOON;
import static org.campaignbot.alert.Alerting.SUNFLOWER;
import static org.campaignbot.alert.Alerting.TULIP;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Alert.Stage;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertIds;
import org.campaignbot.alert.AlertPack;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Alerting;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.junit.jupiter.api.Test;

class AlertServiceTest {

    private static final Actor AUTHOR = Actor.of(SUNFLOWER);
    private static final Actor SECOND = Actor.of(TULIP);

    private final MemoryAlerts alerts = new MemoryAlerts();
    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final Map<String, String> settings = new HashMap<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private OptionalLong left = OptionalLong.empty();
    private Instant now = NOON;

    private final AlertService desk = new AlertService(
            alerts,
            organizers,
            () -> AlertPack.situation(settings),
            new AlertService.AudiencePorts(
                    some -> some.accept(List.copyOf(subscribers)),
                    (alert, part, persons) ->
                            persons.stream().filter(each -> each.endsWith("1")).collect(Collectors.toSet()),
                    (audience, at) -> left),
            new AlertService.RecipientPorts(alert -> AlertFigures.Figures.NONE, (alert, at) -> {}, Runnable::run),
            new AlertIds(new Random(1)),
            false,
            () -> now);

    AlertServiceTest() {
        for (int i = 0; i < 30; i++) {
            subscribers.add(new Subscriber(
                    "ref" + i,
                    "person" + i,
                    "telegram",
                    "bot",
                    Language.ENGLISH,
                    ZoneId.of("America/New_York"),
                    i < 15 ? "NY" : "VT",
                    Set.of(Subscription.ALL),
                    NOON,
                    null));
        }
    }

    @Test
    void anAlertGoesTheWholeWay() {
        String id = done(desk.draft(draft("The vote is near."), AUTHOR)).id();
        assertThat(done(desk.check(id, AUTHOR)).stage()).isEqualTo(Stage.CHECKED);
        assertThat(desk.preview(desk.find(id).orElseThrow())).containsOnlyKeys(Language.ENGLISH, Language.SPANISH);
        done(desk.askForApproval(id, AUTHOR));
        assertThat(refusal(desk.approve(id, AUTHOR))).isEqualTo(AlertRefusal.OWN_WORK);
        done(desk.approve(id, SECOND));
        done(desk.send(id, AUTHOR));
        done(desk.pause(id, SECOND));
        done(desk.resume(id, AUTHOR));
        assertThat(done(desk.stop(id, AUTHOR)).stage()).isEqualTo(Stage.STOPPED);
        assertThat(desk.trail(id))
                .extracting(entry -> entry.by() + " " + entry.act().word())
                .containsExactly(
                        "sunflower drafted",
                        "sunflower checked",
                        "sunflower asked-for-approval",
                        "tulip approved",
                        "sunflower sending-began",
                        "tulip paused",
                        "sunflower resumed",
                        "sunflower stopped");
    }

    @Test
    void whoeverApprovesHasReadWhatOnlyAPersonCanJudge() {
        String id = done(desk.draft(draft("Ann Alderholt wants reelection. The vote is near."), AUTHOR))
                .id();
        assertThat(done(desk.check(id, AUTHOR)).stage()).isEqualTo(Stage.CHECKED);
        assertThat(refusal(desk.approve(id, SECOND))).isEqualTo(AlertRefusal.NOT_ACKNOWLEDGED);
        done(desk.acknowledge(id, AUTHOR));
        assertThat(refusal(desk.approve(id, SECOND))).isEqualTo(AlertRefusal.NOT_ACKNOWLEDGED);
        done(desk.acknowledge(id, SECOND));
        assertThat(done(desk.approve(id, SECOND)).stage()).isEqualTo(Stage.APPROVED);
        assertThat(desk.trail(id).get(3))
                .extracting(AlertEntry::by, AlertEntry::act, AlertEntry::about)
                .containsExactly(
                        "tulip",
                        AlertEntry.Act.ACKNOWLEDGED,
                        "election-near en: Ann Alderholt wants reelection; election-near es: Ann Alderholt wants reelection");
    }

    @Test
    void whatWasReadIsReadAgainOnceTheWordsChange() {
        Draft draft = draft("Ann Alderholt wants reelection. The vote is near.");
        String id = done(desk.draft(draft, AUTHOR)).id();
        done(desk.check(id, AUTHOR));
        done(desk.acknowledge(id, SECOND));
        done(desk.change(id, draft, AUTHOR));
        done(desk.check(id, AUTHOR));
        assertThat(refusal(desk.approve(id, SECOND))).isEqualTo(AlertRefusal.NOT_ACKNOWLEDGED);
    }

    @Test
    void nothingIsReadWhereNothingWasFound() {
        String id = done(desk.draft(draft("The vote is near."), AUTHOR)).id();
        done(desk.check(id, AUTHOR));
        assertThat(refusal(desk.acknowledge(id, SECOND))).isEqualTo(AlertRefusal.NOTHING_TO_ACKNOWLEDGE);
    }

    @Test
    void anErrorLeavesItADraftAndTheTrailNamesIt() {
        String id = done(desk.draft(draft("Call 202-555-0142."), AUTHOR)).id();
        DeskAnswer.Found found = (DeskAnswer.Found) desk.check(id, AUTHOR);
        assertThat(found.findings()).extracting(Finding::kind).containsOnly(Finding.Kind.UNKNOWN_NUMBER);
        assertThat(found.alert().stage()).isEqualTo(Stage.DRAFT);
        assertThat(desk.trail(id).get(1).about()).isEqualTo("unknown-number");
        assertThat(refusal(desk.approve(id, SECOND))).isEqualTo(AlertRefusal.NOT_CHECKED);
    }

    @Test
    void whatBecameWrongSinceItWasApprovedIsNotSent() {
        String id = approved();
        settings.put("candidates-and-parties", "vote");
        assertThat(desk.send(id, AUTHOR)).isInstanceOf(DeskAnswer.Found.class);
        assertThat(desk.find(id).orElseThrow().stage()).isEqualTo(Stage.DRAFT);
        assertThat(desk.find(id).orElseThrow().approver()).isNull();
    }

    @Test
    void norByTheBotWhenItsTimeComes() {
        String id = approved();
        done(desk.schedule(id, now.plusSeconds(60), AUTHOR));
        now = now.plusSeconds(60);
        settings.put("candidates-and-parties", "vote");
        assertThat(desk.send(id, Actor.BOT)).isInstanceOf(DeskAnswer.Found.class);
        assertThat(desk.find(id).orElseThrow().stage()).isEqualTo(Stage.DRAFT);
        assertThat(desk.trail(id)).last().extracting(AlertEntry::by).isEqualTo(AlertEntry.BOT);
    }

    @Test
    void whatIsStillRightTheBotBeginsAtItsTime() {
        String id = approved();
        done(desk.schedule(id, now.plusSeconds(60), AUTHOR));
        assertThat(refusal(desk.send(id, Actor.BOT))).isEqualTo(AlertRefusal.NOT_YET);
        now = now.plusSeconds(60);
        assertThat(done(desk.send(id, Actor.BOT)).stage()).isEqualTo(Stage.SENDING);
    }

    @Test
    void theOnlyOrganizerTypesTheCount() {
        OneTimeCode code = OneTimeCode.random(new Random(1));
        organizers.invite(code, new Grant.FirstAdmin("Sunny"), Organizers.OPERATOR, NOON);
        Person sunny = new Person("paper", "sunny");
        organizers.redeem(code, new ConversationKey(new Address("paper", "bot", "sunny", null), sunny), "u1", NOON);
        Organizer only = organizers.all().get(0);
        assertThat(only.role()).isEqualTo(Role.ADMIN);
        String id = done(desk.draft(draft("The vote is near."), Actor.of(only))).id();
        done(desk.check(id, Actor.of(only)));
        assertThat(refusal(desk.approveAlone(id, "30", Actor.of(only)))).isEqualTo(AlertRefusal.NEEDS_SECOND);
        settings.put("approval", "alone");
        assertThat(refusal(desk.approveAlone(id, "31", Actor.of(only)))).isEqualTo(AlertRefusal.WRONG_COUNT);
        done(desk.approveAlone(id, "30", Actor.of(only)));
        assertThat(desk.trail(id).get(2).act()).isEqualTo(AlertEntry.Act.APPROVED_ALONE);
        assertThat(desk.trail(id).get(2).about()).isEqualTo("30");
    }

    @Test
    void aCorrectionIsForAllWhoGotTheFirstAndOnceThatIsHeld() {
        String first = approved();
        assertThat(refusal(desk.correct(first, draft("It is off."), AUTHOR))).isEqualTo(AlertRefusal.NOT_SENT);
        done(desk.send(first, AUTHOR));
        assertThat(refusal(desk.correct(first, draft("It is off."), AUTHOR))).isEqualTo(AlertRefusal.STILL_SENDING);
        done(desk.stop(first, AUTHOR));
        Alert correction = done(desk.correct(first, draft("It is off."), AUTHOR));
        assertThat(correction.kind()).isEqualTo(Alert.Kind.CORRECTION);
        assertThat(correction.about()).isEqualTo(first);
        assertThat(correction.draft().audience())
                .isEqualTo(new Audience(List.of(new Criterion.Earlier(first, Criterion.Part.GOT)), List.of()));
        Alert changed = done(desk.change(correction.id(), draft("It is off, sorry."), AUTHOR));
        assertThat(changed.draft().audience()).isEqualTo(correction.draft().audience());
        assertThat(desk.count(changed.draft().audience(), Subscription.ALL).shown())
                .isEqualTo("few");
    }

    @Test
    void aCorrectionKnowsNoCapsAndWhatIsNewDoes() {
        String first = approved();
        done(desk.send(first, AUTHOR));
        done(desk.stop(first, AUTHOR));
        left = OptionalLong.of(0);
        String correction =
                done(desk.correct(first, draft("It is off."), AUTHOR)).id();
        assertThat(done(desk.check(correction, AUTHOR)).stage()).isEqualTo(Stage.CHECKED);
        String next = done(desk.draft(draft("There is another vote."), AUTHOR)).id();
        assertThat(desk.check(next, AUTHOR)).isInstanceOf(DeskAnswer.Found.class);
    }

    @Test
    void aCountIsOfTheMoment() {
        Audience newYork = new Audience(List.of(new Criterion.InState(Set.of("NY"))), List.of());
        assertThat(desk.count(newYork, Subscription.ALL).total()).isEqualTo(15);
        subscribers.clear();
        assertThat(desk.count(newYork, Subscription.ALL).total()).isZero();
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwritten() {
        String id = approved();
        Alert old = desk.find(id).orElseThrow();
        done(desk.stop(id, AUTHOR));
        AlertTransition.Taken late = (AlertTransition.Taken) AlertStateMachine.begin(old, false, AUTHOR, now);
        assertThat(alerts.save(late.alert(), late.entry())).isFalse();
        assertThat(refusal(desk.send(id, AUTHOR))).isEqualTo(AlertRefusal.OVER);
    }

    @Test
    void anUnknownAlertIsRefused() {
        assertThat(refusal(desk.send("nope", AUTHOR))).isEqualTo(AlertRefusal.NO_SUCH_ALERT);
        assertThat(refusal(desk.correct("nope", draft("It is off."), AUTHOR))).isEqualTo(AlertRefusal.NO_SUCH_ALERT);
    }

    @Test
    void aTimeThatTheDraftLeftOpenIsGivenWhenItIsScheduled() {
        String id = approved();
        Instant tomorrow = NOON.plus(Duration.ofDays(1));
        assertThat(done(desk.schedule(id, tomorrow, AUTHOR)).draft().at()).isEqualTo(tomorrow);
        assertThat(refusal(desk.send(id, AUTHOR))).isEqualTo(AlertRefusal.NOT_YET);
        now = tomorrow;
        assertThat(done(desk.send(id, Actor.BOT)).stage()).isEqualTo(Stage.SENDING);
    }

    private String approved() {
        String id = done(desk.draft(draft("The vote is near."), AUTHOR)).id();
        done(desk.check(id, AUTHOR));
        return done(desk.approve(id, SECOND)).id();
    }

    private static Draft draft(String words) {
        return Alerting.draft(words, null);
    }

    private static Alert done(DeskAnswer answer) {
        assertThat(answer).isInstanceOf(DeskAnswer.Done.class);
        return ((DeskAnswer.Done) answer).alert();
    }

    private static AlertRefusal refusal(DeskAnswer answer) {
        assertThat(answer).isInstanceOf(DeskAnswer.Refused.class);
        return ((DeskAnswer.Refused) answer).why();
    }

    @Test
    void whoSawAnotherVersionChangesNothing() {
        Alert draft = ((DeskAnswer.Done) desk.draft(Alerting.draft("The vote is near.", null), AUTHOR)).alert();
        Alert changed = ((DeskAnswer.Done)
                        desk.asSeen(draft.version()).change(draft.id(), Alerting.draft("It is today.", null), AUTHOR))
                .alert();
        assertThat(desk.asSeen(draft.version()).check(draft.id(), AUTHOR))
                .isEqualTo(new DeskAnswer.Refused(AlertRefusal.CHANGED_MEANWHILE));
        assertThat(desk.asSeen(changed.version()).check(draft.id(), AUTHOR)).isInstanceOf(DeskAnswer.Done.class);
    }

    @Test
    void aDraftTellsWhyItWasGivenBackUntilItIsChanged() {
        Alert draft = ((DeskAnswer.Done) desk.draft(Alerting.draft("The vote is near.", null), AUTHOR)).alert();
        desk.check(draft.id(), AUTHOR);
        desk.giveBack(draft.id(), "Name the bill.", SECOND);
        Alert returned = desk.find(draft.id()).orElseThrow();
        assertThat(desk.returned(returned)).map(AlertEntry::about).contains("Name the bill.");
        desk.change(draft.id(), Alerting.draft("The vote on the bill is near.", null), AUTHOR);
        assertThat(desk.returned(desk.find(draft.id()).orElseThrow())).isEmpty();
    }

    @Test
    void whatWasApprovedAfterItCameBackHasNoReasonAnymoreOnceItIsWithdrawn() {
        Alert draft = ((DeskAnswer.Done) desk.draft(Alerting.draft("The vote is near.", null), AUTHOR)).alert();
        desk.check(draft.id(), AUTHOR);
        desk.giveBack(draft.id(), "Is it this week?", SECOND);
        desk.check(draft.id(), AUTHOR);
        desk.approve(draft.id(), SECOND);
        Alert withdrawn = ((DeskAnswer.Done) desk.withdraw(draft.id(), AUTHOR)).alert();
        assertThat(withdrawn.stage()).isEqualTo(Alert.Stage.DRAFT);
        assertThat(desk.returned(withdrawn)).isEmpty();
        assertThat(desk.approve(draft.id(), SECOND)).isEqualTo(new DeskAnswer.Refused(AlertRefusal.NOT_CHECKED));
    }
}

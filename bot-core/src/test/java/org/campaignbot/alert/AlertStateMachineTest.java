package org.campaignbot.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.alert.Alerting.EXPIRES;
import static org.campaignbot.alert.Alerting.NOON;
import static org.campaignbot.alert.Alerting.SUNFLOWER;
import static org.campaignbot.alert.Alerting.TULIP;
import static org.campaignbot.alert.Alerting.VIOLET;
import static org.campaignbot.alert.Alerting.refusal;
import static org.campaignbot.alert.Alerting.taken;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.campaignbot.alert.Alert.Stage;
import org.campaignbot.organizers.Organizer;
import org.junit.jupiter.api.Test;

class AlertStateMachineTest {

    private static final Actor AUTHOR = Actor.of(SUNFLOWER);
    private static final Actor SECOND = Actor.of(TULIP);
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    @Test
    void anAlertGoesFromDraftToDone() {
        Alert approved = Alerting.approved(TOMORROW);
        assertThat(approved.stage()).isEqualTo(Stage.APPROVED);
        assertThat(approved.approver()).isEqualTo(TULIP.id());
        Alert scheduled = taken(AlertStateMachine.schedule(approved, null, AUTHOR, NOON));
        Alert canary = taken(AlertStateMachine.begin(scheduled, true, Actor.BOT, TOMORROW));
        assertThat(canary.stage()).isEqualTo(Stage.CANARY);
        assertThat(canary.maySend(TOMORROW)).isTrue();
        Alert sending = taken(AlertStateMachine.widen(canary, TOMORROW));
        Alert done = taken(AlertStateMachine.finish(sending, TOMORROW.plusSeconds(60)));
        assertThat(done.stage()).isEqualTo(Stage.DONE);
        assertThat(done.began()).isEqualTo(TOMORROW);
        assertThat(done.ended()).isEqualTo(TOMORROW.plusSeconds(60));
    }

    @Test
    void whoWroteItCannotApproveItThroughAnotherSignInOfTheSameRecordEither() {
        Organizer elsewhere = new Organizer(
                SUNFLOWER.id(),
                "Sunny",
                SUNFLOWER.role(),
                List.of(new Organizer.SignIn("glass", "another mark")),
                SUNFLOWER.since());
        assertThat(refusal(AlertStateMachine.approve(Alerting.checked(null), Actor.of(elsewhere), NOON)))
                .isEqualTo(AlertRefusal.OWN_WORK);
    }

    @Test
    void whoChangedItCannotApproveItAndNeitherCanItsAuthor() {
        Alert changed = taken(
                AlertStateMachine.change(Alerting.checked(null), Alerting.draft("Call today.", null), SECOND, NOON));
        Alert checked = taken(AlertStateMachine.check(changed, true, "", AUTHOR, NOON));
        assertThat(refusal(AlertStateMachine.approve(checked, SECOND, NOON))).isEqualTo(AlertRefusal.OWN_WORK);
        assertThat(refusal(AlertStateMachine.approve(checked, AUTHOR, NOON))).isEqualTo(AlertRefusal.OWN_WORK);
    }

    @Test
    void aChangeTakesCheckAndApprovalAway() {
        Alert changed = taken(
                AlertStateMachine.change(Alerting.approved(null), Alerting.draft("Call today.", null), AUTHOR, NOON));
        assertThat(changed.stage()).isEqualTo(Stage.DRAFT);
        assertThat(changed.approver()).isNull();
        assertThat(refusal(AlertStateMachine.begin(changed, false, AUTHOR, NOON)))
                .isEqualTo(AlertRefusal.NOT_APPROVED);
    }

    @Test
    void aLaterCheckThatFindsErrorsTakesTheApprovalAwayAndOneThatFindsNoneLeavesIt() {
        Alert scheduled = taken(AlertStateMachine.schedule(Alerting.approved(TOMORROW), null, AUTHOR, NOON));
        Alert failed = taken(AlertStateMachine.check(scheduled, false, "action-closed", Actor.BOT, TOMORROW));
        assertThat(failed.stage()).isEqualTo(Stage.DRAFT);
        assertThat(failed.approver()).isNull();
        assertThat(failed.why()).isEqualTo("action-closed");
        Alert passed = taken(AlertStateMachine.check(scheduled, true, "", Actor.BOT, TOMORROW));
        assertThat(passed.stage()).isEqualTo(Stage.SCHEDULED);
        assertThat(passed.approver()).isEqualTo(TULIP.id());
    }

    @Test
    void aViewerMayNothing() {
        Actor viewer = Actor.of(VIOLET);
        Alert checked = Alerting.checked(null);
        assertThat(List.of(
                        AlertStateMachine.draft("id", Alert.Kind.NEW, null, checked.draft(), viewer, NOON),
                        AlertStateMachine.change(checked, checked.draft(), viewer, NOON),
                        AlertStateMachine.check(checked, true, "", viewer, NOON),
                        AlertStateMachine.askForApproval(checked, viewer, NOON),
                        AlertStateMachine.approve(checked, viewer, NOON),
                        AlertStateMachine.schedule(Alerting.approved(TOMORROW), null, viewer, NOON),
                        AlertStateMachine.begin(Alerting.approved(null), false, viewer, NOON),
                        AlertStateMachine.pause(Alerting.sending(), null, viewer, NOON),
                        AlertStateMachine.resume(
                                taken(AlertStateMachine.pause(Alerting.sending(), null, AUTHOR, NOON)), viewer, NOON),
                        AlertStateMachine.stop(checked, viewer, NOON),
                        AlertStateMachine.sendAgain(Alerting.sending(), "few", viewer, NOON)))
                .extracting(Alerting::refusal)
                .containsOnly(AlertRefusal.NOT_ALLOWED);
    }

    @Test
    void theOperatorDirectsButNeitherWritesNorApproves() {
        Alert checked = Alerting.checked(null);
        assertThat(refusal(AlertStateMachine.change(checked, checked.draft(), Actor.OPERATOR, NOON)))
                .isEqualTo(AlertRefusal.NEEDS_ORGANIZER);
        assertThat(refusal(AlertStateMachine.approve(checked, Actor.OPERATOR, NOON)))
                .isEqualTo(AlertRefusal.NEEDS_ORGANIZER);
        assertThat(taken(AlertStateMachine.begin(Alerting.approved(null), false, Actor.OPERATOR, NOON))
                        .stage())
                .isEqualTo(Stage.SENDING);
    }

    @Test
    void theOnlyOrganizerApprovesAloneByTypingTheCount() {
        Alert checked = Alerting.checked(null);
        List<Organizer> alone = List.of(SUNFLOWER, VIOLET);
        assertThat(refusal(AlertStateMachine.approveAlone(checked, AUTHOR, true, alone, "1000", "1200", NOON)))
                .isEqualTo(AlertRefusal.WRONG_COUNT);
        assertThat(refusal(AlertStateMachine.approveAlone(checked, AUTHOR, false, alone, "1200", "1200", NOON)))
                .isEqualTo(AlertRefusal.NEEDS_SECOND);
        assertThat(refusal(AlertStateMachine.approveAlone(
                        checked, AUTHOR, true, List.of(SUNFLOWER, TULIP), "1200", "1200", NOON)))
                .isEqualTo(AlertRefusal.NOT_ALONE);
        AlertTransition.Taken step = (AlertTransition.Taken)
                AlertStateMachine.approveAlone(checked, AUTHOR, true, alone, " 1,200 ", "1200", NOON);
        assertThat(step.alert().stage()).isEqualTo(Stage.APPROVED);
        assertThat(step.entry()).isEqualTo(new AlertEntry(NOON, "sunflower", AlertEntry.Act.APPROVED_ALONE, "1200"));
    }

    @Test
    void whatHasATimeIsNotSentBeforeIt() {
        Alert approved = Alerting.approved(TOMORROW);
        assertThat(refusal(AlertStateMachine.begin(approved, false, AUTHOR, TOMORROW.minusSeconds(1))))
                .isEqualTo(AlertRefusal.NOT_YET);
        assertThat(refusal(AlertStateMachine.schedule(approved, TOMORROW.plusSeconds(1), AUTHOR, NOON)))
                .isEqualTo(AlertRefusal.TIME_IS_APPROVED);
        assertThat(refusal(AlertStateMachine.schedule(Alerting.approved(null), null, AUTHOR, NOON)))
                .isEqualTo(AlertRefusal.NO_TIME);
        assertThat(taken(AlertStateMachine.schedule(Alerting.approved(null), TOMORROW, AUTHOR, NOON))
                        .draft()
                        .at())
                .isEqualTo(TOMORROW);
    }

    @Test
    void anAlertExpiresToTheSecond() {
        Alert sending = Alerting.sending();
        assertThat(sending.maySend(EXPIRES.minusSeconds(1))).isTrue();
        assertThat(sending.maySend(EXPIRES)).isFalse();
        assertThat(refusal(AlertStateMachine.expire(sending, EXPIRES.minusSeconds(1))))
                .isEqualTo(AlertRefusal.NOT_YET);
        assertThat(taken(AlertStateMachine.expire(sending, EXPIRES)).stage()).isEqualTo(Stage.EXPIRED);
        assertThat(refusal(AlertStateMachine.begin(Alerting.approved(null), false, AUTHOR, EXPIRES)))
                .isEqualTo(AlertRefusal.PAST_EXPIRY);
    }

    @Test
    void aPauseGoesOnWhereItInterruptedAndTheBotNeverEndsOne() {
        Alert canary = taken(AlertStateMachine.begin(Alerting.approved(null), true, AUTHOR, NOON));
        Alert paused = taken(AlertStateMachine.pause(canary, "too many failures", Actor.BOT, NOON));
        assertThat(paused.why()).isEqualTo("too many failures");
        assertThat(paused.maySend(NOON)).isFalse();
        assertThat(refusal(AlertStateMachine.resume(paused, Actor.BOT, NOON))).isEqualTo(AlertRefusal.NOT_ALLOWED);
        Alert resumed = taken(AlertStateMachine.resume(paused, SECOND, NOON));
        assertThat(resumed.stage()).isEqualTo(Stage.CANARY);
        assertThat(resumed.why()).isNull();
    }

    @Test
    void whatIsDoneMayBeSentAgainToTheUnknownAndWhatWasStoppedNever() {
        Alert done = taken(AlertStateMachine.finish(Alerting.sending(), NOON));
        Alert again = taken(AlertStateMachine.sendAgain(done, "12", AUTHOR, NOON));
        assertThat(again.stage()).isEqualTo(Stage.SENDING);
        assertThat(again.ended()).isNull();
        Alert stopped = taken(AlertStateMachine.stop(Alerting.sending(), AUTHOR, NOON));
        assertThat(refusal(AlertStateMachine.sendAgain(stopped, "12", AUTHOR, NOON)))
                .isEqualTo(AlertRefusal.OVER);
        assertThat(refusal(AlertStateMachine.change(stopped, stopped.draft(), AUTHOR, NOON)))
                .isEqualTo(AlertRefusal.OVER);
    }

    @Test
    void whoMightApproveItMayGiveItBackWithAReason() {
        AlertTransition step = AlertStateMachine.giveBack(Alerting.checked(null), " Name the bill. ", SECOND, NOON);
        assertThat(taken(step).stage()).isEqualTo(Stage.DRAFT);
        assertThat(((AlertTransition.Taken) step).entry())
                .isEqualTo(new AlertEntry(NOON, "tulip", AlertEntry.Act.RETURNED, "Name the bill."));
        assertThat(refusal(AlertStateMachine.giveBack(Alerting.checked(null), " ", SECOND, NOON)))
                .isEqualTo(AlertRefusal.NO_REASON);
        assertThat(refusal(AlertStateMachine.giveBack(Alerting.checked(null), "x".repeat(1_001), SECOND, NOON)))
                .isEqualTo(AlertRefusal.NO_REASON);
        assertThat(refusal(AlertStateMachine.giveBack(Alerting.checked(null), "Why?", AUTHOR, NOON)))
                .isEqualTo(AlertRefusal.OWN_WORK);
        assertThat(refusal(AlertStateMachine.giveBack(Alerting.approved(null), "Why?", SECOND, NOON)))
                .isEqualTo(AlertRefusal.APPROVED_ALREADY);
        assertThat(refusal(AlertStateMachine.giveBack(Alerting.checked(null), "Why?", Actor.of(Alerting.VIOLET), NOON)))
                .isEqualTo(AlertRefusal.NOT_ALLOWED);
    }

    @Test
    void whatIsApprovedCanBeWithdrawnUntilItBeginsAndKeepsItsDraft() {
        Instant later = NOON.plusSeconds(3_600);
        Alert scheduled = taken(AlertStateMachine.schedule(Alerting.approved(later), null, AUTHOR, NOON));
        AlertTransition step = AlertStateMachine.withdraw(scheduled, AUTHOR, NOON);
        Alert draft = taken(step);
        assertThat(draft.stage()).isEqualTo(Stage.DRAFT);
        assertThat(draft.draft()).isEqualTo(scheduled.draft());
        assertThat(draft.approver()).isNull();
        assertThat(((AlertTransition.Taken) step).entry())
                .isEqualTo(new AlertEntry(NOON, "sunflower", AlertEntry.Act.WITHDRAWN, ""));
        assertThat(AlertStateMachine.begin(draft, false, Actor.BOT, later))
                .as("its time comes")
                .isInstanceOf(AlertTransition.Refused.class);
        assertThat(refusal(AlertStateMachine.begin(draft, false, AUTHOR, later)))
                .isEqualTo(AlertRefusal.NOT_APPROVED);
        assertThat(taken(AlertStateMachine.withdraw(Alerting.approved(null), SECOND, NOON))
                        .stage())
                .isEqualTo(Stage.DRAFT);
        assertThat(refusal(AlertStateMachine.withdraw(Alerting.sending(), AUTHOR, NOON)))
                .isEqualTo(AlertRefusal.BEGUN);
        assertThat(refusal(AlertStateMachine.withdraw(Alerting.checked(null), AUTHOR, NOON)))
                .isEqualTo(AlertRefusal.NOT_APPROVED);
        Alert stopped = taken(AlertStateMachine.stop(scheduled, AUTHOR, NOON));
        assertThat(refusal(AlertStateMachine.withdraw(stopped, AUTHOR, NOON))).isEqualTo(AlertRefusal.OVER);
        assertThat(refusal(AlertStateMachine.withdraw(scheduled, Actor.of(VIOLET), NOON)))
                .isEqualTo(AlertRefusal.NOT_ALLOWED);
    }

    private static AlertTransition tested(Alert alert, List<AlertEntry> trail, List<Instant> tests, Instant now) {
        return AlertStateMachine.test(alert, trail, tests, 3, AUTHOR, now);
    }

    private static AlertEntry entry(AlertEntry.Act act, Instant at) {
        return new AlertEntry(at, "sunflower", act, "");
    }

    @Test
    void aTestChangesNothingButTheTrailAndKeepsTheApproval() {
        for (Alert alert : List.of(Alerting.drafted(null), Alerting.checked(null), Alerting.approved(null))) {
            assertThat(taken(tested(alert, List.of(), List.of(), NOON))).isEqualTo(alert);
        }
        assertThat(((AlertTransition.Taken) tested(Alerting.approved(null), List.of(), List.of(), NOON)).entry())
                .isEqualTo(new AlertEntry(NOON, "sunflower", AlertEntry.Act.TESTED, "3"));
    }

    @Test
    void theSameIsTestedOnceInTenMinutesAndWhatChangedAtOnce() {
        Alert alert = Alerting.drafted(null);
        List<AlertEntry> tested = List.of(
                entry(AlertEntry.Act.DRAFTED, NOON),
                entry(AlertEntry.Act.TESTED, NOON),
                entry(AlertEntry.Act.CHECKED, NOON));
        assertThat(refusal(tested(alert, tested, List.of(NOON), NOON.plusSeconds(599))))
                .isEqualTo(AlertRefusal.TESTED_ALREADY);
        assertThat(taken(tested(alert, tested, List.of(NOON), NOON.plusSeconds(600))))
                .isEqualTo(alert);
        List<AlertEntry> changed = new ArrayList<>(tested);
        changed.add(entry(AlertEntry.Act.CHANGED, NOON));
        assertThat(taken(tested(alert, changed, List.of(NOON), NOON))).isEqualTo(alert);
    }

    @Test
    void theTestGroupGetsSixTestsAnHourOfAllAlertsTogether() {
        List<Instant> six = Collections.nCopies(6, NOON);
        Alert alert = Alerting.drafted(null);
        assertThat(refusal(tested(alert, List.of(), six, NOON.plusSeconds(3_599))))
                .isEqualTo(AlertRefusal.TOO_MANY_TESTS);
        assertThat(taken(tested(alert, List.of(), six.subList(0, 5), NOON))).isEqualTo(alert);
        assertThat(taken(tested(alert, List.of(), six, NOON.plusSeconds(3_600))))
                .isEqualTo(alert);
    }

    @Test
    void whatHasBegunIsTestedNoMoreAndAnEmptyGroupOrAViewerTestsNothing() {
        assertThat(refusal(tested(Alerting.sending(), List.of(), List.of(), NOON)))
                .isEqualTo(AlertRefusal.BEGUN);
        Alert stopped = taken(AlertStateMachine.stop(Alerting.drafted(null), AUTHOR, NOON));
        assertThat(refusal(tested(stopped, List.of(), List.of(), NOON))).isEqualTo(AlertRefusal.OVER);
        Alert draft = Alerting.drafted(null);
        assertThat(refusal(AlertStateMachine.test(draft, List.of(), List.of(), 0, AUTHOR, NOON)))
                .isEqualTo(AlertRefusal.NO_TEST_GROUP);
        assertThat(refusal(AlertStateMachine.test(draft, List.of(), List.of(), 3, Actor.of(VIOLET), NOON)))
                .isEqualTo(AlertRefusal.NOT_ALLOWED);
    }

    @Test
    void everyRefusalIsASentenceWithAWayOut() {
        assertThat(AlertRefusal.values())
                .allSatisfy(each -> assertThat(each.words()).endsWith("."));
    }
}

package org.campaignbot.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.alert.Alert.Stage;
import org.campaignbot.alert.AlertEntry.Act;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Role;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of an alert, as pure functions: draft → checked → approved → scheduled → canary → sending ⇄ paused → done, stopped or
 * expired.
 *
 * <p>The writer of a draft can't approve it. Check and approval apply to the draft as it was, so changing it removes both, and so does a
 * later check that finds errors. Once sending has begun the draft can't change; a stopped or expired alert never sends again.
 */
public final class AlertStateMachine {

    private static final Set<Stage> BEFORE_APPROVAL = Set.of(Stage.DRAFT, Stage.CHECKED);
    private static final Set<Stage> READY = Set.of(Stage.APPROVED, Stage.SCHEDULED);

    /** How long the test group isn't sent an alert again that nobody has changed. */
    private static final Duration SAME_TEST = Duration.ofMinutes(10);

    /** How long a test counts against {@link #MOST_TESTS}. */
    public static final Duration TESTS_COUNT = Duration.ofHours(1);

    /** The tests of all alerts together that the test group gets in that time. */
    private static final int MOST_TESTS = 6;

    /** The characters that a reason for giving an alert back may have. */
    private static final int LONGEST_REASON = 1_000;

    private AlertStateMachine() {}

    /** Creates a draft, by an organizer who answers for it. */
    public static AlertTransition draft(
            String id, Alert.Kind kind, @Nullable String about, Draft draft, Actor by, Instant now) {
        if (!by.isOrganizer()) {
            return refused(by.role() == null ? AlertRefusal.NEEDS_ORGANIZER : AlertRefusal.NOT_ALLOWED);
        }
        Alert alert =
                new Alert(id, kind, about, draft, Stage.DRAFT, by.id(), by.id(), null, null, null, null, null, now, 0);
        return taken(alert, now, by, Act.DRAFTED, kind == Alert.Kind.NEW ? "" : kind.word() + " " + about);
    }

    /** Replaces the draft before sending begins; it must then be checked and approved again. */
    public static AlertTransition change(Alert alert, Draft draft, Actor by, Instant now) {
        if (!by.isOrganizer()) {
            return refused(by.role() == null ? AlertRefusal.NEEDS_ORGANIZER : AlertRefusal.NOT_ALLOWED);
        }
        return BEFORE_APPROVAL.contains(alert.stage()) || READY.contains(alert.stage())
                ? taken(alert.written(draft, by.id()), now, by, Act.CHANGED, "")
                : refused(alert.stage().isFinal() ? AlertRefusal.OVER : AlertRefusal.BEGUN);
    }

    /**
     * Records the result of a check, by anyone who may direct alerts, or by the bot before it begins to send.
     *
     * @param passes whether it found no error
     * @param found what it found, in short, for the trail
     */
    public static AlertTransition check(Alert alert, boolean passes, String found, Actor by, Instant now) {
        if (!by.mayDirect() && !by.equals(Actor.BOT)) {
            return refused(AlertRefusal.NOT_ALLOWED);
        } else if (!BEFORE_APPROVAL.contains(alert.stage()) && !READY.contains(alert.stage())) {
            return refused(alert.stage().isFinal() ? AlertRefusal.OVER : AlertRefusal.BEGUN);
        } else if (!passes) {
            return taken(alert.unapproved(Stage.DRAFT, found), now, by, Act.CHECKED, found);
        }
        Alert checked = READY.contains(alert.stage()) ? alert : alert.unapproved(Stage.CHECKED, null);
        return taken(checked, now, by, Act.CHECKED, found);
    }

    /** Asks the other organizers for approval. */
    public static AlertTransition askForApproval(Alert alert, Actor by, Instant now) {
        return approvable(alert, by, now, () -> taken(alert, now, by, Act.ASKED_FOR_APPROVAL, ""));
    }

    /**
     * Records that an organizer read what the check asked a person to read.
     *
     * @param found the words for that, in short, for the trail; empty if there is nothing
     */
    public static AlertTransition acknowledge(Alert alert, String found, Actor by, Instant now) {
        return approvable(
                alert,
                by,
                now,
                () -> found.isEmpty()
                        ? refused(AlertRefusal.NOTHING_TO_ACKNOWLEDGE)
                        : taken(alert, now, by, Act.ACKNOWLEDGED, found));
    }

    /**
     * Whether this person acknowledged exactly these findings since the alert was last written.
     *
     * @param trail what was done to the alert, the earliest first
     */
    public static boolean isAcknowledged(List<AlertEntry> trail, String found, String by) {
        boolean isRead = false;
        for (AlertEntry entry : trail) {
            isRead = switch (entry.act()) {
                case DRAFTED, CHANGED -> false;
                case ACKNOWLEDGED ->
                    isRead || (entry.by().equals(by) && entry.about().equals(found));
                default -> isRead;
            };
        }
        return isRead;
    }

    /**
     * Sends it to the test group before sending begins; nothing about the alert itself changes.
     *
     * @param trail what was done to the alert, the earliest first
     * @param tests when the test group got tests of any alert
     * @param organizers how many are in the test group
     */
    public static AlertTransition test(
            Alert alert, List<AlertEntry> trail, List<Instant> tests, int organizers, Actor by, Instant now) {
        if (!by.mayDirect()) {
            return refused(AlertRefusal.NOT_ALLOWED);
        } else if (!BEFORE_APPROVAL.contains(alert.stage()) && !READY.contains(alert.stage())) {
            return refused(alert.stage().isFinal() ? AlertRefusal.OVER : AlertRefusal.BEGUN);
        } else if (organizers == 0) {
            return refused(AlertRefusal.NO_TEST_GROUP);
        } else if (isTested(trail, now.minus(SAME_TEST))) {
            return refused(AlertRefusal.TESTED_ALREADY);
        }
        Instant counted = now.minus(TESTS_COUNT);
        return tests.stream().filter(counted::isBefore).count() >= MOST_TESTS
                ? refused(AlertRefusal.TOO_MANY_TESTS)
                : taken(alert, now, by, Act.TESTED, Integer.toString(organizers));
    }

    /** Whether the test group got an alert after that instant, and nobody has changed it since. */
    private static boolean isTested(List<AlertEntry> trail, Instant after) {
        boolean isTested = false;
        for (AlertEntry entry : trail) {
            isTested = switch (entry.act()) {
                case DRAFTED, CHANGED -> false;
                case TESTED -> entry.at().isAfter(after);
                default -> isTested;
            };
        }
        return isTested;
    }

    /** Approves the current version, by an organizer who didn't write it. */
    public static AlertTransition approve(Alert alert, Actor by, Instant now) {
        return approvable(
                alert,
                by,
                now,
                () -> by.id().equals(alert.author()) || by.id().equals(alert.writer())
                        ? refused(AlertRefusal.OWN_WORK)
                        : taken(alert.approvedBy(by.id()), now, by, Act.APPROVED, ""));
    }

    /**
     * Makes it a draft again, by an organizer who might have approved it.
     *
     * @param reason what should change, for the writer and the trail
     */
    public static AlertTransition giveBack(Alert alert, String reason, Actor by, Instant now) {
        String said = reason.strip();
        return approvable(alert, by, now, () -> {
            if (by.id().equals(alert.author()) || by.id().equals(alert.writer())) {
                return refused(AlertRefusal.OWN_WORK);
            }
            return said.isEmpty() || said.length() > LONGEST_REASON
                    ? refused(AlertRefusal.NO_REASON)
                    : taken(alert.unapproved(Stage.DRAFT, null), now, by, Act.RETURNED, said);
        });
    }

    /**
     * Approves by the only organizer, who types the number of recipients so that it can't happen by a slip.
     *
     * @param mayBeAlone whether the setting {@code approval} is {@code alone}
     * @param organizers all organizers, viewers included
     * @param typed what the organizer typed
     * @param shown the audience's count as it is shown
     */
    public static AlertTransition approveAlone(
            Alert alert,
            Actor by,
            boolean mayBeAlone,
            List<Organizer> organizers,
            String typed,
            String shown,
            Instant now) {
        return approvable(alert, by, now, () -> {
            if (!mayBeAlone) {
                return refused(AlertRefusal.NEEDS_SECOND);
            } else if (organizers.stream()
                    .anyMatch(each ->
                            each.role().covers(Role.ORGANIZER) && !each.id().equals(by.id()))) {
                return refused(AlertRefusal.NOT_ALONE);
            }
            return typed.strip().replace(",", "").equals(shown)
                    ? taken(alert.approvedBy(by.id()), now, by, Act.APPROVED_ALONE, shown)
                    : refused(AlertRefusal.WRONG_COUNT);
        });
    }

    private static AlertTransition approvable(Alert alert, Actor by, Instant now, Supplier<AlertTransition> then) {
        if (!by.isOrganizer()) {
            return refused(by.role() == null ? AlertRefusal.NEEDS_ORGANIZER : AlertRefusal.NOT_ALLOWED);
        } else if (READY.contains(alert.stage())) {
            return refused(AlertRefusal.APPROVED_ALREADY);
        } else if (alert.stage() != Stage.CHECKED) {
            return refused(beforeSending(alert, AlertRefusal.NOT_CHECKED));
        }
        return now.isBefore(alert.draft().expires()) ? then.get() : refused(AlertRefusal.PAST_EXPIRY);
    }

    /**
     * Schedules it for its start time.
     *
     * @param at when it begins, if the draft left that open; or null for the draft's own time, which was approved with it
     */
    public static AlertTransition schedule(Alert alert, @Nullable Instant at, Actor by, Instant now) {
        Instant approved = alert.draft().at();
        Instant start = approved == null ? at : approved;
        if (!by.mayDirect()) {
            return refused(AlertRefusal.NOT_ALLOWED);
        } else if (!READY.contains(alert.stage())) {
            return refused(beforeSending(alert, AlertRefusal.NOT_APPROVED));
        } else if (start == null) {
            return refused(AlertRefusal.NO_TIME);
        } else if (at != null && !at.equals(start)) {
            return refused(AlertRefusal.TIME_IS_APPROVED);
        }
        return start.isBefore(alert.draft().expires())
                        && now.isBefore(alert.draft().expires())
                ? taken(alert.scheduled(start), now, by, Act.SCHEDULED, start.toString())
                : refused(AlertRefusal.PAST_EXPIRY);
    }

    /** Makes an approved alert a draft again before sending begins, with all that was written; it must then be checked and approved again. */
    public static AlertTransition withdraw(Alert alert, Actor by, Instant now) {
        if (!by.mayDirect()) {
            return refused(AlertRefusal.NOT_ALLOWED);
        }
        return READY.contains(alert.stage())
                ? taken(alert.unapproved(Stage.DRAFT, null), now, by, Act.WITHDRAWN, "")
                : refused(beforeSending(alert, AlertRefusal.NOT_APPROVED));
    }

    /**
     * Begins to send it: by anyone who may direct alerts, not before the approved time; or by the bot, if it's scheduled and due.
     *
     * @param canary whether the first few recipients get it before the others
     */
    public static AlertTransition begin(Alert alert, boolean canary, Actor by, Instant now) {
        boolean isDue = alert.stage() == Stage.SCHEDULED && by.equals(Actor.BOT);
        if (!by.mayDirect() && !isDue) {
            return refused(AlertRefusal.NOT_ALLOWED);
        } else if (!READY.contains(alert.stage())) {
            return refused(beforeSending(alert, AlertRefusal.NOT_APPROVED));
        } else if (!now.isBefore(alert.draft().expires())) {
            return refused(AlertRefusal.PAST_EXPIRY);
        } else if (alert.draft().at() != null && now.isBefore(alert.draft().at())) {
            return refused(AlertRefusal.NOT_YET);
        }
        return canary
                ? taken(alert.begun(Stage.CANARY, now), now, by, Act.CANARY_BEGAN, "")
                : taken(alert.begun(Stage.SENDING, now), now, by, Act.SENDING_BEGAN, "");
    }

    /** Moves on from the canary to everyone else, by the bot. */
    public static AlertTransition widen(Alert alert, Instant now) {
        if (alert.stage() != Stage.CANARY) {
            return refused(beforeSending(alert, AlertRefusal.NOT_SENDING));
        }
        return now.isBefore(alert.draft().expires())
                ? taken(alert.in(Stage.SENDING), now, Actor.BOT, Act.SENDING_BEGAN, "")
                : refused(AlertRefusal.PAST_EXPIRY);
    }

    /**
     * Pauses it: no message leaves until an organizer resumes it.
     *
     * @param because why, if the bot does it by itself; or null
     */
    public static AlertTransition pause(Alert alert, @Nullable String because, Actor by, Instant now) {
        if (!by.mayDirect() && !by.equals(Actor.BOT)) {
            return refused(AlertRefusal.NOT_ALLOWED);
        }
        return alert.stage().isSending()
                ? taken(alert.paused(because), now, by, Act.PAUSED, because == null ? "" : because)
                : refused(alert.stage().isFinal() ? AlertRefusal.OVER : AlertRefusal.NOT_SENDING);
    }

    /** Resumes it in the stage that the pause interrupted; the bot never does this. */
    public static AlertTransition resume(Alert alert, Actor by, Instant now) {
        Stage interrupted = alert.pausedIn();
        if (!by.mayDirect()) {
            return refused(AlertRefusal.NOT_ALLOWED);
        } else if (alert.stage() != Stage.PAUSED || interrupted == null) {
            return refused(alert.stage().isFinal() ? AlertRefusal.OVER : AlertRefusal.NOT_PAUSED);
        }
        return now.isBefore(alert.draft().expires())
                ? taken(alert.in(interrupted), now, by, Act.RESUMED, "")
                : refused(AlertRefusal.PAST_EXPIRY);
    }

    /** Stops it for good, in any stage. */
    public static AlertTransition stop(Alert alert, Actor by, Instant now) {
        if (!by.mayDirect()) {
            return refused(AlertRefusal.NOT_ALLOWED);
        }
        return alert.stage().isFinal()
                ? refused(AlertRefusal.OVER)
                : taken(alert.over(Stage.STOPPED, null, now), now, by, Act.STOPPED, "");
    }

    /** Expires an alert that is scheduled, sending or paused once its expiry has come, by the bot. A draft can get another expiry. */
    public static AlertTransition expire(Alert alert, Instant now) {
        if (alert.stage().isFinal()) {
            return refused(AlertRefusal.OVER);
        }
        boolean waits = alert.stage() == Stage.SCHEDULED || alert.stage() == Stage.PAUSED;
        if (!waits && !alert.stage().isSending()) {
            return refused(AlertRefusal.NOT_SENDING);
        }
        return now.isBefore(alert.draft().expires())
                ? refused(AlertRefusal.NOT_YET)
                : taken(alert.over(Stage.EXPIRED, null, now), now, Actor.BOT, Act.EXPIRED, "");
    }

    /** Finishes it once each recipient is in a final state, by the bot. */
    public static AlertTransition finish(Alert alert, Instant now) {
        return alert.stage() == Stage.SENDING
                ? taken(alert.over(Stage.DONE, null, now), now, Actor.BOT, Act.DONE, "")
                : refused(beforeSending(alert, AlertRefusal.NOT_SENDING));
    }

    /**
     * Sends it again to the recipients in state unknown; some will get it twice.
     *
     * @param shown how many there are, as the organizer was shown
     */
    public static AlertTransition sendAgain(Alert alert, String shown, Actor by, Instant now) {
        if (!by.mayDirect()) {
            return refused(AlertRefusal.NOT_ALLOWED);
        } else if (alert.stage() != Stage.DONE && alert.stage() != Stage.SENDING) {
            return refused(beforeSending(alert, AlertRefusal.NOT_SENDING));
        }
        return now.isBefore(alert.draft().expires())
                ? taken(alert.in(Stage.SENDING), now, by, Act.SENT_AGAIN, shown)
                : refused(AlertRefusal.PAST_EXPIRY);
    }

    /** Why something that belongs to another stage is refused now. */
    private static AlertRefusal beforeSending(Alert alert, AlertRefusal early) {
        if (alert.stage().isFinal()) {
            return AlertRefusal.OVER;
        }
        boolean begun = alert.stage().isSending() || alert.stage() == Stage.PAUSED;
        return begun && early != AlertRefusal.NOT_SENDING ? AlertRefusal.BEGUN : early;
    }

    private static AlertTransition refused(AlertRefusal why) {
        return new AlertTransition.Refused(why);
    }

    private static AlertTransition taken(Alert alert, Instant now, Actor by, Act act, String about) {
        return new AlertTransition.Taken(alert, new AlertEntry(now, by.name(), act, about));
    }
}

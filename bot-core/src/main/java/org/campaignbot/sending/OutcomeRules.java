package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outbox.ChatUse;
import org.campaignbot.sending.Schedule.SendJob;
import org.jspecify.annotations.Nullable;

/** What follows from each send outcome: the end of a message, a retry, or a wait. */
final class OutcomeRules {

    private final InFlightMessages inFlightMessages;
    private final Backoff backoff;

    OutcomeRules(InFlightMessages inFlightMessages, Backoff backoff) {
        this.inFlightMessages = inFlightMessages;
        this.backoff = backoff;
    }

    /** Handles the outcome for the message and for what else waits for its chat and account. */
    FollowUps follow(SendJob sendJob, SendOutcome outcome, Instant now) {
        if (outcome instanceof SendOutcome.Sent sent) {
            if (sendJob.pending().finishPart()) {
                return end(sendJob, new Ended(sendJob.pending().outgoing(), DeliveryStatus.SENT, null, sent.message()));
            }
            sendJob.chat().putBack(sendJob.pending());
            return FollowUps.NONE;
        }
        if (outcome instanceof SendOutcome.Wait wait) {
            return keepWaiting(sendJob, wait, now);
        }
        if (outcome instanceof SendOutcome.Unknown) {
            return doubt(sendJob, now);
        }
        if (outcome instanceof SendOutcome.Gone) {
            return endAll(sendJob);
        }
        if (outcome instanceof SendOutcome.Moved moved) {
            if (moved.chat().equals(sendJob.chat().chat().chat())
                    || !sendJob.pending().moveTo(moved.chat())) {
                return end(sendJob, DeliveryStatus.REFUSED, "the chat moved twice");
            }
            sendJob.chat().putBack(sendJob.pending());
            sendJob.chat().busy(true);
            return new FollowUps(List.of(), null, null, false, moved.chat());
        }
        return end(sendJob, DeliveryStatus.REFUSED, ((SendOutcome.Refused) outcome).why());
    }

    private FollowUps doubt(SendJob sendJob, Instant now) {
        // While a platform is out of order every send would end like this, and an alert is never resent
        // automatically.
        Instant resume = sendJob.account().noteUnknown() ? leaveAlone(sendJob, Duration.ZERO, now) : null;
        if (!sendJob.pending().noteUnknown()) {
            return end(sendJob, DeliveryStatus.UNKNOWN, null).andResume(resume);
        }
        sendJob.pending().waitUntil(now.plus(backoff.after(1)));
        sendJob.chat().putBack(sendJob.pending());
        return FollowUps.NONE.andResume(resume);
    }

    private FollowUps keepWaiting(SendJob sendJob, SendOutcome.Wait wait, Instant now) {
        sendJob.chat().putBack(sendJob.pending());
        Duration asked = backoff.atLeast(wait.atLeast());
        if (wait.scope() == SendOutcome.Scope.CHAT) {
            sendJob.chat()
                    .waitUntil(
                            now.plus(longer(asked, backoff.after(sendJob.chat().waitAgain()))));
            // Other alerts needn't wait for this one.
            inFlightMessages.settled(List.of(sendJob.pending().outgoing()));
            return FollowUps.NONE;
        }
        return FollowUps.NONE.andResume(leaveAlone(sendJob, asked, now));
    }

    /** Makes the whole account wait, longer each time in a row; returns until when. */
    private Instant leaveAlone(SendJob sendJob, Duration atLeast, Instant now) {
        Instant resume =
                now.plus(longer(atLeast, backoff.after(sendJob.account().waitAgain(sendJob.sent()))));
        sendJob.account().resumeNotBefore(resume);
        return resume;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private FollowUps end(SendJob sendJob, DeliveryStatus status, @Nullable String why) {
        return end(sendJob, new Ended(sendJob.pending().outgoing(), status, why));
    }

    private FollowUps end(SendJob sendJob, Ended ended) {
        inFlightMessages.letGo(sendJob.pending());
        return FollowUps.of(ended, use(sendJob.chat()));
    }

    private FollowUps endAll(SendJob sendJob) {
        List<PendingMessage> all = new ArrayList<>(List.of(sendJob.pending()));
        all.addAll(sendJob.chat().drain());
        all.forEach(inFlightMessages::letGo);
        List<Ended> ended = all.stream()
                .map(each -> new Ended(each.outgoing(), DeliveryStatus.GONE, null))
                .toList();
        return new FollowUps(ended, use(sendJob.chat()), null, true, null);
    }

    private static @Nullable ChatUse use(ChatQueue chat) {
        ChatRateLimit pace = chat.pace();
        return pace == null || pace.marks().isEmpty() ? null : new ChatUse(chat.chat(), pace.marks(), pace.over());
    }
}

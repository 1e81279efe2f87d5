package campaignbot.delivery;

import campaignbot.delivery.Deliveries.Ended;
import campaignbot.delivery.Deliveries.Fate;
import campaignbot.delivery.Outbox.ChatUse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from each send outcome: the end of a message, a retry, or a wait. */
final class Outcomes {

    private final Hand hand;
    private final Backoff backoff;

    Outcomes(Hand hand, Backoff backoff) {
        this.hand = hand;
        this.backoff = backoff;
    }

    /** Handles the outcome for the message and for what else waits for its chat and account. */
    Aftermath follow(Job job, SendOutcome outcome, Instant now) {
        if (outcome instanceof SendOutcome.Sent sent) {
            if (job.pending().isWholeAfterThisPart()) {
                return end(job, new Ended(job.pending().outgoing(), Fate.SENT, null, sent.message()));
            }
            job.chat().putBack(job.pending());
            return Aftermath.NONE;
        }
        if (outcome instanceof SendOutcome.Wait wait) {
            return keepWaiting(job, wait, now);
        }
        if (outcome instanceof SendOutcome.Unknown) {
            return doubt(job, now);
        }
        if (outcome instanceof SendOutcome.Gone) {
            return endAll(job);
        }
        if (outcome instanceof SendOutcome.Moved moved) {
            if (moved.chat().equals(job.chat().chat().chat()) || !job.pending().moveTo(moved.chat())) {
                return end(job, Fate.REFUSED, "the chat moved twice");
            }
            job.chat().putBack(job.pending());
            job.chat().busy(true);
            return new Aftermath(List.of(), null, null, false, moved.chat());
        }
        return end(job, Fate.REFUSED, ((SendOutcome.Refused) outcome).why());
    }

    private Aftermath doubt(Job job, Instant now) {
        // While a platform is out of order every send would end like this, and an alert is never resent
        // automatically.
        Instant resume = job.account().isOutOfOrder() ? leaveAlone(job, Duration.ZERO, now) : null;
        if (!job.pending().mayBeSentOnceMore()) {
            return end(job, Fate.UNKNOWN, null).andResume(resume);
        }
        job.pending().waitUntil(now.plus(backoff.after(1)));
        job.chat().putBack(job.pending());
        return Aftermath.NONE.andResume(resume);
    }

    private Aftermath keepWaiting(Job job, SendOutcome.Wait wait, Instant now) {
        job.chat().putBack(job.pending());
        Duration asked = backoff.atLeast(wait.atLeast());
        if (wait.scope() == SendOutcome.Scope.CHAT) {
            job.chat().waitUntil(now.plus(longer(asked, backoff.after(job.chat().waitAgain()))));
            hand.waitsForItsChat(job.pending());
            return Aftermath.NONE;
        }
        return Aftermath.NONE.andResume(leaveAlone(job, asked, now));
    }

    /** Makes the whole account wait, longer each time in a row; returns until when. */
    private Instant leaveAlone(Job job, Duration atLeast, Instant now) {
        Instant resume = now.plus(longer(atLeast, backoff.after(job.account().waitAgain(job.sent()))));
        job.account().resumeNotBefore(resume);
        return resume;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Aftermath end(Job job, Fate fate, @Nullable String why) {
        return end(job, new Ended(job.pending().outgoing(), fate, why));
    }

    private Aftermath end(Job job, Ended ended) {
        hand.letGo(job.pending());
        return Aftermath.of(ended, use(job.chat()));
    }

    private Aftermath endAll(Job job) {
        List<Pending> all = new ArrayList<>(List.of(job.pending()));
        all.addAll(job.chat().drain());
        all.forEach(hand::letGo);
        List<Ended> ended = all.stream()
                .map(each -> new Ended(each.outgoing(), Fate.GONE, null))
                .toList();
        return new Aftermath(ended, use(job.chat()), null, true, null);
    }

    private static @Nullable ChatUse use(ChatQueue chat) {
        ChatPace pace = chat.pace();
        return pace == null || pace.marks().isEmpty() ? null : new ChatUse(chat.chat(), pace.marks(), pace.over());
    }
}

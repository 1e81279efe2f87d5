package org.campaignbot.alert.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.sending.AlertQueue.Room;
import org.campaignbot.sending.Outbox.ChatUse;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The recipients of alerts and what happened to each: one row per alert and person, by keyed hashes.
 *
 * <p>Each call is one transaction. Several processes may make the same call at once; each row then changes only once. When a
 * person or an alert is forgotten its rows are deleted, and anonymous counts stay.
 */
public interface Recipients {

    /** The state of a recipient; each reaches one final state. */
    enum State {
        /** It isn't due yet. */
        WAITING,
        /** A process is sending it. If that process dies, nobody knows whether it was sent. */
        IN_FLIGHT,
        /** The platform took it. */
        SENT,
        /** The platform will never take it. */
        FAILED,
        /** There were no good hours before the end. */
        EXPIRED,
        /** It may or may not have arrived. */
        UNKNOWN,
        /** It wasn't sent: the alert was stopped, the person had left, or they had reached their cap for the week or month. */
        WITHHELD;

        /** Whether it changes no more by itself. */
        public boolean isFinal() {
            return compareTo(IN_FLIGHT) > 0;
        }

        /** The word for it in reports; states that aren't final are {@code queued}. */
        public String word() {
            return isFinal() ? name().toLowerCase(Locale.ROOT) : "queued";
        }
    }

    /** The progress of an alert. */
    AlertRun run(String alert);

    /** The ids of alerts that have a recipient in no final state. */
    List<String> unsettled();

    /**
     * Adds recipients, and records that the subscriptions up to a ref were checked.
     *
     * @param run the progress before
     * @param upTo the last ref that was checked, or null if there are no more
     * @return false if nothing was added because another process has checked them
     */
    boolean enlist(String alert, AlertRun run, @Nullable String upTo, List<Enlisted> some, Instant now);

    /** The reason for withholding it from people who have reached their cap for the week or month. */
    String CAPPED = "capped";

    /** The reason for withholding it from people who have ended their alerts. */
    String LEFT = "left";

    /**
     * A new recipient of an alert.
     *
     * @param state {@link State#WAITING}, or a final state if it's already known that they don't get it
     * @param why why it's withheld, else empty
     * @param due the earliest time to send it
     */
    record Enlisted(Subscriber subscriber, State state, String why, Instant due) {

        /** A recipient who gets it, not before an instant. */
        public Enlisted(Subscriber subscriber, Instant due) {
            this(subscriber, State.WAITING, "", due);
        }
    }

    /** How many recipients an alert has in any state, except forgotten ones. */
    long count(String alert);

    /** Chooses the canary, unless that was done: at most this many of those who are due soonest. */
    void chooseCanary(String alert, int most, Instant now);

    /** The results of the canary. */
    Canary canary(String alert);

    /**
     * The results of the canary. People who left and are forgotten still count, although their rows are deleted.
     *
     * @param all the size of the canary
     * @param ended how many are in a final state
     * @param failed how many of these didn't get it or are unknown
     * @param left how many ended their subscriptions after it
     * @param isEverybody whether no one else waits for it
     */
    record Canary(long all, long ended, long failed, long left, boolean isEverybody) {}

    /** Records that the canary was judged. */
    void judged(String alert, Instant now);

    /** A recipient of an alert: the alert's id and the keyed hash of the person. */
    record RecipientKey(String alert, String person) {

        /** The id of the message to them. */
        public String id() {
            return "alert/" + alert + "/" + person;
        }

        /** Reads the id of a message. */
        public static RecipientKey of(String id) {
            String[] parts = id.split("/", 3);
            return new RecipientKey(parts[1], parts[2]);
        }
    }

    /**
     * Records how messages ended, and claims recipients who are due for this process, in one transaction.
     *
     * @param fate decides for each who is due; may also be asked about some without effect. Recipients without a subscription are
     *     withheld
     */
    List<Claimed> advance(Advance advance, Function<Due, Next> fate);

    /**
     * What to record and claim.
     *
     * @param ended how messages that this process claimed ended; the first result counts
     * @param uses how much of their pace chats have used
     * @param open the alerts whose recipients may be claimed
     * @param room how many of them
     */
    record Advance(List<Ended> ended, List<ChatUse> uses, List<Open> open, Room room, Instant now) {}

    /**
     * An alert that is being sent.
     *
     * @param onlyCanary whether only to the canary
     */
    record Open(String alert, boolean onlyCanary) {}

    /**
     * How a message ended.
     *
     * @param state a final state; or {@link State#WAITING} if it wasn't sent and waits again
     * @param why why it failed, without any id; else empty
     */
    record Ended(RecipientKey key, State state, String why) {}

    /** A recipient who is due. */
    record Due(RecipientKey key, Subscription subscription) {}

    /** What happens next to a recipient who is due. */
    sealed interface Next {

        /** Sends the message, whose id is {@link RecipientKey#id}. */
        record Send(Outgoing message) implements Next {}

        /** Waits for later good hours. */
        record Later(Instant due) implements Next {}

        /** Ends it, because no good hours come. */
        record End(State state, String why) implements Next {}
    }

    /** Renews this process's claims; returns the new end. */
    Instant renew(Collection<RecipientKey> keys);

    /** Ends as unknown what processes that died had in flight; returns how many. */
    int abandon(String alert, Instant now);

    /** Ends the waiting of at most this many recipients; returns how many. */
    int close(String alert, State state, String why, int most, Instant now);

    /**
     * Records that each recipient of an alert is in a final state, if that's so and all subscriptions have been checked;
     * returns whether.
     */
    boolean settle(String alert, Instant now);

    /** Re-queues recipients in state {@link State#UNKNOWN}, except those who pressed the button; returns how many. */
    int again(String alert, Instant now);

    /**
     * When each of some persons was sent an alert since an instant, or is about to be, one time per alert; leaves out people
     * who weren't.
     */
    Map<String, List<Instant>> sent(Collection<String> persons, Instant since, Instant now);

    /** Which of some persons took a part in an alert; empty from 30 days after its end. */
    Set<String> took(String alert, Criterion.Part part, Collection<String> persons);

    /** Records that a person pressed the button of an alert. */
    void started(String alert, String person);

    /**
     * Records the outcome that a person reported of an action, for the one of some alerts that was sent to them last and whose
     * button they pressed.
     *
     * @param turn the number of the turn in which they did; nothing changes if this or a later one is recorded
     */
    void told(Collection<String> alerts, String person, String outcome, long turn);

    /** Restores, for the same alert, what a person had reported before their last report; only the last one can be taken back. */
    void tookBack(Collection<String> alerts, String person, long turn);

    /**
     * Withholds everything that waits for a subscription that its person ended, and counts that for the alert they were sent
     * last, if that was within a week.
     *
     * @param forget whether to delete the rows too, at once or as soon as their result is known
     */
    void left(ConversationKey conversation, boolean forget, Instant now);

    /** Reduces alerts that were settled before an instant to anonymous counts. */
    void forget(Instant settledBefore);

    /** The results of an alert so far, added up. */
    List<Figure> figures(String alert);

    /**
     * One figure of a report.
     *
     * @param home the postal code of a state; empty if none was known, and for those who wait
     * @param day the day in Washington, as {@code 2026-11-24}; empty for what hasn't ended
     * @param what a state's word, for {@code failed} and {@code withheld} followed by a slash and the reason; {@code started};
     *     {@code opted-out}; or {@code told/} and an outcome
     */
    record Figure(String home, String day, String what, long number) {

        /** Counts people who pressed the button. */
        public static final String STARTED = "started";

        /** Counts people who ended their subscription within a week. */
        public static final String OPTED_OUT = "opted-out";

        /** The prefix of an outcome. */
        public static final String TOLD = "told/";
    }

    /** How soon after an alert the end of a subscription counts for it. */
    Duration OPT_OUT = Duration.ofDays(7);
}

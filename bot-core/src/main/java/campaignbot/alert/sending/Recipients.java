package campaignbot.alert.sending;

import campaignbot.alert.audience.Criterion;
import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Outgoing;
import campaignbot.subscription.Subscriber;
import campaignbot.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is to get an alert, and what became of it: one row an alert and person, by keyed hashes.
 *
 * <p>Each call is one transaction. Several processes may make the same call at once: each row then goes one way only. Once a person or
 * an alert has been forgotten its rows are gone, and counts without anybody in them stay.
 */
public interface Recipients {

    /** How far a recipient has come; each reaches one final state. */
    enum State {
        /** The time has not come. */
        WAITING,
        /** The message is in the outbox. */
        IN_OUTBOX,
        /** It is about to leave, or has left and nobody has told yet. */
        DEPARTING,
        /** The platform took it. */
        SENT,
        /** The platform will never take it. */
        FAILED,
        /** There was no good hour before the end. */
        EXPIRED,
        /** Nobody knows whether it arrived. */
        UNKNOWN,
        /** It was not sent: the alert was stopped, the person had left, or they had had their alerts of the week or month. */
        WITHHELD;

        /** Whether nothing more becomes of it by itself. */
        public boolean isFinal() {
            return compareTo(DEPARTING) > 0;
        }

        /** The word for it in reports; those that are not final are {@code queued}. */
        public String word() {
            return isFinal() ? name().toLowerCase(Locale.ROOT) : "queued";
        }
    }

    /** How far an alert has come. */
    AlertRun run(String alert);

    /** The ids of alerts that have a recipient in no final state. */
    List<String> unsettled();

    /**
     * Adds recipients, and notes that the subscriptions up to a ref were looked at.
     *
     * @param run how far the alert had come
     * @param upTo the last ref that was looked at, or null where there is none left
     * @return false where nothing was added, because another process has looked at them
     */
    boolean enlist(String alert, AlertRun run, @Nullable String upTo, List<Enlisted> some, Instant now);

    /** Why it is withheld from whoever has had their alerts of the week or month. */
    String CAPPED = "capped";

    /** Why it is withheld from whoever has ended their alerts. */
    String LEFT = "left";

    /**
     * Somebody for whom an alert is.
     *
     * @param state {@link State#WAITING}, or a final state where it is known at once that they do not get it
     * @param why why it is withheld, else empty
     * @param due not before then
     */
    record Enlisted(Subscriber subscriber, State state, String why, Instant due) {

        /** Somebody who gets it, not before an instant. */
        public Enlisted(Subscriber subscriber, Instant due) {
            this(subscriber, State.WAITING, "", due);
        }
    }

    /** How many recipients an alert has, whatever became of them, but for whoever is forgotten. */
    long count(String alert);

    /** Chooses those who get it first, as far as this was not done: so many of those who may have it soonest. */
    void chooseCanary(String alert, int most, Instant now);

    /** What became of those who get an alert first. */
    Canary canary(String alert);

    /**
     * What became of those who get an alert first. Whoever left and is forgotten counts, although their rows are gone.
     *
     * @param all how many they are
     * @param ended how many are in a final state
     * @param failed how many of these did not get it or perhaps did not
     * @param left how many ended their subscriptions after it
     * @param isEverybody whether nobody else waits for it
     */
    record Canary(long all, long ended, long failed, long left, boolean isEverybody) {}

    /** Notes that it was judged what became of those who got it first. */
    void judged(String alert, Instant now);

    /**
     * Goes on with recipients whose time has come.
     *
     * @param canary whether only those who get it first
     * @param fate says what becomes of each, and may be asked about some in vain; those that have no subscription any more are withheld
     * @return how many it went on with; 0 where nobody waits
     */
    int forward(String alert, boolean canary, Instant now, int most, Function<Due, Next> fate);

    /** A recipient whose time has come. */
    record Due(AlertTicket ticket, Subscription subscription) {}

    /** What becomes of a recipient whose time has come. */
    sealed interface Next {

        /**
         * The message goes into the outbox.
         *
         * @param until from when the hours are not good any more
         */
        record Send(Outgoing message, Instant until) implements Next {}

        /** A good hour comes later. */
        record Later(Instant due) implements Next {}

        /** None comes. */
        record End(State state, String why) implements Next {}
    }

    /** Notes that messages are about to leave, and tells which of them may: in their last round, in good hours, to whom has not left. */
    Set<AlertTicket> depart(Collection<AlertTicket> tickets, Instant now);

    /** Notes how messages ended; what was told first holds. */
    void ended(List<Ended> ended, Instant now);

    /**
     * How a message ended.
     *
     * @param state a final state; or {@link State#WAITING} where it was taken back before it was sent
     * @param why why it failed, without any id; else empty
     */
    record Ended(AlertTicket ticket, State state, String why) {}

    /** Takes messages that have not departed out of the outbox again, some at a time; returns how many. */
    int takeBack(String alert, int most, Instant now);

    /** Ends the waiting of some recipients; returns how many. */
    int close(String alert, State state, String why, int most, Instant now);

    /** Notes that each recipient of an alert is in a final state, where it is so and all have been looked at; returns whether. */
    boolean settle(String alert, Instant now);

    /** Lets those wait again of whom nobody knows whether they got it, unless they pressed its button; returns how many. */
    int again(String alert, Instant now);

    /** When each of some persons was sent an alert since an instant, or is about to be, one time an alert; whoever was not is left out. */
    Map<String, List<Instant>> sent(Collection<String> persons, Instant since, Instant now);

    /** Who of some persons took a part in an alert; nobody is known any more 30 days after its end. */
    Set<String> took(String alert, Criterion.Part part, Collection<String> persons);

    /** Notes that a person pressed the button of an alert. */
    void started(String alert, String person);

    /**
     * Notes what a person told of an action, for the one of some alerts that was sent to them last and whose button they pressed.
     *
     * @param turn the number of the turn in which they did; where a later one is noted, or this one, it changes nothing
     */
    void told(Collection<String> alerts, String person, String outcome, long turn);

    /** Lets stand again, for the same alert, what a person had told before their last report; only that one can be taken back. */
    void tookBack(Collection<String> alerts, String person, long turn);

    /**
     * Withholds all that waits for a subscription that its person ended, and counts that for the alert they were sent last, if that was
     * within a week.
     *
     * @param forget whether the rows go as well, at once or as soon as their fate is known
     */
    void left(ConversationKey conversation, boolean forget, Instant now);

    /** Keeps of alerts that were settled before an instant only counts. */
    void forget(Instant settledBefore);

    /** What became of an alert so far, added up. */
    List<Figure> figures(String alert);

    /**
     * A number of a report.
     *
     * @param home the postal code of a state, or empty where none was known
     * @param day the day in Washington, as {@code 2026-11-24}; empty for what has not come to an end
     * @param what a state's word, behind {@code failed} and {@code withheld} with a slash and why; {@code started};
     *     {@code opted-out}; or {@code told/} and an outcome
     */
    record Figure(String home, String day, String what, long number) {

        /** What those are who pressed the button. */
        public static final String STARTED = "started";

        /** What those are who ended their subscription within a week. */
        public static final String OPTED_OUT = "opted-out";

        /** What stands before an outcome. */
        public static final String TOLD = "told/";
    }

    /** Within how long the end of a subscription counts for the alert before it. */
    Duration OPT_OUT = Duration.ofDays(7);
}

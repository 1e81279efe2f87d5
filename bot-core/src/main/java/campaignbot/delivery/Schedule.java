package campaignbot.delivery;

import campaignbot.delivery.Deliveries.Ended;
import campaignbot.delivery.Deliveries.Fate;
import campaignbot.delivery.Outgoing.Lane;
import campaignbot.people.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is sent when, for one channel: urgent messages first, in order within each chat and lane, one at a time per chat, and
 * nothing before the platform's rate limits and waits allow it.
 *
 * <p>It knows neither threads nor clocks; the caller must guard it with a lock.
 */
final class Schedule {

    private final Channel channel;
    private final Clearance clearance;
    private final Sending sending;
    private final Map<Account, AccountQueue> accounts = new LinkedHashMap<>();
    private final Map<Address, ChatQueue> chats = new HashMap<>();
    private final Hand hand;
    private final Outcomes outcomes;

    Schedule(Channel channel, Clearance clearance, Sending sending, RandomGenerator random) {
        this.channel = channel;
        this.clearance = clearance;
        this.sending = sending;
        this.hand = new Hand(channel.pace(), sending.alertThreads());
        this.outcomes = new Outcomes(hand, new Backoff(random));
    }

    /** Takes over claimed messages, in order within each chat and lane; returns those that ended at once. */
    List<Ended> offer(List<Outbox.Claimed> claimed, Instant now) {
        List<Ended> ended = new ArrayList<>();
        for (Outbox.Claimed each : claimed) {
            Pending known = hand.find(each.message().id());
            if (known != null) {
                known.holdUntil(each.until());
            } else if (each.mayHaveLeft() && each.message().lane() == Lane.ALERT) {
                ended.add(new Ended(each.message(), Fate.UNKNOWN, null));
            } else {
                take(each, now);
            }
        }
        return ended;
    }

    private void take(Outbox.Claimed claimed, Instant now) {
        Pending pending = hand.take(claimed);
        AccountQueue account = account(pending, now);
        ChatQueue chat = chat(pending.outgoing().to(), account);
        if (chat.pace() != null) {
            chat.pace().resume(claimed.used());
            if (claimed.mayHaveLeft()) {
                // The platform may have counted it a moment ago.
                chat.pace().answered(now);
            }
        }
        chat.add(pending);
        account.place(chat, now);
    }

    private AccountQueue account(Pending pending, Instant now) {
        Account account = Account.of(pending.outgoing().to());
        return accounts.computeIfAbsent(account, each -> new AccountQueue(each, channel.pace(), now));
    }

    private ChatQueue chat(Address to, AccountQueue account) {
        return chats.computeIfAbsent(to.wholeChat(), chat -> new ChatQueue(chat, pace(chat, account.pace())));
    }

    private @Nullable ChatPace pace(Address chat, Pace pace) {
        if (pace.chat() == null && pace.group() == null) {
            return null;
        }
        if (channel.isGroup(chat)) {
            return pace.group() == null
                    ? null
                    : new SlidingWindow(pace.group().window(), pace.group().most());
        }
        return pace.chat() == null ? null : new TokenBucket(pace.chat(), pace.burst());
    }

    /** The next send of any lane that may start now, or null. */
    @Nullable
    Job next(Instant now, Over over) {
        return next(now, Lane.ALERT, over);
    }

    /**
     * The next send that may start now, or null.
     *
     * @param last the least urgent lane it may be from
     * @param over receives what has waited too long or lost its claim
     */
    @Nullable
    Job next(Instant now, Lane last, Over over) {
        for (AccountQueue account : accounts.values()) {
            account.wake(now);
        }
        for (Lane lane : EnumSet.range(Lane.URGENT, last)) {
            for (AccountQueue account : accounts.values()) {
                Job job = next(account, lane, now, over);
                if (job != null) {
                    return job;
                }
            }
        }
        return null;
    }

    private @Nullable Job next(AccountQueue account, Lane lane, Instant now, Over over) {
        for (ChatQueue chat = account.poll(lane, now, sending.alertThreads());
                chat != null;
                chat = account.poll(lane, now, sending.alertThreads())) {
            Pending pending = chat.poll(lane);
            if (pending == null) {
                continue;
            }
            boolean isLost = !now.isBefore(pending.heldUntil());
            Fate denied = deniedAfterAll(pending, now);
            if (isLost || denied != null || isTooOld(pending, now)) {
                account.place(chat, now);
                if (isLost) {
                    over.lost(hand.giveBack(pending));
                } else {
                    hand.letGo(pending);
                    over.ended(new Ended(pending.outgoing(), denied == null ? Fate.EXPIRED : denied, null));
                }
                continue;
            }
            chat.busy(true);
            account.sent(lane);
            if (chat.pace() != null) {
                chat.pace().sent();
            }
            return new Job(account, chat, pending, now);
        }
        return null;
    }

    /** Receives messages that won't be sent. */
    interface Over {
        /** It has waited too long. */
        void ended(Ended ended);

        /** Its claim ran out, so another process may have it. */
        void lost(String id);
    }

    /** The fate of an alert that must not be sent after all, or null; a partly sent one continues. */
    private @Nullable Fate deniedAfterAll(Pending pending, Instant now) {
        return pending.lane() == Lane.ALERT && !pending.isBegun()
                ? clearance.deniedAfterAll(pending.outgoing(), now)
                : null;
    }

    private boolean isTooOld(Pending pending, Instant now) {
        return pending.lane() != Lane.ALERT
                && pending.since().plus(sending.tooOld()).isBefore(now);
    }

    /** Handles the answer to a send. */
    Aftermath answered(Job job, SendOutcome outcome, Instant now) {
        ChatQueue chat = job.chat();
        job.account().answered(job.pending().lane(), now);
        if (chat.pace() != null) {
            chat.pace().answered(now);
        }
        chat.busy(false);
        if (!(outcome instanceof SendOutcome.Wait)) {
            chat.wasReached();
        }
        if (!(outcome instanceof SendOutcome.Wait || outcome instanceof SendOutcome.Unknown)) {
            job.account().wasReached(job.sent());
        }
        Aftermath aftermath = outcomes.follow(job, outcome, now);
        job.account().place(chat, now);
        return aftermath;
    }

    /** Sends what waited for a chat to its new id, ahead of what waits there already. */
    void moved(Job job, String chat, Instant now) {
        List<Pending> all = job.chat().drain();
        job.chat().busy(false);
        ChatQueue there = chat(job.chat().chat().in(chat), job.account());
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i) != job.pending()) {
                all.get(i).moveTo(chat);
            }
            there.putBack(all.get(i));
        }
        job.account().place(there, now);
    }

    /** When to ask for the next send of these lanes again, if nothing happens before. */
    Instant wakeAt(Instant now, Lane last) {
        Instant wake = Instant.MAX;
        for (AccountQueue account : accounts.values()) {
            Instant next = account.wakeAt(now, last, sending.alertThreads());
            wake = next.isBefore(wake) ? next : wake;
        }
        return wake;
    }

    /** The claimed messages. */
    Hand hand() {
        return hand;
    }

    /** Takes the alerts that depart next; follow with {@link #departed} or {@link Hand#stay}. */
    List<Pending> depart(Instant now) {
        List<Pending> next = new ArrayList<>();
        for (AccountQueue account : accounts.values()) {
            if (account.isGranted(now) && !account.resume().isAfter(now)) {
                next.addAll(hand.depart(account.account()));
            }
        }
        return next;
    }

    /** Ends the alerts taken by {@link #depart} that are denied; the rest departs. */
    List<Ended> deny(List<Pending> alerts, Map<String, Fate> denied, Instant now) {
        List<Pending> stopped = alerts.stream()
                .filter(each -> denied.containsKey(each.outgoing().id()))
                .toList();
        hand.stay(stopped);
        List<Ended> ended = new ArrayList<>();
        for (Pending each : stopped) {
            AccountQueue account = account(each, now);
            ChatQueue chat = chat(each.outgoing().to(), account);
            chat.remove(each);
            hand.letGo(each);
            account.place(chat, now);
            Fate fate = Objects.requireNonNull(denied.get(each.outgoing().id()));
            ended.add(new Ended(each.outgoing(), fate, null));
        }
        return ended;
    }

    /** When an alert may depart, if nothing happens before; {@link Instant#MAX} if none waits or it needs a grant. */
    Instant departsAt(Instant now) {
        Instant first = Instant.MAX;
        for (AccountQueue account : accounts.values()) {
            if (hand.hasToDepart(account.account()) && account.isGranted(now)) {
                Instant departs = account.resume();
                first = departs.isBefore(first) ? departs : first;
            }
        }
        return first;
    }

    /** Marks alerts whose departure is recorded; they may be sent now. */
    void departed(List<Pending> alerts, Instant now) {
        hand.departed(alerts);
        for (Pending alert : alerts) {
            AccountQueue account = account(alert, now);
            account.place(chat(alert.outgoing().to(), account), now);
        }
    }

    /** The accounts that need a share of their limits: those in use whose grant expires, or that have none. */
    List<Sharing.Request> requests(Instant now, Duration inUse) {
        return accounts.values().stream()
                .filter(each -> each.needsGrant(now, inUse) || (isInHand(each) && each.needsGrant()))
                .map(each -> new Sharing.Request(each.account(), each.need(now), each.needOfAlerts(now)))
                .toList();
    }

    private boolean isInHand(AccountQueue account) {
        return Stream.of(Lane.values()).anyMatch(lane -> hand.count(account.account(), lane) > 0);
    }

    /** Applies this process's share of an account's rate limits. */
    void grant(Account account, SharedPace.Grant grant) {
        AccountQueue queue = accounts.get(account);
        if (queue != null) {
            queue.grant(grant);
        }
    }

    /** Whether any of these messages' accounts has no share of its limits. */
    boolean needsGrant(List<Outbox.Claimed> claimed, Instant now) {
        return claimed.stream()
                .map(each -> accounts.get(Account.of(each.message().to())))
                .anyMatch(account -> account != null && !account.isGranted(now));
    }

    /**
     * The accounts for which nothing more of a lane should be claimed: enough is claimed already, or they have to wait for long.
     * A wait doesn't keep urgent messages from being claimed.
     */
    List<Account> full(Instant now, Duration patience, int room, Lane lane) {
        return accounts.values().stream()
                .filter(each ->
                        (lane != Lane.URGENT && each.isAway(now, patience)) || hand.count(each.account(), lane) >= room)
                .map(AccountQueue::account)
                .toList();
    }

    /** Gives back everything that isn't in flight; returns its ids, in order within each chat and lane. */
    List<String> giveBackAll() {
        List<String> ids = new ArrayList<>();
        for (ChatQueue chat : chats.values()) {
            if (!chat.isBusy()) {
                chat.drain().forEach(each -> ids.add(hand.giveBack(each)));
            }
        }
        return ids;
    }

    /** Drops chats that have nothing to remember. */
    void forgetIdle(Instant now) {
        chats.values().removeIf(chat -> chat.isIdle(now));
    }
}

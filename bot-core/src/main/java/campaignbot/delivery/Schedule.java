package campaignbot.delivery;

import campaignbot.delivery.Deliveries.Ended;
import campaignbot.delivery.Deliveries.Fate;
import campaignbot.delivery.Outbox.ChatUse;
import campaignbot.delivery.Outgoing.Lane;
import campaignbot.people.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What is sent when, for one channel: urgent messages first, those of a chat and lane in their order, one at a time to each chat, and
 * nothing before the platform's limits and its waits allow.
 *
 * <p>It knows neither threads nor clocks, and is guarded by whoever uses it.
 */
final class Schedule {

    private final Channel channel;
    private final Sending sending;
    private final Backoff backoff;
    private final Map<Account, AccountQueue> accounts = new LinkedHashMap<>();
    private final Map<Account, AccountLoad> loads = new HashMap<>();
    private final Map<Address, ChatQueue> chats = new HashMap<>();
    private final Map<String, Pending> held = new LinkedHashMap<>();
    private final Map<String, AccountLoad> departed = new HashMap<>();
    private final Map<String, Pending> begun = new HashMap<>();

    Schedule(Channel channel, Sending sending, RandomGenerator random) {
        this.channel = channel;
        this.sending = sending;
        this.backoff = new Backoff(random);
    }

    /** One send: a part of a message to a chat. */
    record Job(AccountQueue account, ChatQueue chat, Pending pending, Instant sent) {}

    /**
     * What follows from an answer.
     *
     * @param ended the messages that came to their end
     * @param use how much of its pace the chat has used, or null
     * @param resume until when all processes leave the account alone, or null
     * @param isGone whether everything else that waits for the chat should be claimed and ended
     * @param movedTo the id under which the chat goes on; it waits for {@link #moved}
     */
    record Aftermath(
            List<Ended> ended,
            @Nullable ChatUse use,
            @Nullable Instant resume,
            boolean isGone,
            @Nullable String movedTo) {

        static final Aftermath NONE = new Aftermath(List.of(), null, null, false, null);

        static Aftermath of(List<Ended> ended, @Nullable ChatUse use) {
            return new Aftermath(ended, use, null, false, null);
        }
    }

    /** Takes messages in hand, those of a chat and lane in order; returns those that are at their end already. */
    List<Ended> offer(List<Outbox.Claimed> claimed, Instant now) {
        List<Ended> ended = new ArrayList<>();
        for (Outbox.Claimed each : claimed) {
            Pending known = held.get(each.message().id());
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
        Pending known = begun.remove(claimed.message().id());
        Pending pending = known == null ? new Pending(claimed) : known;
        held.put(claimed.message().id(), pending);
        AccountQueue account = account(pending, now);
        load(pending).add(pending);
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

    private AccountLoad load(Pending pending) {
        return load(Account.of(pending.outgoing().to()));
    }

    private AccountLoad load(Account account) {
        return loads.computeIfAbsent(account, each -> new AccountLoad(channel.pace(), sending.alertThreads()));
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

    /** The next send that may begin now, or null; {@code over} is given what has waited for too long, or is no longer ours. */
    @Nullable
    Job next(Instant now, Over over) {
        for (AccountQueue account : accounts.values()) {
            account.wake(now);
        }
        for (Lane lane : Lane.values()) {
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
            if (isLost || isTooOld(pending, now)) {
                letGo(pending);
                account.place(chat, now);
                if (isLost) {
                    over.lost(pending.outgoing());
                } else {
                    over.ended(new Ended(pending.outgoing(), Fate.EXPIRED, null));
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

    /** Is given messages that will not be sent. */
    interface Over {
        /** It has waited for too long. */
        void ended(Ended ended);

        /** Its claim ran out, so another process may have it. */
        void lost(Outgoing outgoing);
    }

    private boolean isTooOld(Pending pending, Instant now) {
        return pending.lane() != Lane.ALERT
                && pending.since().plus(sending.tooOld()).isBefore(now);
    }

    private void letGo(Pending pending) {
        held.remove(pending.outgoing().id());
        load(pending).remove(pending);
    }

    /** Takes the answer to a send. */
    Aftermath answered(Job job, SendOutcome outcome, Instant now) {
        ChatQueue chat = job.chat;
        job.account.answered(job.pending.lane(), now);
        if (chat.pace() != null) {
            chat.pace().answered(now);
        }
        chat.busy(false);
        if (!(outcome instanceof SendOutcome.Wait)) {
            chat.wasReached();
        }
        if (!(outcome instanceof SendOutcome.Wait || outcome instanceof SendOutcome.Unknown)) {
            job.account.wasReached(job.sent);
        }
        Aftermath aftermath = follow(job, outcome, now);
        job.account.place(chat, now);
        return aftermath;
    }

    private Aftermath follow(Job job, SendOutcome outcome, Instant now) {
        if (outcome instanceof SendOutcome.Sent) {
            if (job.pending.isWholeAfterThisPart()) {
                return end(job, Fate.SENT, null);
            }
            job.chat.putBack(job.pending);
            return Aftermath.NONE;
        }
        if (outcome instanceof SendOutcome.Wait wait) {
            return keepWaiting(job, wait, now);
        }
        if (outcome instanceof SendOutcome.Unknown) {
            if (!job.pending.mayBeSentOnceMore()) {
                return end(job, Fate.UNKNOWN, null);
            }
            job.pending.waitUntil(now.plus(backoff.after(1)));
            job.chat.putBack(job.pending);
            return Aftermath.NONE;
        }
        if (outcome instanceof SendOutcome.Gone) {
            return endAll(job);
        }
        if (outcome instanceof SendOutcome.Moved moved) {
            if (moved.chat().equals(job.chat.chat().chat()) || !job.pending.moveTo(moved.chat())) {
                return end(job, Fate.REFUSED, "the chat moved twice");
            }
            job.chat.putBack(job.pending);
            job.chat.busy(true);
            return new Aftermath(List.of(), null, null, false, moved.chat());
        }
        return end(job, Fate.REFUSED, ((SendOutcome.Refused) outcome).why());
    }

    private Aftermath keepWaiting(Job job, SendOutcome.Wait wait, Instant now) {
        job.chat.putBack(job.pending);
        Duration asked = backoff.atLeast(wait.atLeast());
        if (wait.scope() == SendOutcome.Scope.CHAT) {
            job.chat.waitUntil(now.plus(longer(asked, backoff.after(job.chat.waitAgain()))));
            return Aftermath.NONE;
        }
        Instant resume = now.plus(longer(asked, backoff.after(job.account.waitAgain(job.sent))));
        job.account.resumeNotBefore(resume);
        return new Aftermath(List.of(), null, resume, false, null);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Aftermath end(Job job, Fate fate, @Nullable String why) {
        letGo(job.pending);
        return Aftermath.of(List.of(new Ended(job.pending.outgoing(), fate, why)), use(job.chat));
    }

    private Aftermath endAll(Job job) {
        List<Pending> all = new ArrayList<>(List.of(job.pending));
        all.addAll(job.chat.drain());
        all.forEach(this::letGo);
        List<Ended> ended = all.stream()
                .map(each -> new Ended(each.outgoing(), Fate.GONE, null))
                .toList();
        return new Aftermath(ended, use(job.chat), null, true, null);
    }

    private static @Nullable ChatUse use(ChatQueue chat) {
        ChatPace pace = chat.pace();
        return pace == null || pace.marks().isEmpty() ? null : new ChatUse(chat.chat(), pace.marks(), pace.over());
    }

    /** Sends what waited for a chat to its new id, ahead of what waits there already. */
    void moved(Job job, String chat, Instant now) {
        List<Pending> all = job.chat.drain();
        job.chat.busy(false);
        ChatQueue there = chat(job.chat.chat().in(chat), job.account);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i) != job.pending) {
                all.get(i).moveTo(chat);
            }
            there.putBack(all.get(i));
        }
        job.account.place(there, now);
    }

    /** When it makes sense to ask for the next send again, if nothing happens before. */
    Instant wakeAt(Instant now) {
        Instant wake = Instant.MAX;
        for (AccountQueue account : accounts.values()) {
            Instant next = account.wakeAt(now, sending.alertThreads());
            wake = next.isBefore(wake) ? next : wake;
        }
        return wake;
    }

    /** Takes the alerts that depart next, for {@link #settled} or {@link #stay} to follow. */
    List<Pending> depart(Instant now) {
        List<Pending> next = new ArrayList<>();
        accounts.forEach((account, queue) -> {
            if (queue.isGranted(now) && !queue.resume().isAfter(now)) {
                next.addAll(load(account).depart());
            }
        });
        return next;
    }

    /** When an alert may depart, if nothing happens before; {@link Instant#MAX} where none waits or that needs a grant. */
    Instant departsAt(Instant now) {
        Instant first = Instant.MAX;
        for (AccountQueue account : accounts.values()) {
            if (load(account.account()).hasToDepart() && account.isGranted(now)) {
                Instant departs = account.resume();
                first = departs.isBefore(first) ? departs : first;
            }
        }
        return first;
    }

    /** Takes note of messages that are settled, and of alerts whose departure is written down, which may leave now. */
    int settled(List<String> ids, List<Pending> alerts, Instant now) {
        for (Pending alert : alerts) {
            alert.depart();
            departed.put(alert.outgoing().id(), load(alert));
            AccountQueue account = account(alert, now);
            account.place(chat(alert.outgoing().to(), account), now);
        }
        for (String id : ids) {
            AccountLoad load = departed.remove(id);
            if (load != null) {
                load.settled();
            }
        }
        return alerts.size();
    }

    /** Takes note of alerts whose departure could not be written down. */
    int stay(List<Pending> alerts) {
        for (int i = alerts.size() - 1; i >= 0; i--) {
            load(alerts.get(i)).stay(alerts.get(i));
        }
        return 0;
    }

    /** The accounts that need a share of their limits: those in use whose grant runs out at all, or that have none. */
    List<Sharing.Request> requests(Instant now, Duration inUse) {
        return accounts.values().stream()
                .filter(each -> each.needsGrant(now, inUse))
                .map(each -> new Sharing.Request(each.account(), each.need(now), each.needOfAlerts(now)))
                .toList();
    }

    /** Takes over what this process may use of an account's limits. */
    boolean grant(Account account, SharedPace.Grant grant) {
        AccountQueue queue = accounts.get(account);
        if (queue != null) {
            queue.grant(grant);
        }
        return queue != null;
    }

    /** Whether the account of any of these messages has no share of its limits. */
    boolean needsGrant(List<Outbox.Claimed> claimed, Instant now) {
        return claimed.stream()
                .map(each -> accounts.get(Account.of(each.message().to())))
                .anyMatch(account -> account != null && !account.isGranted(now));
    }

    /** The accounts for which nothing more should be claimed: there is enough in hand, or they have to wait for long. */
    List<Account> full(Instant now, Duration patience, int room, boolean ofAlerts) {
        return accounts.values().stream()
                .filter(each -> {
                    AccountLoad load = load(each.account());
                    return each.isAway(now, patience) || (ofAlerts ? load.alerts() : load.replies()) >= room;
                })
                .map(AccountQueue::account)
                .toList();
    }

    /** The ids of what is in hand and would be lost to others before an instant. */
    List<String> heldNoLongerThan(Instant limit) {
        return held.values().stream()
                .filter(each -> each.heldUntil().isBefore(limit))
                .map(each -> each.outgoing().id())
                .toList();
    }

    /** Takes note of claims that hold for longer now. */
    int renewed(List<String> ids, Instant until) {
        int found = 0;
        for (String id : ids) {
            Pending pending = held.get(id);
            if (pending != null) {
                pending.holdUntil(until);
                found++;
            }
        }
        return found;
    }

    /** Lets go of everything that is not under way, and returns it; urgent messages first, those of a chat in order. */
    List<String> clear() {
        List<Pending> all = new ArrayList<>();
        for (ChatQueue chat : chats.values()) {
            if (!chat.isBusy()) {
                all.addAll(chat.drain());
            }
        }
        all.forEach(this::letGo);
        all.stream()
                .filter(Pending::isBegun)
                .forEach(each -> begun.put(each.outgoing().id(), each));
        return all.stream().map(each -> each.outgoing().id()).toList();
    }

    /** Forgets chats about which nothing needs to be remembered. */
    boolean forgetIdle(Instant now) {
        return chats.values().removeIf(chat -> chat.isIdle(now));
    }
}

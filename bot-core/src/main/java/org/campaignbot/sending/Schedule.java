package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.campaignbot.people.Address;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outgoing.Lane;
import org.jspecify.annotations.Nullable;

/**
 * What is sent when, for one channel: urgent messages first, in order within each chat and lane, one at a time per chat, and
 * nothing before the platform's rate limits and waits allow it.
 *
 * <p>It knows neither threads nor clocks; the caller must guard it with a lock.
 */
final class Schedule {

    private final Channel channel;
    private final AlertQueue alertQueue;
    private final SendingSettings sendingSettings;
    private final Map<Account, AccountQueue> accounts = new LinkedHashMap<>();
    private final Map<Address, ChatQueue> chats = new HashMap<>();
    private final InFlightMessages inFlightMessages;
    private final OutcomeRules outcomeRules;

    Schedule(Channel channel, AlertQueue alertQueue, SendingSettings sendingSettings, RandomGenerator random) {
        this.channel = channel;
        this.alertQueue = alertQueue;
        this.sendingSettings = sendingSettings;
        this.inFlightMessages = new InFlightMessages(channel.pace(), sendingSettings);
        this.outcomeRules = new OutcomeRules(inFlightMessages, new Backoff(random));
    }

    /** Takes over claimed messages, in order within each chat and lane. */
    void offer(List<Outbox.Claimed> claimed, Instant now) {
        for (Outbox.Claimed each : claimed) {
            PendingMessage known = inFlightMessages.find(each.message().id());
            if (known != null) {
                known.holdUntil(each.until());
            } else {
                take(each, now);
            }
        }
    }

    private void take(Outbox.Claimed claimed, Instant now) {
        PendingMessage pendingMessage = inFlightMessages.take(claimed);
        AccountQueue account = account(pendingMessage, now);
        ChatQueue chat = chat(pendingMessage.outgoing().to(), account);
        if (chat.pace() != null) {
            chat.pace().resume(claimed.used());
            if (claimed.mayHaveLeft()) {
                // The platform may have counted it a moment ago.
                chat.pace().answered(now);
            }
        }
        chat.add(pendingMessage);
        account.place(chat, now);
    }

    private AccountQueue account(PendingMessage pendingMessage, Instant now) {
        Account account = Account.of(pendingMessage.outgoing().to());
        return accounts.computeIfAbsent(account, each -> new AccountQueue(each, channel.pace(), now));
    }

    private ChatQueue chat(Address to, AccountQueue account) {
        return chats.computeIfAbsent(to.wholeChat(), chat -> new ChatQueue(chat, pace(chat, account.pace())));
    }

    private @Nullable ChatRateLimit pace(Address chat, RateLimits rateLimits) {
        if (rateLimits.chat() == null && rateLimits.group() == null) {
            return null;
        }
        if (channel.isGroup(chat)) {
            return rateLimits.group() == null
                    ? null
                    : new SlidingWindow(
                            rateLimits.group().window(), rateLimits.group().most());
        }
        return rateLimits.chat() == null ? null : new TokenBucket(rateLimits.chat(), rateLimits.burst());
    }

    /** The next send of any lane that may start now, or null. */
    @Nullable
    SendJob next(Instant now, Over over) {
        return next(now, Lane.ALERT, over);
    }

    /**
     * The next send that may start now, or null.
     *
     * @param last the least urgent lane it may be from
     * @param over receives what has waited too long or lost its claim
     */
    @Nullable
    SendJob next(Instant now, Lane last, Over over) {
        for (AccountQueue account : accounts.values()) {
            account.wake(now);
        }
        for (Lane lane : EnumSet.range(Lane.URGENT, last)) {
            for (AccountQueue account : accounts.values()) {
                SendJob sendJob = next(account, lane, now, over);
                if (sendJob != null) {
                    return sendJob;
                }
            }
        }
        return null;
    }

    private @Nullable SendJob next(AccountQueue account, Lane lane, Instant now, Over over) {
        for (ChatQueue chat = account.poll(lane, now, sendingSettings.alertThreads());
                chat != null;
                chat = account.poll(lane, now, sendingSettings.alertThreads())) {
            PendingMessage pendingMessage = chat.poll(lane);
            if (pendingMessage == null) {
                continue;
            }
            DeliveryStatus unsent = unsent(pendingMessage, now);
            if (unsent != null) {
                account.place(chat, now);
                drop(pendingMessage, unsent, over);
                continue;
            }
            chat.busy(true);
            account.sent(lane);
            if (chat.pace() != null) {
                chat.pace().sent();
            }
            return new SendJob(account, chat, pendingMessage, now);
        }
        return null;
    }

    /** Receives messages that won't be sent. */
    interface Over {
        /** It has waited too long, or must not be sent; a withdrawn alert goes back to its queue. */
        void ended(Ended ended);

        /** Its claim ran out, so another process may have it. */
        void lost(String id);
    }

    /** What becomes of a message that must not be sent by now, or null; a partly sent one continues. */
    private @Nullable DeliveryStatus unsent(PendingMessage pendingMessage, Instant now) {
        if (!now.isBefore(pendingMessage.heldUntil())) {
            return DeliveryStatus.WITHDRAWN;
        }
        DeliveryStatus denied = pendingMessage.isBegun() ? null : alertQueue.denied(pendingMessage.outgoing(), now);
        return denied == null && isTooOld(pendingMessage, now) ? DeliveryStatus.EXPIRED : denied;
    }

    private boolean isTooOld(PendingMessage pendingMessage, Instant now) {
        return pendingMessage.lane() != Lane.ALERT
                && pendingMessage.since().plus(sendingSettings.tooOld()).isBefore(now);
    }

    private void drop(PendingMessage pendingMessage, DeliveryStatus status, Over over) {
        boolean isWithdrawn = status == DeliveryStatus.WITHDRAWN;
        if (isWithdrawn && pendingMessage.lane() != Lane.ALERT) {
            over.lost(inFlightMessages.giveBack(pendingMessage));
            return;
        }
        inFlightMessages.letGo(pendingMessage);
        // An alert of which a part may have arrived must not start again.
        DeliveryStatus end = isWithdrawn && pendingMessage.isBegun() ? DeliveryStatus.UNKNOWN : status;
        over.ended(new Ended(pendingMessage.outgoing(), end, null));
    }

    /** Handles the answer to a send. */
    FollowUps answered(SendJob sendJob, SendOutcome outcome, Instant now) {
        ChatQueue chat = sendJob.chat();
        sendJob.account().answered(sendJob.pending().lane(), now);
        if (chat.pace() != null) {
            chat.pace().answered(now);
        }
        chat.busy(false);
        if (!(outcome instanceof SendOutcome.Wait)) {
            chat.wasReached();
        }
        if (!(outcome instanceof SendOutcome.Wait || outcome instanceof SendOutcome.Unknown)) {
            sendJob.account().wasReached(sendJob.sent());
        }
        FollowUps followUps = outcomeRules.follow(sendJob, outcome, now);
        sendJob.account().place(chat, now);
        return followUps;
    }

    /** Sends what waited for a chat to its new id, ahead of what waits there already. */
    void moved(SendJob sendJob, String chat, Instant now) {
        List<PendingMessage> all = sendJob.chat().drain();
        sendJob.chat().busy(false);
        ChatQueue there = chat(sendJob.chat().chat().in(chat), sendJob.account());
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i) != sendJob.pending()) {
                all.get(i).moveTo(chat);
            }
            there.putBack(all.get(i));
        }
        sendJob.account().place(there, now);
    }

    /** When to ask for the next send of these lanes again, if nothing happens before. */
    Instant wakeAt(Instant now, Lane last) {
        Instant wake = Instant.MAX;
        for (AccountQueue account : accounts.values()) {
            Instant next = account.wakeAt(now, last, sendingSettings.alertThreads());
            wake = next.isBefore(wake) ? next : wake;
        }
        return wake;
    }

    /** The claimed messages. */
    InFlightMessages inFlight() {
        return inFlightMessages;
    }

    /** How many alerts of each account may be claimed now. */
    Map<Account, Integer> alertRoom(Instant now) {
        Map<Account, Integer> room = new HashMap<>();
        for (AccountQueue each : accounts.values()) {
            boolean mustWait = each.resume().isAfter(now);
            room.put(each.account(), mustWait ? 0 : inFlightMessages.alertRoom(each.account(), each.isGranted(now)));
        }
        return room;
    }

    /** When the next account that has to wait may be written to again; {@link Instant#MAX} if none has to. */
    Instant nextResume(Instant now) {
        return accounts.values().stream()
                .map(AccountQueue::resume)
                .filter(resume -> resume.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** The accounts that need a share of their limits: those in use whose grant expires, or that have none. */
    List<SharedRateLimits.Request> requests(Instant now, Duration inUse) {
        return accounts.values().stream()
                .filter(each -> each.needsGrant(now, inUse) || (isInHand(each) && each.needsGrant()))
                .map(each -> new SharedRateLimits.Request(each.account(), each.need(now), each.needOfAlerts(now)))
                .toList();
    }

    private boolean isInHand(AccountQueue account) {
        return Stream.of(Lane.values()).anyMatch(lane -> inFlightMessages.count(account.account(), lane) > 0);
    }

    /** Applies this process's share of an account's rate limits. */
    void grant(Account account, SharedRateLimits.Grant grant) {
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
                .filter(each -> (lane != Lane.URGENT && each.isAway(now, patience))
                        || inFlightMessages.count(each.account(), lane) >= room)
                .map(AccountQueue::account)
                .toList();
    }

    /** Gives back everything that isn't being sent, in order within each chat and lane. */
    void giveBackAll(Over over) {
        for (ChatQueue chat : chats.values()) {
            if (!chat.isBusy()) {
                chat.drain().forEach(each -> drop(each, DeliveryStatus.WITHDRAWN, over));
            }
        }
    }

    /** Drops chats that have nothing to remember. */
    void forgetIdle(Instant now) {
        chats.values().removeIf(chat -> chat.isIdle(now));
    }

    /**
     * One send: a part of a message to a chat.
     *
     * @param sent when it started
     */
    record SendJob(AccountQueue account, ChatQueue chat, PendingMessage pending, Instant sent) {}
}

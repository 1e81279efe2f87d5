package org.campaignbot.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.sending.AlertRun;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/** Recipients in this process's memory. */
public final class MemoryRecipients implements Recipients {

    private final MemorySubscriptions subscriptions;
    private final Map<String, AlertRun> runs = new HashMap<>();
    private final Map<RecipientKey, MemoryRecipient> rows = new LinkedHashMap<>();
    private final Map<Gone, Long> gone = new HashMap<>();

    private static final Comparator<MemoryRecipient> BY_DUE = Comparator.comparing(row -> row.due);

    private record Gone(String alert, Figure figure) {}

    /** No recipients yet, with subscriptions of the same memory. */
    public MemoryRecipients(MemorySubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    private Stream<MemoryRecipient> of(String alert) {
        return List.copyOf(rows.values()).stream().filter(row -> row.key.alert().equals(alert));
    }

    @Override
    public synchronized AlertRun run(String alert) {
        return runs.getOrDefault(alert, AlertRun.NOT_BEGUN);
    }

    @Override
    public synchronized List<String> unsettled() {
        return runs.entrySet().stream()
                .filter(each -> each.getValue().settled() == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized boolean enlist(
            String alert, AlertRun run, @Nullable String upTo, List<Enlisted> some, Instant now) {
        AlertRun present = run(alert);
        if (!present.lookedAt().equals(run.lookedAt()) || present.enlisted() != null) {
            return false;
        }
        String lookedAt = upTo == null ? present.lookedAt() : upTo;
        runs.put(alert, new AlertRun(lookedAt, upTo == null ? now : null, null, null, null));
        for (Enlisted each : some) {
            RecipientKey key = new RecipientKey(alert, each.subscriber().person());
            rows.putIfAbsent(key, new MemoryRecipient(key, each, now));
        }
        return true;
    }

    @Override
    public synchronized long count(String alert) {
        return of(alert).count();
    }

    @Override
    public synchronized void chooseCanary(String alert, int most, Instant now) {
        AlertRun run = run(alert);
        if (run.canary() == null) {
            runs.put(alert, withCanary(run, now));
            of(alert)
                    .filter(row -> row.state == State.WAITING)
                    .sorted(Comparator.comparing((MemoryRecipient row) -> row.due)
                            .thenComparing(row -> row.key.person()))
                    .limit(most)
                    .forEach(row -> row.canary = true);
        }
    }

    @Override
    public synchronized Canary canary(String alert) {
        List<MemoryRecipient> few = of(alert).filter(row -> row.canary).toList();
        // Among deleted recipients, only the canary ones have been sent anything yet.
        long left = gone(alert, Figure.OPTED_OUT::equals);
        long failed =
                gone(alert, what -> what.startsWith(State.FAILED.word() + "/") || what.equals(State.UNKNOWN.word()));
        long ended = gone(alert, State.SENT.word()::equals) + failed;
        return new Canary(
                few.size() + ended,
                ended + few.stream().filter(row -> row.state.isFinal()).count(),
                failed
                        + few.stream()
                                .filter(row -> row.state == State.FAILED || row.state == State.UNKNOWN)
                                .count(),
                left + few.stream().filter(row -> row.optedOut).count(),
                of(alert).noneMatch(row -> row.state == State.WAITING && !row.canary));
    }

    private long gone(String alert, Predicate<String> what) {
        return gone.entrySet().stream()
                .filter(each -> each.getKey().alert.equals(alert))
                .filter(each -> what.test(each.getKey().figure.what()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public synchronized void judged(String alert, Instant now) {
        AlertRun run = run(alert);
        if (run.judged() == null) {
            runs.put(alert, withJudged(run, now));
        }
    }

    @Override
    public synchronized List<Claimed> advance(Advance advance, Function<Due, Next> fate) {
        Instant now = advance.now();
        advance.ended().forEach(each -> end(each, now));
        Map<Account, Integer> left = new HashMap<>(advance.room().accounts());
        List<Claimed> claimed = new ArrayList<>();
        for (Open open : advance.open()) {
            for (MemoryRecipient row : of(open.alert()).sorted(BY_DUE).toList()) {
                if (row.state == State.WAITING && !row.due.isAfter(now) && (row.canary || !open.onlyCanary())) {
                    int room = left.getOrDefault(row.account, advance.room().others());
                    if (room > 0) {
                        left.put(row.account, room - 1);
                        claim(row, now, fate, claimed);
                    }
                }
            }
        }
        return claimed;
    }

    private void claim(MemoryRecipient row, Instant now, Function<Due, Next> fate, List<Claimed> claimed) {
        Subscription subscription = subscriptions.find(row.subscription).orElse(null);
        Next next =
                subscription == null ? new Next.End(State.WITHHELD, LEFT) : fate.apply(new Due(row.key, subscription));
        if (next instanceof Next.Send send) {
            row.become(State.IN_FLIGHT, "", now);
            claimed.add(new Claimed(send.message(), now, Instant.MAX, false, List.of()));
        } else if (next instanceof Next.Later later) {
            row.due = later.due();
        } else if (next instanceof Next.End end) {
            row.become(end.state(), end.why(), now);
        }
    }

    private void end(Ended ended, Instant now) {
        MemoryRecipient row = rows.get(ended.key());
        if (row != null && row.state == State.IN_FLIGHT) {
            if (ended.state() == State.WAITING) {
                row.waitAgain(now);
            } else {
                row.become(ended.state(), ended.why(), now);
            }
            finishLeaving(row, now);
        }
    }

    @Override
    public Instant renew(Collection<RecipientKey> keys) {
        return Instant.MAX;
    }

    @Override
    public int abandon(String alert, Instant now) {
        return 0;
    }

    private void finishLeaving(MemoryRecipient row, Instant now) {
        if (row.leaving && row.state == State.WAITING) {
            row.become(State.WITHHELD, LEFT, now);
        }
        if (row.going && row.state.isFinal()) {
            fold(row);
        }
    }

    private void fold(MemoryRecipient row) {
        rows.remove(row.key);
        row.figures().forEach(figure -> gone.merge(new Gone(row.key.alert(), figure), 1L, Long::sum));
    }

    @Override
    public synchronized int close(String alert, State state, String why, int most, Instant now) {
        List<MemoryRecipient> closing =
                of(alert).filter(row -> row.state == State.WAITING).limit(most).toList();
        closing.forEach(row -> row.become(state, why, now));
        return closing.size();
    }

    @Override
    public synchronized boolean settle(String alert, Instant now) {
        AlertRun run = run(alert);
        boolean isSettled =
                run.enlisted() != null && run.settled() == null && of(alert).allMatch(row -> row.state.isFinal());
        if (isSettled) {
            runs.put(alert, withSettled(run, now));
        }
        return isSettled;
    }

    @Override
    public synchronized int again(String alert, Instant now) {
        AlertRun run = run(alert);
        runs.put(alert, withSettled(run, null));
        List<MemoryRecipient> unknown = of(alert)
                .filter(row -> row.state == State.UNKNOWN && !row.started && !row.leaving)
                .toList();
        unknown.forEach(row -> row.waitAgain(now));
        return unknown.size();
    }

    @Override
    public synchronized Map<String, List<Instant>> sent(Collection<String> persons, Instant since, Instant now) {
        Map<String, List<Instant>> sent = new HashMap<>();
        for (MemoryRecipient row : rows.values()) {
            boolean counts = !row.state.isFinal() || row.state == State.SENT || row.state == State.UNKNOWN;
            Instant at = row.state.isFinal() ? row.changed : now;
            if (counts && persons.contains(row.key.person()) && !at.isBefore(since)) {
                sent.computeIfAbsent(row.key.person(), each -> new ArrayList<>())
                        .add(at);
            }
        }
        return sent;
    }

    @Override
    public synchronized Set<String> took(String alert, Criterion.Part part, Collection<String> persons) {
        Set<String> took = new HashSet<>();
        of(alert)
                .filter(row -> persons.contains(row.key.person()) && row.gotIt())
                .filter(row ->
                        part == Criterion.Part.GOT || row.outcome.isEmpty() == (part == Criterion.Part.DID_NOT_ACT))
                .forEach(row -> took.add(row.key.person()));
        return took;
    }

    @Override
    public synchronized void started(String alert, String person) {
        MemoryRecipient row = rows.get(new RecipientKey(alert, person));
        if (row != null && (row.state == State.IN_FLIGHT || row.state == State.SENT || row.state == State.UNKNOWN)) {
            row.started = true;
        }
    }

    @Override
    public synchronized void told(Collection<String> alerts, String person, String outcome, long turn) {
        lastStarted(alerts, person, turn).ifPresent(row -> {
            row.earlierOutcome = row.outcome;
            row.outcome = outcome;
            row.toldTurn = turn;
        });
    }

    @Override
    public synchronized void tookBack(Collection<String> alerts, String person, long turn) {
        lastStarted(alerts, person, turn).ifPresent(row -> {
            row.outcome = row.earlierOutcome;
            row.earlierOutcome = "";
            row.toldTurn = turn;
        });
    }

    /** The row that a report in a turn is for, unless that turn or a later one was already recorded with it. */
    private Optional<MemoryRecipient> lastStarted(Collection<String> alerts, String person, long turn) {
        return rows.values().stream()
                .filter(row -> row.key.person().equals(person) && row.started && alerts.contains(row.key.alert()))
                .max(Comparator.comparing(row -> row.changed))
                .filter(row -> row.toldTurn < turn);
    }

    @Override
    public synchronized void left(ConversationKey conversation, boolean forget, Instant now) {
        String ref = subscriptions.ref(conversation);
        List<MemoryRecipient> all = rows.values().stream()
                .filter(row -> row.subscription.equals(ref))
                .sorted(Comparator.comparing((MemoryRecipient row) -> row.changed)
                        .reversed())
                .toList();
        all.stream()
                .filter(row -> row.state == State.SENT)
                .findFirst()
                .filter(row -> row.changed.isAfter(now.minus(OPT_OUT)))
                .ifPresent(row -> row.optedOut = true);
        for (MemoryRecipient row : all) {
            row.leaving = true;
            row.going |= forget;
            finishLeaving(row, now);
        }
    }

    @Override
    public synchronized void forget(Instant settledBefore) {
        runs.forEach((alert, run) -> {
            if (run.settled() != null && run.settled().isBefore(settledBefore)) {
                of(alert).forEach(this::fold);
            }
        });
    }

    @Override
    public synchronized List<Figure> figures(String alert) {
        Map<Figure, Long> sums = new LinkedHashMap<>();
        of(alert).flatMap(row -> row.figures().stream()).forEach(figure -> sums.merge(figure, 1L, Long::sum));
        gone.forEach((key, number) -> {
            if (key.alert.equals(alert)) {
                sums.merge(key.figure, number, Long::sum);
            }
        });
        return sums.entrySet().stream()
                .map(each -> new Figure(
                        each.getKey().home(), each.getKey().day(), each.getKey().what(), each.getValue()))
                .toList();
    }

    private static AlertRun withCanary(AlertRun run, Instant at) {
        return new AlertRun(run.lookedAt(), run.enlisted(), at, run.judged(), run.settled());
    }

    private static AlertRun withJudged(AlertRun run, Instant at) {
        return new AlertRun(run.lookedAt(), run.enlisted(), run.canary(), at, run.settled());
    }

    private static AlertRun withSettled(AlertRun run, @Nullable Instant at) {
        return new AlertRun(run.lookedAt(), run.enlisted(), run.canary(), run.judged(), at);
    }
}

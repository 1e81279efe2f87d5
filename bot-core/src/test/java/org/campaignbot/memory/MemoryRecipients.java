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
import org.campaignbot.alert.sending.AlertTicket;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.memory.MemoryRecipient.Name;
import org.campaignbot.sending.Outbox;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/** Recipients in this process's memory. */
public final class MemoryRecipients implements Recipients {

    private final MemorySubscriptions subscriptions;
    private final Outbox outbox;
    private final Map<String, AlertRun> runs = new HashMap<>();
    private final Map<Name, MemoryRecipient> rows = new LinkedHashMap<>();
    private final Map<Gone, Long> gone = new HashMap<>();

    private record Gone(String alert, Figure figure) {}

    /** No recipients yet, with subscriptions and outbox of the same memory. */
    public MemoryRecipients(MemorySubscriptions subscriptions, Outbox outbox) {
        this.subscriptions = subscriptions;
        this.outbox = outbox;
    }

    private Stream<MemoryRecipient> of(String alert) {
        return List.copyOf(rows.values()).stream()
                .filter(row -> row.name.alert().equals(alert));
    }

    /** The row of a ticket, if it is in that round. */
    private Optional<MemoryRecipient> row(AlertTicket ticket) {
        return Optional.ofNullable(rows.get(Name.of(ticket))).filter(row -> row.round == ticket.round());
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
            Name name = new Name(alert, each.subscriber().person());
            rows.putIfAbsent(name, new MemoryRecipient(name, each, now));
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
            runs.put(alert, run.withCanary(now));
            of(alert)
                    .filter(row -> row.state == State.WAITING)
                    .sorted(Comparator.comparing((MemoryRecipient row) -> row.due)
                            .thenComparing(row -> row.name.person()))
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
            runs.put(alert, run.withJudged(now));
        }
    }

    @Override
    public synchronized int forward(String alert, boolean canary, Instant now, int most, Function<Due, Next> fate) {
        List<MemoryRecipient> due = of(alert)
                .filter(row -> row.state == State.WAITING && !row.due.isAfter(now) && (row.canary || !canary))
                .sorted(Comparator.comparing(row -> row.due))
                .limit(most)
                .toList();
        due.forEach(row -> forward(row, now, fate));
        return due.size();
    }

    private void forward(MemoryRecipient row, Instant now, Function<Due, Next> fate) {
        Subscription subscription = subscriptions.find(row.subscription).orElse(null);
        Next next = subscription == null
                ? new Next.End(State.WITHHELD, LEFT)
                : fate.apply(new Due(row.ticket(), subscription));
        if (next instanceof Next.Send send) {
            outbox.add(List.of(send.message()));
            row.become(State.IN_OUTBOX, "", now);
            row.due = send.until();
        } else if (next instanceof Next.Later later) {
            row.due = later.due();
        } else if (next instanceof Next.End end) {
            row.become(end.state(), end.why(), now);
        }
    }

    @Override
    public synchronized Set<AlertTicket> depart(Collection<AlertTicket> tickets, Instant now) {
        Set<AlertTicket> departing = new HashSet<>();
        for (AlertTicket ticket : tickets) {
            row(ticket)
                    .filter(row -> row.state == State.IN_OUTBOX || row.state == State.DEPARTING)
                    .filter(row -> !row.leaving && row.due.isAfter(now))
                    .ifPresent(row -> {
                        row.become(State.DEPARTING, "", now);
                        departing.add(ticket);
                    });
        }
        return departing;
    }

    @Override
    public synchronized void ended(List<Ended> ended, Instant now) {
        for (Ended each : ended) {
            row(each.ticket()).filter(row -> !row.state.isFinal()).ifPresent(row -> {
                if (each.state().isFinal()) {
                    row.become(each.state(), each.why(), now);
                } else if (row.state != State.WAITING) {
                    row.waitAgain(now);
                }
                finishLeaving(row, now);
            });
        }
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
        rows.remove(row.name);
        row.figures().forEach(figure -> gone.merge(new Gone(row.name.alert(), figure), 1L, Long::sum));
    }

    @Override
    public synchronized int takeBack(String alert, int most, Instant now) {
        List<MemoryRecipient> back = of(alert)
                .filter(row -> row.state == State.IN_OUTBOX)
                .limit(most)
                .toList();
        outbox.settle(back.stream().map(row -> row.ticket().id()).toList());
        back.forEach(row -> {
            row.waitAgain(now);
            finishLeaving(row, now);
        });
        return back.size();
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
            runs.put(alert, run.withSettled(now));
        }
        return isSettled;
    }

    @Override
    public synchronized int again(String alert, Instant now) {
        AlertRun run = run(alert);
        runs.put(alert, run.withSettled(null));
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
            if (counts && persons.contains(row.name.person()) && !at.isBefore(since)) {
                sent.computeIfAbsent(row.name.person(), each -> new ArrayList<>())
                        .add(at);
            }
        }
        return sent;
    }

    @Override
    public synchronized Set<String> took(String alert, Criterion.Part part, Collection<String> persons) {
        Set<String> took = new HashSet<>();
        of(alert)
                .filter(row -> persons.contains(row.name.person()) && row.gotIt())
                .filter(row ->
                        part == Criterion.Part.GOT || row.outcome.isEmpty() == (part == Criterion.Part.DID_NOT_ACT))
                .forEach(row -> took.add(row.name.person()));
        return took;
    }

    @Override
    public synchronized void started(String alert, String person) {
        MemoryRecipient row = rows.get(new Name(alert, person));
        if (row != null && (row.state == State.DEPARTING || row.state == State.SENT || row.state == State.UNKNOWN)) {
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
                .filter(row -> row.name.person().equals(person) && row.started && alerts.contains(row.name.alert()))
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
}

package org.campaignbot.web.console;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.audience.AudienceFilter;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.Composing;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.calls.CallReport;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.States;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscribers;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The alert desk of one sign-in to train with: the same rules and check over alerts in memory and made-up people. Nothing is sent or
 * stored, and all of it is gone when the training or the sign-in ends.
 */
final class TrainingMode {

    /** The id of the made-up second organizer, also played by the trainee. */
    static final String COLLEAGUE = "training-colleague";

    /** How long it seems to take until everybody has an alert, pauses aside. */
    static final Duration SENDING = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final MemoryAlerts alerts = new MemoryAlerts();
    private final Set<String> sentAgain = ConcurrentHashMap.newKeySet();
    private final String form = Secrets.text(RANDOM);
    private final InstantSource clock;
    /** How far ahead of the real time the training is. */
    private volatile Duration ahead = Duration.ZERO;

    private final MadeUpPeople people;
    private final ConsoleHost real;
    private final ConsoleHost host;
    private final Organizer colleague;

    /** Nothing written yet; the other organizer is called this. */
    TrainingMode(ConsoleHost real, String colleague) {
        this.real = real;
        this.clock = () -> real.clock().instant().plus(ahead);
        this.people = new MadeUpPeople(clock);
        this.colleague = new Organizer(COLLEAGUE, colleague, Role.ORGANIZER, List.of(), clock.instant());
        AlertService desk = real.desk()
                .elsewhere(
                        alerts,
                        new AlertService.AudiencePorts(people, this::took, (audience, at) -> OptionalLong.empty()),
                        new AlertService.RecipientPorts(
                                this::figures, (alert, at) -> sentAgain.add(alert), Runnable::run),
                        RANDOM,
                        clock);
        this.host = real.inTraining(desk, new Composing(desk, real.engine(), clock), clock);
    }

    /** What the pages work with instead of what is real. */
    ConsoleHost host() {
        return host;
    }

    /** The secret of the forms of its pages. */
    String form() {
        return form;
    }

    /** The other organizer. */
    Organizer colleague() {
        return colleague;
    }

    /** Skips the wait for an alert that is scheduled. */
    void skipTo(Alert alert) {
        Instant start = alert.draft().at();
        if (alert.stage() == Alert.Stage.SCHEDULED
                && start != null
                && clock.instant().isBefore(start)) {
            ahead = Duration.between(real.clock().instant(), start);
        }
    }

    /** Whether somebody skipped a wait: its clock is ahead of the real one. */
    boolean isAhead() {
        return !ahead.isZero();
    }

    /** Does what the bot would do by itself by now: begin what is due, and end what is over. */
    void advance() {
        Instant now = clock.instant();
        for (Alert alert : alerts.open()) {
            take(AlertStateMachine.expire(alert, now));
            if (alert.stage() == Alert.Stage.SCHEDULED) {
                take(AlertStateMachine.begin(alert, false, Actor.BOT, now));
            } else if (alert.stage() == Alert.Stage.SENDING
                    && figures(alert.id()).waiting() == 0) {
                take(AlertStateMachine.finish(alert, now));
            }
        }
    }

    private void take(AlertTransition step) {
        if (step instanceof AlertTransition.Taken taken) {
            // If another request did the same a moment ago, nothing is saved.
            alerts.save(taken.alert(), taken.entry());
        }
    }

    /** What seems to have happened to an alert: it goes out at an even pace, and reaches nearly everybody. */
    private AlertFigures.Figures figures(String id) {
        Optional<Alert> found = alerts.find(id).filter(each -> each.began() != null);
        if (found.isEmpty()) {
            return AlertFigures.Figures.NONE;
        }
        List<Subscriber> all = audience(found.get());
        double share = Math.min(1, (double) sinceBegun(id).toMillis() / SENDING.toMillis());
        long settled = (long) (all.size() * share);
        long rest = all.size() - settled;
        boolean isStopped = found.get().stage() == Alert.Stage.STOPPED;
        boolean isExpired = found.get().stage() == Alert.Stage.EXPIRED;
        Map<String, Long> failed = new HashMap<>();
        failed.put("gone", settled / 60);
        if (isStopped) {
            failed.put("stopped", rest);
        }
        long unknown = sentAgain.contains(id) ? 0 : settled / 150;
        long sent = settled - settled / 60 - unknown;
        Map<String, Long> byState = new HashMap<>();
        all.subList(0, (int) sent)
                .forEach(each ->
                        byState.merge(each.state() == null ? AudienceCount.NO_STATE : each.state(), 1L, Long::sum));
        return new AlertFigures.Figures(
                isStopped || isExpired ? 0 : rest,
                sent,
                failed,
                isExpired ? rest : 0,
                unknown,
                0,
                sent / 4,
                Map.of(CallReport.SPOKE, sent / 12, CallReport.MESSAGE, sent / 8),
                sent / 200,
                byState,
                Map.of());
    }

    /** How long an alert has been on its way, pauses aside. */
    private Duration sinceBegun(String id) {
        Duration all = Duration.ZERO;
        Instant from = null;
        for (AlertEntry entry : alerts.trail(id)) {
            switch (entry.act()) {
                case SENDING_BEGAN, RESUMED, SENT_AGAIN -> from = entry.at();
                case PAUSED, STOPPED, EXPIRED, DONE -> {
                    all = from == null ? all : all.plus(Duration.between(from, entry.at()));
                    from = null;
                }
                default -> {}
            }
        }
        return from == null ? all : all.plus(Duration.between(from, clock.instant()));
    }

    private List<Subscriber> audience(Alert alert) {
        AudienceFilter filter = new AudienceFilter(
                alert.draft().audience(),
                alert.draft().topic(),
                real.directory().get(),
                clock.instant(),
                this::took);
        List<Subscriber> all = new ArrayList<>();
        people.forEach(some -> all.addAll(filter.among(some)));
        return all;
    }

    /** The made-up people who got an earlier alert; every third of them told how it went. */
    private Set<String> took(String id, Criterion.Part part, Collection<String> persons) {
        Set<String> took = new HashSet<>();
        alerts.find(id).filter(each -> each.began() != null).ifPresent(alert -> {
            int i = 0;
            // Those whose turn had not come when it was stopped never got it, so no correction is for them.
            int sent = (int) figures(id).sent();
            for (Subscriber each : audience(alert).subList(0, sent)) {
                boolean isActing = i++ % 3 == 0;
                if (part == Criterion.Part.GOT || isActing == (part == Criterion.Part.ACTED)) {
                    took.add(each.person());
                }
            }
        });
        took.retainAll(Set.copyOf(persons));
        return took;
    }

    /** People who don't exist, to train with: always the same, some in every state, and none kept in memory. */
    record MadeUpPeople(InstantSource clock) implements Subscribers {

        /** Enough for the tick that large audiences need, and for states that are shown and others that aren't. */
        static final int HOW_MANY = 1_204;

        private static final ZoneId ZONE = EasternTime.ZONE;

        @Override
        public void forEach(Consumer<List<Subscriber>> some) {
            Instant now = clock.instant();
            List<String> states = States.codes().stream().sorted().toList();
            List<Subscriber> page = new ArrayList<>(AT_ONCE);
            for (int i = 0; i < HOW_MANY; i++) {
                page.add(person(i, states, now));
                if (page.size() == AT_ONCE) {
                    some.accept(List.copyOf(page));
                    page.clear();
                }
            }
            some.accept(List.copyOf(page));
        }

        private static Subscriber person(int i, List<String> states, Instant now) {
            return new Subscriber(
                    "made-up-" + i,
                    "made-up-" + i,
                    i % 3 == 0 ? "slack" : "telegram",
                    "training",
                    i % 6 == 0 ? Language.SPANISH : Language.ENGLISH,
                    ZONE,
                    state(i, states),
                    Set.of(Subscription.ALL),
                    now,
                    null);
        }

        /** Half of them are spread over all states, most others live in a few, and some haven't told where. */
        private static @Nullable String state(int i, List<String> states) {
            if (i % 2 == 0) {
                return states.get(i / 2 % states.size());
            }
            return switch (i % 10) {
                case 1 -> "CA";
                case 3 -> "NY";
                case 5 -> "TX";
                case 7 -> "VT";
                default -> null;
            };
        }
    }
}

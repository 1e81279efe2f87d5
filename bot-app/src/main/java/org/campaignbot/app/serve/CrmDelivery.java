package org.campaignbot.app.serve;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.campaignbot.app.crm.CrmWebhook;
import org.campaignbot.app.watch.ComponentHealth;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.crm.CrmEvents;
import org.campaignbot.crm.CrmEvents.Event;
import org.campaignbot.crm.CrmEvents.Pending;
import org.campaignbot.crm.CrmReports;
import org.campaignbot.crm.CrmReports.Report;
import org.campaignbot.sending.Backoff;
import org.jspecify.annotations.Nullable;

/**
 * Sends a CRM a report of what ended, at least once: it's stored before it's sent, and sent until the CRM answers with success, for
 * three days.
 *
 * <p>Once an hour it looks for what ended, and once a minute, with one short query, for what is due.
 */
final class CrmDelivery extends ServerPart {

    private static final String NAME = "crm";
    private static final String WORK = "The CRM";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Far longer than one exchange; a process that dies in it delays the event by no more. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofDays(3);

    /** How long what was given up counts as late, so that somebody sees it. */
    private static final Duration SHOWN = PATIENCE.plusDays(7);

    /** Requests of a round: with a receiver that is slow each time, a round still ends within two minutes. */
    private static final int AT_ONCE = 20;

    private final CrmReports reports;
    private final CrmEvents events;
    private final CrmWebhook webhook;
    private final UnaryOperator<String> ids;
    private final String campaign;
    private final InstantSource clock;
    private final Jobs jobs;
    private final Console console;
    private final Backoff jitter = new Backoff(new SecureRandom());
    private @Nullable Instant looked;
    private volatile ComponentHealth standing;

    /**
     * A delivery to one webhook.
     *
     * @param ids makes an event's id from its name, the same in every process, so that a repeat has it also after a restore
     */
    CrmDelivery(
            CrmReports reports,
            CrmEvents events,
            CrmWebhook webhook,
            UnaryOperator<String> ids,
            String campaign,
            InstantSource clock,
            Jobs jobs,
            WatchedJobs watchedJobs,
            Console console) {
        super(JOBS);
        this.reports = reports;
        this.events = events;
        this.webhook = webhook;
        this.ids = ids;
        this.campaign = campaign;
        this.clock = clock;
        this.jobs = jobs;
        this.console = console;
        this.standing = new ComponentHealth(NAME, Status.OK, clock.instant(), null, "");
        watchedJobs.show(() -> standing);
    }

    @Override
    void open() {
        jobs.every(MINUTE, this::round);
    }

    void round() {
        try {
            Instant now = clock.instant();
            if (looked == null || !now.isBefore(looked.plus(HOUR))) {
                reports.at(now).forEach(each -> keep(each, now.truncatedTo(ChronoUnit.MILLIS)));
                looked = now;
            }
            List<Pending> pending = events.undelivered();
            List<Pending> due = pending.stream()
                    .filter(each -> each.due() != null && !each.due().isAfter(now))
                    .limit(AT_ONCE)
                    .toList();
            Instant taken = standing.last();
            for (Pending each : due) {
                Optional<Pending> claimed = jobs.isEnding()
                        ? Optional.empty()
                        : events.claim(each, clock.instant().plus(LEASE));
                if (claimed.isPresent() && send(claimed.get())) {
                    taken = clock.instant();
                }
            }
            tell(due.isEmpty() ? pending : events.undelivered(), taken);
            console.troubles().went(WORK);
        } catch (RuntimeException storeFails) {
            console.troubles().failed(WORK, storeFails);
        }
    }

    private void keep(Report report, Instant now) {
        if (!events.has(report.name())) {
            String id = ids.apply(report.name());
            String body = CrmWebhook.body(
                    id, report.type(), now, campaign, report.data().get());
            events.add(new Event(report.name(), id, body, now));
        }
    }

    /** Whether the receiver took it. */
    private boolean send(Pending claimed) {
        CrmWebhook.Answer answer = webhook.post(claimed.event().body(), clock.instant());
        if (answer.isTaken()) {
            events.delivered(claimed);
        } else if (!jobs.isEnding()) {
            Instant next = clock.instant().plus(pause(claimed.tries()));
            boolean isOver = next.isAfter(claimed.event().made().plus(PATIENCE));
            events.failed(claimed, answer.words(), isOver ? null : next);
        }
        return answer.isTaken();
    }

    /** A minute after the first failure, twice as long after each further one, and up to half of it less. */
    private Duration pause(int failures) {
        Duration full = MINUTE.multipliedBy(1L << Math.min(failures - 1, 10));
        return jitter.shortened(full.compareTo(LONGEST_PAUSE) < 0 ? full : LONGEST_PAUSE);
    }

    private void tell(List<Pending> pending, @Nullable Instant taken) {
        Instant now = clock.instant();
        List<Pending> givenUp = pending.stream()
                .filter(each ->
                        each.isGivenUp() && each.event().made().plus(SHOWN).isAfter(now))
                .toList();
        List<Pending> failing = pending.stream()
                .filter(each -> !each.isGivenUp() && !each.trouble().isEmpty())
                .toList();
        String sentence = "";
        if (!failing.isEmpty()) {
            sentence = "The CRM didn't take an event: " + failing.get(0).trouble()
                    + ". It's tried again; ./bot crm test shows the answer at once.";
        } else if (!givenUp.isEmpty()) {
            sentence = "An event for the CRM was given up after three days: "
                    + givenUp.get(0).trouble() + ". ./bot crm lists what it doesn't have.";
        }
        ComponentHealth before = standing;
        Status status = sentence.isEmpty() ? Status.OK : Status.LATE;
        standing = new ComponentHealth(NAME, status, before.status() == status ? before.since() : now, taken, sentence);
        if (sentence.equals(before.fix())) {
            return;
        } else if (sentence.isEmpty()) {
            console.note("This is over: the CRM didn't take an event.");
        } else {
            console.trouble(sentence);
        }
    }
}

package org.campaignbot.alert.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertIds;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.AlertReach;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.audience.AudienceFilter;
import org.campaignbot.alert.audience.AudiencePhrase;
import org.campaignbot.alert.audience.AudienceTerms;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.check.AlertCheck;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.check.Finding.Severity;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.alert.sending.CappedReach;
import org.campaignbot.alert.sending.RecipientFigures;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.message.Message;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Catalog;
import org.campaignbot.subscriptions.Subscribers;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.subscriptions.Subscriptions;
import org.jspecify.annotations.Nullable;

/**
 * Everything that organizers do with alerts, through any interface: it combines the rules, the check, the store and the clock.
 * A refusal says why, and if two people change an alert at once, one of them is told.
 */
public final class AlertService {

    private final Alerts alerts;
    private final Organizers organizers;
    private final Supplier<CheckContext> situation;
    private final AudiencePorts audience;
    private final RecipientPorts recipients;
    private final AlertIds ids;
    private final boolean canary;
    private final InstantSource clock;
    /** The version that is acted on, or null for whichever is there. */
    private final @Nullable Long seen;

    /**
     * Ports for counting the people that alerts are for.
     *
     * @param subscribers who asked for alerts
     * @param parts what they did with earlier ones
     * @param reach who may get another one
     */
    public record AudiencePorts(Subscribers subscribers, AudienceFilter.Parts parts, AlertReach reach) {}

    /**
     * Ports for what happened to recipients.
     *
     * @param figures counts it
     * @param again re-queues an alert's recipients in state unknown
     * @param inOneCommit runs a block so that all its writes commit together or not at all
     */
    public record RecipientPorts(
            AlertFigures figures, BiConsumer<String, Instant> again, Consumer<Runnable> inOneCommit) {}

    /**
     * The stores of one database that a desk works with.
     *
     * @param inOneCommit runs a block so that all its writes commit together or not at all
     */
    public record Stores(
            Alerts alerts,
            Organizers organizers,
            Subscriptions subscriptions,
            Recipients recipients,
            Consumer<Runnable> inOneCommit) {}

    /**
     * Creates a desk over the stores of one database.
     *
     * @param situation the current pack, settings and directory
     * @param random the source of alert ids
     * @param canary whether the first few recipients get an alert before the others
     */
    public static AlertService over(
            Stores stores,
            Supplier<CheckContext> situation,
            RandomGenerator random,
            boolean canary,
            InstantSource clock) {
        Subscribers subscribers = Subscribers.of(stores.subscriptions);
        return new AlertService(
                stores.alerts,
                stores.organizers,
                situation,
                new AudiencePorts(
                        subscribers,
                        stores.recipients::took,
                        new CappedReach(
                                subscribers,
                                stores.recipients,
                                () -> situation.get().caps())),
                new RecipientPorts(
                        new RecipientFigures(stores.recipients), stores.recipients::again, stores.inOneCommit),
                new AlertIds(random),
                canary,
                clock);
    }

    /**
     * Creates a desk.
     *
     * @param situation the current pack, settings and directory
     * @param canary whether the first few recipients get an alert before the others
     */
    public AlertService(
            Alerts alerts,
            Organizers organizers,
            Supplier<CheckContext> situation,
            AudiencePorts audience,
            RecipientPorts recipients,
            AlertIds ids,
            boolean canary,
            InstantSource clock) {
        this(alerts, organizers, situation, audience, recipients, ids, canary, clock, null);
    }

    /**
     * A desk with the same pack, settings, check and organizers over other alerts and people: what is done there changes nothing here.
     *
     * @param random the source of alert ids
     * @param clockThere what time it is there
     */
    public AlertService elsewhere(
            Alerts other,
            AudiencePorts people,
            RecipientPorts recipientsThere,
            RandomGenerator random,
            InstantSource clockThere) {
        return new AlertService(
                other, organizers, situation, people, recipientsThere, new AlertIds(random), false, clockThere);
    }

    private AlertService(
            Alerts alerts,
            Organizers organizers,
            Supplier<CheckContext> situation,
            AudiencePorts audience,
            RecipientPorts recipients,
            AlertIds ids,
            boolean canary,
            InstantSource clock,
            @Nullable Long seen) {
        this.alerts = alerts;
        this.organizers = organizers;
        this.situation = situation;
        this.audience = audience;
        this.recipients = recipients;
        this.ids = ids;
        this.canary = canary;
        this.clock = clock;
        this.seen = seen;
    }

    /** The same desk for somebody who looked at this version of an alert: whatever they do to another one is refused. */
    public AlertService asSeen(long version) {
        return new AlertService(alerts, organizers, situation, audience, recipients, ids, canary, clock, version);
    }

    /** An alert by its id. */
    public Optional<Alert> find(String id) {
        return alerts.find(id);
    }

    /** All alerts, the latest first. */
    public List<Alert> all() {
        return alerts.all();
    }

    /** What was done to an alert, the earliest first. */
    public List<AlertEntry> trail(String id) {
        return alerts.trail(id);
    }

    /** The names that an audience can use now. */
    public AudienceTerms terms() {
        return situation
                .get()
                .terms(clock.instant(), alerts.all().stream().map(Alert::id).collect(Collectors.toSet()));
    }

    /** An audience in words of a language. */
    public String phrase(Audience audience, Language language) {
        return AudiencePhrase.of(audience, situation.get().terms(clock.instant(), Set.of()), language);
    }

    /** Saves a new draft. */
    public DeskAnswer draft(Draft draft, Actor by) {
        return draft(Alert.Kind.NEW, null, draft, by);
    }

    /** Saves the draft of a correction for everyone who got an earlier alert, whatever audience the draft names. */
    public DeskAnswer correct(String earlier, Draft draft, Actor by) {
        return after(Alert.Kind.CORRECTION, earlier, draft, by);
    }

    /** Saves the draft of a follow-up that tells those who got an earlier alert how it went. */
    public DeskAnswer followUp(String earlier, Draft draft, Actor by) {
        return after(Alert.Kind.FOLLOW_UP, earlier, draft, by);
    }

    private DeskAnswer after(Alert.Kind kind, String earlier, Draft draft, Actor by) {
        Optional<Alert> first = alerts.find(earlier);
        if (first.isEmpty()) {
            return new DeskAnswer.Refused(AlertRefusal.NO_SUCH_ALERT);
        } else if (first.get().began() == null) {
            return new DeskAnswer.Refused(AlertRefusal.NOT_SENT);
        } else if (first.get().stage().isSending()) {
            return new DeskAnswer.Refused(AlertRefusal.STILL_SENDING);
        }
        Audience whoGotIt = new Audience(List.of(new Criterion.Earlier(earlier, Criterion.Part.GOT)), List.of());
        return draft(kind, earlier, draft.to(first.get().draft().topic(), whoGotIt), by);
    }

    private DeskAnswer draft(Alert.Kind kind, @Nullable String about, Draft draft, Actor by) {
        String id = ids.next(taken -> alerts.find(taken).isPresent());
        return keep(AlertStateMachine.draft(id, kind, about, draft, by, clock.instant()), List.of());
    }

    /** Replaces a draft; a correction or follow-up keeps its audience. */
    public DeskAnswer change(String id, Draft draft, Actor by) {
        return with(id, alert -> {
            Draft kept = alert.kind() == Alert.Kind.NEW
                    ? draft
                    : draft.to(alert.draft().topic(), alert.draft().audience());
            return keep(AlertStateMachine.change(alert, kept, by, clock.instant()), List.of());
        });
    }

    /** What a check would find now, without recording it in the trail. */
    public List<Finding> findings(Alert alert) {
        Instant now = clock.instant();
        CheckContext present = situation.get();
        AudienceFilter filter = filter(alert.draft().audience(), alert.draft().topic(), present, now);
        AlertCheck.Subject subject = new AlertCheck.Subject(
                alert,
                filter.count(audience.subscribers()),
                // A correction goes out whatever the caps.
                alert.kind() == Alert.Kind.CORRECTION
                        ? OptionalLong.empty()
                        : audience.reach().left(filter, now),
                alerts.all());
        return present.check(now).findings(subject, now);
    }

    /** What a check would find in what is written, without counting anyone: cheap enough for each line of a list. */
    public List<Finding> written(Alert alert) {
        Instant now = clock.instant();
        return situation.get().check(now).written(alert, now);
    }

    /**
     * What a check would find in words of one language, before the rest of their alert is written.
     *
     * @param own the id of the alert that is changed, or an empty text
     */
    List<Finding> findings(String own, String action, Language language, String words, Actor by) {
        Instant now = clock.instant();
        Draft draft = new Draft(
                action, Subscription.ALL, Map.of(language, words), Audience.EVERYBODY, null, now.plusSeconds(1));
        return AlertStateMachine.draft(own, Alert.Kind.NEW, null, draft, by, now) instanceof AlertTransition.Taken taken
                ? findings(taken.alert()).stream()
                        .filter(each -> each.where().equals(language.code()) || each.kind() == Finding.Kind.SAME_TEXT)
                        .toList()
                : List.of();
    }

    /** Checks an alert; an error turns it back into a draft. */
    public DeskAnswer check(String id, Actor by) {
        return with(id, alert -> check(alert, by));
    }

    private DeskAnswer check(Alert alert, Actor by) {
        List<Finding> findings = findings(alert);
        boolean passes = findings.stream().noneMatch(each -> each.severity() == Severity.ERROR);
        String found =
                findings.stream().map(each -> each.kind().word()).distinct().collect(Collectors.joining(", "));
        DeskAnswer answer = keep(AlertStateMachine.check(alert, passes, found, by, clock.instant()), findings);
        return !passes && answer instanceof DeskAnswer.Done done
                ? new DeskAnswer.Found(done.alert(), findings)
                : answer;
    }

    /** The messages that people would get, by language in the pack's order. */
    public Map<Language, Message> preview(Alert alert) {
        CheckContext present = situation.get();
        Map<Language, Message> previews = new LinkedHashMap<>();
        present.pack().languages().stream()
                .filter(language ->
                        !alert.draft().words().getOrDefault(language, "").isBlank())
                .forEach(language -> previews.put(language, present.preview().of(alert, language)));
        return previews;
    }

    /** Counts the people in an audience. */
    public AudienceCount count(Audience wanted, String topic) {
        return filter(wanted, topic, situation.get(), clock.instant()).count(audience.subscribers());
    }

    private AudienceFilter filter(Audience wanted, String topic, CheckContext present, Instant now) {
        return new AudienceFilter(wanted, topic, present.directory(), now, audience.parts());
    }

    /** Asks the other organizers to approve an alert. */
    public DeskAnswer askForApproval(String id, Actor by) {
        return with(id, alert -> keep(AlertStateMachine.askForApproval(alert, by, clock.instant()), List.of()));
    }

    /** Records that an organizer read what the check asks a person to read. */
    public DeskAnswer acknowledge(String id, Actor by) {
        return with(id, alert -> {
            List<Finding> findings = findings(alert);
            return keep(AlertStateMachine.acknowledge(alert, toAcknowledge(findings), by, clock.instant()), findings);
        });
    }

    /**
     * Sends an alert to the test group; the line in its trail and what is sent commit together.
     *
     * @param organizers how many are in the test group
     * @param send queues the messages of the test
     */
    public DeskAnswer test(String id, int organizers, Actor by, Consumer<Alert> send) {
        return with(id, alert -> {
            Instant now = clock.instant();
            AtomicReference<DeskAnswer> answer = new AtomicReference<>();
            recipients.inOneCommit().accept(() -> {
                List<Instant> tests = testsSince(now.minus(AlertStateMachine.TESTS_COUNT));
                AlertTransition step = AlertStateMachine.test(alert, alerts.trail(id), tests, organizers, by, now);
                answer.set(keep(step, List.of()));
                if (answer.get() instanceof DeskAnswer.Done done) {
                    send.accept(done.alert());
                }
            });
            return answer.get();
        });
    }

    /** When the test group got tests of alerts that hadn't ended by then. */
    private List<Instant> testsSince(Instant then) {
        return alerts.all().stream()
                .filter(each -> each.ended() == null || each.ended().isAfter(then))
                .flatMap(each -> alerts.trail(each.id()).stream())
                .filter(each -> each.act() == AlertEntry.Act.TESTED)
                .map(AlertEntry::at)
                .toList();
    }

    /** Whether this organizer must still acknowledge findings before they may approve the alert. */
    public boolean isUnread(Alert alert, List<Finding> findings, String organizer) {
        String found = toAcknowledge(findings);
        return !found.isEmpty() && !AlertStateMachine.isAcknowledged(alerts.trail(alert.id()), found, organizer);
    }

    private static String toAcknowledge(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isToAcknowledge)
                .map(each -> each.kind().word() + " " + each.where() + ": "
                        + each.about().get("words"))
                .collect(Collectors.joining("; "));
    }

    /** Approves an alert that someone else wrote. */
    public DeskAnswer approve(String id, Actor by) {
        return with(id, alert -> approved(alert, AlertStateMachine.approve(alert, by, clock.instant()), by));
    }

    private DeskAnswer approved(Alert alert, AlertTransition step, Actor by) {
        return step instanceof AlertTransition.Taken && isUnread(alert, findings(alert), by.name())
                ? new DeskAnswer.Refused(AlertRefusal.NOT_ACKNOWLEDGED)
                : keep(step, List.of());
    }

    /** Gives an alert back to its writer, with the reason. */
    public DeskAnswer giveBack(String id, String reason, Actor by) {
        return with(id, alert -> keep(AlertStateMachine.giveBack(alert, reason, by, clock.instant()), List.of()));
    }

    /** Why a draft was given back; empty if it wasn't, or has been changed or approved since then. */
    public Optional<AlertEntry> returned(Alert alert) {
        AlertEntry returned = null;
        for (AlertEntry entry : alert.stage() == Alert.Stage.DRAFT ? alerts.trail(alert.id()) : List.<AlertEntry>of()) {
            returned = switch (entry.act()) {
                case DRAFTED, CHANGED, APPROVED, APPROVED_ALONE -> null;
                case RETURNED -> entry;
                default -> returned;
            };
        }
        return Optional.ofNullable(returned);
    }

    /** Whether this organizer may approve what they wrote, because the organizers chose so and there's no other one. */
    public boolean mayApproveAlone(Actor by) {
        return Catalog.ALONE.equals(situation.get().settings().value(Catalog.APPROVAL))
                && organizers.all().stream()
                        .noneMatch(each ->
                                each.role().covers(Role.ORGANIZER) && !each.id().equals(by.id()));
    }

    /** Approves an alert as the only organizer, who typed how many people would get it. */
    public DeskAnswer approveAlone(String id, String typed, Actor by) {
        return with(id, alert -> {
            boolean mayBeAlone = Catalog.ALONE.equals(situation.get().settings().value(Catalog.APPROVAL));
            String shown = mayBeAlone
                    ? count(alert.draft().audience(), alert.draft().topic()).shown()
                    : "";
            return approved(
                    alert,
                    AlertStateMachine.approveAlone(
                            alert, by, mayBeAlone, organizers.all(), typed, shown, clock.instant()),
                    by);
        });
    }

    /** Schedules an approved alert; the time may be given here if the draft left it open. */
    public DeskAnswer schedule(String id, @Nullable Instant at, Actor by) {
        return with(id, alert -> keep(AlertStateMachine.schedule(alert, at, by, clock.instant()), List.of()));
    }

    /** Makes an approved alert a draft again before anyone gets it. */
    public DeskAnswer withdraw(String id, Actor by) {
        return with(id, alert -> keep(AlertStateMachine.withdraw(alert, by, clock.instant()), List.of()));
    }

    /** Begins to send an approved alert, if a new check finds no error: actions close, and tables change. */
    public DeskAnswer send(String id, Actor by) {
        return with(id, alert -> {
            AlertTransition step = AlertStateMachine.begin(alert, canary, by, clock.instant());
            if (step instanceof AlertTransition.Refused refused) {
                return new DeskAnswer.Refused(refused.why());
            }
            List<Finding> findings = findings(alert);
            return findings.stream().anyMatch(each -> each.severity() == Severity.ERROR)
                    ? check(alert, by)
                    : keep(step, findings);
        });
    }

    /** Pauses an alert. */
    public DeskAnswer pause(String id, Actor by) {
        return with(id, alert -> keep(AlertStateMachine.pause(alert, null, by, clock.instant()), List.of()));
    }

    /** Resumes a paused alert. */
    public DeskAnswer resume(String id, Actor by) {
        return with(id, alert -> keep(AlertStateMachine.resume(alert, by, clock.instant()), List.of()));
    }

    /** Stops an alert for good. */
    public DeskAnswer stop(String id, Actor by) {
        return with(id, alert -> keep(AlertStateMachine.stop(alert, by, clock.instant()), List.of()));
    }

    /**
     * Sends an alert again to recipients in state unknown, except those who pressed its button; some will get it twice.
     *
     * @param typed how many there are, as the organizer was told
     */
    public DeskAnswer sendAgain(String id, String typed, Actor by) {
        return with(id, alert -> {
            long unknown = report(id).unknown();
            if (unknown == 0 || !Long.toString(unknown).equals(typed.strip())) {
                return new DeskAnswer.Refused(unknown == 0 ? AlertRefusal.NOBODY_UNKNOWN : AlertRefusal.WRONG_UNKNOWN);
            }
            Instant now = clock.instant();
            AtomicReference<DeskAnswer> answer = new AtomicReference<>();
            // Between the two writes no recipient waits yet, so the dispatcher would finish the alert.
            recipients.inOneCommit().accept(() -> {
                answer.set(keep(AlertStateMachine.sendAgain(alert, typed.strip(), by, now), List.of()));
                if (answer.get() instanceof DeskAnswer.Done) {
                    recipients.again().accept(id, now);
                }
            });
            return answer.get();
        });
    }

    /** What has happened to an alert so far. */
    public AlertFigures.Figures report(String id) {
        return recipients.figures().of(id);
    }

    private DeskAnswer with(String id, Function<Alert, DeskAnswer> act) {
        Optional<Alert> alert = alerts.find(id);
        if (alert.isPresent() && seen != null && seen != alert.get().version()) {
            return new DeskAnswer.Refused(AlertRefusal.CHANGED_MEANWHILE);
        }
        return alert.map(act).orElse(new DeskAnswer.Refused(AlertRefusal.NO_SUCH_ALERT));
    }

    private DeskAnswer keep(AlertTransition step, List<Finding> findings) {
        if (step instanceof AlertTransition.Refused refused) {
            return new DeskAnswer.Refused(refused.why());
        }
        AlertTransition.Taken taken = (AlertTransition.Taken) step;
        long version = taken.alert().version() + 1;
        return alerts.save(taken.alert(), taken.entry())
                ? new DeskAnswer.Done(taken.alert().version(version), findings)
                : new DeskAnswer.Refused(AlertRefusal.CHANGED_MEANWHILE);
    }
}

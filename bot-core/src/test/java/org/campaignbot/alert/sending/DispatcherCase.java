package org.campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Alert.Stage;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Alerting;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceFilter;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.audience.SmallCountry;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.memory.MemoryRecipients;
import org.campaignbot.memory.MemorySubscriptions;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.AlertQueue.Room;
import org.campaignbot.sending.DeliveryListener;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/** A memory store, a dispatcher over it, and a sender played by the test. */
abstract class DispatcherCase {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Actor ORGANIZER = Actor.of(Alerting.SUNFLOWER);

    Instant now = Alerting.NOON;
    final MemoryAlerts savedAlerts = new MemoryAlerts();
    final Alerts alerts = mock(Alerts.class, delegatesTo(savedAlerts));
    final MemorySubscriptions subscriptions = new MemorySubscriptions();
    final MemoryRecipients recipients = new MemoryRecipients(subscriptions);
    final RecipientQueue queue = new RecipientQueue(
            alerts,
            recipients,
            (alert, subscription) -> Message.of(RichText.of("There is a vote.")),
            DispatcherCase::hours,
            () -> now);
    final List<Claimed> inFlight = new ArrayList<>();
    final List<String> sent = new ArrayList<>();
    final Map<String, DeliveryStatus> statuses = new HashMap<>();
    final List<String> held = new ArrayList<>();
    final List<Stage> heldAt = new ArrayList<>();
    CanaryRules canary = new CanaryRules(0, Duration.ZERO);

    final int dispatch() {
        return new AlertDispatcher(
                        alerts,
                        recipients,
                        subscriptions,
                        queue,
                        this::audience,
                        this::begin,
                        () -> new AlertDispatcher.Rules(hours(), new AlertCaps(1, 4)),
                        canary,
                        this::held,
                        () -> now)
                .run();
    }

    private void held(Alert alert) {
        heldAt.add(alert.stage());
        held.add(Objects.requireNonNull(alert.why()));
    }

    private boolean begin(Alert alert) {
        return AlertStateMachine.begin(alert, canary.isUsed(), Actor.BOT, now) instanceof AlertTransition.Taken taken
                && alerts.save(taken.alert(), taken.entry());
    }

    private List<Subscriber> audience(Alert alert, List<Subscriber> some, Instant at) {
        Audience audience = alert.about() == null
                ? Audience.EVERYBODY
                : new Audience(List.of(new Criterion.Earlier(alert.about(), Criterion.Part.GOT)), List.of());
        return new AudienceFilter(audience, Subscription.ALL, SmallCountry.DIRECTORY, at, recipients::took).among(some);
    }

    static AlertHours hours() {
        return AlertHours.outside("20:00-09:00", state -> List.of());
    }

    /** Claims up to this many alerts. */
    final void claim(int most) {
        inFlight.addAll(queue.advance(List.of(), List.of(), new Room(Map.of(), most), now));
    }

    /** Sends what is claimed and may be sent. */
    final void sendClaimed() {
        List<DeliveryListener.Ended> ended = new ArrayList<>();
        for (Claimed claimed : inFlight) {
            Outgoing each = claimed.message();
            DeliveryStatus denied = queue.denied(each, now);
            DeliveryStatus status =
                    denied != null ? denied : statuses.getOrDefault(each.to().chat(), DeliveryStatus.SENT);
            if (denied == null) {
                sent.add(each.to().chat());
            }
            ended.add(new DeliveryListener.Ended(each, status, status == DeliveryStatus.REFUSED ? "too long" : null));
        }
        inFlight.clear();
        queue.advance(ended, List.of(), Room.NONE, now);
        queue.advance(ended, List.of(), Room.NONE, now);
    }

    /** Claims and sends the alerts that may be sent, up to this number. */
    final void send(int most) {
        claim(most);
        sendClaimed();
    }

    final void goOn() {
        for (int i = 0; i < 5; i++) {
            dispatch();
            send(1_000);
        }
        dispatch();
    }

    final void subscribe(int people, ZoneId zone) {
        for (int i = 0; i < people; i++) {
            subscribe("person" + i, zone, now);
        }
    }

    final void subscribe(String name, ZoneId zone, Instant since) {
        subscriptions.subscribe(
                new Subscription(key(name), "3", since, Language.ENGLISH, zone, "NY", Set.of(Subscription.ALL)));
    }

    static ConversationKey key(String name) {
        return new ConversationKey(new Address("paper", "bot", name, null), new Person("paper", name));
    }

    final void begin(String id) {
        begin(id, Alert.Kind.NEW, null);
    }

    final void begin(String id, Alert.Kind kind, @Nullable String about) {
        approve(id, kind, about, null);
        step(AlertStateMachine.begin(alert(id), canary.isUsed(), ORGANIZER, now));
    }

    final void schedule(String id, Instant at) {
        approve(id, Alert.Kind.NEW, null, at);
        step(AlertStateMachine.schedule(alert(id), null, ORGANIZER, now));
    }

    private void approve(String id, Alert.Kind kind, @Nullable String about, @Nullable Instant at) {
        Draft draft = Alerting.draft("The vote is near.", at);
        Draft lasting = new Draft(
                draft.action(),
                draft.topic(),
                draft.words(),
                draft.audience(),
                at,
                now.plus(Duration.between(Alerting.NOON, Alerting.EXPIRES)));
        step(AlertStateMachine.draft(id, kind, about, lasting, ORGANIZER, now));
        step(AlertStateMachine.check(alert(id), true, "", ORGANIZER, now));
        step(AlertStateMachine.approve(alert(id), Actor.of(Alerting.TULIP), now));
    }

    final void step(AlertTransition step) {
        assertThat(step).isInstanceOf(AlertTransition.Taken.class);
        AlertTransition.Taken taken = (AlertTransition.Taken) step;
        assertThat(alerts.save(taken.alert(), taken.entry())).isTrue();
    }

    final Alert alert(String id) {
        return alerts.find(id).orElseThrow();
    }

    final Stage stage(String id) {
        return alert(id).stage();
    }

    final Map<String, Long> figures(String alert) {
        Map<String, Long> sums = new TreeMap<>();
        recipients.figures(alert).forEach(each -> sums.merge(each.what(), each.number(), Long::sum));
        return sums;
    }
}

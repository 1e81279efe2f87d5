package campaignbot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.conversation.TinyPack;
import campaignbot.memory.MemorySubscriptions;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Person;
import campaignbot.reception.Gate;
import campaignbot.reception.Update;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertGateTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));
    private static final Event PRESS = new Event.Pressed("alert", Event.Pressed.INVITATION, "k3x9");

    private Instant now = TinyPack.NOON;
    private final Map<String, Alert> alerts = new HashMap<>();
    private final MemorySubscriptions subscriptions = new MemorySubscriptions();
    private final AlertGate gate = new AlertGate(Gate.OPEN, new Kept(alerts), subscriptions, () -> now);

    @Test
    void aPressComesWithTheAlertAndWhatTheSubscriptionKnows() {
        alerts.put("k3x9", Drafts.alert("k3x9", Alert.Stage.SENDING));
        subscriptions.subscribe(new Subscription(ANA, "2", now, Language.ENGLISH, ZoneId.of("America/Denver"), "CO"));
        Event expected = new Event.Invited(
                "alert",
                "k3x9",
                Map.of(
                        "alert_standing", "open",
                        "alert_action", "action-call",
                        "signup_home", "CO",
                        "signup_zone", "America/Denver"));
        assertThat(passed(PRESS)).isEqualTo(expected);
        assertThat(passed(new Event.Opened("alert--k3x9"))).isEqualTo(expected);
    }

    @Test
    void whoeverIsSignedUpForNothingMayPressAsWell() {
        alerts.put("k3x9", Drafts.alert("k3x9", Alert.Stage.DONE));
        assertThat(facts()).isEqualTo(Map.of("alert_standing", "open", "alert_action", "action-call"));
    }

    @Test
    void anAlertIsOverOnceItWasStoppedOrItsTimeHasPassed() {
        alerts.put("k3x9", Drafts.alert("k3x9", Alert.Stage.STOPPED));
        assertThat(facts()).containsEntry("alert_standing", "over");
        alerts.put("k3x9", Drafts.alert("k3x9", Alert.Stage.SENDING));
        now = Drafts.EXPIRES.minusMillis(1);
        assertThat(facts()).containsEntry("alert_standing", "open");
        now = Drafts.EXPIRES;
        assertThat(facts()).containsEntry("alert_standing", "over");
    }

    @Test
    void anAlertThatIsForgottenIsOver() {
        assertThat(facts()).isEqualTo(Map.of("alert_standing", "over"));
    }

    @Test
    void everythingElsePassesAsItIs() {
        for (Event event : List.of(
                new Event.Typed("alert--k3x9"),
                new Event.Opened("alerts"),
                new Event.Pressed("alert", "later", "remind"),
                new Event.Pressed("party-join", Event.Pressed.INVITATION, "k3x9"))) {
            assertThat(passed(event)).isSameAs(event);
        }
    }

    private Map<String, String> facts() {
        return ((Event.Invited) passed(PRESS)).facts();
    }

    private Event passed(Event event) {
        return gate.pass(new Update("1", ANA, event, Language.ENGLISH)).event();
    }

    private record Kept(Map<String, Alert> byId) implements Alerts {
        @Override
        public Optional<Alert> find(String id) {
            return Optional.ofNullable(byId.get(id));
        }

        @Override
        public List<Alert> all() {
            return List.copyOf(byId.values());
        }

        @Override
        public List<Alert> open() {
            return all();
        }

        @Override
        public boolean save(Alert alert, AlertEntry entry) {
            return byId.put(alert.id(), alert) == null;
        }

        @Override
        public List<AlertEntry> trail(String id) {
            return List.of();
        }
    }
}

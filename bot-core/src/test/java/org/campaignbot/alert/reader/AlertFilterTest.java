package org.campaignbot.alert.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.Drafts;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Value;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.memory.MemorySubscriptions;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateFilter;
import org.junit.jupiter.api.Test;

class AlertFilterTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("paper", "bot", "ana", null), new Person("paper", "ana"));
    private static final Event PRESS = new Event.Pressed("alert", Event.Pressed.INVITATION, "k3x9");

    private Instant now = TinyPack.NOON;
    private final Alerts alerts = new MemoryAlerts();
    private final MemorySubscriptions subscriptions = new MemorySubscriptions();
    private final AlertFilter gate = new AlertFilter(UpdateFilter.OPEN, alerts, subscriptions, () -> now);

    @Test
    void aPressComesWithTheAlertAndWhatTheSubscriptionKnows() {
        kept(Drafts.alert("k3x9", Alert.Stage.SENDING));
        subscriptions.subscribe(new Subscription(ANA, "2", now, Language.ENGLISH, ZoneId.of("America/Denver"), "CO"));
        Event expected = new Event.Invited(
                "alert",
                "k3x9",
                Value.texts(Map.of(
                        "alert_standing", "open",
                        "alert_action", "action-call",
                        "signup_home", "CO",
                        "signup_zone", "America/Denver")));
        assertThat(passed(PRESS)).isEqualTo(expected);
        assertThat(passed(new Event.Opened("alert--k3x9"))).isEqualTo(expected);
    }

    @Test
    void whoeverIsSignedUpForNothingMayPressAsWell() {
        kept(Drafts.alert("k3x9", Alert.Stage.DONE));
        assertThat(facts()).isEqualTo(Value.texts(Map.of("alert_standing", "open", "alert_action", "action-call")));
    }

    @Test
    void anAlertIsOverOnceItWasStoppedOrItsTimeHasPassed() {
        kept(Drafts.alert("k3x9", Alert.Stage.STOPPED));
        assertThat(facts()).containsEntry("alert_standing", new Value.Text("over"));
        kept(Drafts.alert("k3x9", Alert.Stage.SENDING));
        now = Drafts.EXPIRES.minusMillis(1);
        assertThat(facts()).containsEntry("alert_standing", new Value.Text("open"));
        now = Drafts.EXPIRES;
        assertThat(facts()).containsEntry("alert_standing", new Value.Text("over"));
    }

    @Test
    void anAlertThatIsForgottenIsOver() {
        assertThat(facts()).isEqualTo(Value.texts(Map.of("alert_standing", "over")));
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

    private void kept(Alert alert) {
        long version = alerts.find(alert.id()).map(Alert::version).orElse(0L);
        AlertEntry entry = new AlertEntry(now, AlertEntry.BOT, AlertEntry.Act.CHANGED, "");
        assertThat(alerts.save(alert.version(version), entry)).isTrue();
    }

    private Map<String, Value> facts() {
        return ((Event.Invited) passed(PRESS)).facts();
    }

    private Event passed(Event event) {
        return gate.pass(new Update("1", ANA, event, Language.ENGLISH)).event();
    }
}

package org.campaignbot.alert.reader;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Alerts;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.subscriptions.Subscriptions;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateFilter;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the alert whose button was pressed, and its reader's home, before the engine takes the turn.
 *
 * <p>A turn is a pure function and can't query a store, so what it needs comes with the update. It reads the alert, and the home
 * and time zone of the subscription.
 */
public final class AlertFilter implements UpdateFilter {

    /** The fact with an alert's status: {@link #OPEN}, or {@code over}. */
    public static final String STANDING = "alert_standing";

    /** The fact with the name of its action's record. */
    public static final String ACTION = "alert_action";

    /** The fact with the home from the subscription, in the form of {@link Home#HOME}. */
    public static final String HOME = "signup_home";

    /** The fact with the time zone of the subscription. */
    public static final String ZONE = "signup_zone";

    public static final String OPEN = "open";
    private static final String OVER = "over";
    private static final String LINK = AlertMessages.OPEN + Event.Opened.INVITES;

    private final UpdateFilter next;
    private final Alerts alerts;
    private final Subscriptions subscriptions;
    private final InstantSource clock;

    /** A filter in front of another one. */
    public AlertFilter(UpdateFilter next, Alerts alerts, Subscriptions subscriptions, InstantSource clock) {
        this.next = next;
        this.alerts = alerts;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    public Passage pass(Update update) {
        Passage passage = next.pass(update);
        String id = alert(passage.event());
        return id == null
                ? passage
                : new Passage(
                        new Event.Invited(AlertMessages.OPEN, id, facts(id, update.conversation())), passage.hushed());
    }

    /** The alert whose button was pressed or whose link was followed, or null. */
    private static @Nullable String alert(Event event) {
        if (event instanceof Event.Pressed pressed) {
            boolean opens =
                    pressed.flow().equals(AlertMessages.OPEN) && pressed.step().equals(Event.Pressed.INVITATION);
            return opens ? pressed.answer() : null;
        }
        return event instanceof Event.Opened opened && opened.payload().startsWith(LINK)
                ? opened.payload().substring(LINK.length())
                : null;
    }

    private Map<String, Value> facts(String id, ConversationKey conversation) {
        Map<String, Value> facts = new HashMap<>();
        Optional<Alert> alert = alerts.find(id);
        boolean isOpen = alert.filter(each -> isOpen(each, clock.instant())).isPresent();
        facts.put(STANDING, new Value.Text(isOpen ? OPEN : OVER));
        alert.ifPresent(each -> facts.put(ACTION, new Value.Text(each.draft().action())));
        subscriptions.of(conversation).map(Subscription::facts).ifPresent(known -> {
            take(known.get("zone"), ZONE, facts);
            take(known.get(Home.HOME), HOME, facts);
        });
        return facts;
    }

    private static void take(@Nullable String known, String fact, Map<String, Value> facts) {
        if (known != null) {
            facts.put(fact, new Value.Text(known));
        }
    }

    /** Whether its action is still wanted; an alert not sent yet is open to people who try it out. */
    private static boolean isOpen(Alert alert, Instant now) {
        return alert.stage() != Alert.Stage.STOPPED
                && now.isBefore(alert.draft().expires());
    }
}

package org.campaignbot.alert.reader;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Draft;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.GroupNotice;
import org.campaignbot.subscriptions.SubscriptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Writes the message of an alert: who it's from, the organizers' words, how to stop alerts, and a button that opens the action.
 *
 * <p>A message is built once per language and kind of reader and then reused, so a hundred thousand recipients cost no more than
 * one. Thread-safe.
 */
public final class AlertMessages {

    /** The flow whose first words go above the organizers': who it's from, and that it's an alert. */
    public static final String HEAD = "alert-head";

    /** The flow whose first words go below them in a private chat: how to stop alerts. */
    static final String FOOT = "alert-foot";

    /** The flow behind the button; its invitation carries the alert's id. */
    public static final String OPEN = "alert";

    private static final int MOST_KEPT = 500;

    private final Supplier<Engine> engine;
    private final Function<String, RichText> read;
    private final Function<String, Optional<Alert>> alerts;
    private final InstantSource clock;
    private final Cache<Kind, Message> made =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** What a message depends on; a changed pack or setting means another engine. */
    private record Kind(
            Engine engine,
            Draft draft,
            String id,
            Alert.Kind kind,
            @Nullable String about,
            Language language,
            AlertReader reader) {}

    /**
     * Messages in the words of a pack.
     *
     * @param read reads the packs' small Markdown; errors in it were found when the alert was checked
     * @param alerts finds the alert that another one corrects or follows
     */
    public AlertMessages(
            Supplier<Engine> engine,
            Function<String, RichText> read,
            Function<String, Optional<Alert>> alerts,
            InstantSource clock) {
        this.engine = engine;
        this.read = read;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * The message for a reader in a language, or in the pack's base language if the alert has no words in theirs.
     *
     * @throws IllegalStateException if the pack has no words for alerts, or the alert none in the base language either
     */
    public Message of(Alert alert, Language language, AlertReader reader) {
        Engine present = engine.get();
        Language spoken = alert.draft().words().containsKey(language)
                ? language
                : present.pack().base();
        Kind kind = new Kind(present, alert.draft(), alert.id(), alert.kind(), alert.about(), spoken, reader);
        return made.get(kind, each -> message(each, clock.instant()));
    }

    /**
     * The question whether alerts are still wanted, a year after the person's last turn.
     *
     * @throws IllegalStateException if the pack has no words for it
     */
    public Message stillWanted(Language language) {
        Engine present = engine.get();
        Instant now = clock.instant();
        return new Message(
                present.words(SubscriptionHandler.STILL_FLOW, Map.of(), language, now),
                List.of(
                        entry(SubscriptionHandler.KEEP_FLOW, present, language, now),
                        entry(SubscriptionHandler.LEAVE_FLOW, present, language, now)),
                Visibility.EVERYONE,
                null,
                null,
                false,
                false);
    }

    private Message message(Kind kind, Instant now) {
        String words = kind.draft.words().get(kind.language);
        if (words == null) {
            throw new IllegalStateException("the alert " + kind.id + " has no words in " + kind.language);
        }
        Map<String, Value> facts = facts(kind);
        RichText text = kind.engine.words(HEAD, facts, kind.language, now).plus(read.apply(words));
        return kind.reader instanceof AlertReader.Group group
                ? new GroupNotice(() -> kind.engine)
                        .below(text, choices(kind), new GroupNotice.Footer(group.setBy(), kind.language), now)
                : new Message(
                        text.plus(kind.engine.words(FOOT, facts, kind.language, now)),
                        choices(kind),
                        Visibility.EVERYONE,
                        null,
                        null,
                        false,
                        false);
    }

    private Map<String, Value> facts(Kind kind) {
        Map<String, Value> facts = new HashMap<>();
        facts.put(
                "alert_kind",
                new Value.Text(kind.kind.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        Optional<Alert> earlier = kind.about == null ? Optional.empty() : alerts.apply(kind.about);
        earlier.map(Alert::began).ifPresent(began -> facts.put("alert_on", new Value.Day(EasternTime.dateAt(began))));
        return facts;
    }

    private static List<Choice> choices(Kind kind) {
        Action action = action(kind.engine.pack(), kind.draft.action());
        return action == null ? List.of() : List.of(opening(title(action, kind.language), kind));
    }

    private static Choice entry(String flow, Engine engine, Language language, Instant now) {
        return new Choice.Press(engine.title(flow, language, now), flow, Event.Pressed.ENTRY, Event.Pressed.ENTRY);
    }

    /**
     * On platforms with links into the bot, a group's button is a link, because what follows is between the bot and one person.
     */
    private static Choice opening(String label, Kind kind) {
        return kind.reader instanceof AlertReader.Group group && group.links() != null
                ? new Choice.Open(label, URI.create(group.links() + OPEN + Event.Opened.INVITES + kind.id))
                : new Choice.Press(label, OPEN, Event.Pressed.INVITATION, kind.id);
    }

    private static @Nullable Action action(Pack pack, String name) {
        Value record = pack.records().get(name);
        Action action = record == null ? null : Action.of(name, record);
        return action == null || action.flow().isEmpty() ? null : action;
    }

    public static String title(Action action, Language language) {
        if (action.title() instanceof Value.Translated words) {
            return words.in(language);
        }
        return action.title() instanceof Value.Text text ? text.text() : action.name();
    }
}

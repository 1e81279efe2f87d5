package org.campaignbot.alert.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.DeliveryListener;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outbox;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.EffectResults;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the desk's messages about alerts under way up to date: it edits the figures in place and sends nothing new.
 *
 * <p>An edit takes no turn, so it never interrupts an organizer. Nothing depends on how an edit ends.
 */
public final class AlertProgressMessages implements DeliveryListener {

    private static final String EDITS = "desk-card/";

    /** Separates a turn's message name from the name of the answer that it tells. */
    private static final String ANSWER = "/" + EffectResults.Answer.UPDATE;

    private static final int TRIES = 20;

    private final DeskCards cards;
    private final AlertService desk;
    private final Organizers organizers;
    private final Supplier<Engine> engine;
    private final Ways ways;
    private final InstantSource clock;

    /**
     * How to reach organizers' chats.
     *
     * @param outbox where edits are queued
     * @param channels finds a channel by its name
     * @param languages the language of a conversation, if one is stored
     */
    public record Ways(
            Outbox outbox,
            Function<String, @Nullable Channel> channels,
            Function<ConversationKey, Optional<Language>> languages) {}

    /** Creates a board. */
    public AlertProgressMessages(
            DeskCards cards,
            AlertService desk,
            Organizers organizers,
            Supplier<Engine> engine,
            Ways ways,
            InstantSource clock) {
        this.cards = cards;
        this.desk = desk;
        this.organizers = organizers;
        this.engine = engine;
        this.ways = ways;
        this.clock = clock;
    }

    /**
     * Edits outdated messages and returns how many; called every second or so. If it isn't 0, wake the sender of the outbox.
     *
     * @throws RuntimeException if the store or the pack failed for a message, after all others are done; a later call tries it
     *     again
     */
    public int run() {
        Instant now = clock.instant();
        Map<String, AlertFigures.Figures> figures = new HashMap<>();
        int edits = 0;
        RuntimeException failed = null;
        for (DeskCard each : cards.all()) {
            try {
                edits += see(each, figures, now);
            } catch (RuntimeException failure) {
                failed = failure;
            }
        }
        if (failed != null) {
            throw failed;
        }
        return edits;
    }

    private int see(DeskCard card, Map<String, AlertFigures.Figures> known, Instant now) {
        Optional<Alert> alert = desk.find(card.alert());
        Optional<Organizer> organizer = organizers.of(card.chat().person());
        Channel channel = ways.channels.apply(card.chat().address().channel());
        boolean isNever = alert.isEmpty()
                || organizer.isEmpty()
                || channel == null
                || !channel.surface(card.chat().address()).edits()
                || (card.message() == null && !OrganizerNotifier.isUnderWay(alert.get()));
        if (isNever) {
            cards.drop(card.id());
            return 0;
        } else if (!card.isFree(now)) {
            return 0;
        }
        AlertFigures.Figures figures = known.computeIfAbsent(card.alert(), desk::report);
        String present = DeskPage.progress(alert.get(), figures);
        // An edit without a known result may not have arrived, so it's sent again.
        if (!present.equals(card.shown()) || card.sending() != null) {
            return edit(
                    card.sending(Long.toString(now.toEpochMilli(), Character.MAX_RADIX), present, now),
                    message(card, alert.get(), figures, organizer.get(), channel, now));
        } else if (!OrganizerNotifier.isUnderWay(alert.get()) && figures.waiting() == 0) {
            cards.drop(card.id());
        }
        return 0;
    }

    /** Saves an edit before it's queued, so that only one of several processes sends it. */
    private int edit(DeskCard sending, Message message) {
        if (!cards.save(sending)) {
            return 0;
        }
        ways.outbox.add(List.of(new Outgoing(
                EDITS + sending.id() + "/" + sending.sending(),
                sending.chat().address(),
                sending.chat().person(),
                Outgoing.Lane.REPLY,
                message,
                sending.message(),
                null)));
        return 1;
    }

    /** What the desk would tell now; if that takes several messages, the last one, which has the figures. */
    private Message message(
            DeskCard card, Alert alert, AlertFigures.Figures figures, Organizer reader, Channel channel, Instant now) {
        Engine present = engine.get();
        Language language =
                ways.languages.apply(card.chat()).orElse(present.pack().base());
        DeskPage page = new DeskPage(desk, organizers, present.pack(), reader);
        Map<String, Value> facts = alert.began() == null ? page.of(alert, List.of()) : page.begun(alert, figures);
        List<Message> told = present.told(DeskFacts.FLOW, facts, language, now);
        Message last = told.get(told.size() - 1);
        if (question(alert.stage()) != question(card.stage())) {
            // The buttons of another question would not match what the conversation waits for.
            Choice open = new Choice.Press(
                    present.title(DeskFacts.FLOW, language, now), DeskFacts.FLOW, Event.Pressed.INVITATION, alert.id());
            last = new Message(last.text(), List.of(open), last.visibility(), null, null, false, false);
        }
        List<Message> parts = Fit.fit(last, channel.surface(card.chat().address()));
        return parts.get(parts.size() - 1);
    }

    /** The stage that stands for all stages in which the desk asks the same question. */
    private static Alert.Stage question(Alert.Stage stage) {
        return stage == Alert.Stage.CANARY ? Alert.Stage.SENDING : stage;
    }

    /** Records the messages that told of alerts, and how edits ended. */
    @Override
    public void ended(List<Ended> messages) {
        for (Ended each : messages) {
            String name = each.message().id();
            if (name.startsWith(EDITS)) {
                edited(name.substring(EDITS.length()), each);
            } else if (name.contains(ANSWER) && each.sentAs() != null) {
                told(name, each.sentAs(), each.message().message());
            }
        }
    }

    private void told(String name, String sentAs, Message message) {
        int from = name.indexOf(ANSWER) + ANSWER.length();
        int to = name.indexOf('/', from);
        if (to > from && !message.choices().isEmpty()) {
            change(name.substring(from, to), card -> card.message() == null ? card.told(sentAs) : card);
        }
    }

    private void edited(String name, Ended edit) {
        int end = name.indexOf('/');
        String id = name.substring(0, end);
        Optional<DeskCard> card = cards.find(id);
        if (card.isEmpty() || !name.substring(end + 1).equals(card.get().sending())) {
            return;
        }
        boolean isElsewhere =
                edit.sentAs() != null && !edit.sentAs().equals(card.get().message());
        if (edit.status() == DeliveryStatus.UNKNOWN) {
            change(id, DeskCard::unsure);
        } else if (edit.status() == DeliveryStatus.SENT && !isElsewhere) {
            change(id, DeskCard::edited);
        } else {
            // It was deleted, or can't be edited any more and was sent once as a new message: don't send one every few
            // seconds.
            cards.drop(id);
        }
    }

    private void change(String id, UnaryOperator<DeskCard> rule) {
        for (int i = 0; i < TRIES; i++) {
            Optional<DeskCard> card = cards.find(id);
            if (card.isEmpty() || rule.apply(card.get()).equals(card.get()) || cards.save(rule.apply(card.get()))) {
                return;
            }
        }
        throw new IllegalStateException("gave up after " + TRIES + " conflicting changes to a message");
    }
}

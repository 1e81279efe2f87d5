package campaignbot.alert.desk;

import campaignbot.alert.Alert;
import campaignbot.alert.sending.AlertFigures;
import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Event;
import campaignbot.delivery.Channel;
import campaignbot.delivery.Deliveries;
import campaignbot.delivery.Outbox;
import campaignbot.delivery.Outgoing;
import campaignbot.message.Choice;
import campaignbot.message.Fit;
import campaignbot.message.Message;
import campaignbot.organizers.Organizer;
import campaignbot.organizers.Organizers;
import campaignbot.people.Language;
import campaignbot.reception.Answers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps true what the desk has told organizers of alerts under way: the figures in a message change in its place, and nothing new comes
 * below.
 *
 * <p>An edit takes no turn, so it never comes between an organizer and what they are doing. Whatever becomes of one, nothing waits for it.
 */
public final class DeskBoard implements Deliveries {

    private static final String EDITS = "desk-card/";

    /** Stands in the name of a turn's message before the name of the answer that it tells. */
    private static final String ANSWER = "/" + Answers.Answer.UPDATE;

    private static final int TRIES = 20;

    private final DeskCards cards;
    private final AlertDesk desk;
    private final Organizers organizers;
    private final Supplier<Engine> engine;
    private final Ways ways;
    private final InstantSource clock;

    /**
     * The ways to organizers' chats.
     *
     * @param outbox where edits leave
     * @param channels the channel of a name
     * @param languages the language of a conversation, where one is kept
     */
    public record Ways(
            Outbox outbox,
            Function<String, @Nullable Channel> channels,
            Function<ConversationKey, Optional<Language>> languages) {}

    /** A board. */
    public DeskBoard(
            DeskCards cards,
            AlertDesk desk,
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
     * Edits what is not true any more, and returns how many messages that were; called every second or so. Whoever sends the outbox
     * is to be told where it is not 0.
     *
     * @throws RuntimeException where the store or the pack failed for a message, after all others were seen to; it is tried again by
     *     a later call
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
                || (card.message() == null && !DeskTeller.isUnderWay(alert.get()));
        if (isNever) {
            cards.drop(card.id());
            return 0;
        } else if (!card.isFree(now)) {
            return 0;
        }
        AlertFigures.Figures figures = known.computeIfAbsent(card.alert(), desk::report);
        String present = DeskPage.progress(alert.get(), figures);
        // An edit that nobody heard of may not have arrived, so it leaves again.
        if (!present.equals(card.shown()) || card.sending() != null) {
            return edit(
                    card.sending(Long.toString(now.toEpochMilli(), Character.MAX_RADIX), present, now),
                    message(card, alert.get(), figures, organizer.get(), channel, now));
        } else if (!DeskTeller.isUnderWay(alert.get()) && figures.waiting() == 0) {
            cards.drop(card.id());
        }
        return 0;
    }

    /** Notes an edit before it leaves, by one process of several: whoever finds it noted leaves it alone. */
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

    /** What the desk would tell now; of what takes several messages the last, in which the figures are. */
    private Message message(
            DeskCard card, Alert alert, AlertFigures.Figures figures, Organizer reader, Channel channel, Instant now) {
        Engine present = engine.get();
        Language language =
                ways.languages.apply(card.chat()).orElse(present.pack().base());
        DeskPage page = new DeskPage(desk, organizers, present.pack(), reader);
        Map<String, String> facts = alert.began() == null ? page.of(alert, List.of()) : page.begun(alert, figures);
        List<Message> told = present.told(AlertDeskHandler.FLOW, facts, language, now);
        Message last = told.get(told.size() - 1);
        if (question(alert.stage()) != question(card.stage())) {
            // The buttons of another question would be old ones where the talk waits.
            Choice open = new Choice.Press(
                    present.title(AlertDeskHandler.FLOW, language, now),
                    AlertDeskHandler.FLOW,
                    Event.Pressed.INVITATION,
                    alert.id());
            last = new Message(last.text(), List.of(open), last.visibility(), null, null, false, false);
        }
        List<Message> parts = Fit.fit(last, channel.surface(card.chat().address()));
        return parts.get(parts.size() - 1);
    }

    /** The stage that stands for all in which the desk asks the same. */
    private static Alert.Stage question(Alert.Stage stage) {
        return stage == Alert.Stage.CANARY ? Alert.Stage.SENDING : stage;
    }

    /** Takes note of the messages that told of alerts, and of what became of edits. */
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
        if (edit.fate() == Fate.UNKNOWN) {
            change(id, DeskCard::unsure);
        } else if (edit.fate() == Fate.SENT && !isElsewhere) {
            change(id, DeskCard::edited);
        } else {
            // It was deleted, or cannot be edited any more and came below once: nobody gets a message every few
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
        throw new IllegalStateException("changes of a message overtook each other " + TRIES + " times");
    }
}

package campaignbot.alert.desk;

import campaignbot.alert.Alert;
import campaignbot.alert.reader.AlertGate;
import campaignbot.alert.reader.AlertMessages;
import campaignbot.alert.reader.AlertReader;
import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Event;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.Turn;
import campaignbot.delivery.Channel;
import campaignbot.delivery.Outbox;
import campaignbot.delivery.Outgoing;
import campaignbot.flow.Value;
import campaignbot.message.Block;
import campaignbot.message.Message;
import campaignbot.message.RichText;
import campaignbot.message.Span;
import campaignbot.people.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Shows an organizer an alert before anybody gets it: the very message, to themselves; and what each platform would be sent, to the
 * letter, with what three kinds of readers see behind the button.
 */
public final class DeskPreviews {

    /** The flow whose first words stand above each preview. */
    public static final String HEAD = "alert-preview";

    /** A ZIP code that touches several districts, in New York. */
    static final String SPLIT_ZIP = "10025";

    /** Characters of a payload in one message, so that it is a message on every platform. */
    private static final int PIECE = 2_500;

    private final AlertMessages messages;
    private final Supplier<Engine> engine;
    private final Supplier<List<Channel>> channels;
    private final Outbox outbox;

    /**
     * Previews.
     *
     * @param channels the platforms that alerts go to
     * @param outbox where they leave; whoever sends it looks for what is added
     */
    public DeskPreviews(
            AlertMessages messages, Supplier<Engine> engine, Supplier<List<Channel>> channels, Outbox outbox) {
        this.messages = messages;
        this.engine = engine;
        this.channels = channels;
        this.outbox = outbox;
    }

    /** Sends an organizer what readers would get, in each language; the same name again sends nothing more. */
    void test(Alert alert, ConversationKey to, String name) {
        add(
                to,
                name,
                languages(alert).stream()
                        .map(language -> messages.of(alert, language, AlertReader.ALONE))
                        .toList());
    }

    /** Sends an organizer the previews; the same name again sends nothing more. */
    void send(Alert alert, ConversationKey to, Instant now, String name) {
        List<Message> previews = new ArrayList<>();
        for (Channel channel : channels.get()) {
            for (Language language : languages(alert)) {
                Message message = messages.of(alert, language, AlertReader.ALONE);
                String surface = channel.name() + ", " + language.code();
                for (String payload : channel.payloads(message)) {
                    previews.addAll(literally(head("surface", surface, now), payload));
                }
            }
        }
        Language base = engine.get().pack().base();
        previews.add(behind(head("split", SPLIT_ZIP, now), split(alert, base, now)));
        previews.add(behind(head("dc", "", now), opened(alert, "DC", base, now)));
        Language spanish = new Language("es");
        if (engine.get().pack().languages().contains(spanish)) {
            previews.add(behind(head("spanish", "", now), opened(alert, "CA", spanish, now)));
        }
        add(to, name, previews);
    }

    private void add(ConversationKey to, String name, List<Message> said) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (Message message : said) {
            outgoing.add(new Outgoing(
                    "desk/" + name + "/" + outgoing.size(), to.address(), to.person(), Outgoing.Lane.REPLY, message));
        }
        outbox.add(outgoing);
    }

    private List<Language> languages(Alert alert) {
        return engine.get().pack().languages().stream()
                .filter(alert.draft().words()::containsKey)
                .toList();
    }

    private RichText head(String reader, String surface, Instant now) {
        Engine present = engine.get();
        Map<String, Value> facts =
                Map.of("desk_reader", new Value.Text(reader), "desk_surface", new Value.Text(surface));
        return present.words(HEAD, facts, present.pack().base(), now);
    }

    /** A payload, cut where one message cannot hold it, in letters that no platform changes. */
    private static List<Message> literally(RichText head, String payload) {
        List<Message> pieces = new ArrayList<>();
        for (int at = 0; at < payload.length() || at == 0; at += PIECE) {
            String piece = payload.substring(at, Math.min(payload.length(), at + PIECE));
            RichText code = new RichText(List.of(new Block.Paragraph(List.of(new Span.Code(piece)))));
            pieces.add(Message.of(at == 0 ? head.plus(code) : code));
        }
        return pieces;
    }

    /** What a reader sees, with the buttons as words: they would be those of another conversation. */
    private static Message behind(RichText head, List<Message> seen) {
        RichText text = head;
        for (Message message : seen) {
            text = text.plus(message.text());
            if (!message.choices().isEmpty()) {
                text = text.plus(RichText.of(message.choices().stream()
                        .map(choice -> "[" + choice.label() + "]")
                        .collect(Collectors.joining(" "))));
            }
        }
        return Message.of(text);
    }

    private List<Message> opened(Alert alert, String home, Language language, Instant now) {
        return press(alert, Map.of(AlertGate.HOME, home), language, now).messages();
    }

    /** A reader of whom nothing is kept, and who types a ZIP code where they are asked. */
    private List<Message> split(Alert alert, Language language, Instant now) {
        Turn pressed = press(alert, Map.of(), language, now);
        return engine.get()
                .take(pressed.next(), new Stimulus(new Event.Typed(SPLIT_ZIP), now, 1, language, "preview"))
                .messages();
    }

    private Turn press(Alert alert, Map<String, String> known, Language language, Instant now) {
        Map<String, String> facts = new HashMap<>(known);
        facts.put(AlertGate.STANDING, AlertGate.OPEN);
        facts.put(AlertGate.ACTION, alert.draft().action());
        facts.put(AlertGate.ZONE, "America/New_York");
        Event press = new Event.Invited(AlertMessages.OPEN, alert.id(), facts);
        return engine.get().take(State.fresh(), new Stimulus(press, now, 1, language, "preview"));
    }
}

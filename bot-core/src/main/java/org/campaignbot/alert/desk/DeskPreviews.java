package org.campaignbot.alert.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.alert.reader.AlertReader;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Engine;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Block;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.message.Surface;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.Outgoing;

/**
 * Sends an organizer an alert before anyone else gets it: the real message, to themselves; exactly what each platform would be
 * sent; and what three kinds of readers see behind the button.
 */
public final class DeskPreviews {

    /** The flow whose first words go above each preview. */
    public static final String HEAD = "alert-preview";

    /** Characters of a payload per message, so that it fits into a message on every platform. */
    private static final int PIECE = 2_500;

    private final AlertMessages messages;
    private final AlertPreviews previews;
    private final Supplier<Engine> engine;
    private final Supplier<List<Channel>> channels;
    private final Consumer<List<Outgoing>> outbox;

    /**
     * Creates previews.
     *
     * @param channels the platforms that alerts go to
     * @param outbox queues them
     */
    public DeskPreviews(
            AlertMessages messages,
            Supplier<Engine> engine,
            Supplier<List<Channel>> channels,
            Consumer<List<Outgoing>> outbox) {
        this.messages = messages;
        this.previews = new AlertPreviews((alert, language) -> messages.of(alert, language, AlertReader.ALONE), engine);
        this.engine = engine;
        this.channels = channels;
        this.outbox = outbox;
    }

    /** Sends an organizer what readers would get, in each language; does nothing if the name was used before. */
    public void test(Alert alert, ConversationKey to, String name) {
        add(
                to,
                name,
                previews.languages(alert).stream()
                        .map(language -> messages.of(alert, language, AlertReader.ALONE))
                        .toList());
    }

    /**
     * Sends an organizer of the test group what readers would get, in each language and marked as a test; does nothing if the
     * name was used before.
     *
     * @param by who sends it, as the trail names them
     */
    void test(Alert alert, String by, ConversationKey to, Instant now, String name) {
        Map<String, Value> facts = Map.of("tested_by", new Value.Text(by));
        add(
                to,
                name,
                previews.languages(alert).stream()
                        .map(language -> {
                            Message message = messages.of(alert, language, AlertReader.ALONE);
                            RichText mark = engine.get().words(TestGroup.HEAD, facts, language, now);
                            return message.with(mark.plus(message.text()), message.choices());
                        })
                        .toList());
    }

    /** Sends an organizer the previews; does nothing if the name was used before. */
    void send(Alert alert, ConversationKey to, Instant now, String name) {
        List<Message> shown = new ArrayList<>();
        for (AlertPreviews.Leaving each : previews.leaving(alert, platforms())) {
            String surface = each.platform() + ", " + each.language().code();
            RichText leads =
                    leads(messages.of(alert, each.language(), AlertReader.ALONE).text());
            each.payloads()
                    .forEach(payload ->
                            shown.addAll(literally(head("surface", surface, now).plus(leads), payload)));
        }
        Map<String, Surface> surfaces = new LinkedHashMap<>();
        channels.get().forEach(channel -> surfaces.put(channel.name(), channel.surface(to.address())));
        for (AlertPreviews.Behind each : previews.behind(alert, surfaces, now)) {
            shown.add(behind(head(each.reader().word(), each.platform(), now), each.seen()));
        }
        add(to, name, shown);
    }

    private Map<String, Function<Message, List<String>>> platforms() {
        Map<String, Function<Message, List<String>>> platforms = new LinkedHashMap<>();
        channels.get().forEach(channel -> platforms.put(channel.name(), channel::payloads));
        return platforms;
    }

    private void add(ConversationKey to, String name, List<Message> said) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (Message message : said) {
            outgoing.add(new Outgoing(
                    "desk/" + name + "/" + outgoing.size(), to.address(), to.person(), Outgoing.Lane.REPLY, message));
        }
        outbox.accept(outgoing);
    }

    private RichText head(String reader, String surface, Instant now) {
        Engine present = engine.get();
        Map<String, Value> facts =
                Map.of("desk_reader", new Value.Text(reader), "desk_surface", new Value.Text(surface));
        return present.words(HEAD, facts, present.pack().base(), now);
    }

    /** Where each link of a text leads, label by label. */
    private static RichText leads(RichText text) {
        List<List<Span>> leads = text.links().stream()
                .distinct()
                .map(link -> List.<Span>of(
                        new Span.Plain(link.label() + " → "),
                        new Span.Code(link.address().getHost())))
                .toList();
        return new RichText(leads.isEmpty() ? List.of() : List.of(new Block.Items(false, leads)));
    }

    /** A payload, split if it's too long for one message, in characters that no platform changes. */
    private static List<Message> literally(RichText head, String payload) {
        List<Message> pieces = new ArrayList<>();
        for (int at = 0; at < payload.length() || at == 0; at += PIECE) {
            String piece = payload.substring(at, Math.min(payload.length(), at + PIECE));
            RichText code = new RichText(List.of(new Block.Paragraph(List.of(new Span.Code(piece)))));
            pieces.add(Message.of(at == 0 ? head.plus(code) : code));
        }
        return pieces;
    }

    /** What a reader sees, with the buttons as text, because real ones would belong to another conversation. */
    private static Message behind(RichText head, List<Message> seen) {
        RichText text = head;
        for (Message message : seen) {
            text = text.plus(message.text()).plus(leads(message.text()));
            if (!message.choices().isEmpty()) {
                text = text.plus(RichText.of(message.choices().stream()
                        .map(choice -> "[" + choice.label() + "]")
                        .collect(Collectors.joining(" "))));
            }
        }
        return Message.of(text);
    }
}

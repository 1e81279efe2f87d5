package org.campaignbot.alert.desk;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.EffectResults;

/**
 * Sends a link into the console on the web, to somebody with a role and in a private chat only. The link is in a message that no
 * store holds, and in no fact; what is stored says only that it was sent.
 */
public final class ConsoleDesk {

    /** The effect that asks for a link; it has no arguments. */
    public static final String EFFECT = "console-link";

    /** The flow whose words stand above the link, and whose title is on the button. */
    static final String HEAD = "console-link";

    /** The flow that tells what became of it. */
    static final String FLOW = "console-told";

    /** The flows that tell the result of the effect. */
    public static final Map<String, Set<String>> TOLD = Map.of(EFFECT, Set.of(FLOW, HEAD));

    private static final String NOTE = "console_note";

    private ConsoleDesk() {}

    /**
     * How links are made and sent.
     *
     * @param link makes a link for an organizer; empty if there's no console here
     * @param inside the console's page for a chat app that can open it and tell who opened it; empty if the one at this address can't
     * @param isGroup whether others read along at an address
     * @param unstored sends messages that no store holds; it calls the runnable if none of it could be sent
     */
    public record Ways(
            Function<Organizer, Optional<URI>> link,
            Function<Address, Optional<URI>> inside,
            Predicate<Address> isGroup,
            Unstored unstored) {}

    /** Sends messages that no store holds. */
    public interface Unstored {
        /** Sends them; {@code inVain} is called if nothing could be sent. */
        void send(List<Outgoing> messages, Runnable inVain);
    }

    /**
     * Creates the handler.
     *
     * @param languages the language that was chosen in a conversation
     */
    public static EffectHandler over(
            Organizers organizers,
            OrganizerNotifier.Reach reach,
            Supplier<Engine> engine,
            Function<ConversationKey, Optional<Language>> languages,
            Ways ways) {
        return EffectHandler.of(EFFECT, (conversation, effect) -> {
            String id = OrganizerNotifier.id(
                    reach.names().apply(conversation + "/" + effect.turn() + "/" + effect.ordinal()));
            Consumer<String> tell = note -> reach.answers()
                    .add(new EffectResults.Answer(
                            note.equals("busy") ? id + "busy" : id,
                            conversation,
                            new Event.Answered(FLOW, Map.of(NOTE, new Value.Text(note)))));
            Optional<Organizer> organizer = organizers.of(conversation.person());
            if (organizer.isEmpty()) {
                tell.accept("nobody");
            } else if (ways.isGroup().test(conversation.address())) {
                tell.accept("group");
            } else {
                reach.chats().note(organizer.get().id(), conversation);
                Optional<URI> link = ways.link().apply(organizer.get());
                link.ifPresent(each -> {
                    Engine now = engine.get();
                    Language language =
                            languages.apply(conversation).orElse(now.pack().base());
                    Outgoing outgoing = new Outgoing(
                            "console/" + id,
                            conversation.address(),
                            conversation.person(),
                            Outgoing.Lane.REPLY,
                            message(each, ways.inside().apply(conversation.address()), now, language, effect.at()));
                    ways.unstored().send(List.of(outgoing), () -> tell.accept("busy"));
                });
                tell.accept(link.isPresent() ? "sent" : "off");
            }
        });
    }

    /** The link, and where it can be opened right here, a button for that, which works again later. */
    private static Message message(URI link, Optional<URI> inside, Engine engine, Language language, Instant at) {
        RichText words = engine.words(HEAD, Map.of(), language, at);
        RichText line = new RichText(List.of(new Block.Paragraph(List.of(new Span.Link(link.toString(), link)))));
        List<Choice> buttons = inside.stream()
                .map(page -> (Choice) new Choice.Open(engine.title(HEAD, language, at), link, page))
                .toList();
        return Message.of(RichText.EMPTY).with(words.plus(line), buttons);
    }
}

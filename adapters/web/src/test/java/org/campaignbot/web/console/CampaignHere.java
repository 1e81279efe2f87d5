package org.campaignbot.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;
import org.campaignbot.update.Update;
import org.campaignbot.web.ChatEngine;
import org.campaignbot.web.WebChannel;
import org.jspecify.annotations.Nullable;

/** A campaign that answers what a test sets, and whose bot says back what it hears. */
final class CampaignHere implements CampaignTools {

    final List<String> heard = new ArrayList<>();
    final List<ConversationKey> forgotten = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    @Nullable
    PackFindings findings;

    Understanding.Meaning meaning = new Understanding.Nothing();

    static Message said(String words) {
        return new Message(
                RichText.of(words),
                List.of(new Choice.Press("Call", "call", "card", "yes")),
                Visibility.EVERYONE,
                null,
                null,
                false,
                false);
    }

    @Override
    public Optional<PackFindings> check() {
        return Optional.ofNullable(findings);
    }

    @Override
    public QuestionGuess guess(String question, Language language) {
        asked.add(language + " " + question);
        return new QuestionGuess(meaning, "Call", List.of(new PossibleAnswer("Call <now>", 0.614)), 0.42);
    }

    @Override
    public List<ChatFile> chats() {
        return List.of(
                new ChatFile("happy-path--call", "happy-path", "call", Language.ENGLISH, "happy-path--in-spanish-call"),
                new ChatFile("happy-path--in-spanish-call", "happy-path", "call", Language.SPANISH, "happy-path--call"),
                new ChatFile("rallies--alone", "rallies", "alone", Language.ENGLISH, null));
    }

    @Override
    public Optional<ChatReplay> chat(String id) {
        return chats().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> new ChatReplay(
                        each,
                        "What it's about.",
                        !id.equals("rallies--alone"),
                        List.of(
                                new ChatStep(ChatStep.Kind.TYPED, "<b>call</b> \u202Egnp", List.of(said("Hi {name}"))),
                                new ChatStep(ChatStep.Kind.HAPPENED, "2 hours pass", List.of()),
                                new ChatStep(ChatStep.Kind.PRESSED, "Yes", List.of(said("Thanks!"))))));
    }

    @Override
    public ChatEngine tryOut(WebChannel channel) {
        return new ChatEngine() {
            @Override
            public void receive(Update update) {
                String words = update.event() instanceof Event.Typed typed
                        ? typed.text()
                        : update.event().getClass().getSimpleName();
                heard.add(words);
                ConversationKey to = update.conversation();
                channel.send(to.address(), to.person(), said("You said " + words), null);
            }

            @Override
            public boolean remembers(ConversationKey conversation) {
                return true;
            }

            @Override
            public Optional<Language> language(ConversationKey conversation) {
                return Optional.empty();
            }

            @Override
            public void forget(ConversationKey conversation) {
                forgotten.add(conversation);
            }

            @Override
            public void dropExpired() {}
        };
    }
}

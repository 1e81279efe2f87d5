package org.campaignbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.testkit.ChannelContract;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.Test;

class WebChannelTest extends ChannelContract {

    private static final Page PAGE = new Page(
            "Chat", "A campaign", "/chat", Language.ENGLISH, false, Language.SPANISH, new Page.Parts(true, true, true));

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-24T15:00:00Z"));
    private final WebChats chats = new WebChats(channel -> new Silent(), clock);
    private final WebChat chat = chats.begin(Language.ENGLISH, "", "");

    /** A bot that says nothing by itself. */
    private static final class Silent implements ChatEngine {

        @Override
        public void receive(Update update) {}

        @Override
        public boolean remembers(ConversationKey conversation) {
            return true;
        }

        @Override
        public Optional<Language> language(ConversationKey conversation) {
            return Optional.empty();
        }

        @Override
        public void forget(ConversationKey conversation) {}

        @Override
        public void dropExpired() {}
    }

    @Override
    protected Channel channel() {
        return chats.channel();
    }

    @Override
    protected Address address() {
        return chat.conversation().address();
    }

    /** The page as a browser shows it: tags are gone, and references are the characters they stand for. */
    @Override
    protected String seen() {
        String html = new String(
                new Pages()
                        .chat(PAGE, new Pages.Chat(chat.entries(), chat.form(), 1))
                        .body(),
                java.nio.charset.StandardCharsets.UTF_8);
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&amp;", "&");
    }

    @Test
    void aChatThatHasEndedIsGone() {
        chats.end(chat);
        assertThat(channel().send(address(), person(), Message.of(RichText.of("Hi")), null))
                .isInstanceOf(SendOutcome.Gone.class);
    }

    @Test
    void theButtonsOfTheQuestionThatWaitsAreShown() {
        channel().send(address(), person(), asking("Which?", "Learn"), null);
        chats.take(chat, chat.form(), new org.campaignbot.conversation.Event.Typed("hm"), "hm");
        assertThat(seen()).as("a turn without a question leaves it").contains("Which?", "Learn");
        channel().send(address(), person(), asking("And which of these?", "Call"), null);
        assertThat(seen()).contains("Which?", "Call").doesNotContain("Learn");
    }

    private static Message asking(String question, String label) {
        return Message.of(RichText.of(question))
                .with(RichText.of(question), List.of(new Choice.Press(label, "menu", "menu", label)));
    }
}

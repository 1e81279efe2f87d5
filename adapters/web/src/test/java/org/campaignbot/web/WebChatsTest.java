package org.campaignbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Language;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.Test;

class WebChatsTest {

    private Instant now = Instant.parse("2026-11-24T15:00:00Z");
    private final Echo echo = new Echo();
    private final WebChats chats = new WebChats(
            channel -> {
                echo.channel = channel;
                return echo;
            },
            () -> now);

    /** A bot that repeats what it hears, and forgets whoever asks for it. */
    private static final class Echo implements ChatEngine {

        private @org.jspecify.annotations.Nullable WebChannel channel;
        private final List<Update> received = new ArrayList<>();
        private final Set<ConversationKey> known = new HashSet<>();

        @Override
        public void receive(Update update) {
            received.add(update);
            known.add(update.conversation());
            String words = update.event() instanceof Event.Typed typed ? typed.text() : "Hello";
            if (words.equals("forget me")) {
                known.remove(update.conversation());
            }
            java.util.Objects.requireNonNull(channel)
                    .send(
                            update.conversation().address(),
                            update.conversation().person(),
                            Message.of(RichText.of("You said: " + words)),
                            null);
        }

        @Override
        public boolean remembers(ConversationKey conversation) {
            return known.contains(conversation);
        }

        @Override
        public Optional<Language> language(ConversationKey conversation) {
            return Optional.empty();
        }

        @Override
        public void forget(ConversationKey conversation) {
            known.remove(conversation);
        }

        @Override
        public void dropExpired() {}
    }

    private static List<String> said(WebChat chat) {
        return chat.entries().stream().map(each -> each.text().visible()).toList();
    }

    private void type(WebChat chat, String words) {
        chats.take(chat, chat.form(), new Event.Typed(words), words);
    }

    @Test
    void aChatHoldsWhatBothSaid() {
        WebChat chat = chats.begin(Language.ENGLISH, "call", "");
        type(chat, "10001");
        assertThat(said(chat)).containsExactly("You said: Hello", "10001", "You said: 10001");
        assertThat(echo.received.get(0).event()).isEqualTo(new Event.Opened("call"));
    }

    @Test
    void aFormThatIsSentTwiceCountsOnce() {
        WebChat chat = chats.begin(Language.ENGLISH, "", "");
        String form = chat.form();
        chats.take(chat, form, new Event.Typed("one"), "one");
        chats.take(chat, form, new Event.Typed("one"), "one");
        chats.take(chat, "made-up", new Event.Typed("two"), "two");
        assertThat(echo.received).hasSize(2);
        assertThat(said(chat)).containsExactly("You said: Hello", "one", "You said: one");
    }

    @Test
    void whoSaysForgetMeSeesOnlyTheAnswer() {
        WebChat chat = chats.begin(Language.ENGLISH, "", "");
        type(chat, "10001");
        type(chat, "forget me");
        assertThat(said(chat)).containsExactly("You said: forget me");
    }

    @Test
    void halfAnHourOfSilenceEndsAChat() {
        WebChat chat = chats.begin(Language.ENGLISH, "", "");
        now = now.plus(WebChats.IDLE).minusSeconds(1);
        type(chat, "still here");
        now = now.plus(WebChats.IDLE).minusSeconds(1);
        chats.dropExpired();
        assertThat(chats.find(chat.cookie())).contains(chat);
        now = now.plusSeconds(1);
        assertThat(chats.find(chat.cookie())).isEmpty();
        assertThat(chats.count()).isZero();
        assertThat(said(chat)).isEmpty();
        assertThat(echo.known).isEmpty();
    }

    @Test
    void anEndedChatTakesNothingMore() {
        WebChat chat = chats.begin(Language.ENGLISH, "", "");
        chats.end(chat);
        type(chat, "too late");
        assertThat(said(chat)).isEmpty();
        assertThat(chats.find(chat.cookie())).isEmpty();
    }

    @Test
    void aFloodEndsTheChatsThatWereSilentLongest() {
        WebChat first = chats.begin(Language.ENGLISH, "", "");
        WebChat second = chats.begin(Language.ENGLISH, "", "");
        for (int i = 2; i < WebChats.MOST; i++) {
            chats.begin(Language.ENGLISH, "", "");
        }
        assertThat(chats.find(first.cookie())).contains(first);
        for (int i = 0; i < 100; i++) {
            chats.begin(Language.ENGLISH, "", "");
        }
        assertThat(chats.count()).isEqualTo(WebChats.MOST);
        assertThat(echo.known).hasSize(WebChats.MOST);
        assertThat(chats.find(first.cookie())).contains(first);
        assertThat(chats.find(second.cookie())).isEmpty();
    }

    @Test
    void aLongChatKeepsItsEnd() {
        WebChat chat = chats.begin(Language.ENGLISH, "", "");
        for (int i = 0; i < 100; i++) {
            type(chat, "line " + i);
        }
        assertThat(chat.entries()).hasSize(40);
        assertThat(said(chat)).endsWith("line 99", "You said: line 99");
    }

    @Test
    void noCookieOrFormIsEverTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            WebChat chat = chats.begin(Language.ENGLISH, "", "");
            assertThat(seen.add(chat.cookie())).isTrue();
            assertThat(seen.add(chat.form())).isTrue();
            assertThat(chat.cookie()).hasSize(43);
            assertThat(chat.conversation().toString()).doesNotContain(chat.cookie());
        }
        now = now.plus(Duration.ofHours(1));
        chats.dropExpired();
        assertThat(chats.count()).isZero();
    }
}

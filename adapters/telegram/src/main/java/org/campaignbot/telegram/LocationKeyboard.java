package org.campaignbot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.platform.Counts;
import org.campaignbot.telegram.BotApi.Answer;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessages;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardRemove;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/**
 * The button that shares a position, in private chats.
 *
 * <p>It needs a different kind of keyboard than the answers, and a message has only one keyboard. So a question that accepts a
 * position has its answers below it as usual, and a short line with this button follows. After the next message is sent, the line
 * is deleted and the button removed: by that message if it has no answers of its own, else by a silent line that is deleted at
 * once.
 *
 * <p>Which chats show the button is kept in memory. After a restart nothing is known; then the next message without answers removes
 * the button in case it's there, and pressing it meanwhile does no harm.
 */
final class LocationKeyboard {

    private static final int CHATS = 20_000;
    private static final Duration REMEMBERED = Duration.ofHours(24);

    /** How long the button is known to be absent. After that the next message removes it in case it's there. */
    private static final Duration KNOWN_ABSENT = Duration.ofMinutes(30);

    /** The button is known to be absent. */
    private static final Line NONE = new Line("", new LocationWords("", "", ""));

    private final BotApi api;
    private final Counts counts;
    private final Map<Language, LocationWords> words;
    private final Function<ConversationKey, Optional<Language>> languages;
    /** The line with the button, by chat. */
    private final Cache<Address, Line> lines = Caffeine.newBuilder()
            .maximumSize(CHATS)
            .expireAfter(
                    Expiry.<Address, Line>writing((address, line) -> NONE.equals(line) ? KNOWN_ABSENT : REMEMBERED))
            .build();

    /** A line with the button: the id of its message, and the words of its language, which removing it needs again. */
    private record Line(String id, LocationWords words) {}

    /**
     * Creates the button.
     *
     * @param words its words; languages without any use the English ones, and without those there is no button
     * @param languages the language of a conversation, if known
     */
    LocationKeyboard(
            BotApi api,
            Counts counts,
            Map<Language, LocationWords> words,
            Function<ConversationKey, Optional<Language>> languages) {
        this.api = api;
        this.counts = counts;
        this.words = Map.copyOf(words);
        this.languages = languages;
    }

    /** What a message without answers carries to remove the button; null if it's known to be absent. */
    @Nullable
    ReplyKeyboard removal(Address address) {
        return NONE.equals(lines.getIfPresent(address)) ? null : new ReplyKeyboardRemove(true);
    }

    /**
     * Shows or removes the button after a message was sent; failures are only counted.
     *
     * @param asks whether the message accepts a position
     * @param removed whether it removed the button
     */
    void sent(Address address, boolean asks, boolean removed) {
        Line before = lines.getIfPresent(address);
        Line shown = NONE.equals(before) ? null : before;
        if (asks) {
            Line line = show(address);
            if (line != null) {
                lines.put(address, line);
                delete(address, Stream.ofNullable(shown).map(Line::id));
            }
        } else if (shown != null) {
            String carrier = removed ? null : say(address, shown.words().thanks(), new ReplyKeyboardRemove(true));
            lines.put(address, NONE);
            delete(address, Stream.concat(Stream.of(shown.id()), Stream.ofNullable(carrier)));
        } else if (removed) {
            lines.put(address, NONE);
        }
    }

    private @Nullable Line show(Address address) {
        if (words.isEmpty()) {
            return null;
        }
        LocationWords own = wordsFor(address);
        KeyboardButton button = KeyboardButton.builder()
                .text(HtmlText.wellFormed(own.button()))
                .requestLocation(true)
                .build();
        String id = say(
                address,
                own.line(),
                ReplyKeyboardMarkup.builder()
                        .keyboardRow(new KeyboardRow(button))
                        .resizeKeyboard(true)
                        .oneTimeKeyboard(true)
                        .build());
        return id == null ? null : new Line(id, own);
    }

    private LocationWords wordsFor(Address address) {
        Language language = languages
                .apply(new ConversationKey(address, new Person(address.channel(), address.chat())))
                .orElse(Language.ENGLISH);
        LocationWords own = words.get(language);
        return own != null
                ? own
                : words.getOrDefault(Language.ENGLISH, words.values().iterator().next());
    }

    /** Frees expired entries. */
    void dropExpired() {
        lines.cleanUp();
    }

    private @Nullable String say(Address address, String text, ReplyKeyboard keyboard) {
        Answer answer = api.call(SendMessage.builder()
                .chatId(address.chat())
                .messageThreadId(TelegramChannel.thread(address))
                .text(HtmlText.wellFormed(text))
                .disableNotification(true)
                .replyMarkup(keyboard)
                .build());
        if (answer instanceof Answer.Done done) {
            return done.result().path("message_id").asText();
        }
        counts.add(TelegramCount.ASIDE_FAILED);
        return null;
    }

    private void delete(Address address, Stream<String> shown) {
        List<Integer> ids = shown.map(Integer::valueOf).toList();
        if (ids.isEmpty()) {
            return;
        }
        Answer answer = api.call(
                DeleteMessages.builder().chatId(address.chat()).messageIds(ids).build());
        if (!(answer instanceof Answer.Done)) {
            counts.add(TelegramCount.ASIDE_FAILED);
        }
    }
}

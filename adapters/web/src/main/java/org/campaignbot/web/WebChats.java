package org.campaignbot.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Language;
import org.campaignbot.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * The chats on this site's pages, in memory only. A chat belongs to whoever shows its cookie, ends after half an hour without a
 * turn, and leaves nothing behind. Thread-safe.
 */
public final class WebChats {

    /** How many chats are kept; one more ends the one that was silent longest. */
    static final int MOST = 10_000;

    /** After how long a silent chat ends. */
    static final Duration IDLE = Duration.ofMinutes(30);

    private static final int SECRET_BYTES = 32;

    private final Function<WebChannel, ChatEngine> maker;
    private final InstantSource clock;
    private final WebChannel channel = new WebChannel(this::named);
    private final SecureRandom random = new SecureRandom();
    /** By cookie, the one that was silent longest first. */
    private final Map<String, WebChat> chats = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<String, WebChat> byName = new HashMap<>();
    private volatile @Nullable ChatEngine engine;
    private long begun;

    /** No chats yet; the engine that answers through the channel is made with the first one. */
    public WebChats(Function<WebChannel, ChatEngine> maker, InstantSource clock) {
        this.maker = maker;
        this.clock = clock;
    }

    private ChatEngine engine() {
        ChatEngine made = engine;
        if (made == null) {
            synchronized (maker) {
                made = engine == null ? maker.apply(channel) : engine;
                engine = made;
            }
        }
        return made;
    }

    /** The channel through which the engine answers. */
    WebChannel channel() {
        return channel;
    }

    private synchronized @Nullable WebChat named(String name) {
        return byName.get(name);
    }

    /** How many there are. */
    public synchronized int count() {
        return chats.size();
    }

    /**
     * Begins a chat, at a flow or, if that is empty, with the greeting.
     *
     * @param client the mark of the address that it comes from, for limits
     */
    public WebChat begin(Language language, String flow, String client) {
        Instant now = clock.instant();
        WebChat chat;
        List<WebChat> over;
        synchronized (this) {
            over = longestSilent();
            // The secret in the cookie is no part of the address, which messages carry around.
            chat = new WebChat(Long.toString(++begun), secret(), language, secret(), client, now);
            chats.put(chat.cookie(), chat);
            byName.put(chat.name(), chat);
        }
        over.forEach(this::erase);
        take(chat, new Event.Opened(flow), "");
        return chat;
    }

    private List<WebChat> longestSilent() {
        List<WebChat> over = new ArrayList<>();
        Iterator<WebChat> all = chats.values().iterator();
        while (chats.size() >= MOST && all.hasNext()) {
            WebChat chat = all.next();
            all.remove();
            byName.remove(chat.name());
            over.add(chat);
        }
        return over;
    }

    /** The chat of a cookie; empty if it has ended. */
    public Optional<WebChat> find(String cookie) {
        Instant now = clock.instant();
        WebChat chat;
        synchronized (this) {
            chat = chats.get(cookie);
        }
        if (chat != null && isOver(chat, now)) {
            end(chat);
            return Optional.empty();
        }
        return Optional.ofNullable(chat);
    }

    /** Takes a turn; {@code words} are what the page shows as the person's own. A form that was sent before changes nothing. */
    public void take(WebChat chat, String form, Event event, String words) {
        chat.turn().lock();
        try {
            if (chat.takes(form, secret())) {
                take(chat, event, words);
            }
        } finally {
            chat.turn().unlock();
        }
    }

    private void take(WebChat chat, Event event, String words) {
        chat.use(clock.instant());
        long number = chat.begin(words);
        ChatEngine bot = engine();
        bot.receive(new Update(chat.name() + "-" + number, chat.conversation(), event, language(chat)));
        if (!bot.remembers(chat.conversation())) {
            chat.forget();
        }
    }

    /** The language of a chat: chosen in it, or else the one that it began in. */
    public Language language(WebChat chat) {
        return engine().language(chat.conversation()).orElse(chat.locale());
    }

    /** Ends a chat and erases it. */
    public void end(WebChat chat) {
        synchronized (this) {
            chats.remove(chat.cookie());
            byName.remove(chat.name());
        }
        erase(chat);
    }

    private void erase(WebChat chat) {
        chat.end();
        engine().forget(chat.conversation());
    }

    /** Ends the chats that were silent for too long; call it every few seconds. */
    public void dropExpired() {
        Instant now = clock.instant();
        List<WebChat> over = new ArrayList<>();
        synchronized (this) {
            if (begun == 0) {
                return;
            }
            for (WebChat chat : chats.values()) {
                if (isOver(chat, now)) {
                    over.add(chat);
                }
            }
        }
        over.forEach(this::end);
        engine().dropExpired();
    }

    private static boolean isOver(WebChat chat, Instant now) {
        return !now.isBefore(chat.lastUsed().plus(IDLE));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

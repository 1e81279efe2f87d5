package org.campaignbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.platform.Counts;
import org.campaignbot.update.Update;
import org.jspecify.annotations.Nullable;

/** Translates updates from either way in, counts them, and briefly remembers what a translation alone can't know. */
final class TelegramReader {

    private static final int ALBUMS = 10_000;
    private static final Duration ALBUM = Duration.ofMinutes(2);
    private static final int LANGUAGES = 20_000;
    private static final Duration LANGUAGE = Duration.ofMinutes(30);

    private final Identity identity;
    private final Counts counts;
    private volatile @Nullable TelegramUpdates updates;
    /** Which update stands for an album: its pictures arrive as separate messages, and one line about them is enough. */
    private final Cache<String, String> albums =
            Caffeine.newBuilder().maximumSize(ALBUMS).expireAfterWrite(ALBUM).build();

    private final Cache<Address, Language> languages = Caffeine.newBuilder()
            .maximumSize(LANGUAGES)
            .expireAfterWrite(LANGUAGE)
            .build();

    TelegramReader(Identity identity, Counts counts) {
        this.identity = identity;
        this.counts = counts;
    }

    /** Whether the bot knows its own name, needed to tell what is meant for it; asks if it doesn't. */
    boolean isReady() {
        if (updates == null) {
            identity.account().ifPresent(me -> updates = new TelegramUpdates(me));
        }
        return updates != null;
    }

    /** The language of the client that last wrote in a chat, if that was recent. */
    Optional<Language> languageIn(Address address) {
        return Optional.ofNullable(languages.getIfPresent(address));
    }

    /**
     * Reads an update.
     *
     * @throws IllegalStateException before {@link #isReady}
     */
    TelegramArrival read(JsonNode json) {
        TelegramUpdates translation = updates;
        if (translation == null) {
            throw new IllegalStateException("the bot does not know its own name yet");
        }
        TelegramArrival telegramArrival = translation.read(json);
        Update update = telegramArrival.update();
        if (update != null && !update.origin().group()) {
            languages.put(update.conversation().address(), update.locale());
        }
        if (update != null && telegramArrival.album() != null && isRestOfAlbum(update, telegramArrival.album())) {
            telegramArrival = TelegramArrival.passed(TelegramCount.UPDATE_ALBUM);
        }
        counts.add(telegramArrival.counted());
        return telegramArrival;
    }

    /** Frees expired entries. */
    void dropExpired() {
        albums.cleanUp();
        languages.cleanUp();
    }

    private boolean isRestOfAlbum(Update update, String album) {
        String key = update.conversation().address().chat() + "/" + album;
        // The same update may come again if its turn couldn't be committed.
        String first = albums.get(key, unused -> update.id());
        return update.event() instanceof Event.Unreadable && !update.id().equals(first);
    }
}

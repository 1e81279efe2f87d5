package org.campaignbot.slack.send;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.slack.api.WebApi;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where to send an answer to what a person did in a channel, even if the bot isn't a member: only in this process, and
 * only as long as Slack accepts answers there.
 */
public final class ResponseUrls {

    /** How often and how long Slack accepts answers (docs.slack.dev, "Handling user interaction"). */
    private static final int USES = 5;

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int REMEMBERED = 10_000;

    private record Key(Address address, Person person) {}

    private record Left(HttpUrl url, AtomicInteger uses) {}

    private final WebApi api;
    private final Cache<Key, Left> urls =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFE).build();

    public ResponseUrls(WebApi api) {
        this.api = api;
    }

    public void remember(Address address, Person person, String url) {
        HttpUrl known = api.responseAddress(url);
        if (known != null) {
            urls.put(new Key(address, person), new Left(known, new AtomicInteger(USES)));
        }
    }

    /** Frees URLs where Slack no longer accepts answers. */
    public void dropExpired() {
        urls.cleanUp();
    }

    /** Where to answer, which uses up one of the allowed answers; null if there's no such URL, or no longer one. */
    @Nullable
    HttpUrl take(Address address, Person person) {
        Left left = urls.getIfPresent(new Key(address, person));
        return left != null && left.uses().getAndDecrement() > 0 ? left.url() : null;
    }
}

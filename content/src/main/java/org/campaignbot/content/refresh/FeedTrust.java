package org.campaignbot.content.refresh;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which feeds an installation takes: those of the keys that it names, which are neither expired nor older than one that it has seen.
 *
 * @param keys the keys; without any, every feed is refused
 * @param data the folder of its data, where the highest versions are kept
 */
public record FeedTrust(List<FeedKey> keys, Path data) {

    /** The setting that names the keys. */
    public static final String SETTING = "DIRECTORY_FEED_KEY";

    /** Takes none. */
    static final FeedTrust NONE = new FeedTrust(List.of(), Path.of(""));

    public FeedTrust {
        keys = List.copyOf(keys);
    }

    /** The keys that a setting names, separated by commas or spaces; empty if one is none. */
    public static Optional<List<FeedKey>> keys(String setting) {
        List<FeedKey> keys = new ArrayList<>();
        for (String word : setting.strip().split("[,\\s]+", -1)) {
            if (!word.isEmpty()) {
                Optional<FeedKey> key = FeedKey.of(word);
                if (key.isEmpty()) {
                    return Optional.empty();
                }
                keys.add(key.get());
            }
        }
        return Optional.of(keys);
    }

    /**
     * Reads a feed that may be used today.
     *
     * @throws IOException if it isn't known which versions were seen
     */
    Feed.Result read(byte[] bytes, LocalDate today) throws IOException {
        if (keys.isEmpty()) {
            return refused(RefreshRefusal.Kind.KEY, SETTING + " names no key, so nobody's feed can be taken");
        }
        Feed.Result result = Feed.read(
                bytes, id -> keys.stream().filter(each -> each.id().equals(id)).findFirst());
        if (!(result instanceof Feed.Result.Read read)) {
            return result;
        }
        Feed feed = read.feed();
        FeedMark mark = feed.mark();
        if (feed.made().isAfter(today)) {
            return refused(
                    RefreshRefusal.Kind.DATE,
                    "the feed cannot have been made on " + feed.made() + ": today is " + today);
        }
        FeedMark seen = FeedMark.seen(data).getOrDefault(mark.key(), mark);
        if (mark.version() < seen.version()) {
            return refused(
                    RefreshRefusal.Kind.VERSION,
                    "the feed's version " + mark.version() + " is older than " + seen.version()
                            + ", which was here before");
        }
        if (mark.version() == seen.version() && !mark.digest().equals(seen.digest())) {
            return refused(
                    RefreshRefusal.Kind.VERSION,
                    "another feed of the version " + mark.version()
                            + " was here before, and a version is published once");
        }
        return expired(mark, today).<Feed.Result>map(Feed.Result.Refused::new).orElse(result);
    }

    /** The refusal of a feed whose days are over. */
    static Optional<RefreshRefusal> expired(FeedMark mark, LocalDate today) {
        return today.isAfter(mark.expires())
                ? Optional.of(new RefreshRefusal(
                        RefreshRefusal.Kind.EXPIRED,
                        "the feed's last day was " + mark.expires()
                                + "; its publisher has not made a newer one, or the server does not give it"))
                : Optional.empty();
    }

    private static Feed.Result refused(RefreshRefusal.Kind kind, String reason) {
        return new Feed.Result.Refused(new RefreshRefusal(kind, reason));
    }
}

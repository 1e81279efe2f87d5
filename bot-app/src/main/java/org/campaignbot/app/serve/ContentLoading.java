package org.campaignbot.app.serve;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.settings.Settings;

/**
 * The campaign and the tables while they load; this takes longest, so it starts before anything else. The first answer needs only
 * the pack; the rest is read once the server is open, or before if somebody needs it.
 *
 * @param directory the tables
 * @param campaign the campaign, over these tables
 * @param corrections where organizers keep corrections of the tables, once the database is open
 */
record ContentLoading(
        Deferred<LiveDirectory> directory,
        Deferred<Campaign> campaign,
        AtomicReference<Optional<Settings>> corrections) {

    static ContentLoading begin(ServerSettings settings) {
        AtomicReference<Optional<Settings>> corrections = new AtomicReference<>(Optional.empty());
        Deferred<LiveDirectory> directory = Deferred.untilAsked(() -> {
            LiveDirectory live = settings.content().liveDirectory(settings.clock(), System.err::println);
            live.heed(corrections::get);
            return live;
        });
        Deferred<Campaign> campaign = Deferred.of(
                () -> Campaign.begin(settings.content(), () -> directory.get().get())
                        .keepingReminders(() -> directory.get().get())
                        .limitedTo(settings.turnsAMinute()));
        return new ContentLoading(directory, campaign, corrections);
    }

    /**
     * Reads what isn't read yet, and gives back the memory that the start needed: a third of the heap is garbage by then, which an
     * idle bot would keep for days.
     *
     * @throws org.campaignbot.app.config.Content.BrokenContent if it has problems
     */
    void await() throws Exception {
        campaign.await().questions().await();
        directory.await();
        System.gc();
    }
}

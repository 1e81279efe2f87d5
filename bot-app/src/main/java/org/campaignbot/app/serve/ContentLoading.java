package org.campaignbot.app.serve;

import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.ServerSettings;

/**
 * The campaign and the tables while they load; this takes longest, so it starts before anything else.
 *
 * @param directory the tables
 * @param campaign the campaign, over these tables
 */
record ContentLoading(Deferred<LiveDirectory> directory, Deferred<Campaign> campaign) {

    static ContentLoading begin(ServerSettings settings) {
        Deferred<LiveDirectory> directory =
                Deferred.of(() -> settings.content().liveDirectory(settings.clock(), System.err::println));
        Deferred<Campaign> campaign = Deferred.of(
                () -> Campaign.read(settings.content(), () -> directory.get().get())
                        .keepingReminders(() -> directory.get().get())
                        .limitedTo(settings.turnsAMinute()));
        return new ContentLoading(directory, campaign);
    }
}

package org.campaignbot.app.serve;

import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.FreshDirectory;
import org.campaignbot.app.config.ServerSettings;

/**
 * The campaign and the tables while they load; this takes longest, so it starts before anything else. The first answer needs only
 * the pack; the rest is read once the server is open, or before if somebody needs it.
 *
 * @param directory the tables
 * @param campaign the campaign, over these tables
 */
record ContentLoading(Deferred<FreshDirectory> directory, Deferred<Campaign> campaign) {

    static ContentLoading begin(ServerSettings settings) {
        Deferred<FreshDirectory> directory =
                Deferred.untilAsked(() -> settings.content().freshDirectory(settings.clock(), System.err::println));
        Deferred<Campaign> campaign = Deferred.of(
                () -> Campaign.begin(settings.content(), () -> directory.get().get())
                        .keepingReminders(() -> directory.get().get())
                        .limitedTo(settings.turnsAMinute()));
        return new ContentLoading(directory, campaign);
    }

    /**
     * Reads what isn't read yet.
     *
     * @throws org.campaignbot.app.config.Content.BrokenContent if it has problems
     */
    void await() throws Exception {
        campaign.await().questions().await();
        directory.await();
    }
}

package org.campaignbot.app.serve;

import java.util.concurrent.CountDownLatch;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.FreshDirectory;
import org.campaignbot.app.config.ServerSettings;

/**
 * The campaign and the tables while they load; this takes longest, so it starts before anything else. The first answer needs only
 * the pack, so the rest comes after it.
 *
 * @param directory the tables
 * @param campaign the campaign, over these tables
 */
record ContentLoading(Deferred<FreshDirectory> directory, Deferred<Campaign> campaign) {

    static ContentLoading begin(ServerSettings settings) {
        CountDownLatch packRead = new CountDownLatch(1);
        Deferred<FreshDirectory> directory = Deferred.of(() -> {
            packRead.await();
            return settings.content().freshDirectory(settings.clock(), System.err::println);
        });
        Deferred<Campaign> campaign = Deferred.of(() -> {
            try {
                return Campaign.begin(settings.content(), () -> directory.get().get())
                        .keepingReminders(() -> directory.get().get())
                        .limitedTo(settings.turnsAMinute());
            } finally {
                packRead.countDown();
            }
        });
        return new ContentLoading(directory, campaign);
    }

    /**
     * Waits until all of it is read.
     *
     * @throws org.campaignbot.app.config.Content.BrokenContent if it has problems
     */
    void await() throws Exception {
        campaign.await().questions().await();
        directory.await();
    }
}

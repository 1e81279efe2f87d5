package campaignbot.app.serve;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.FreshDirectory;
import campaignbot.app.installation.Later;
import campaignbot.app.installation.ServerSettings;

/**
 * The campaign and the tables while they are read, which takes longest of all and so begins before anything else.
 *
 * @param directory the tables
 * @param campaign the campaign, over these tables
 */
record Reading(Later<FreshDirectory> directory, Later<Campaign> campaign) {

    static Reading begin(ServerSettings settings) {
        Later<FreshDirectory> directory =
                Later.of(() -> settings.content().freshDirectory(settings.clock(), System.err::println));
        Later<Campaign> campaign = Later.of(() ->
                Campaign.read(settings.content(), () -> directory.get().get()).limitedTo(settings.turnsAMinute()));
        return new Reading(directory, campaign);
    }
}

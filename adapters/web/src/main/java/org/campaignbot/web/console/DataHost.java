package org.campaignbot.web.console;

import java.util.function.Supplier;
import org.campaignbot.settings.Catalogue;
import org.campaignbot.settings.Settings;
import org.campaignbot.subscriptions.Subscribers;

/**
 * What the pages about people and data need of the program.
 *
 * @param subscribers everybody who gets alerts; only ever counted
 * @param settings what organizers set
 * @param catalogue what they can set
 * @param tables the look for new tables
 * @param pulse how the server is
 */
public record DataHost(
        Subscribers subscribers,
        Settings settings,
        Catalogue catalogue,
        TableLook tables,
        Supplier<ServerPulse> pulse) {}

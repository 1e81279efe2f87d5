package org.campaignbot.app.serve;

import java.util.Map;
import java.util.function.Supplier;
import org.campaignbot.app.watch.HealthMonitor.Probed;

/**
 * What the server needs of a platform besides its messages.
 *
 * @param probed its health, and how it is probed
 * @param counts counts of events since the start, by name
 * @param dropExpired frees what its adapter cached and no longer needs
 */
record ServedPlatform(Probed probed, Supplier<Map<String, Long>> counts, Runnable dropExpired) {

    String name() {
        return probed.platform().name();
    }
}

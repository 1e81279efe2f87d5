package org.campaignbot.app.serve;

import java.util.List;

/** Receives what people do on one platform. */
interface PlatformIngress {

    /**
     * Checks that the platform knows the bot; if it can't say now, it may do so later.
     *
     * @throws StartRefused (of the package installation) if the platform says that it doesn't, which was already reported
     */
    void look();

    /** Starts receiving. */
    void open();

    /** Stops receiving. */
    void close();

    /** Lines for the operator, once it is open. */
    List<String> lines();
}

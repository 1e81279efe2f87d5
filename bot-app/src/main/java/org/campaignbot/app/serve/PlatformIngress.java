package org.campaignbot.app.serve;

import java.util.List;

/** How people of one platform get in. */
interface PlatformIngress {

    /**
     * Looks whether the platform knows the bot; what it cannot tell now it may tell later.
     *
     * @throws StartRefused (of the package installation) where it says that it does not, which was told already
     */
    void look();

    /** Lets people in. */
    void open();

    /** What whoever runs the bot should know of it, once it is open. */
    List<String> lines();
}

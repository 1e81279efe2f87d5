package org.campaignbot.benchmarks.load;

import java.util.function.Consumer;

/** How updates get to a bot; used only in the driver's thread. */
interface Delivery {

    /**
     * Delivers an update.
     *
     * @param taken called with whether the bot took it; what it didn't take is delivered again
     */
    void deliver(String update, Consumer<Boolean> taken);
}

package org.campaignbot.sending;

import java.time.Duration;

/** Runs something later, so that no thread sleeps and tests need no time. */
@FunctionalInterface
interface Alarm {

    /** Runs something after a delay, in a shared thread. */
    void after(Duration delay, Runnable what);
}

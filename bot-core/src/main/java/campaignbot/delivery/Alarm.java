package campaignbot.delivery;

import java.time.Duration;

/** Wakes whoever has to wait, so that no thread sleeps and tests need no time. */
@FunctionalInterface
interface Alarm {

    /** Runs something after a while, in a thread that others share. */
    void after(Duration delay, Runnable what);
}

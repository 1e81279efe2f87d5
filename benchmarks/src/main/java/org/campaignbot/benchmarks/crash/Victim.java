package org.campaignbot.benchmarks.crash;

import java.io.IOException;

/** What a crash run kills. */
interface Victim {

    /** Ends it as {@code kill -9} does, and returns once it is gone. */
    void kill() throws IOException, InterruptedException;

    /** Starts it again. */
    void restart() throws IOException, InterruptedException;
}

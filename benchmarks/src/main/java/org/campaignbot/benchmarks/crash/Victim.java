package org.campaignbot.benchmarks.crash;

import java.io.IOException;

/** The process that a crash run kills. */
interface Victim {

    /** Kills it like {@code kill -9}, and returns once it's gone. */
    void kill() throws IOException, InterruptedException;

    /** Starts it again. */
    void restart() throws IOException, InterruptedException;
}

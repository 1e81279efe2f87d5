package org.campaignbot.app.serve;

import org.springframework.context.SmartLifecycle;

/**
 * A part that opens with the server, after those of earlier phases, and ends with it, before them.
 *
 * <p>A part must not depend on one of a later phase, since Spring opens dependencies first.
 */
abstract class ServerPart implements SmartLifecycle {

    /** First: check that each platform knows the bot, and finish what an earlier process left. */
    static final int RECOVERY = 0;

    /** Then start the recurring jobs. */
    static final int JOBS = 1;

    /** Last: let updates in. */
    static final int RECEIVING = 2;

    private final int phase;
    private volatile boolean isRunning;

    ServerPart(int phase) {
        this.phase = phase;
    }

    abstract void open();

    void end() {}

    @Override
    public final void start() {
        isRunning = true;
        open();
    }

    @Override
    public final void stop() {
        isRunning = false;
        end();
    }

    @Override
    public final boolean isRunning() {
        return isRunning;
    }

    /** Not with the context: the server opens its parts later, once a signal can end it. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}

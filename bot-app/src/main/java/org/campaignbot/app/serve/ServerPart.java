package org.campaignbot.app.serve;

import org.springframework.context.SmartLifecycle;

/**
 * A part that opens with the server, after those of earlier phases, and ends with it, before them.
 *
 * <p>What a part needs may not be of a later phase: Spring opens it first.
 */
abstract class ServerPart implements SmartLifecycle {

    /** First, platforms are asked whether they know the bot, and what an earlier process left is finished. */
    static final int RECOVERY = 0;

    /** Then the recurring work begins. */
    static final int JOBS = 1;

    /** At last, updates may arrive. */
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

    /** A server is connected first and opened then, when a signal can end it. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}

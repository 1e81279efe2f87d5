package org.campaignbot.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it; thread-safe. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    /** A clock that shows this time. */
    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves the clock forward, or back if the time is negative. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }
}

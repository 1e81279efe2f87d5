package campaignbot.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it; safe for use by several threads. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    /** A clock that shows an instant. */
    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves the clock on, or back by a negative time. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }
}

package campaignbot.app.watch;

import campaignbot.app.watch.Standing.Status;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Whether anything can be stored: after a failure of any job that is tried, and not otherwise. */
public final class Store {

    private static final String MEND =
            "Nothing can be stored: see whether the database answers and the disk has room. The bot goes on by itself.";

    private final Runnable probe;
    private final InstantSource clock;
    private volatile boolean isDoubtful;
    private volatile Instant last;
    private volatile @Nullable Instant failedSince;

    /**
     * A store that is taken to be well.
     *
     * @param probe stores something and takes it away again, or throws where that does not go
     */
    public Store(Runnable probe, InstantSource clock) {
        this.probe = probe;
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Takes note that something failed which may be due to the store. */
    public void doubt() {
        isDoubtful = true;
    }

    /** Tries it, where there is doubt; called every few seconds. */
    void look() {
        if (!isDoubtful) {
            return;
        }
        isDoubtful = false;
        try {
            probe.run();
            last = clock.instant();
            failedSince = null;
        } catch (RuntimeException failure) {
            isDoubtful = true;
            if (failedSince == null) {
                failedSince = clock.instant();
            }
        }
    }

    /** Whether it works, as far as anything has met. */
    public boolean works() {
        return failedSince == null;
    }

    Standing standing() {
        Instant failing = failedSince;
        return failing == null
                ? new Standing("store", Status.OK, last, last, "")
                : new Standing("store", Status.FAILED, failing, last, MEND);
    }
}

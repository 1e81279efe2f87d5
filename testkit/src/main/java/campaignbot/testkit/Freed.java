package campaignbot.testkit;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Tells whether nobody holds an object any more. */
public final class Freed {

    private static final int COLLECTIONS = 20;

    private final WeakReference<@Nullable Object> object;

    /** Watches an object, which the caller must let go of. */
    public Freed(@Nullable Object object) {
        this.object = new WeakReference<>(object);
    }

    /** Whether the object is free, after some collections of garbage. */
    public boolean isFree() {
        for (int i = 0; i < COLLECTIONS && object.get() != null; i++) {
            System.gc();
        }
        return object.get() == null;
    }
}

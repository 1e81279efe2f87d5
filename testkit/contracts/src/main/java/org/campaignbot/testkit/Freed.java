package org.campaignbot.testkit;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Checks whether an object has been garbage-collected. */
public final class Freed {

    private static final int COLLECTIONS = 20;

    private final WeakReference<@Nullable Object> object;

    /** Watches an object; the caller must drop its own reference. */
    public Freed(@Nullable Object object) {
        this.object = new WeakReference<>(object);
    }

    /** Whether the object is gone, after some garbage collections. */
    public boolean isFree() {
        for (int i = 0; i < COLLECTIONS && object.get() != null; i++) {
            System.gc();
        }
        return object.get() == null;
    }
}

package org.campaignbot.directory;

import org.jspecify.annotations.Nullable;

/** The boundaries, loaded once on first use. A failure is final: after fixing the file, restart. */
final class LazyBoundaries {

    private final BoundarySource source;
    private volatile BoundarySource.@Nullable Result result;

    LazyBoundaries(BoundarySource source) {
        this.source = source;
    }

    BoundarySource.Result get() {
        BoundarySource.Result loaded = result;
        if (loaded == null) {
            synchronized (this) {
                loaded = result;
                if (loaded == null) {
                    loaded = source.load();
                    result = loaded;
                }
            }
        }
        return loaded;
    }
}

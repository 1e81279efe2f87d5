package campaignbot.directory;

import org.jspecify.annotations.Nullable;

/** The boundaries, read once, when they are first needed. A failure stays: a broken file is mended by a restart. */
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

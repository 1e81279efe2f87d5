package org.campaignbot.directory;

/** Loads the boundaries when the first position is looked up. */
@FunctionalInterface
public interface BoundarySource {

    /** Reads the boundaries; called at most once, and expected to take a few hundred milliseconds. */
    Result load();

    /** The result of reading them. */
    sealed interface Result {

        /** They were read. */
        record Loaded(Boundaries boundaries) implements Result {}

        /** They couldn't be read. The problem says where and how to fix it. */
        record Failed(String problem) implements Result {}
    }
}

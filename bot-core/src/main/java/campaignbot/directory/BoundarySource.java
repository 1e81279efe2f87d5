package campaignbot.directory;

/** Where the boundaries come from when the first position is asked about. */
@FunctionalInterface
public interface BoundarySource {

    /** Reads the boundaries; called once at most, and expected to take some hundred milliseconds. */
    Result load();

    /** What reading them came to. */
    sealed interface Result {

        /** They were read. */
        record Loaded(Boundaries boundaries) implements Result {}

        /** They could not be read. The problem says where and how to mend it. */
        record Failed(String problem) implements Result {}
    }
}

package campaignbot.lookup;

import campaignbot.conversation.Expectation;
import campaignbot.directory.Directory;
import campaignbot.directory.EasternTime;
import campaignbot.directory.Lookup;
import java.time.Instant;
import java.util.function.Supplier;

/** Recognises a ZIP code, a town, a state, a position or a lawmaker's name; named {@code place}. */
public final class PlaceExpectation implements Expectation {

    private final Supplier<Directory> directory;

    /** An expectation by the directory of the moment. */
    public PlaceExpectation(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "place";
    }

    @Override
    public boolean recognizes(String text, Instant now) {
        // A ZIP code that does not exist is a place all the same: its answer is better than "not understood".
        return !(directory.get().find(text, EasternTime.dateAt(now)) instanceof Lookup.Unknown unknown)
                || unknown.what() != Lookup.Unknown.What.NOT_UNDERSTOOD;
    }

    @Override
    public boolean tellsPlace() {
        return true;
    }
}

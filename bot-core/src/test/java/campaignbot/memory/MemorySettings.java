package campaignbot.memory;

import campaignbot.settings.Change;
import campaignbot.settings.Edit;
import campaignbot.settings.Settings;
import campaignbot.settings.Version;
import java.util.ArrayList;
import java.util.List;

/** Settings in this process's memory. */
public final class MemorySettings implements Settings {

    private final List<Edit> history = new ArrayList<>();
    private Version current = Version.FIRST;

    @Override
    public synchronized Version current() {
        return current;
    }

    @Override
    public synchronized boolean change(Version seen, Change change) {
        if (seen.number() != current.number()) {
            return false;
        }
        history.addAll(current.edits(change));
        current = current.after(change);
        return true;
    }

    @Override
    public synchronized List<Edit> history() {
        return List.copyOf(history);
    }
}

package org.campaignbot.memory;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.Version;

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

package campaignbot.memory;

import campaignbot.workspace.InstallStates;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** States of installations in this process's memory, the latest that were begun. */
public final class MemoryInstallStates implements InstallStates {

    /** States that are kept at once, so that whoever only begins installations fills no memory. */
    private static final int MOST = 10_000;

    private final Map<String, Instant> states = new HashMap<>();

    @Override
    public synchronized void issue(String state, Instant until) {
        if (states.size() >= MOST) {
            states.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .ifPresent(states::remove);
        }
        states.put(state, until);
    }

    @Override
    public synchronized boolean consume(String state, Instant now) {
        Instant until = states.remove(state);
        return until != null && now.isBefore(until);
    }
}

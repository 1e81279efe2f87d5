package org.campaignbot.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.campaignbot.workspace.Installation;
import org.campaignbot.workspace.Installations;

/** Installations in this process's memory. */
public final class MemoryInstallations implements Installations {

    private final Map<String, Installation> installations = new ConcurrentHashMap<>();

    @Override
    public void save(Installation installation) {
        installations.put(installation.workspace(), installation);
    }

    @Override
    public Optional<Installation> find(String workspace) {
        return Optional.ofNullable(installations.get(workspace));
    }

    @Override
    public void delete(String workspace) {
        installations.remove(workspace);
    }
}

package org.campaignbot.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.Alerts;

/** Alerts in this process's memory; they are lost when it ends. */
public final class MemoryAlerts implements Alerts {

    private final Map<String, Alert> alerts = new HashMap<>();
    private final Map<String, List<AlertEntry>> trails = new HashMap<>();

    @Override
    public synchronized Optional<Alert> find(String id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public synchronized List<Alert> all() {
        return alerts.values().stream()
                .sorted(Comparator.comparing(Alert::created).reversed().thenComparing(Alert::id))
                .toList();
    }

    @Override
    public synchronized List<Alert> open() {
        return alerts.values().stream()
                .filter(each -> !each.stage().isFinal())
                .sorted(Comparator.comparing(Alert::created).thenComparing(Alert::id))
                .toList();
    }

    @Override
    public synchronized boolean save(Alert alert, AlertEntry entry) {
        Alert known = alerts.get(alert.id());
        long version = known == null ? 0 : known.version();
        if (version != alert.version()) {
            return false;
        }
        alerts.put(alert.id(), alert.version(version + 1));
        trails.computeIfAbsent(alert.id(), id -> new ArrayList<>()).add(entry);
        return true;
    }

    @Override
    public synchronized List<AlertEntry> trail(String id) {
        return List.copyOf(trails.getOrDefault(id, List.of()));
    }
}

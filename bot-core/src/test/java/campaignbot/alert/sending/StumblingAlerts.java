package campaignbot.alert.sending;

import campaignbot.alert.Alert;
import campaignbot.alert.AlertEntry;
import campaignbot.alert.Alerts;
import campaignbot.memory.MemoryAlerts;
import java.util.List;
import java.util.Optional;

/** Alerts in memory whose next change may fail. */
final class StumblingAlerts implements Alerts {

    private final MemoryAlerts memory = new MemoryAlerts();
    boolean failsAtTheNext;

    @Override
    public Optional<Alert> find(String id) {
        return memory.find(id);
    }

    @Override
    public List<Alert> all() {
        return memory.all();
    }

    @Override
    public List<Alert> open() {
        return memory.open();
    }

    @Override
    public boolean save(Alert alert, AlertEntry entry) {
        if (failsAtTheNext) {
            failsAtTheNext = false;
            throw new IllegalStateException("the disk is full");
        }
        return memory.save(alert, entry);
    }

    @Override
    public List<AlertEntry> trail(String id) {
        return memory.trail(id);
    }
}

package campaignbot.memory;

import campaignbot.alert.Alerts;
import campaignbot.testkit.AlertsContract;

class MemoryAlertsTest extends AlertsContract {
    @Override
    protected Alerts empty() {
        return new MemoryAlerts();
    }
}

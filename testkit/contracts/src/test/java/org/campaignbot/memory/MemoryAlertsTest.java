package org.campaignbot.memory;

import org.campaignbot.alert.Alerts;
import org.campaignbot.testkit.AlertsContract;

class MemoryAlertsTest extends AlertsContract {
    @Override
    protected Alerts empty() {
        return new MemoryAlerts();
    }
}

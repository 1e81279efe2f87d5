package org.campaignbot.memory;

import org.campaignbot.settings.Settings;
import org.campaignbot.testkit.SettingsContract;

class MemorySettingsTest extends SettingsContract {

    @Override
    protected Settings untouched() {
        return new MemorySettings();
    }
}

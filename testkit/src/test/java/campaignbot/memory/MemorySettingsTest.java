package campaignbot.memory;

import campaignbot.settings.Settings;
import campaignbot.testkit.SettingsContract;

class MemorySettingsTest extends SettingsContract {

    @Override
    protected Settings untouched() {
        return new MemorySettings();
    }
}

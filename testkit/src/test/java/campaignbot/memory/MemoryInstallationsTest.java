package campaignbot.memory;

import campaignbot.testkit.InstallationsContract;
import campaignbot.workspace.Installations;

class MemoryInstallationsTest extends InstallationsContract {

    @Override
    protected Installations empty() {
        return new MemoryInstallations();
    }
}

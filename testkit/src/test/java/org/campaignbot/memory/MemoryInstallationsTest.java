package org.campaignbot.memory;

import org.campaignbot.testkit.InstallationsContract;
import org.campaignbot.workspace.Installations;

class MemoryInstallationsTest extends InstallationsContract {

    @Override
    protected Installations empty() {
        return new MemoryInstallations();
    }
}

package org.campaignbot.testkit;

import org.campaignbot.workspace.Installations;

class MemoryInstallationsTest extends InstallationsContract {

    @Override
    protected Installations empty() {
        return new MemoryInstallations();
    }
}

package org.campaignbot.memory;

import org.campaignbot.alert.desk.DeskChats;
import org.campaignbot.testkit.DeskChatsContract;

class MemoryDeskChatsTest extends DeskChatsContract {
    @Override
    protected DeskChats empty() {
        return new MemoryDeskChats();
    }
}

package campaignbot.memory;

import campaignbot.alert.desk.DeskChats;
import campaignbot.testkit.DeskChatsContract;

class MemoryDeskChatsTest extends DeskChatsContract {
    @Override
    protected DeskChats empty() {
        return new MemoryDeskChats();
    }
}

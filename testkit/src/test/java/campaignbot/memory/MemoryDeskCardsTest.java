package campaignbot.memory;

import campaignbot.alert.desk.DeskCards;
import campaignbot.testkit.DeskCardsContract;

class MemoryDeskCardsTest extends DeskCardsContract {
    @Override
    protected DeskCards empty() {
        return new MemoryDeskCards();
    }
}

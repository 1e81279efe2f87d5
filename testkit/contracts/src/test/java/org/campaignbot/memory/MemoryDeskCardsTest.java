package org.campaignbot.memory;

import org.campaignbot.alert.desk.DeskCards;
import org.campaignbot.testkit.DeskCardsContract;

class MemoryDeskCardsTest extends DeskCardsContract {
    @Override
    protected DeskCards empty() {
        return new MemoryDeskCards();
    }
}

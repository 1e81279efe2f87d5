package org.campaignbot.memory;

import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.testkit.WrongNumbersContract;

class MemoryWrongNumbersTest extends WrongNumbersContract {

    @Override
    protected WrongNumbers empty() {
        return new MemoryWrongNumbers();
    }
}

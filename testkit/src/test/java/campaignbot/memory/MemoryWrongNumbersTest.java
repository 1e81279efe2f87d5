package campaignbot.memory;

import campaignbot.tally.WrongNumbers;
import campaignbot.testkit.WrongNumbersContract;

class MemoryWrongNumbersTest extends WrongNumbersContract {

    @Override
    protected WrongNumbers empty() {
        return new MemoryWrongNumbers();
    }
}

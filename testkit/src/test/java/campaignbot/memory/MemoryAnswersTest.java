package campaignbot.memory;

import campaignbot.reception.Answers;
import campaignbot.testkit.AnswersContract;

class MemoryAnswersTest extends AnswersContract {
    @Override
    protected Answers empty() {
        return new MemoryAnswers();
    }
}

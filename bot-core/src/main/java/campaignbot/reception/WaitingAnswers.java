package campaignbot.reception;

import campaignbot.people.Language;
import java.util.List;

/**
 * Hands what the world answered to the reception, where the one writer of the conversation takes it like a message.
 *
 * <p>The turn is committed first, then the answer is dropped. After a crash in between it is handed over once more under the same
 * update id, by which the store knows that it was heard.
 */
public final class WaitingAnswers {

    private static final int BATCH = 100;

    private final Answers answers;
    private final Reception reception;
    private final Language locale;

    /**
     * The answers of an installation.
     *
     * @param locale the language for whoever has chosen none
     */
    public WaitingAnswers(Answers answers, Reception reception, Language locale) {
        this.answers = answers;
        this.reception = reception;
        this.locale = locale;
    }

    /**
     * Hands over what waits and returns how much that was; called several times a second.
     *
     * @throws RuntimeException where the store failed; then it is tried again by the next call
     */
    public int run() {
        int handed = 0;
        List<Answers.Answer> waiting = answers.waiting(BATCH);
        while (!waiting.isEmpty()) {
            reception.receive(waiting.stream()
                    .map(each ->
                            new Update(Answers.Answer.UPDATE + each.id(), each.conversation(), each.event(), locale))
                    .toList());
            answers.done(waiting.stream().map(Answers.Answer::id).toList());
            handed += waiting.size();
            waiting = waiting.size() < BATCH ? List.of() : answers.waiting(BATCH);
        }
        return handed;
    }
}

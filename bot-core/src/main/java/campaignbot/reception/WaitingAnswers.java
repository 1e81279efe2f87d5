package campaignbot.reception;

import campaignbot.people.Language;
import java.util.List;

/**
 * Passes the results of effects to the reception, where the conversation's single writer handles them like a message.
 *
 * <p>It commits the turn first and then drops the answer. After a crash in between it tries again under the same update id, which
 * the store recognizes.
 */
public final class WaitingAnswers {

    private static final int BATCH = 100;

    private final Answers answers;
    private final Reception reception;
    private final Language locale;

    /**
     * The answers of an installation.
     *
     * @param locale the language for people who chose none
     */
    public WaitingAnswers(Answers answers, Reception reception, Language locale) {
        this.answers = answers;
        this.reception = reception;
        this.locale = locale;
    }

    /**
     * Passes on the waiting answers and returns how many there were; call it several times a second.
     *
     * @throws RuntimeException if the store failed; the next call tries again
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

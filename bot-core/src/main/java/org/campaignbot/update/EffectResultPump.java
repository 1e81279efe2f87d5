package org.campaignbot.update;

import java.util.List;
import org.campaignbot.people.Language;

/**
 * Passes the results of effects to the update processor, where the conversation's single writer handles them like a message.
 *
 * <p>It commits the turn first and then drops the answer. After a crash in between it tries again under the same update id, which
 * the store recognizes.
 */
public final class EffectResultPump {

    private static final int BATCH = 100;

    private final EffectResults effectResults;
    private final UpdateProcessor updateProcessor;
    private final Language locale;

    /**
     * The answers of an installation.
     *
     * @param locale the language for people who chose none
     */
    public EffectResultPump(EffectResults effectResults, UpdateProcessor updateProcessor, Language locale) {
        this.effectResults = effectResults;
        this.updateProcessor = updateProcessor;
        this.locale = locale;
    }

    /**
     * Passes on the waiting answers and returns how many there were; call it once results were added, and every
     * so often for what other processes left.
     *
     * @throws RuntimeException if the store failed; the next call tries again
     */
    public int run() {
        int handed = 0;
        List<EffectResults.Answer> waiting = effectResults.waiting(BATCH);
        while (!waiting.isEmpty()) {
            updateProcessor.receive(waiting.stream()
                    .map(each -> new Update(
                            EffectResults.Answer.UPDATE + each.id(), each.conversation(), each.event(), locale))
                    .toList());
            effectResults.done(waiting.stream().map(EffectResults.Answer::id).toList());
            handed += waiting.size();
            waiting = waiting.size() < BATCH ? List.of() : effectResults.waiting(BATCH);
        }
        return handed;
    }
}

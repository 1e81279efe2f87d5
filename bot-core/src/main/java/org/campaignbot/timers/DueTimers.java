package org.campaignbot.timers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Language;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateProcessor;

/**
 * Passes due timers to the update processor, where the conversation's single writer handles them like a message.
 *
 * <p>It commits the turn first and then ends the timer. After a crash in between it tries again under the same update id, which
 * the store recognizes, so nobody is reminded twice.
 */
public final class DueTimers {

    /** How long a lease lasts; a turn takes far less, and after a crash nobody waits long. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int BATCH = 100;

    private final Timers timers;
    private final UpdateProcessor updateProcessor;
    private final Function<ConversationKey, String> name;
    private final Language locale;
    private final InstantSource clock;

    /**
     * The timers of an installation.
     *
     * @param name a keyed hash that names a conversation, for update ids
     * @param locale the language for people who chose none
     */
    public DueTimers(
            Timers timers,
            UpdateProcessor updateProcessor,
            Function<ConversationKey, String> name,
            Language locale,
            InstantSource clock) {
        this.timers = timers;
        this.updateProcessor = updateProcessor;
        this.name = name;
        this.locale = locale;
        this.clock = clock;
    }

    /**
     * Passes on due timers and returns how many there were; call it every few seconds at least.
     *
     * @throws RuntimeException if the store failed; what was claimed is offered again when its lease ends
     */
    public int run() {
        int handed = 0;
        List<Timer> due = claim();
        while (!due.isEmpty()) {
            updateProcessor.receive(due.stream().map(this::update).toList());
            timers.done(due.stream().map(Timer::id).toList());
            handed += due.size();
            due = due.size() < BATCH ? List.of() : claim();
        }
        return handed;
    }

    private List<Timer> claim() {
        return timers.claim(clock.instant(), clock.instant().plus(LEASE), BATCH);
    }

    private Update update(Timer timer) {
        Timer.Id id = timer.id();
        return new Update(
                "timer/" + name.apply(id.conversation()) + "/" + id.turn() + "/" + id.ordinal(),
                id.conversation(),
                new Event.Due(timer.flow()),
                locale);
    }
}

package org.campaignbot.update;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.sending.Sender;
import org.campaignbot.update.ConversationStore.Saved;

/**
 * Answers a cry for help whose turn couldn't be stored: helping needs no store, so the card is sent at once.
 *
 * <p>Nothing else of the turn happens, and the update comes again. Then the card is sent once more, from here or by a turn that
 * is stored.
 */
final class UnstoredHelp {

    private static final int MOST = 10_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(State.HOLD_MINUTES);

    private final TurnExecutor turns;
    private final ConversationStore store;
    private final EditableQuestions met;
    private final Sender sender;
    private final RandomGenerator seeds;
    private final UpdateJournal journal;
    /** Updates answered here, so that a platform that redelivers one every second gets only one card. */
    private final Cache<String, Boolean> answered;

    UnstoredHelp(
            TurnExecutor turns,
            ConversationStore store,
            EditableQuestions met,
            Sender sender,
            InstantSource clock,
            RandomGenerator seeds,
            UpdateJournal journal) {
        this.turns = turns.holdingNothing();
        this.store = store;
        this.met = met;
        this.sender = sender;
        this.seeds = seeds;
        this.journal = journal;
        this.answered = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED_FOR)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Answers those of these updates that are a cry for help. */
    void answer(List<Update> updates) {
        List<Update> words =
                updates.stream().filter(each -> mayCry(each.event())).toList();
        if (!words.isEmpty()) {
            Map<ConversationKey, Saved> known = known(words);
            words.forEach(each -> answer(each, known.getOrDefault(each.conversation(), new Saved(State.fresh(), 0))));
        }
    }

    private static boolean mayCry(Event event) {
        return event instanceof Event.Typed
                || event instanceof Event.Edited
                || event instanceof Event.Submitted
                || event instanceof Event.Opened;
    }

    private Map<ConversationKey, Saved> known(List<Update> updates) {
        try {
            return store.load(updates.stream().map(Update::conversation).toList());
        } catch (RuntimeException away) {
            return Map.of();
        }
    }

    private void answer(Update update, Saved known) {
        if (!met.counts(update, known.state()) || !isCry(turns.take(update, known, seeds.nextLong()))) {
            return;
        }
        String name = PendingCommit.id(update, "help");
        if (answered.asMap().putIfAbsent(name, true) != null) {
            return;
        }
        List<Outgoing> card = card(update, known);
        journal.helpedUnstored();
        sender.sendUnstored(card, () -> answered.invalidate(name));
    }

    /** Only the card, from a state without a waiting question: the rest of the turn would talk about what it stores. */
    private List<Outgoing> card(Update update, Saved known) {
        Saved waitingForNothing = new Saved(State.fresh().saving(known.state().saved()), 0);
        PendingCommit pendingCommit = turns.take(update, waitingForNothing, seeds.nextLong());
        if (pendingCommit.turn().notes().contains(Turn.Note.HELP_OFFERED)) {
            return pendingCommit.helpAlone().commit().outgoing();
        }
        if (pendingCommit.isForPrivate()) {
            ConversationKey there =
                    Objects.requireNonNull(pendingCommit.update().origin().privately());
            pendingCommit = turns.inPrivate(pendingCommit, there, waitingForNothing, seeds.nextLong());
        }
        return pendingCommit.commit().outgoing();
    }

    private static boolean isCry(PendingCommit pendingCommit) {
        List<Turn.Note> notes = pendingCommit.turn().notes();
        return notes.contains(Turn.Note.URGENT) || notes.contains(Turn.Note.HELP_OFFERED);
    }
}

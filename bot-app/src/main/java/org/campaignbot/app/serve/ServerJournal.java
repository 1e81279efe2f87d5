package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.campaignbot.app.config.FailurePlace;
import org.campaignbot.app.watch.Metrics;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.platform.Counts;
import org.campaignbot.update.UpdateJournal;

/** Counts turns by their notes, measures their commits, and reports what failed and where. */
final class ServerJournal implements UpdateJournal {

    private final Counts counts;
    private final Console console;
    private final LongAdder commits = new LongAdder();
    private final LongAdder commitNanos = new LongAdder();
    private final LongAdder failedCommits = new LongAdder();

    ServerJournal(Counts counts, Console console) {
        this.counts = counts;
        this.console = console;
    }

    @Override
    public void turnTaken(TurnInput turnInput, Turn turn) {
        counts.add("turns");
        turn.notes()
                .forEach(note -> counts.add(
                        "turns." + note.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    @Override
    public void committed(Duration took) {
        commits.increment();
        commitNanos.add(took.toNanos());
    }

    @Override
    public void notCommitted() {
        failedCommits.increment();
    }

    /** How the commits went since the start. */
    Metrics.Commits commits() {
        return new Metrics.Commits(commits.sum(), commitNanos.sum(), failedCommits.sum());
    }

    @Override
    public void turnFailed(State state, TurnInput turnInput, RuntimeException failure) {
        counts.add("turns.failed");
        State.Asked asked = state.asked();
        console.trouble("A turn failed at "
                + (asked == null
                        ? "no question"
                        : asked.place().flow() + "/" + asked.place().step())
                + ", on " + turnInput.event().getClass().getSimpleName() + ": " + FailurePlace.of(failure));
    }

    @Override
    public void notHeld(RuntimeException failure) {
        counts.add("facts.not-held");
        console.troubles()
                .met(
                        "What somebody told for the moment could not be held, and is asked again: "
                                + FailurePlace.of(failure),
                        failure);
    }

    @Override
    public void helpedUnstored() {
        counts.add("turns.urgent-unstored");
    }

    @Override
    public void effectFailed(String effect, RuntimeException failure) {
        counts.add("effects.failed");
        console.troubles()
                .met("The effect " + effect + " failed and is tried again: " + FailurePlace.of(failure), failure);
    }
}

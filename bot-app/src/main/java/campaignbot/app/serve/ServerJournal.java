package campaignbot.app.serve;

import campaignbot.app.installation.Whereabouts;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.Turn;
import campaignbot.reception.Reception;
import java.util.Locale;

/** Counts turns by their notes, and tells what failed and where. */
final class ServerJournal implements Reception.Journal {

    private final Counts counts;
    private final Console console;

    ServerJournal(Counts counts, Console console) {
        this.counts = counts;
        this.console = console;
    }

    @Override
    public void turnTaken(Stimulus stimulus, Turn turn) {
        counts.add("turns");
        turn.notes()
                .forEach(note -> counts.add(
                        "turns." + note.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    @Override
    public void turnFailed(State state, Stimulus stimulus, RuntimeException failure) {
        counts.add("turns.failed");
        State.Asked asked = state.asked();
        console.trouble("A turn failed at "
                + (asked == null
                        ? "no question"
                        : asked.place().flow() + "/" + asked.place().step())
                + ", on " + stimulus.event().getClass().getSimpleName() + ": " + Whereabouts.of(failure));
    }

    @Override
    public void notHeld(RuntimeException failure) {
        counts.add("facts.not-held");
        console.troubles()
                .met(
                        "What somebody told for the moment could not be held, and is asked again: "
                                + Whereabouts.of(failure),
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
                .met("The effect " + effect + " failed and is tried again: " + Whereabouts.of(failure), failure);
    }
}

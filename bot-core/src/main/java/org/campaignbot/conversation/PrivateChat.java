package org.campaignbot.conversation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;

/**
 * Points to a private chat instead of showing something personal where others read along.
 *
 * <p>The words are always the same, so others can't learn what the answer was. Only help in danger stays where it was needed: the
 * words it answers stand there, too.
 */
final class PrivateChat {

    private final Pack pack;
    private final TurnInput turnInput;
    private final FactBook facts;

    PrivateChat(Pack pack, State state, TurnInput turnInput) {
        this.pack = pack;
        this.turnInput = turnInput;
        this.facts = new FactBook(pack, state, turnInput);
    }

    /**
     * The turn to use instead of a personal one.
     *
     * @param untouched the state without that turn
     * @param personal what would have been said and done
     */
    Turn inPlaceOf(Turn personal, State untouched) {
        Flow offer = Objects.requireNonNull(
                pack.flow(turnInput.answersPrivately() ? Repair.ANSWERED_IN_PRIVATE : Repair.IN_PRIVATE));
        Step step = offer.first();
        Rendering rendering = new Rendering(facts.language());
        RichText words = step.say() == null ? RichText.EMPTY : rendering.text(step.say(), facts);
        List<Choice> choices = turnInput.answersPrivately() || turnInput.deepLinks() == null
                ? List.of()
                : List.of(new Choice.Open(
                        rendering.line(offer.title(), facts),
                        URI.create(turnInput.deepLinks() + meant(personal.path()))));
        Message message = new Message(words, choices, Visibility.EVERYONE, null, null, false, false);
        List<Turn.Note> notes = new ArrayList<>(personal.notes());
        notes.add(Turn.Note.KEPT_PRIVATE);
        return new Turn(untouched, List.of(message), List.of(), notes, List.of(offer.name() + "/" + step.name()));
    }

    /** The flow that the person came for: the first one on the path that isn't about the conversation itself. */
    private String meant(List<String> path) {
        return path.stream()
                .filter(place -> place.indexOf('/') == place.lastIndexOf('/'))
                .map(place -> place.substring(0, place.indexOf('/')))
                .filter(flow -> !flow.equals(Repair.INTRODUCTION) && !Repair.FLOWS.contains(flow))
                .findFirst()
                .orElseGet(pack::start);
    }
}

package campaignbot.conversation;

import campaignbot.flow.Flow;
import campaignbot.flow.Pack;
import campaignbot.flow.Step;
import campaignbot.message.Choice;
import campaignbot.message.Message;
import campaignbot.message.RichText;
import campaignbot.message.Visibility;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Points to a private chat instead of showing something personal where others read along.
 *
 * <p>The words are always the same, so others can't learn whether somebody asked for their data or cried for help.
 */
final class PrivateChat {

    private final Pack pack;
    private final Stimulus stimulus;
    private final FactBook facts;

    PrivateChat(Pack pack, State state, Stimulus stimulus) {
        this.pack = pack;
        this.stimulus = stimulus;
        this.facts = new FactBook(pack, state, stimulus);
    }

    /**
     * The turn to use instead of a personal one.
     *
     * @param untouched the state without that turn
     * @param personal what would have been said and done
     */
    Turn inPlaceOf(Turn personal, State untouched) {
        Flow offer = Objects.requireNonNull(
                pack.flow(stimulus.answersPrivately() ? Repair.ANSWERED_IN_PRIVATE : Repair.IN_PRIVATE));
        Step step = offer.first();
        Rendering rendering = new Rendering(facts.language());
        RichText words = step.say() == null ? RichText.EMPTY : rendering.text(step.say(), facts);
        List<Choice> choices = stimulus.answersPrivately() || stimulus.deepLinks() == null
                ? List.of()
                : List.of(new Choice.Open(
                        rendering.line(offer.title(), facts),
                        URI.create(stimulus.deepLinks() + meant(personal.path()))));
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

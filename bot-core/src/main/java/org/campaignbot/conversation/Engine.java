package org.campaignbot.conversation;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.GroupMembership;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Takes the turns of conversations over one pack.
 *
 * <p>Immutable, and independent of clock, randomness and storage: the same state and input always give the same turn.
 * Thread-safe.
 */
public final class Engine {

    /** How many turns a minute a conversation may take by default; urgent help never counts. */
    public static final int TURNS_A_MINUTE = 20;

    private final Pack pack;
    private final PackVocabulary packVocabulary;
    private final Understanding understanding;
    private final int turnsAMinute;
    private final HeardWords heardWords;

    /** An engine with the default budget. */
    public Engine(Pack pack, PackVocabulary packVocabulary, Understanding understanding) {
        this(pack, packVocabulary, understanding, TURNS_A_MINUTE);
    }

    /** An engine with its own budget in turns a minute; 0 means no limit. */
    public Engine(Pack pack, PackVocabulary packVocabulary, Understanding understanding, int turnsAMinute) {
        this.pack = pack;
        this.packVocabulary = packVocabulary;
        this.understanding = understanding;
        this.turnsAMinute = turnsAMinute;
        this.heardWords = new HeardWords(pack);
    }

    /** The pack it walks. */
    public Pack pack() {
        return pack;
    }

    /**
     * Takes one turn. In a group, it never says, does or keeps anything personal. It offers a private chat instead, or says that
     * it answers there; then only shared activities and help in danger stay in the group. Non-members can't join shared
     * activities, and are told why.
     *
     * @throws IllegalStateException if the pack itself fails, such as on an unknown value; the state is untouched, and
     *     {@link #apologize} says so to the person
     */
    public Turn take(State state, TurnInput turnInput) {
        FlowRun flowRun = new FlowRun(pack, packVocabulary, state, turnInput);
        new InputRouter(flowRun, turnInput.event(), understanding, heardWords, excess(flowRun.budget())).read();
        Understanding.Destination instead = asksByName(turnInput, flowRun.language())
                ? null
                : flowRun.afterHelp().insteadOf(flowRun.said());
        if (instead != null) {
            boolean isUrgent = flowRun.turn().notes().contains(Turn.Note.URGENT);
            flowRun = new FlowRun(pack, packVocabulary, state, turnInput);
            if (isUrgent) {
                flowRun.note(Turn.Note.URGENT);
            }
            flowRun.enter(instead);
        }
        flowRun.afterHelp().note(flowRun.said());
        Turn turn = fit(flowRun, state, turnInput);
        String help = flowRun.offeredHelp();
        if (help == null) {
            return asShown(turn);
        }
        boolean isGiven = turn.notes().contains(Turn.Note.URGENT)
                || turn.path().stream().anyMatch(place -> isWholeHelp(place, help));
        return asShown(isGiven ? turn : flowRun.offeringHelp(turn, help));
    }

    /** Whether a place is the beginning of the help for a danger, and not only an answer to a question about it. */
    private boolean isWholeHelp(String place, String help) {
        Flow flow = pack.flow(help);
        return flow != null && place.equals(help + "/" + flow.first().name());
    }

    /** Whether a turn asks for something by a button, a link or its very name, so that it's given again as it is. */
    private boolean asksByName(TurnInput turnInput, Language language) {
        return !(turnInput.event() instanceof Event.Typed typed)
                || heardWords.flow(Fold.fold(typed.text()), language) != null;
    }

    /**
     * The turn with what stands on the screen last: buttons that enter a flow are counted below the question's answers, or hide
     * the question where they stand below something else.
     */
    private static Turn asShown(Turn turn) {
        State.Asked asked = turn.next().asked();
        if (asked == null || turn.messages().isEmpty()) {
            return turn;
        }
        List<Choice.Press> presses = turn.messages().get(turn.messages().size() - 1).choices().stream()
                .filter(Choice.Press.class::isInstance)
                .map(Choice.Press.class::cast)
                .toList();
        List<Shape.Offer> entries = presses.stream()
                .filter(press -> press.step().equals(Event.Pressed.ENTRY))
                .map(press -> Shape.Offer.entering(press.flow(), press.label()))
                .toList();
        boolean isAsked =
                turn.path().contains(asked.place().flow() + "/" + asked.place().step());
        if (entries.isEmpty() || (!isAsked && presses.size() > entries.size())) {
            return turn;
        }
        Shape shape = isAsked ? asked.shape().with(entries) : Shape.hidden(entries);
        return turn.with(turn.next().asking(new State.Asked(asked.place(), shape)));
    }

    /** What may be said where the conversation is held. */
    private Turn fit(FlowRun taken, State state, TurnInput turnInput) {
        FlowRun flowRun = taken;
        Turn turn = flowRun.turn();
        if (turnInput.standing() != GroupMembership.MEMBER && isForMembers(turn)) {
            flowRun = new FlowRun(pack, packVocabulary, state, turnInput);
            flowRun.keep(
                    RepairFacts.STANDING, new Value.Text(turnInput.standing().word()));
            flowRun.enter(Repair.MEMBERS_ONLY);
            turn = flowRun.turn();
        }
        if (!turnInput.group() || isForTheGroup(flowRun, turn, turnInput.answersPrivately())) {
            return turn;
        }
        State untouched =
                new FlowRun(pack, packVocabulary, state, turnInput).turn().next();
        return new PrivateChat(pack, state, turnInput).inPlaceOf(turn, untouched);
    }

    private boolean isForTheGroup(FlowRun flowRun, Turn turn, boolean onlyWhatIsTogether) {
        boolean together = turn.path().stream().anyMatch(this::isTogether);
        if (onlyWhatIsTogether) {
            return together || turn.path().isEmpty() || turn.notes().contains(Turn.Note.URGENT);
        }
        return together || !flowRun.isPersonal();
    }

    /** Whether a turn is part of what a group does together, even if it leads into a private chat. */
    private boolean isForMembers(Turn turn) {
        return !turn.notes().contains(Turn.Note.URGENT)
                && turn.path().stream().anyMatch(place -> {
                    Flow flow = flow(place);
                    return flow != null && (flow.together() || flow.invites() != null);
                });
    }

    private @Nullable Flow flow(String place) {
        return pack.flow(place.substring(0, place.indexOf('/')));
    }

    /** Whether a place that a turn went through is in a flow that a group takes together. */
    private boolean isTogether(String place) {
        Flow flow = flow(place);
        return flow != null && flow.together();
    }

    /**
     * The turn to use instead of one that failed: it says so, asks the waiting question again and changes nothing else. If that
     * question fails too, it only says so.
     */
    public Turn apologize(State state, TurnInput turnInput) {
        try {
            FlowRun flowRun = new FlowRun(pack, packVocabulary, state, turnInput);
            flowRun.enter(Repair.WENT_WRONG);
            return flowRun.turn();
        } catch (RuntimeException questionFailsToo) {
            FlowRun flowRun = new FlowRun(pack, packVocabulary, state, turnInput);
            flowRun.speak(Repair.WENT_WRONG);
            return flowRun.turn();
        }
    }

    /**
     * What the first step of a flow says with these facts to a whole group, outside any conversation turn, such as a call party's
     * card; it changes nothing.
     *
     * @throws IllegalStateException if the flow doesn't exist, says nothing, or names a value that isn't there
     */
    public RichText words(String flowName, Map<String, Value> facts, Language language, Instant at) {
        Flow flow = pack.flow(flowName);
        if (flow == null) {
            throw new IllegalStateException("the pack has no words in a flow " + flowName);
        }
        return words(flow.first(), facts, language, at);
    }

    /** What a step says with these facts outside any conversation turn, without its question; see {@link #words(String, Map, Language, Instant)}. */
    public RichText words(Step step, Map<String, Value> facts, Language language, Instant at) {
        Wording say = step.say();
        if (say == null) {
            throw new IllegalStateException("the pack has no words in a step " + step.name());
        }
        FactBook book = new FactBook(pack, State.fresh(), new TurnInput(new Event.Opened(""), at, 0, language, ""));
        facts.forEach(book::keep);
        return new Rendering(book.language()).text(say, book);
    }

    /**
     * What a flow would say and ask with these facts, outside any conversation turn, to refresh a message it sent; it changes
     * nothing.
     *
     * @throws IllegalStateException if the flow doesn't exist or names a value that isn't there
     */
    public List<Message> told(String flowName, Map<String, Value> facts, Language language, Instant at) {
        FlowRun flowRun = new FlowRun(
                pack, packVocabulary, State.fresh(), new TurnInput(new Event.Opened(""), at, 0, language, flowName));
        facts.forEach(flowRun::keep);
        flowRun.enter(flowName);
        return flowRun.turn().messages();
    }

    /**
     * The waiting question as it would be asked again, or the menu if there is none; read-only.
     *
     * @param look the time and language to use; its event doesn't matter
     */
    public List<Message> waiting(State state, TurnInput look) {
        FlowRun flowRun = new FlowRun(pack, packVocabulary, state, look);
        flowRun.go(null, state.asked() == null ? new Target.Menu() : new Target.Repeat(), null);
        return flowRun.turn().messages();
    }

    /** The title of a flow, for a button outside any conversation turn. */
    public String title(String flowName, Language language, Instant at) {
        Flow flow = Objects.requireNonNull(pack.flow(flowName), () -> "the pack has no flow " + flowName);
        FactBook book = new FactBook(pack, State.fresh(), new TurnInput(new Event.Opened(""), at, 0, language, ""));
        return new Rendering(book.language()).line(flow.title(), book);
    }

    /** What the campaign is called, outside any conversation turn. */
    public String packTitle(Language language, Instant at) {
        FactBook book = new FactBook(pack, State.fresh(), new TurnInput(new Event.Opened(""), at, 0, language, ""));
        return new Rendering(book.language()).line(pack.title(), book);
    }

    /** Whether a budget is used up: 0 not yet, 1 by this turn, 2 before it. */
    private int excess(Budget budget) {
        return turnsAMinute == 0 ? 0 : Math.max(0, Math.min(2, budget.used() - turnsAMinute));
    }

    /**
     * Points to a private chat instead of showing something personal where others read along.
     *
     * <p>The words are always the same, so others can't learn what the answer was. Only help in danger stays where it was needed: the
     * words it answers stand there, too.
     */
    static final class PrivateChat {

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
}

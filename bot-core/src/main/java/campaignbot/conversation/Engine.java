package campaignbot.conversation;

import campaignbot.flow.Flow;
import campaignbot.flow.Pack;
import campaignbot.flow.Target;
import campaignbot.flow.Value;
import campaignbot.flow.Wording;
import campaignbot.message.Message;
import campaignbot.message.RichText;
import campaignbot.people.Language;
import campaignbot.people.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the turns of conversations over one pack.
 *
 * <p>Immutable and free of time, chance and storage: the same state and stimulus always give the same turn. Safe for use by
 * any number of threads.
 */
public final class Engine {

    /** Turns a minute that a conversation may take by default; urgent help is never counted out. */
    public static final int TURNS_A_MINUTE = 20;

    private final Pack pack;
    private final Vocabulary vocabulary;
    private final Understanding understanding;
    private final int turnsAMinute;
    private final Map<Language, Map<String, String>> heard;
    private final List<Flow> taking;

    /** An engine with the default budget. */
    public Engine(Pack pack, Vocabulary vocabulary, Understanding understanding) {
        this(pack, vocabulary, understanding, TURNS_A_MINUTE);
    }

    /** An engine with a budget of its own, in turns a minute; 0 is no limit. */
    public Engine(Pack pack, Vocabulary vocabulary, Understanding understanding, int turnsAMinute) {
        this.pack = pack;
        this.vocabulary = vocabulary;
        this.understanding = understanding;
        this.turnsAMinute = turnsAMinute;
        this.heard = pack.languages().stream().collect(Collectors.toUnmodifiableMap(each -> each, pack::heard));
        this.taking = pack.flows().values().stream()
                .filter(flow -> flow.takes() != null)
                .toList();
    }

    /** The pack it walks. */
    public Pack pack() {
        return pack;
    }

    /**
     * Takes one turn. In a group it says, does and keeps nothing that is between the bot and one person, but offers a private chat,
     * or says that it answers there: then nothing stays in the group but what people do together and help in danger. Whoever is no
     * member takes part in nothing that is done together, and is told why.
     *
     * @throws IllegalStateException where the pack itself fails, such as a value that is not known; the state is untouched, and
     *     {@link #apologize} says so to the person
     */
    public Turn take(State state, Stimulus stimulus) {
        Walk walk = new Walk(pack, vocabulary, state, stimulus);
        new Reading(this, walk, stimulus.event()).read();
        Turn turn = walk.turn();
        if (stimulus.standing() != Standing.MEMBER && isForMembers(turn)) {
            walk = new Walk(pack, vocabulary, state, stimulus);
            walk.keep(Repair.STANDING, new Value.Text(stimulus.standing().word()));
            walk.enter(Repair.MEMBERS_ONLY);
            turn = walk.turn();
        }
        if (!stimulus.group() || isForTheGroup(walk, turn, stimulus.answersPrivately())) {
            return turn;
        }
        State untouched = new Walk(pack, vocabulary, state, stimulus).turn().next();
        return new PrivateChat(pack, state, stimulus).inPlaceOf(turn, untouched);
    }

    private boolean isForTheGroup(Walk walk, Turn turn, boolean onlyWhatIsTogether) {
        boolean together = turn.path().stream().anyMatch(this::isTogether);
        if (onlyWhatIsTogether) {
            return together || turn.path().isEmpty() || turn.notes().contains(Turn.Note.URGENT);
        }
        return together || !walk.isPersonal();
    }

    /** Whether a turn belongs to what a group does together, also where it leads into a private chat. */
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

    /** Whether a place that a turn went through is in a flow that a group goes through together. */
    private boolean isTogether(String place) {
        Flow flow = flow(place);
        return flow != null && flow.together();
    }

    /**
     * The turn in place of one that failed: it says so, asks the waiting question again and changes nothing else. Where that
     * question fails too, it says so alone.
     */
    public Turn apologize(State state, Stimulus stimulus) {
        try {
            Walk walk = new Walk(pack, vocabulary, state, stimulus);
            walk.enter(Repair.WENT_WRONG);
            return walk.turn();
        } catch (RuntimeException questionFailsToo) {
            Walk walk = new Walk(pack, vocabulary, state, stimulus);
            walk.speak(Repair.WENT_WRONG);
            return walk.turn();
        }
    }

    /**
     * What the first step of a flow says with these facts, to a group as a whole and in nobody's turn, such as the card of a call
     * party; it changes nothing.
     *
     * @throws IllegalStateException where the flow does not exist, says nothing, or names a value that is not there
     */
    public RichText words(String flowName, Map<String, Value> facts, Language language, Instant at) {
        Flow flow = pack.flow(flowName);
        Wording say = flow == null ? null : flow.first().say();
        if (say == null) {
            throw new IllegalStateException("the pack has no words in a flow " + flowName);
        }
        FactBook book = new FactBook(pack, State.fresh(), new Stimulus(new Event.Opened(""), at, 0, language, ""));
        facts.forEach(book::keep);
        return new Rendering(book.language()).text(say, book);
    }

    /**
     * What a flow would tell and ask with these facts, in nobody's turn, to bring a message of it up to date; it changes nothing.
     *
     * @throws IllegalStateException where the flow does not exist or names a value that is not there
     */
    public List<Message> told(String flowName, Map<String, String> facts, Language language, Instant at) {
        Walk walk = new Walk(
                pack, vocabulary, State.fresh(), new Stimulus(new Event.Opened(""), at, 0, language, flowName));
        facts.forEach((fact, text) -> walk.keep(fact, new Value.Text(text)));
        walk.enter(flowName);
        return walk.turn().messages();
    }

    /**
     * The question that waits in a state, as it would be asked again, or the menu where none does; a look that changes nothing.
     *
     * @param look when it is looked at, and in which language; what happened does not count
     */
    public List<Message> waiting(State state, Stimulus look) {
        Walk walk = new Walk(pack, vocabulary, state, look);
        walk.go(null, state.asked() == null ? new Target.Menu() : new Target.Repeat(), null);
        return walk.turn().messages();
    }

    /** What a flow is called, for a button in nobody's turn. */
    public String title(String flowName, Language language, Instant at) {
        Flow flow = Objects.requireNonNull(pack.flow(flowName), () -> "the pack has no flow " + flowName);
        FactBook book = new FactBook(pack, State.fresh(), new Stimulus(new Event.Opened(""), at, 0, language, ""));
        return new Rendering(book.language()).line(flow.title(), book);
    }

    Understanding understanding() {
        return understanding;
    }

    /** Whether a budget is used up: 0 not yet, 1 by this turn, 2 before it. */
    int excess(Budget budget) {
        return turnsAMinute == 0 ? 0 : Math.max(0, Math.min(2, budget.used() - turnsAMinute));
    }

    /** The flows that take more words than those they are heard by. */
    List<Flow> taking() {
        return taking;
    }

    /** The flow that folded words start from anywhere; words of every language are heard, the reader's own first. */
    @Nullable
    String flowHeard(String folded, Language language) {
        String flow = heard.getOrDefault(language, Map.of()).get(folded);
        if (flow != null) {
            return flow;
        }
        for (Language other : pack.languages()) {
            flow = heard.getOrDefault(other, Map.of()).get(folded);
            if (flow != null) {
                return flow;
            }
        }
        return null;
    }
}

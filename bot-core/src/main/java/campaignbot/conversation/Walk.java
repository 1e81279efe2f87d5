package campaignbot.conversation;

import campaignbot.flow.Action;
import campaignbot.flow.Ask;
import campaignbot.flow.Deed;
import campaignbot.flow.Flow;
import campaignbot.flow.Pack;
import campaignbot.flow.Step;
import campaignbot.flow.Target;
import campaignbot.flow.Value;
import campaignbot.message.RichText;
import campaignbot.message.Visibility;
import campaignbot.people.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One walk through the steps of a pack: it collects what is said and done until a question waits. */
final class Walk {

    /** How many steps a turn may take; a pack that needs more is in an infinite loop. */
    private static final int LONGEST = 50;

    private final Pack pack;
    private final Vocabulary vocabulary;
    private final Stimulus stimulus;
    private final Budget budget;
    private final FactBook facts;
    private final Course course;
    private final ClosedActions closed;
    private final Acting acting;
    private final Composer composer = new Composer();
    private final List<Turn.Note> notes = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private final Instant lastTurn;
    private final long turn;
    private final boolean isNew;
    private int steps;
    private boolean personal;

    Walk(Pack pack, Vocabulary vocabulary, State before, Stimulus stimulus) {
        this.pack = pack;
        this.vocabulary = vocabulary;
        this.stimulus = stimulus;
        this.budget = stimulus.isByPerson() ? before.budget().spend(stimulus.at()) : before.budget();
        this.lastTurn = stimulus.isByPerson() ? stimulus.at() : before.lastTurn();
        this.facts = new FactBook(pack, before, stimulus);
        this.closed = new ClosedActions(pack, stimulus.at());
        this.course = new Course(pack, before);
        this.isNew = before.turn() == 0;
        this.turn = Math.max(before.turn() + 1, stimulus.at().toEpochMilli());
        this.acting = new Acting(vocabulary, facts, course, stimulus, turn);
    }

    Pack pack() {
        return pack;
    }

    ClosedActions closed() {
        return closed;
    }

    /** Whether the person is here for the first time. */
    boolean isNew() {
        return isNew;
    }

    Language language() {
        return facts.language();
    }

    Budget budget() {
        return budget;
    }

    State.@Nullable Asked asked() {
        return course.asked();
    }

    void note(Turn.Note note) {
        notes.add(note);
    }

    /** Counts an unanswered question by its nearest answer; none of its words are kept. */
    void countUnanswered(String nearest) {
        acting.note("count", Map.of("action", nearest, "outcome", "none"));
    }

    /** The turn so far. */
    Turn turn() {
        State next = new State(turn, lastTurn, course.asked(), course.trail(), facts.saved(), facts.held(), budget);
        return new Turn(next, composer.messages(), acting.effects(), notes, path);
    }

    /** Whether anything said or asked so far is personal. */
    boolean isPersonal() {
        return personal;
    }

    /** Notes that a person said where they live, unless they want such messages to stay. */
    void notePlace() {
        if (!"no".equals(facts.text(Repair.ERASE))) {
            note(Turn.Note.PLACE_GIVEN);
        }
    }

    /** Ends the message, so that what follows starts a new one. */
    void endMessage() {
        composer.end();
    }

    /** Says the first words of a flow without entering it. */
    void speak(String flowName) {
        Step step = course.first(flowName).step();
        path.add(flowName + "/" + step.name());
        if (step.say() != null) {
            composer.add(new Rendering(facts.language()).text(step.say(), facts), false, step);
        }
    }

    void enter(String flowName) {
        run(course.first(flowName));
    }

    void enter(Understanding.Destination to) {
        Flow flow = Objects.requireNonNull(pack.flow(to.flow()), () -> "no flow named " + to.flow());
        Step step = to.step() == null ? flow.first() : flow.step(to.step());
        run(new Stand(flow, step == null ? flow.first() : step, List.of()));
    }

    /** Continues from a place in a flow; flow and place are null if no question led here. */
    void go(@Nullable Flow flow, Target target, State.@Nullable Place from) {
        run(toward(flow, target, from == null ? List.of() : from.returns()));
    }

    void keepOwn(String fact, String words) {
        keep(fact, new Value.Text(words, true));
    }

    void keep(String fact, Value value) {
        facts.keep(fact, value);
    }

    boolean recognizes(String kind, String text) {
        return expectation(kind).recognizes(text, stimulus.at());
    }

    /** Whether words of a kind reveal where somebody lives. */
    boolean tellsPlace(String kind) {
        return expectation(kind).tellsPlace();
    }

    boolean takesAll(String kind) {
        return expectation(kind).takesAll();
    }

    private Expectation expectation(String kind) {
        return Objects.requireNonNull(vocabulary.expectations().get(kind), () -> "no kind " + kind);
    }

    /** The current options of a question; none if their list is no longer held. */
    List<Option> options(Flow flow, Step step) {
        Ask ask = Objects.requireNonNull(step.ask());
        if (ask.options() == null) {
            return List.of();
        }
        String list = ask.options().list();
        if (facts.value(list) == null && step.run() != null) {
            result(flow, step, step.run());
        }
        return Option.of(facts.value(list));
    }

    /** The current shape of a question. */
    Shape shape(Question question) {
        return offering(question.stand(), new Rendering(facts.language())).shape();
    }

    private Offering offering(Stand stand, Rendering rendering) {
        return Offering.of(pack, closed, stand, options(stand.flow(), stand.step()), rendering, facts);
    }

    /**
     * Runs a question's Java step again before acting on one of its answers.
     *
     * @return false if the question can no longer be asked; the walk has then gone where its step leads
     */
    boolean gather(Flow flow, Step step, State.Place place) {
        Target outcome = step.run() == null ? new Target.Here() : result(flow, step, step.run());
        if (outcome instanceof Target.Here) {
            return true;
        }
        run(toward(flow, outcome, place.returns()));
        return false;
    }

    /** Notes that an answer of a question was taken. */
    void took(State.Place question, String answer) {
        path.add(question.flow() + "/" + question.step() + "/" + answer);
    }

    void act(List<Deed> deeds) {
        acting.act(deeds);
    }

    private void run(@Nullable Stand start) {
        Stand stand = start;
        while (stand != null) {
            if (++steps > LONGEST) {
                throw new IllegalStateException("more than " + LONGEST + " steps in one turn, at "
                        + stand.flow().name() + "/" + stand.step().name());
            }
            stand = through(stand);
        }
    }

    /** Runs one step and returns the next, or null if the walk ends. */
    private @Nullable Stand through(Stand stand) {
        Step step = stand.step();
        Action shut = closed.of(stand.flow().name());
        // Steps that ask nothing still run, so that somebody who was in the middle can report how it went.
        if (shut != null && (step.ask() != null || step.equals(stand.flow().first()))) {
            facts.keep(Repair.CLOSED, closed.row(shut));
            return course.first(Repair.CLOSED_ACTION);
        }
        path.add(stand.flow().name() + "/" + step.name());
        if (step.run() != null) {
            Target outcome = result(stand.flow(), step, step.run());
            if (!(outcome instanceof Target.Here)) {
                return toward(stand.flow(), outcome, stand.returns());
            }
        }
        act(step.deeds());
        Rendering rendering = new Rendering(facts.language());
        Ask ask = step.ask();
        if (ask == null) {
            if (step.say() != null) {
                RichText said = rendering.text(step.say(), facts);
                personal |= step.visibility() == Visibility.ONLY_YOU || rendering.ownWords();
                composer.add(said, rendering.ownWords(), step);
            }
            return next(stand);
        }
        RichText question = rendering.text(ask.question(), facts);
        RichText said = step.say() == null || (course.isBrief() && !question.isEmpty())
                ? RichText.EMPTY
                : rendering.text(step.say(), facts);
        wait(stand, ask, said.plus(question), rendering);
        return null;
    }

    private @Nullable Stand toward(@Nullable Flow flow, Target target, List<State.Mark> returns) {
        if (target instanceof Target.ToNamed named) {
            String name = facts.text(named.fact());
            Flow there = name == null ? null : pack.flow(name);
            return course.first(there == null ? pack.menu() : there.name());
        }
        return course.toward(flow, target, returns);
    }

    private @Nullable Stand next(Stand stand) {
        Step step = stand.step();
        if (step.visit() == null) {
            return toward(stand.flow(), step.then(), stand.returns());
        }
        Stand visited = course.first(step.visit());
        List<State.Mark> returns = new ArrayList<>(stand.returns());
        returns.add(new State.Mark(stand.flow().name(), ((Target.ToStep) step.then()).step()));
        return new Stand(visited.flow(), visited.step(), returns);
    }

    private void wait(Stand stand, Ask ask, RichText text, Rendering rendering) {
        Offering offering = offering(stand, rendering);
        course.waitAt(stand, offering.shape());
        personal |= stand.step().visibility() == Visibility.ONLY_YOU
                || rendering.ownWords()
                || ask.expect() != null
                || !isOfThePack(ask.options());
        // Options come from what the person typed, so their labels count as the person's own words.
        boolean own = rendering.ownWords() || ask.options() != null;
        composer.ask(text, own, stand.step(), offering.choices(), rendering.form(ask.form(), facts));
    }

    /** Whether a question's options reveal nothing about the person: there are none, or they are the pack's own words. */
    private static boolean isOfThePack(Ask.@Nullable Options options) {
        return options == null
                || options.list().equals(Repair.LIKELY)
                || options.list().equals(Repair.OPEN_ACTIONS);
    }

    private Target result(Flow flow, Step step, Step.Run run) {
        JavaStep java = Objects.requireNonNull(vocabulary.steps().get(run.name()), () -> "no Java step " + run.name());
        JavaStep.Result result =
                java.run(new JavaStep.Input(facts, run.with(), stimulus.at(), stimulus.seed(), facts.language()));
        result.facts().forEach(facts::keep);
        return Objects.requireNonNull(
                run.outcomes().get(result.outcome()),
                () -> flow.name() + "/" + step.name() + " has no outcome " + result.outcome());
    }
}

package campaignbot.conversation;

import campaignbot.flow.Action;
import campaignbot.flow.Answer;
import campaignbot.flow.Ask;
import campaignbot.flow.Deed;
import campaignbot.flow.Flow;
import campaignbot.flow.Pack;
import campaignbot.flow.Step;
import campaignbot.flow.Target;
import campaignbot.flow.Value;
import campaignbot.message.Choice;
import campaignbot.message.RichText;
import campaignbot.message.Visibility;
import campaignbot.people.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One walk through the steps of a pack: it gathers what is said and done until a question waits. */
final class Walk {

    /** The name of the answer that every question but the menu has: it leads to the menu, from old buttons too. */
    static final String MENU_ANSWER = "menu";

    /** Begins the marks of options, as no name that an author gives can. */
    private static final String OPTION_MARK = "=";

    private static final Pattern INVITED = Pattern.compile("[A-Za-z0-9]{1,40}");

    /** Steps a turn may take; a pack that needs more is running in a circle. */
    private static final int LONGEST = 50;

    private final Pack pack;
    private final Vocabulary vocabulary;
    private final Stimulus stimulus;
    private final Budget budget;
    private final FactBook facts;
    private final Course course;
    private final ClosedActions closed;
    private final Composer composer = new Composer();
    private final List<Effect> effects = new ArrayList<>();
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
        // What comes by itself is no act of the person: it neither uses up the budget nor keeps facts alive.
        this.budget = isByPerson() ? before.budget().spend(stimulus.at()) : before.budget();
        this.lastTurn = isByPerson() ? stimulus.at() : before.lastTurn();
        this.facts = new FactBook(pack, before, stimulus);
        this.closed = new ClosedActions(pack, stimulus.at());
        this.course = new Course(pack, before);
        this.isNew = before.turn() == 0;
        this.turn = Math.max(before.turn() + 1, stimulus.at().toEpochMilli());
    }

    private boolean isByPerson() {
        Event event = stimulus.event();
        return !(event instanceof Event.Due
                || event instanceof Event.Answered
                || event instanceof Event.Unsaid
                || event instanceof Event.Left);
    }

    Pack pack() {
        return pack;
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

    /** Counts a question without an answer by the answer that came nearest; nothing of its words is kept. */
    void countUnanswered(String nearest) {
        effects.add(
                new Effect(turn, effects.size(), "count", stimulus.at(), Map.of("action", nearest, "outcome", "none")));
    }

    /** The turn so far. */
    Turn turn() {
        State next = new State(turn, lastTurn, course.asked(), course.trail(), facts.saved(), facts.held(), budget);
        return new Turn(next, composer.messages(), effects, notes, path);
    }

    /** Whether anything said or asked so far is between the bot and the person alone. */
    boolean isPersonal() {
        return personal;
    }

    /** Notes that a person told where they live, unless they want such messages to stay. */
    void notePlace() {
        if (!"no".equals(facts.text(Repair.ERASE))) {
            note(Turn.Note.PLACE_GIVEN);
        }
    }

    /** Lets what follows be a message of its own. */
    void endMessage() {
        composer.end();
    }

    /** Says the first words of a flow and goes nowhere. */
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

    /** Asks which of a few things is meant. They are named by the pack, so nothing of what the person typed is kept. */
    void ask(List<Understanding.Likely> likely) {
        List<Understanding.Likely> open = likely.stream()
                .filter(each -> closed.of(each.to().flow()) == null)
                .toList();
        if (open.isEmpty() && !likely.isEmpty()) {
            enter(likely.get(0).to());
            return;
        }
        List<Value.Row> rows = new ArrayList<>();
        for (Understanding.Likely each : open) {
            String step = each.to().step() == null ? "" : ":" + each.to().step();
            rows.add(new Value.Row(Map.of(
                    "label",
                    new Value.Text(each.label()),
                    "value",
                    new Value.Text(each.to().flow() + step))));
        }
        facts.keep(Repair.LIKELY, new Value.Rows(rows));
        enter(Repair.DID_YOU_MEAN);
    }

    /** The destination that an option of that question names. */
    static Understanding.Destination destination(String option) {
        String[] names = option.split(":", 2);
        return new Understanding.Destination(names[0], names.length == 1 ? null : names[1]);
    }

    /** Says who is speaking, to someone who comes in past the greeting; the campaign alone can say it, in a flow of that name. */
    void introduce(String flowName) {
        if (isNew && !flowName.equals(pack.start()) && pack.flow(Repair.INTRODUCTION) != null) {
            speak(Repair.INTRODUCTION);
        }
    }

    /**
     * The flow that a link names, or null where the pack has none of this name. An invitation names what it invites to behind the
     * flow, as {@code party-join--k3x9}.
     */
    @Nullable
    String linked(String payload) {
        Flow named = pack.flows().get(payload);
        if (named != null) {
            return named.name();
        }
        int mark = payload.lastIndexOf(Event.Opened.INVITES);
        String flow = mark < 0 ? "" : payload.substring(0, mark);
        return mark >= 0 && accepts(flow, payload.substring(mark + Event.Opened.INVITES.length())) ? flow : null;
    }

    /** Whether a flow is where help in danger is told. */
    boolean isUrgent(String flowName) {
        Flow flow = pack.flow(flowName);
        return flow != null && !flow.urgent().isEmpty();
    }

    /** Keeps what an invitation names, where that flow takes one; false where it does not. */
    boolean accepts(String flowName, String id) {
        Flow flow = pack.flow(flowName);
        if (flow == null || flow.invites() == null || !INVITED.matcher(id).matches()) {
            return false;
        }
        facts.keep(flow.invites(), new Value.Text(id));
        return true;
    }

    /** Opens the conversation, at the flow that a link named if the pack has it. */
    void open(String payload) {
        String named = linked(payload);
        String flow = named == null ? pack.start() : named;
        introduce(flow);
        enter(flow);
    }

    /** Forgets all of the conversation, and says nothing. */
    void leave() {
        act(List.of(new Deed(Deed.FORGET, Map.of())));
    }

    /** Reminds of a flow, if the pack can do so. */
    void remind(String flowName) {
        facts.keep(Repair.DUE, new Value.Text(flowName));
        enter(Repair.REMINDER);
    }

    /** Tells what came of a one-time code. */
    void tell(Event.Redeemed redeemed) {
        facts.keep(
                Repair.REDEEMED,
                new Value.Row(Map.of(
                        "outcome", new Value.Text(redeemed.outcome()),
                        "role", new Value.Text(redeemed.role()),
                        "name", new Value.Text(redeemed.name()))));
        enter(redeemed.isGranted() ? Repair.ROLE_GRANTED : Repair.CODE_REFUSED);
    }

    /** Goes on from a place in a flow; both are null where no question led here. */
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

    /** Whether words of a kind tell where somebody lives. */
    boolean tellsPlace(String kind) {
        return expectation(kind).tellsPlace();
    }

    boolean takesAll(String kind) {
        return expectation(kind).takesAll();
    }

    private Expectation expectation(String kind) {
        return Objects.requireNonNull(vocabulary.expectations().get(kind), () -> "no kind " + kind);
    }

    /** The options of a question as they are now; none where their list is no longer held. */
    List<Value.Row> options(Flow flow, Step step) {
        Ask ask = Objects.requireNonNull(step.ask());
        if (ask.options() == null) {
            return List.of();
        }
        String list = ask.options().list();
        if (facts.value(list) == null && step.run() != null) {
            result(flow, step, step.run());
        }
        return facts.value(list) instanceof Value.Rows rows ? rows.rows() : List.of();
    }

    static String optionName(Value.Row option) {
        return option.fields().get("value") instanceof Value.Text text ? text.text() : label(option);
    }

    /**
     * What stands for an option on its button: a digest, since its name may be long and may tell where somebody lives, and what a
     * button carries goes through other hands.
     */
    static String optionMark(Value.Row option) {
        return OPTION_MARK + Shape.digest(optionName(option));
    }

    static String label(Value.Row option) {
        return option.fields().get("label") instanceof Value.Text text ? text.text() : "";
    }

    /** The shape that a question has now. */
    Shape shape(Flow flow, Step step) {
        return shape(options(flow, step).size(), answers(flow, step, new Rendering(facts.language())));
    }

    private static Shape shape(int options, List<Choice.Press> answers) {
        List<Shape.Offer> offers = new ArrayList<>(answers.size());
        for (Choice.Press answer : answers) {
            offers.add(new Shape.Offer(answer.answer(), Shape.digest(answer.label())));
        }
        return new Shape(options, offers);
    }

    /** The buttons for the answers of a question but those that lead to a closed action, the one to the menu last. */
    private List<Choice.Press> answers(Flow flow, Step step, Rendering rendering) {
        List<Choice.Press> answers = new ArrayList<>();
        for (Answer answer : Objects.requireNonNull(step.ask()).answers()) {
            if (answer.then() instanceof Target.ToFlow to && closed.of(to.flow()) != null) {
                continue;
            }
            String label = rendering.line(answer.label(), facts);
            answers.add(new Choice.Press(label, flow.name(), step.name(), answer.name()));
        }
        if (leadsToMenu(flow, step)) {
            String label = rendering.line(pack.menuLabel(), facts);
            answers.add(new Choice.Press(label, flow.name(), step.name(), MENU_ANSWER));
        }
        return answers;
    }

    /** Whether a question has the button to the menu added: all do but the menu itself and those that have one of their own. */
    private boolean leadsToMenu(Flow flow, Step step) {
        return !flow.name().equals(pack.menu())
                && Objects.requireNonNull(step.ask()).answers().stream()
                        .noneMatch(answer -> answer.then() instanceof Target.Menu);
    }

    /**
     * Gathers again what a question's Java step knows, before one of its answers is acted on.
     *
     * @return false where the question can no longer be asked; the walk has then gone where its step leads
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
        for (Deed deed : deeds) {
            Map<String, String> arguments = new HashMap<>();
            Rendering rendering = new Rendering(facts.language());
            deed.arguments().forEach((name, words) -> arguments.put(name, rendering.line(words, facts)));
            switch (deed.verb()) {
                case Deed.SET ->
                    arguments.forEach((fact, text) -> facts.keep(fact, new Value.Text(text, rendering.ownWords())));
                case Deed.CLEAR -> arguments.keySet().forEach(facts::clear);
                default -> {
                    if (deed.verb().equals(Deed.FORGET)) {
                        facts.forget();
                        course.end();
                    } else if (rendering.ownWords() && !vocabulary.drafts().contains(deed.verb())) {
                        throw new IllegalStateException(
                                "the effect " + deed.verb() + " would carry the person's words");
                    }
                    if (deed.verb().equals(Deed.REMIND) && isByPerson()) {
                        // It comes without a platform's locale, so what was spoken in is kept.
                        facts.keepLanguage();
                    }
                    effects.add(new Effect(turn, effects.size(), deed.verb(), stimulus.at(), arguments));
                }
            }
        }
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

    /** Goes through one step and tells the next, or null where the walk ends. */
    private @Nullable Stand through(Stand stand) {
        Step step = stand.step();
        Action shut = closed.of(stand.flow().name());
        // Steps that ask nothing still run, so that somebody who was in the middle can say how it went.
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
        String flow = stand.flow().name();
        String step = stand.step().name();
        List<Value.Row> options = options(stand.flow(), stand.step());
        List<Choice.Press> answers = answers(stand.flow(), stand.step(), rendering);
        List<Choice> choices = new ArrayList<>(options.size() + answers.size());
        for (Value.Row option : options) {
            choices.add(new Choice.Press(label(option), flow, step, optionMark(option)));
        }
        choices.addAll(answers);
        course.waitAt(stand, shape(options.size(), answers));
        personal |= stand.step().visibility() == Visibility.ONLY_YOU
                || rendering.ownWords()
                || ask.expect() != null
                || !isOfThePack(ask.options());
        // Options come from what the person typed, so their labels are the person's own.
        boolean own = rendering.ownWords() || ask.options() != null;
        composer.ask(text, own, stand.step(), choices, rendering.form(ask.form(), facts));
    }

    /** Whether the options of a question are known to say nothing about the person: there are none, or the pack's own words. */
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

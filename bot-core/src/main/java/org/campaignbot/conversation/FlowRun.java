package org.campaignbot.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** One walk through the steps of a pack: it collects what is said and done until a question waits. */
final class FlowRun {

    /** How many steps a turn may take; a pack that needs more is in an infinite loop. */
    private static final int LONGEST = 50;

    private final Pack pack;
    private final PackVocabulary packVocabulary;
    private final TurnInput turnInput;
    private final Budget budget;
    private final FactBook facts;
    private final Navigation navigation;
    private final AfterHelp afterHelp;
    private final List<Effect> effects = new ArrayList<>();
    private final MessageBuilder messageBuilder = new MessageBuilder();
    private final List<Turn.Note> notes = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    /** What was understood in this turn: several readers ask for the same words. */
    private final Map<Said, Understanding.Meaning> meanings = new HashMap<>();

    private record Said(String words, Language language, Understanding.Context context) {}

    private final Instant lastTurn;
    private final long turn;
    private final long before;
    private final boolean isNew;
    private int steps;
    private boolean personal;
    private boolean isOfferLeft;
    private boolean isLanguageChosen;
    private @Nullable String offeredHelp;
    private Understanding understanding = (text, language) -> new Understanding.Nothing();

    FlowRun(Pack pack, PackVocabulary packVocabulary, State before, TurnInput turnInput) {
        this.pack = pack;
        this.packVocabulary = packVocabulary;
        this.turnInput = turnInput;
        this.budget = turnInput.isByPerson() ? before.budget().spend(turnInput.at()) : before.budget();
        this.lastTurn = turnInput.isByPerson() ? turnInput.at() : before.lastTurn();
        this.facts = new FactBook(pack, before, turnInput);
        this.navigation = new Navigation(pack, before);
        this.afterHelp = new AfterHelp(pack, facts, navigation);
        this.isNew = before.turn() == 0;
        this.before = before.turn();
        this.turn = Math.max(before.turn() + 1, turnInput.at().toEpochMilli());
    }

    Pack pack() {
        return pack;
    }

    /** Whether a flow leads through an action that is closed today. */
    boolean isClosed(String flow) {
        return facts.closed(flow) != null;
    }

    /** Whether the person is here for the first time. */
    boolean isNew() {
        return isNew;
    }

    Language language() {
        return facts.language();
    }

    /** Sets what Java steps use to understand part of a text. */
    void readBy(Understanding newUnderstanding) {
        understanding = newUnderstanding;
    }

    /** What a text or a part of it means. */
    Understanding.Meaning understand(String words, Understanding.Context context) {
        return meanings.computeIfAbsent(
                new Said(words, language(), context),
                said -> understanding.read(said.words, said.language, said.context));
    }

    /** The step of a flow that a part of a text means; null if none. */
    @Nullable
    String meaning(String words, Flow flow) {
        Understanding.Destination to = clear(words, flow);
        return to != null && to.flow().equals(flow.name()) ? to.step() : null;
    }

    /** What a part of a text that was judged to be no cry for help means at the question that waits now. */
    Understanding.Meaning meaning(String words) {
        State.Asked asked = asked();
        String asking =
                asked == null || asked.shape().isHidden() ? "" : asked.place().flow();
        Understanding.Meaning meaning = understand(words, new Understanding.Context(asking, false, afterHelp.given()));
        return meaning instanceof Understanding.Urgent urgent ? urgent.ordinary() : meaning;
    }

    /** The flow that a step goes on with; null if it goes on with none. */
    @Nullable
    String flowAfter(Understanding.Destination to) {
        Flow of = pack().flow(to.flow());
        Step step = of == null || to.step() == null ? null : of.step(to.step());
        return step != null && step.then() instanceof Target.ToFlow next ? next.flow() : null;
    }

    /** What a part of a text clearly means while a flow asks something; null if nothing. */
    Understanding.@Nullable Destination clear(String words, Flow flow) {
        Understanding.Meaning meaning = understand(words, new Understanding.Context(flow.name(), false));
        Understanding.Meaning ordinary = meaning instanceof Understanding.Urgent urgent ? urgent.ordinary() : meaning;
        return ordinary instanceof Understanding.Clear clear ? clear.to() : null;
    }

    /** Goes on in a language that somebody writes in, unless they chose one, others read along, or the pack lacks it. */
    boolean follows(@Nullable Language written) {
        if (written == null
                || written.equals(language())
                || facts.isLanguageKept()
                || turnInput.group()
                || !pack.languages().contains(written)
                || pack.flow(Repair.LANGUAGE_FOLLOWED) == null) {
            return false;
        }
        keep(FactBook.LANGUAGE, new Value.Text(written.code()));
        return true;
    }

    Budget budget() {
        return budget;
    }

    State.@Nullable Asked asked() {
        return navigation.asked();
    }

    void note(Turn.Note note) {
        notes.add(note);
    }

    /** Counts an unanswered question by its nearest answer; none of its words are kept. */
    void countUnanswered(String nearest) {
        effect(Effect.UNANSWERED, Map.of("topic", nearest));
    }

    /** The turn so far. */
    Turn turn() {
        State next =
                new State(turn, lastTurn, navigation.asked(), navigation.trail(), facts.saved(), facts.held(), budget);
        return new Turn(next, messageBuilder.messages(), effects, notes, path);
    }

    /** Whether anything said or asked so far is personal. */
    boolean isPersonal() {
        return personal;
    }

    /** Notes that a person said where they live, unless they want such messages to stay. */
    void notePlace() {
        if (!"no".equals(facts.text(RepairFacts.ERASE))) {
            note(Turn.Note.PLACE_GIVEN);
        }
    }

    /** Ends the message, so that what follows starts a new one. */
    void endMessage() {
        messageBuilder.end();
    }

    /** Whether the waiting question belongs to a flow. */
    boolean isAsking(String flowName) {
        State.Asked asked = asked();
        return asked != null && asked.place().flow().equals(flowName);
    }

    /** Whether the waiting question belongs to a flow, or to one that it visits. */
    boolean belongsTo(String flowName) {
        State.Asked asked = asked();
        return asked != null && Navigation.belongs(asked.place(), flowName);
    }

    /** Goes back from the questions of a flow to the one that it interrupted, without asking it again. */
    void leave(String flowName) {
        navigation.leave(flowName);
        isOfferLeft |= flowName.equals(Repair.DID_YOU_MEAN);
    }

    /** Whether this turn has left the question which of some meanings was meant, so that "back" is there already. */
    boolean isOfferLeft() {
        return isOfferLeft;
    }

    /**
     * The flow of the question that a confirmation interrupts, if a text is no reply to the confirmation: "it just rings and rings"
     * while a reminder's time is confirmed is about the call. Null if none.
     */
    @Nullable
    String beneathConfirmation(String text) {
        State.Place beneath = navigation.beneath();
        Ask.Expect expect = expected();
        boolean isConfirmation = expect != null
                && expect.otherwise() == null
                && readsSentences(expect.kind())
                && !takesAll(expect.kind());
        return beneath == null
                        || !isConfirmation
                        || recognizes(Objects.requireNonNull(expect).kind(), text)
                ? null
                : beneath.flow();
    }

    /** What the waiting question expects beside its answers; null if nothing. */
    private Ask.@Nullable Expect expected() {
        State.Asked asked = asked();
        Flow flow = asked == null ? null : pack.flow(asked.place().flow());
        Step step =
                asked == null || flow == null ? null : flow.step(asked.place().step());
        return step == null || step.ask() == null ? null : step.ask().expect();
    }

    /** Notes that the person wasn't understood, and says whether that happened in their last turn, too. */
    boolean missesAgain() {
        if (!pack.facts().containsKey(RepairFacts.MISSED)) {
            return false;
        }
        boolean again = Long.toString(before).equals(facts.text(RepairFacts.MISSED));
        facts.keep(RepairFacts.MISSED, new Value.Text(Long.toString(turn)));
        return again;
    }

    /** Whether the last turn answered something beside the waiting question. */
    boolean answeredBeside() {
        return Long.toString(before).equals(facts.text(RepairFacts.DIGRESSED));
    }

    /** What follows help in danger. */
    AfterHelp afterHelp() {
        return afterHelp;
    }

    /** Goes on after help in danger without the campaign: by the answer to small talk that the pack has for it, else by the first. */
    void goOnAfterHelp(@Nullable String talk) {
        enter(new Understanding.Destination(Repair.AFTER_HELP, Repair.AFTER + talk));
    }

    /** The step that was said last in this turn, as {@code flow/step}; empty if none. */
    String said() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    /** Adds a button below the last message that enters a flow, whatever is being asked then. */
    void offer(String flowName) {
        messageBuilder.offer(entry(flowName, flowName));
    }

    /** Offers help below whatever the turn will say. */
    void offerHelp(Understanding.Destination help) {
        offeredHelp = help.flow();
    }

    /** The flow of the help to offer, or null. */
    @Nullable
    String offeredHelp() {
        return offeredHelp;
    }

    /** A button with the title of one flow that enters another. */
    private Choice.Press entry(String titled, String flowName) {
        String title = new Rendering(facts.language())
                .line(Objects.requireNonNull(pack.flow(titled)).title(), facts);
        return new Choice.Press(title, flowName, Event.Pressed.ENTRY, Event.Pressed.ENTRY);
    }

    /** A turn with the line that offers help below everything else. */
    Turn offeringHelp(Turn turn, String help) {
        Step line = navigation.first(Repair.IN_DANGER).step();
        RichText words = new Rendering(facts.language()).text(Objects.requireNonNull(line.say()), facts);
        List<Message> messages = new ArrayList<>(turn.messages());
        Message last = messages.isEmpty() ? Message.of(RichText.EMPTY) : messages.remove(messages.size() - 1);
        List<Choice> choices = new ArrayList<>(last.choices());
        choices.add(entry(Repair.IN_DANGER, help));
        messages.add(last.with(last.text().plus(words), choices));
        List<Turn.Note> more = new ArrayList<>(turn.notes());
        more.add(Turn.Note.HELP_OFFERED);
        List<String> through = new ArrayList<>(turn.path());
        through.add(Repair.IN_DANGER + "/" + line.name());
        return new Turn(turn.next(), messages, turn.effects(), more, through);
    }

    /** Says the first words of a flow without entering it. */
    void speak(String flowName) {
        speak(flowName, navigation.first(flowName).step());
    }

    /** Says the words of a step, or those of the step that it only leads to, and does nothing else of it. */
    void speakWords(Understanding.Destination to) {
        Flow flow = pack.flow(to.flow());
        Step step = flow == null || to.step() == null ? null : flow.step(to.step());
        Step next = flow != null && step != null && step.say() == null && step.then() instanceof Target.ToStep there
                ? flow.step(there.step())
                : null;
        if (step != null) {
            speak(to.flow(), next == null ? step : next);
        }
    }

    /** Says the words of an answer without entering its flow, and returns whether it has some. */
    boolean speakAnswer(Understanding.Destination to) {
        Step step = step(to);
        if (step == null || !step.isAnswer()) {
            return false;
        }
        speak(to.flow(), step);
        return true;
    }

    /** Says the first words of a flow to somebody who doesn't know the bot; nothing comes before them. */
    void introduce(String flowName) {
        speak(flowName);
        messageBuilder.introduced();
    }

    /** Says the words of an answer above all that was said in this turn. */
    void speakFirst(Understanding.Destination to) {
        Step step = Objects.requireNonNull(step(to));
        path.add(0, to.flow() + "/" + step.name());
        messageBuilder.addFirst(new Rendering(facts.language()).text(Objects.requireNonNull(step.say()), facts));
    }

    /** Whether this turn has said a step's words. */
    boolean hasSaid(Understanding.Destination to) {
        return path.contains(to.flow() + "/" + to.step());
    }

    /** Whether nothing has been said in this turn. */
    boolean isSilent() {
        return messageBuilder.isEmpty();
    }

    /**
     * Takes back the question that this turn asked, if that's all it said and did. The receipt of a call stays, and so does "Allentown,
     * Pennsylvania. Not there?"
     */
    void unask() {
        State.Asked asked = asked();
        boolean isAll = asked != null
                && effects.isEmpty()
                && path.stream()
                        .map(each -> each.split("/", -1))
                        .filter(each -> !asked.place().isAt(each[0], each[1]))
                        .map(each -> step(new Understanding.Destination(each[0], each[1])))
                        .allMatch(step -> step == null || (step.say() == null && step.ask() == null));
        if (isAll) {
            messageBuilder.clear();
        }
    }

    /** Takes back all that this turn has said. */
    void takeBackWords() {
        messageBuilder.clear();
    }

    /** Takes back the question that this turn asked, which is answered already. */
    void takeBackQuestion() {
        MessageBuilder.AskedMessage asked = messageBuilder.asked();
        if (asked != null) {
            messageBuilder.takeBack(asked);
        }
    }

    /**
     * Reads on. If that asks something new, the question asked before is dropped. After a mere answer the same one is asked again, and stays as
     * it was at first: with the number and the script of a call's card.
     */
    void readOn(Understanding.Meaning meaning, Runnable reading) {
        MessageBuilder.AskedMessage before = messageBuilder.asked();
        State.Asked asked = asked();
        reading.run();
        MessageBuilder.AskedMessage after = messageBuilder.asked();
        if (before == null || after == null || before.number() == after.number()) {
            return;
        }
        State.Asked now = asked();
        boolean isAgain = meaning instanceof Understanding.Clear clear
                && isAnswer(clear.to())
                && asked != null
                && now != null
                && asked.place().equals(now.place());
        messageBuilder.takeBack(isAgain ? after : before);
        if (isAgain) {
            messageBuilder.putLast(before);
        }
    }

    /** Whether a destination is words that can be said by themselves. */
    boolean isAnswer(Understanding.Destination to) {
        Step step = step(to);
        return step != null && step.isAnswer();
    }

    private @Nullable Step step(Understanding.Destination to) {
        Flow flow = pack.flow(to.flow());
        return flow == null ? null : to.step() == null ? flow.first() : flow.step(to.step());
    }

    private void speak(String flowName, Step step) {
        path.add(flowName + "/" + step.name());
        if (step.say() != null) {
            messageBuilder.add(new Rendering(facts.language()).text(step.say(), facts), false, step);
        }
    }

    void enter(String flowName) {
        run(navigation.first(flowName));
    }

    void enter(Understanding.Destination to) {
        Flow flow = Objects.requireNonNull(pack.flow(to.flow()), () -> "no flow named " + to.flow());
        Step step = to.step() == null ? flow.first() : flow.step(to.step());
        run(new FlowPosition(flow, step == null ? flow.first() : step, List.of()));
    }

    /** Continues from a place in a flow; flow and place are null if no question led here. */
    void go(@Nullable Flow flow, Target target, State.@Nullable Place from) {
        run(toward(flow, target, from == null ? List.of() : from.returns()));
    }

    /** Whether words reply to a waiting question that reads sentences, such as whether a reminder's time is right. */
    boolean isReply(String words) {
        Ask.Expect expect = expected();
        return expect != null
                && readsSentences(expect.kind())
                && !takesAll(expect.kind())
                && recognizes(expect.kind(), words);
    }

    /** Whether just these words of the person were set aside before. */
    boolean isSetAside(String words) {
        return words.equals(facts.text(RepairFacts.ASIDE));
    }

    void keepOwn(String fact, String words) {
        keep(fact, new Value.Text(words, true));
    }

    void keep(String fact, Value value) {
        facts.keep(fact, value);
    }

    /** A fact as text, or null. */
    @Nullable
    String text(String fact) {
        return facts.text(fact);
    }

    boolean recognizes(String kind, String text) {
        return expectation(kind).recognizes(text, turnInput.at());
    }

    /** The part of a text that surely is of this kind although nobody asked; null if there is none. */
    @Nullable
    String mention(String kind, String text) {
        return expectation(kind).mention(text, turnInput.at());
    }

    boolean isLikely(String kind, String text) {
        return expectation(kind).isLikely(text, turnInput.at());
    }

    boolean isPossible(String kind, String text) {
        return expectation(kind).isPossible(text, facts, turnInput.at());
    }

    /** Whether words of a kind reveal where somebody lives. */
    boolean tellsPlace(String kind) {
        return expectation(kind).tellsPlace();
    }

    boolean readsSentences(String kind) {
        return expectation(kind).readsSentences();
    }

    boolean takesAll(String kind) {
        return expectation(kind).takesAll();
    }

    boolean isOwnText(String kind) {
        return expectation(kind).isOwnText();
    }

    private Expectation expectation(String kind) {
        return Objects.requireNonNull(packVocabulary.expectations().get(kind), () -> "no kind " + kind);
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

    private Prompt offering(FlowPosition flowPosition, Rendering rendering) {
        return Prompt.of(pack, flowPosition, options(flowPosition.flow(), flowPosition.step()), rendering, facts);
    }

    /**
     * Runs a question's Java step again before acting on one of its answers.
     *
     * @return false if the question can no longer be asked; the run has then gone where its step leads
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

    /** Does what steps and answers say: facts change at once, and outside work is recorded as effects. */
    void act(List<Operation> operations) {
        for (Operation operation : operations) {
            Map<String, String> arguments = new HashMap<>();
            Rendering rendering = new Rendering(facts.language());
            operation.arguments().forEach((name, words) -> arguments.put(name, rendering.line(words, facts)));
            switch (operation.verb()) {
                case Operation.SET -> {
                    isLanguageChosen |= arguments.containsKey(FactBook.LANGUAGE);
                    arguments.forEach((fact, text) -> facts.keep(fact, new Value.Text(text, rendering.ownWords())));
                }
                case Operation.CLEAR -> arguments.keySet().forEach(facts::clear);
                default -> affect(operation.verb(), arguments, rendering.ownWords());
            }
        }
    }

    private void affect(String verb, Map<String, String> arguments, boolean ownWords) {
        if (verb.equals(Operation.FORGET)) {
            facts.forget();
            navigation.end();
        } else if (ownWords && !packVocabulary.drafts().contains(verb)) {
            throw new IllegalStateException("the effect " + verb + " would carry the person's words");
        }
        if (verb.equals(Operation.REMIND)) {
            PendingReminders others = PendingReminders.of(facts, turnInput.at());
            keep(others.with(
                    Objects.requireNonNull(arguments.get(Operation.FLOW)),
                    Instant.parse(Objects.requireNonNull(arguments.get(Operation.MOMENT)))));
        } else if (verb.equals(Operation.UNREMIND)) {
            unremind(arguments.get(Operation.FLOW));
        }
        boolean isHeardLater =
                verb.equals(Operation.REMIND) || packVocabulary.told().containsKey(verb);
        if (isHeardLater && turnInput.isByPerson()) {
            // The event carries no platform locale, so remember the language of the conversation.
            facts.keepLanguage();
        }
        if (verb.equals(Operation.COUNT)) {
            arguments.put(Operation.LANGUAGE, facts.language().code());
        }
        effect(verb, arguments);
    }

    /** Keeps no longer that a reminder is set: of a flow, or of any if that is null. */
    void unremind(@Nullable String flow) {
        keep(
                flow == null
                        ? new PendingReminders(Map.of())
                        : PendingReminders.of(facts, turnInput.at()).without(flow));
    }

    private void keep(PendingReminders reminders) {
        if (reminders.moments().isEmpty()) {
            facts.clear(PendingReminders.FACT);
        } else {
            facts.keep(PendingReminders.FACT, new Value.Text(reminders.text()));
        }
    }

    private void effect(String verb, Map<String, String> arguments) {
        effects.add(new Effect(turn, effects.size(), verb, turnInput.at(), arguments));
    }

    private void run(@Nullable FlowPosition start) {
        FlowPosition flowPosition = start;
        while (flowPosition != null) {
            if (++steps > LONGEST) {
                throw new IllegalStateException("more than " + LONGEST + " steps in one turn, at "
                        + flowPosition.flow().name() + "/" + flowPosition.step().name());
            }
            flowPosition = through(flowPosition);
        }
    }

    /** Runs one step and returns the next, or null if the run ends. */
    private @Nullable FlowPosition through(FlowPosition flowPosition) {
        Step step = flowPosition.step();
        Action shut = facts.closed(flowPosition.flow().name());
        // Steps that ask nothing still run, so that somebody who was in the middle can report how it went.
        if (shut != null && (step.waits() || step.equals(flowPosition.flow().first()))) {
            facts.keep(RepairFacts.CLOSED, shut.closedOn(facts.today()));
            return navigation.first(Repair.CLOSED_ACTION);
        }
        path.add(flowPosition.flow().name() + "/" + step.name());
        if (step.run() != null) {
            Target outcome = result(flowPosition.flow(), step, step.run());
            if (!(outcome instanceof Target.Here)) {
                return toward(flowPosition.flow(), outcome, flowPosition.returns());
            }
        }
        act(step.operations());
        Rendering rendering = new Rendering(facts.language());
        Ask ask = step.ask();
        if (ask == null) {
            if (step.say() != null) {
                RichText said = rendering.text(step.say(), facts);
                personal |= step.visibility() == Visibility.ONLY_YOU || rendering.ownWords();
                messageBuilder.add(said, rendering.ownWords(), step);
            }
            return next(flowPosition);
        }
        RichText question = rendering.text(ask.question(), facts);
        RichText said = step.say() == null || (navigation.isBrief() && !question.isEmpty())
                ? RichText.EMPTY
                : rendering.text(step.say(), facts);
        wait(flowPosition, ask, said.plus(question), rendering);
        return ask.manner().waits() ? null : next(flowPosition);
    }

    private @Nullable FlowPosition toward(@Nullable Flow flow, Target target, List<State.Mark> returns) {
        FlowPosition inItsLanguage =
                target instanceof Target.Resume && isLanguageChosen && afterHelp.isNow() ? afterHelp.again() : null;
        if (inItsLanguage != null) {
            note(Turn.Note.URGENT);
            afterHelp.keepLanguages(true);
            return inItsLanguage;
        }
        boolean goesOn = target instanceof Target.Repeat || target instanceof Target.Stay;
        if (goesOn && afterHelp.isNow() && !messageBuilder.isEmpty()) {
            // Right after help, people get their answer and nothing about the campaign; a button leads back to it.
            if (asked() != null && pack.flow(Repair.WHERE_WE_WERE) != null) {
                offer(Repair.WHERE_WE_WERE);
            }
            return null;
        }
        if (target instanceof Target.Repeat && asked() != null && pack.facts().containsKey(RepairFacts.DIGRESSED)) {
            facts.keep(RepairFacts.DIGRESSED, new Value.Text(Long.toString(turn)));
        }
        if (target instanceof Target.ToNamed named) {
            String name = facts.text(named.fact());
            Flow there = name == null ? null : pack.flow(name);
            return navigation.first(there == null ? pack.menu() : there.name());
        }
        return navigation.toward(flow, target, returns);
    }

    private @Nullable FlowPosition next(FlowPosition flowPosition) {
        Step step = flowPosition.step();
        if (step.visit() == null) {
            return toward(flowPosition.flow(), step.then(), flowPosition.returns());
        }
        FlowPosition visited = navigation.first(step.visit());
        List<State.Mark> returns = new ArrayList<>(flowPosition.returns());
        returns.add(new State.Mark(flowPosition.flow().name(), ((Target.ToStep) step.then()).step()));
        return new FlowPosition(visited.flow(), visited.step(), returns);
    }

    private void wait(FlowPosition flowPosition, Ask ask, RichText text, Rendering rendering) {
        Prompt prompt = offering(flowPosition, rendering);
        if (ask.manner().waits()) {
            navigation.waitAt(flowPosition, prompt.shape());
        }
        personal |= flowPosition.step().visibility() == Visibility.ONLY_YOU
                || rendering.ownWords()
                || ask.expect() != null
                || !isOfThePack(ask.options());
        // Options come from what the person typed, so their labels count as the person's own words.
        boolean own = rendering.ownWords() || ask.options() != null;
        messageBuilder.ask(text, own, flowPosition.step(), prompt.choices(), rendering.form(ask.form(), facts));
    }

    /** Whether a question's options reveal nothing about the person: there are none, or they are the pack's own words. */
    private static boolean isOfThePack(Ask.@Nullable Options options) {
        return options == null
                || options.list().equals(RepairFacts.LIKELY)
                || options.list().equals(RepairFacts.OPEN_ACTIONS);
    }

    private Target result(Flow flow, Step step, Step.Run run) {
        JavaStep java =
                Objects.requireNonNull(packVocabulary.steps().get(run.name()), () -> "no Java step " + run.name());
        facts.readBy(words -> meaning(words, flow));
        JavaStep.Result result =
                java.run(new JavaStep.Input(facts, run.with(), turnInput.at(), turnInput.seed(), facts.language()));
        result.facts().forEach(facts::keep);
        return Objects.requireNonNull(
                run.outcomes().get(result.outcome()),
                () -> flow.name() + "/" + step.name() + " has no outcome " + result.outcome());
    }
}

package org.campaignbot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Fact;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Span;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;

/** A pack small enough to see at a glance, only for tests of the engine. */
public final class TinyPack {

    /** When the stories start. */
    public static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private TinyPack() {}

    /** A tea pack: which tea, with milk or without, and who it is for. */
    public static Pack pack() {
        List<Flow> flows = new ArrayList<>(List.of(
                flow(
                        "menu",
                        List.of("menu"),
                        asking(
                                "menu",
                                "What now?",
                                answer("tea", "Tea", flowTo("tea")),
                                answer("name", "My name", flowTo("name")))),
                flow(
                        "tea",
                        List.of("tea", "smoked tea"),
                        asking(
                                "kind",
                                "Which tea?",
                                answer("green", "Green tea", to("milk")),
                                heard(answer("black", "Black tea", to("milk")), "the smoked one")),
                        asking(
                                "milk",
                                "Milk?",
                                heard(answer("yes", "With milk", to("brew")), "milk please"),
                                answer("no", "Without milk", to("brew"))),
                        step(
                                "brew",
                                List.of(new Operation("count", Map.of("what", template("tea")))),
                                "Brewing.",
                                new Target.Menu())),
                flow(
                        "name",
                        List.of(),
                        expecting("who", "What is your name?", "name", to("hello")),
                        step("hello", List.of(), "Hello {name}.", new Target.Menu())),
                flow("help", List.of("help"), step("help", List.of(), "This is help.", new Target.Resume())),
                flow("back", List.of("back"), step("back", List.of(), null, new Target.Back())),
                flow(
                        "forget",
                        List.of("forget me"),
                        step(
                                "forget",
                                List.of(new Operation(Operation.FORGET, Map.of())),
                                "Forgotten.",
                                new Target.End())),
                flow(
                        "alarm",
                        List.of("alarm"),
                        step(
                                "set",
                                List.of(new Operation(
                                        Operation.REMIND,
                                        Map.of("flow", template("tea"), "at", template("2100-01-01T00:00:00Z")))),
                                "I will.",
                                new Target.Menu())),
                flow("circle", List.of("circle"), step("round", List.of(), "Round.", to("round"))),
                flow("pick", List.of("pick"), picking("cup", "cups", Map.of("some", new Target.Here()))),
                flow(
                        "shelf",
                        List.of("shelf"),
                        running("look", "cups", Map.of("some", to("take"))),
                        picking("take", "shelf", Map.of("some", new Target.Here(), "none", to("empty"))),
                        step("empty", List.of(), "The shelf is empty now.", new Target.Menu()))));
        flows.add(flow(Repair.DID_YOU_MEAN, List.of(), didYouMean()));
        flows.add(flow(
                Repair.REMINDER,
                List.of(),
                asking(
                        "remind",
                        "Remember {due.title}?",
                        answer("go", "Go", new Target.ToNamed(RepairFacts.DUE)),
                        answer("never", "Never", new Target.Resume()))));
        for (String repair : Repair.FLOWS) {
            if (repair.equals(Repair.DID_YOU_MEAN)) {
                continue;
            }
            Target then = switch (repair) {
                case Repair.STOP -> new Target.End();
                case Repair.TOO_FAST, Repair.QUESTION_MOVED, Repair.IN_PRIVATE, Repair.ANSWERED_IN_PRIVATE ->
                    new Target.Stay();
                case Repair.QUESTION_GONE -> new Target.Menu();
                default -> new Target.Repeat();
            };
            flows.add(flow(
                    repair,
                    repair.equals(Repair.STOP) ? List.of("stop") : List.of(),
                    step("say", List.of(), "(" + repair + ")", then)));
        }
        Map<String, Flow> byName = new LinkedHashMap<>();
        flows.forEach(flow -> byName.put(flow.name(), flow));
        return new Pack(
                "tea",
                "1",
                wording("Tea"),
                List.of(Language.ENGLISH),
                "menu",
                "menu",
                wording("Main menu"),
                byName,
                Map.of(
                        "name",
                        new Fact("name", Fact.Lifetime.MEMORY, null, null),
                        "sugar",
                        new Fact("sugar", Fact.Lifetime.SAVED, Duration.ofHours(24), "keep"),
                        "keep",
                        new Fact("keep", Fact.Lifetime.SAVED, null, null),
                        RepairFacts.DUE,
                        new Fact(RepairFacts.DUE, Fact.Lifetime.SAVED, null, null),
                        FactBook.LANGUAGE,
                        new Fact(FactBook.LANGUAGE, Fact.Lifetime.SAVED, null, null),
                        RepairFacts.LIKELY,
                        new Fact(RepairFacts.LIKELY, Fact.Lifetime.MEMORY, null, null),
                        "cups",
                        new Fact("cups", Fact.Lifetime.MEMORY, null, null)),
                Map.of("shop", new Value.Row(Map.of("phone", new Value.Phone("202-224-3121")))));
    }

    /** The same pack with a flow that introduces the bot. */
    static Pack withIntroduction() {
        Pack pack = pack();
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        flows.put(
                Repair.INTRODUCTION,
                flow(Repair.INTRODUCTION, List.of(), step("who", List.of(), "(introduction)", new Target.Repeat())));
        return pack.withFlows(pack.revision(), flows);
    }

    /** The same pack with a letter that takes any words, and with the response to words that may mean danger. */
    static Pack withLetter() {
        Pack pack = pack();
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        Ask.Expect expect = new Ask.Expect("words", "letter", to("read"), null);
        Ask write = new Ask(
                wording("Write."), List.of(answer("skip", "Skip", new Target.Menu())), null, expect, null, false);
        flows.put(
                "letter",
                flow(
                        "letter",
                        List.of("letter"),
                        step("write", List.of(), write),
                        step("read", List.of(), "You wrote: {letter}", new Target.Menu())));
        Answer take = new Answer("take", wording("Take them"), Map.of(), List.of(), new Target.Resume());
        flows.put(Repair.SET_ASIDE, flow(Repair.SET_ASIDE, List.of(), asking("offer", "(set aside)", take)));
        flows.put(
                Repair.IN_DANGER,
                flow(Repair.IN_DANGER, List.of(), step("tell", List.of(), "(in danger?)", new Target.Stay())));
        flows.put(
                Repair.WHERE_WE_WERE,
                flow(Repair.WHERE_WE_WERE, List.of(), step("go", List.of(), null, new Target.Resume())));
        Map<String, Fact> facts = new LinkedHashMap<>(pack.facts());
        facts.put(RepairFacts.ASIDE, new Fact(RepairFacts.ASIDE, Fact.Lifetime.MEMORY, null, null));
        return new Pack(
                pack.id(),
                pack.revision(),
                pack.title(),
                pack.languages(),
                pack.start(),
                pack.menu(),
                pack.menuLabel(),
                flows,
                facts,
                pack.records());
    }

    /** The tea pack with other flows besides. */
    public static Pack with(Flow... others) {
        Pack pack = pack();
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        Stream.of(others).forEach(flow -> flows.put(flow.name(), flow));
        Map<String, Fact> facts = new LinkedHashMap<>(pack.facts());
        facts.put(RepairFacts.ERASE, new Fact(RepairFacts.ERASE, Fact.Lifetime.SAVED, null, null));
        return new Pack(
                pack.id(),
                pack.revision(),
                pack.title(),
                pack.languages(),
                pack.start(),
                pack.menu(),
                pack.menuLabel(),
                flows,
                facts,
                pack.records());
    }

    /** The same pack, with help that leaves the question waiting. */
    static Pack withStayingHelp() {
        Pack pack = withLetter();
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        flows.put("help", flow("help", List.of("help"), step("help", List.of(), "This is help.", new Target.Stay())));
        return pack.withFlows(pack.revision(), flows);
    }

    /** The same step, visible only to the person, or in a slot. */
    static Step seen(Step step, Visibility visibility, @org.jspecify.annotations.Nullable String slot) {
        return new Step(
                step.name(),
                step.was(),
                step.run(),
                step.operations(),
                step.say(),
                step.ask(),
                step.visit(),
                step.then(),
                visibility,
                slot);
    }

    /** A step that says something and continues. */
    public static Step saying(String name, String say, Target then) {
        return step(name, List.of(), say, then);
    }

    /** A question for a place, where a position may be shared too. */
    static Step askingForAPlace(String name, Target then, Target otherwise) {
        Ask.Expect expect = new Ask.Expect("name", "town", then, otherwise);
        return step(name, List.of(), new Ask(wording("Where?"), List.of(), null, expect, null, true));
    }

    /** An engine over such a pack. */
    public static Engine engine(Pack pack) {
        return new Engine(pack, vocabulary(), TinyPack::understand);
    }

    static PackVocabulary vocabulary() {
        return PackVocabulary.of(
                List.of(
                        new JavaStep(
                                "cups",
                                "Lists cups.",
                                Set.of(),
                                Set.of("some"),
                                StepValue.of("cups[]"),
                                TinyPack::cups),
                        new JavaStep(
                                "shelf",
                                "Looks at the shelf.",
                                Set.of(),
                                Set.of("some", "none"),
                                List.of(),
                                TinyPack::shelf)),
                List.of(new AnyName(), new Expectation.AnyWords()),
                Set.of("count"));
    }

    private static Understanding.Meaning understand(String text, Language language) {
        if (text.contains("fire")) {
            return new Understanding.Urgent(new Understanding.Destination("help", null));
        } else if (text.contains("smoke")) {
            Understanding.Meaning ordinary = text.contains("thirsty")
                    ? new Understanding.Clear(new Understanding.Destination("tea", null))
                    : new Understanding.Nothing();
            return new Understanding.Urgent(new Understanding.Destination("help", null), false, ordinary);
        } else if (text.contains("thirsty")) {
            return new Understanding.Clear(new Understanding.Destination("tea", null));
        } else if (text.contains("white")) {
            return new Understanding.Unsure(List.of(
                    new Understanding.Likely(new Understanding.Destination("tea", "milk"), "Milk in it"),
                    new Understanding.Likely(new Understanding.Destination("pick", null), "A cup")));
        }
        return text.contains("coffee") ? new Understanding.Nothing("tea") : new Understanding.Nothing();
    }

    /** A flow with these steps, started by these words. */
    public static Flow flow(String name, List<String> heard, Step... steps) {
        Map<String, Step> byName = new LinkedHashMap<>();
        Stream.of(steps).forEach(step -> byName.put(step.name(), step));
        return new Flow(name, wording(name), List.of(), Map.of(Language.ENGLISH, heard), Map.of(), byName, Map.of());
    }

    public static Step asking(String name, String question, Answer... answers) {
        return step(name, List.of(), new Ask(wording(question), List.of(answers), null, null, null, false));
    }

    private static Step expecting(String name, String question, String fact, Target then) {
        Ask.Expect expect = new Ask.Expect("name", fact, then, null);
        return step(name, List.of(), new Ask(wording(question), List.of(), null, expect, null, false));
    }

    private static Step didYouMean() {
        Ask ask = new Ask(
                wording("Which one?"),
                List.of(),
                new Ask.Options(RepairFacts.LIKELY, "meant", new Target.Menu()),
                null,
                null,
                false);
        return step("which", List.of(), ask);
    }

    private static Step picking(String name, String run, Map<String, Target> outcomes) {
        Ask ask = new Ask(
                wording("Which cup?"),
                List.of(answer("none", "None", new Target.Menu())),
                new Ask.Options("cups", "cup", new Target.Menu()),
                null,
                null,
                false);
        return running(name, run, outcomes, ask);
    }

    private static Step running(String name, String run, Map<String, Target> outcomes) {
        return running(name, run, outcomes, null);
    }

    private static Step running(
            String name, String run, Map<String, Target> outcomes, @org.jspecify.annotations.Nullable Ask ask) {
        return new Step(
                name,
                List.of(),
                new Step.Run(run, Map.of(), outcomes),
                List.of(),
                null,
                ask,
                null,
                new Target.Menu(),
                Visibility.EVERYONE,
                null);
    }

    static Step step(String name, List<String> was, Ask ask) {
        return new Step(name, was, null, List.of(), null, ask, null, new Target.Menu(), Visibility.EVERYONE, null);
    }

    private static Step step(
            String name, List<Operation> operations, @org.jspecify.annotations.Nullable String say, Target then) {
        return new Step(
                name,
                List.of(),
                null,
                operations,
                say == null ? null : wording(say),
                null,
                null,
                then,
                Visibility.EVERYONE,
                null);
    }

    public static Answer answer(String name, String label, Target then) {
        return new Answer(name, wording(label), Map.of(), List.of(), then);
    }

    private static Answer heard(Answer answer, String words) {
        return new Answer(
                answer.name(),
                answer.label(),
                Map.of(Language.ENGLISH, List.of(words)),
                answer.operations(),
                answer.then());
    }

    private static Target to(String step) {
        return new Target.ToStep(step);
    }

    private static Target flowTo(String flow) {
        return new Target.ToFlow(flow);
    }

    static Wording wording(String text) {
        return new Wording(Map.of(Language.ENGLISH, new Words.Said(template(text))), Language.ENGLISH);
    }

    /** A template of one paragraph, with values named in braces. */
    static Template template(String text) {
        List<Template.SpanPattern> spans = new ArrayList<>();
        for (String part : text.split("(?=\\{)|(?<=})", -1)) {
            spans.add(
                    part.startsWith("{")
                            ? new Template.Insert(part.substring(1, part.length() - 1), null)
                            : new Template.Fixed(new Span.Plain(part)));
        }
        return new Template(List.of(new Template.BlockPattern(Template.Kind.PARAGRAPH, List.of(spans))));
    }

    /** Gives two cups. */
    private static JavaStep.Result cups(JavaStep.Input input) {
        return JavaStep.Result.of("some")
                .with("cups", new Value.Rows(List.of(cup("Red cup", "red"), cup("Blue cup", "blue"))));
    }

    private static Value.Row cup(String label, String value) {
        return new Value.Row(Map.of("label", new Value.Text(label, true), "value", new Value.Text(value, true)));
    }

    /** Says whether the cups are still held. */
    private static JavaStep.Result shelf(JavaStep.Input input) {
        return JavaStep.Result.of(input.facts().value("cups") == null ? "none" : "some");
    }

    /** Takes a capitalized word for a name. */
    private static final class AnyName implements Expectation {
        @Override
        public String name() {
            return "name";
        }

        @Override
        public boolean recognizes(String text, Instant now) {
            return Character.isUpperCase(text.charAt(0));
        }

        @Override
        public @org.jspecify.annotations.Nullable String mention(String text, Instant now) {
            int at = text.indexOf("call me ");
            return at < 0 ? null : text.substring(at + 8);
        }
    }
}

package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final Answer GREEN = TinyPack.answer("green", "Green tea", new Target.ToStep("milk"));
    private static final Answer BLACK = TinyPack.answer("black", "Black tea", new Target.ToStep("milk"));

    private final TeaTalk talk = new TeaTalk();

    @BeforeEach
    void waitsAtTheKindOfTea() {
        talk.opens();
        talk.types("tea");
    }

    @Test
    void aNumberMeansWhatWasOnTheScreenAfterAReordering() {
        talk.packBecomes(withKind(TinyPack.asking("kind", "Which tea?", BLACK, GREEN)));
        talk.types("1");
        assertThat(talk.last().path()).contains("tea/kind/green");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.QUESTION_REWORDED);
    }

    @Test
    void aLabelMeansWhatWasOnTheScreenAfterARewording() {
        talk.packBecomes(withKind(TinyPack.asking(
                "kind",
                "Which tea?",
                TinyPack.answer("green", "Black tea", GREEN.then()),
                TinyPack.answer("black", "Green tea", BLACK.then()))));
        talk.types("Green tea");
        assertThat(talk.last().path()).contains("tea/kind/green");
    }

    @Test
    void anAnswerThatIsGoneIsNotReplacedByAnother() {
        talk.packBecomes(withKind(TinyPack.asking("kind", "Which tea?", BLACK)));
        assertThat(talk.types("1")).isEqualTo("(question-changed) Which tea?");
    }

    @Test
    void aRenamedQuestionTakesItsAnswer() {
        Step renamed = TinyPack.step("sort", List.of("kind"), ask(GREEN, BLACK));
        talk.packBecomes(withKind(renamed));
        assertThat(talk.types("2")).isEqualTo("Milk?");
    }

    @Test
    void aQuestionThatIsGoneIsSaidToBeAndTheMenuFollows() {
        talk.packBecomes(withKind(TinyPack.asking("other", "Other?", GREEN)));
        assertThat(talk.types("1")).isEqualTo("(question-gone) What now?");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.QUESTION_GONE);
    }

    @Test
    void aRetiredQuestionHandsItsPeopleToItsSuccessor() {
        Flow tea = flowWith(TinyPack.asking("other", "Other?", GREEN));
        talk.packBecomes(with(
                new Flow("tea", tea.title(), List.of(), tea.heard(), Map.of(), tea.steps(), Map.of("kind", "milk"))));
        assertThat(talk.types("1")).isEqualTo("(question-moved) Milk?");
        assertThat(talk.last().notes()).containsExactly(Turn.Note.QUESTION_MOVED);
    }

    @Test
    void aPressOnAButtonOfARenamedQuestionIsTaken() {
        talk.packBecomes(withKind(TinyPack.step("sort", List.of("kind"), ask(BLACK, GREEN))));
        talk.presses("tea", "kind", "green");
        assertThat(talk.last().path()).contains("tea/sort/green");
    }

    @Test
    void helpWorksWhereTheQuestionIsGone() {
        talk.packBecomes(withKind(TinyPack.asking("other", "Other?", GREEN)));
        assertThat(talk.types("stop")).isEqualTo("(stop)");
    }

    private static Ask ask(Answer... answers) {
        return new Ask(TinyPack.wording("Which tea?"), List.of(answers), null, null, null, false);
    }

    private static Pack withKind(Step step) {
        return with(flowWith(step));
    }

    private static Flow flowWith(Step step) {
        Flow tea = java.util.Objects.requireNonNull(TinyPack.pack().flow("tea"));
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put(step.name(), step);
        tea.steps().forEach((name, each) -> {
            if (!name.equals("kind")) {
                steps.put(name, each);
            }
        });
        return new Flow("tea", tea.title(), List.of(), tea.heard(), Map.of(), steps, Map.of());
    }

    private static Pack with(Flow tea) {
        Pack pack = TinyPack.pack();
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        flows.put("tea", tea);
        return new Pack(
                pack.id(),
                "2",
                pack.title(),
                pack.languages(),
                pack.start(),
                pack.menu(),
                pack.menuLabel(),
                flows,
                pack.facts(),
                pack.records());
    }
}

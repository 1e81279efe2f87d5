package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.content.Garden;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Fact;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.FormWording;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackReaderTest {

    private static final Language SPANISH = new Language("es");

    private final Pack pack = Objects.requireNonNull(Garden.read().pack());

    @Test
    void aPackHasItsOwnFlowsAndThoseItInherits() {
        assertThat(pack.id()).isEqualTo("garden");
        assertThat(pack.languages()).containsExactly(Language.ENGLISH, SPANISH);
        assertThat(pack.flows()).containsKeys("start", "menu", "call", "home", "stop", "went-wrong");
        assertThat(pack.start()).isEqualTo("start");
        assertThat(pack.menu()).isEqualTo("menu");
    }

    @Test
    void factsHaveTheLifetimesThatWereWritten() {
        assertThat(pack.fact("home"))
                .isEqualTo(new Fact("home", Fact.Lifetime.SAVED, Duration.ofHours(24), "remember"));
        assertThat(pack.fact("candidates").lifetime()).isEqualTo(Fact.Lifetime.MEMORY);
        assertThat(pack.fact("language").lifetime()).isEqualTo(Fact.Lifetime.SAVED);
    }

    @Test
    void aStepThatNamesNoWayGoesToTheStepBelow() {
        assertThat(step("start", "hello").then()).isEqualTo(new Target.ToStep("next"));
        assertThat(step("start", "next").then()).isEqualTo(new Target.Menu());
    }

    @Test
    void aJavaStepHasItsArgumentsAndItsOutcomes() {
        Step.Run run = Objects.requireNonNull(step("call", "ready").run());

        assertThat(run.name()).isEqualTo("town.find");
        assertThat(run.with()).isEqualTo(Map.of("for", "hall"));
        assertThat(run.outcomes()).isEqualTo(Map.of("ready", new Target.Here(), "missing", new Target.ToStep("where")));
    }

    @Test
    void anAnswerHasALabelHeardWordsAndDeeds() {
        Answer spoke =
                Objects.requireNonNull(step("call", "ready").ask()).answers().get(0);

        assertThat(spoke.name()).isEqualTo("spoke");
        assertThat(spoke.heard()).containsEntry(Language.ENGLISH, List.of("spoke", "talked"));
        assertThat(spoke.heard()).containsEntry(SPANISH, List.of("hable"));
        assertThat(spoke.operations()).extracting(Operation::verb).containsExactly("count");
        assertThat(spoke.operations().get(0).arguments()).containsOnlyKeys("action", "outcome", "seat");
        assertThat(spoke.then()).isEqualTo(new Target.ToStep("thanks"));
    }

    @Test
    void anAnswerNamedNoStaysNo() {
        Ask menu = Objects.requireNonNull(step("menu", "choose").ask());

        assertThat(menu.answers()).extracting(Answer::name).containsExactly("learn", "call", "no");
        assertThat(menu.answers().get(2).heard().get(Language.ENGLISH)).containsExactly("no", "nothing");
    }

    @Test
    void aFactIsSetToYesAndNotToTrue() {
        Operation set = step("call", "thanks").operations().get(0);

        assertThat(set.verb()).isEqualTo(Operation.SET);
        assertThat(Objects.requireNonNull(set.arguments().get("remember")).toString())
                .contains("yes");
    }

    @Test
    void aQuestionMayExpectWordsAPositionAndAForm() {
        Step where = step("home", "where");
        Ask ask = Objects.requireNonNull(where.ask());

        assertThat(ask.expect())
                .isEqualTo(new Ask.Expect("place", "place", new Target.ToStep("look"), new Target.ToStep("unknown")));
        assertThat(ask.location()).isTrue();
        FormWording form = Objects.requireNonNull(ask.form());
        assertThat(form.title().in(Language.ENGLISH).toString()).contains("Your place");
        assertThat(form.fields()).extracting(FormWording.Field::name).containsExactly("place");
        assertThat(form.fields()).extracting(FormWording.Field::maxLength).containsExactly(60);
        assertThat(where.visibility()).isEqualTo(Visibility.ONLY_YOU);
        assertThat(where.slot()).isEqualTo("card");
        assertThat(Objects.requireNonNull(step("home", "which").ask()).options())
                .isEqualTo(new Ask.Options("candidates", "picked", new Target.ToStep("chosen")));
    }

    @Test
    void formerAndRetiredNamesAreKept() {
        Flow call = flow("call");

        assertThat(call.was()).containsExactly("phone");
        assertThat(step("call", "ready").was()).containsExactly("begin");
        assertThat(call.retired()).isEqualTo(Map.of("confirm", "ready"));
    }

    @Test
    void wordsThatStartAFlowAreFoldedByLanguage() {
        assertThat(flow("call").heard().get(Language.ENGLISH)).containsExactly("call", "phone the hall");
        assertThat(flow("call").heard().get(SPANISH)).containsExactly("llamar");
        assertThat(flow("call").urgent().get(SPANISH)).containsExactly("el huerto arde");
    }

    @Test
    void aTextInPartsMayChooseByAValueAndWalkThroughAList() {
        Words said = Objects.requireNonNull(step("learn", "status").say()).in(Language.ENGLISH);

        assertThat(said).isInstanceOf(Words.Several.class);
        assertThat(((Words.Several) said).parts())
                .hasExactlyElementsOfTypes(Words.Said.class, Words.Chosen.class, Words.Each.class);
    }

    @Test
    void recordsHaveDaysNumbersLinksAndSources() {
        assertThat(field("plan", "state")).isEqualTo(new Value.Text("proposed"));
        assertThat(field("plan", "as_of")).isEqualTo(new Value.Day(LocalDate.of(2026, 3, 1)));
        assertThat(field("town-hall", "number")).isEqualTo(new Value.Phone("202-224-3121"));
        assertThat(field("old-line", "number")).isEqualTo(new Value.Code("202-555-0100"));
        assertThat(field("page", "link")).isInstanceOf(Value.Link.class);
        assertThat(((Value.Rows) field("plan", "sources")).rows()).hasSize(2);
        assertThat(field("plan", "summary")).isInstanceOf(Value.Translated.class);
    }

    @Test
    void theRevisionTellsPacksApart(@TempDir Path folder) {
        Path copy = Garden.copyTo(folder);
        Pack same = Objects.requireNonNull(Garden.read(copy).pack());
        Garden.write(copy, "words/fr.yaml", "pack: {of: bcdf, title: Le jardin}\n");
        Pack other = Objects.requireNonNull(Garden.read(copy).pack());

        assertThat(same.revision()).isEqualTo(pack.revision()).matches("[0-9a-f]{16}");
        assertThat(other.revision()).isNotEqualTo(pack.revision());
    }

    @Test
    void aChangedQuestionIsAnotherRevision(@TempDir Path folder) {
        Path copy = Garden.copyTo(folder);
        Garden.write(copy, "questions/en.yaml", "examples: {why: why a garden}\n");
        Pack other = Objects.requireNonNull(Garden.read(copy).pack());

        assertThat(other.revision()).isNotEqualTo(pack.revision());
    }

    private Flow flow(String name) {
        return Objects.requireNonNull(pack.flows().get(name));
    }

    private Step step(String flow, String step) {
        return Objects.requireNonNull(flow(flow).step(step));
    }

    private Value field(String record, String field) {
        return Objects.requireNonNull(
                ((Value.Row) Objects.requireNonNull(pack.records().get(record)))
                        .fields()
                        .get(field));
    }
}

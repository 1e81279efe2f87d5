package org.campaignbot.content.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.campaignbot.content.Problem;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "on", "off", "true", "null", "~", "12", "0x1F", "5e21", "2026-11-24", "1_000"})
    void aPlainValueStaysTheTextThatWasWritten(String text) {
        assertThat(scalar(mapping(text + ": " + text), text).text()).isEqualTo(text);
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void everyNodeKnowsItsPlace() {
        Node.Mapping root = mapping("a: one\nb:\n  - two\n  - c: three\n");

        assertThat(scalar(root, "a").place()).isEqualTo(new Place("a.yaml", 1, 4));
        Node.Sequence list = (Node.Sequence) Objects.requireNonNull(root.get("b"));
        assertThat(list.items().get(0).place()).isEqualTo(new Place("a.yaml", 3, 5));
        assertThat(list.items().get(1).place()).isEqualTo(new Place("a.yaml", 4, 5));
    }

    @Test
    void aCharacterInsideATextHasAPlaceOfItsOwn() {
        Node.Mapping root = mapping("a: |\n\n  one\n  two\nb: plain\nc: 'quoted'\nd: \"esc\\taped\"\ne: >\n  fold\n");

        assertThat(scalar(root, "a").placeOf(scalar(root, "a").text().indexOf("wo")))
                .isEqualTo(new Place("a.yaml", 4, 4));
        assertThat(scalar(root, "b").placeOf(2)).isEqualTo(new Place("a.yaml", 5, 6));
        assertThat(scalar(root, "c").placeOf(2)).isEqualTo(new Place("a.yaml", 6, 7));
        assertThat(scalar(root, "d").placeOf(2)).isEqualTo(scalar(root, "d").place());
        assertThat(scalar(root, "e").placeOf(2)).isEqualTo(scalar(root, "e").place());
    }

    @Test
    void anEmptyFileHasNoRootAndNoProblem() {
        assertThat(read("")).isNull();
        assertThat(read("# nothing but a remark\n")).isNull();
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void aMarkOfByteOrderIsPassedOver() {
        assertThat(scalar(mapping("\uFEFFa: one"), "a").text()).isEqualTo("one");
    }

    @Test
    void aByteThatIsNoTextIsToldWhereItStands() {
        YamlFile.read("a.yaml", "a: b\nc: \u00e9".getBytes(StandardCharsets.ISO_8859_1), problems);

        assertThat(places()).containsExactly("not-utf8 2:4");
    }

    @Test
    void aControlCharacterIsToldWhereItStands() {
        read("a: b\nc: d\u0007e");

        assertThat(places()).containsExactly("not-yaml 2:5");
    }

    @Test
    void aKeyCannotStandTwice() {
        Node.Mapping root = mapping("a: one\nb: two\na: three\n");

        assertThat(scalar(root, "a").text()).isEqualTo("one");
        assertThat(places()).containsExactly("duplicate-key 3:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: [one", "a: {one: two", "a: one: two", "a:\n\t- one", "a: \"one", "- a\nb: c", "a: @one", "%a"
            })
    void aSlipOfSyntaxIsAProblemWithAPlace(String text) {
        assertThat(read(text)).isNull();
        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("not-yaml");
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
        });
    }

    @Test
    void aColonInATextHasAMendOfItsOwn() {
        read("say: Sow now: it is May.");

        assertThat(problems.sorted())
                .extracting(Problem::fix)
                .singleElement()
                .asString()
                .contains("in quotes");
    }

    @Test
    void aFileThatNestsWithoutEndIsRefusedAndNotFollowed() {
        read("[".repeat(50_000));
        assertThat(problems.sorted()).extracting(Problem::code).contains("not-yaml");

        read("[".repeat(50_000) + "]".repeat(50_000));
        assertThat(problems.sorted()).extracting(Problem::code).contains("not-yaml");
    }

    @Test
    void aSecondDocumentIsRefused() {
        read("a: one\n---\nb: two\n");

        assertThat(places()).containsExactly("not-yaml 2:1");
    }

    @Test
    void aFileBeyondAllMeasureIsRefused() {
        read("a: " + "b".repeat(1_100_000));

        assertThat(problems.sorted()).extracting(Problem::code).containsExactly("not-yaml");
    }

    private List<String> places() {
        return problems.sorted().stream()
                .map(problem -> problem.code() + " " + problem.line() + ":" + problem.column())
                .toList();
    }

    private @Nullable Node read(String text) {
        return YamlFile.read("a.yaml", text.getBytes(StandardCharsets.UTF_8), problems);
    }

    private Node.Mapping mapping(String text) {
        return (Node.Mapping) Objects.requireNonNull(read(text));
    }

    private static Node.Scalar scalar(Node.Mapping mapping, String key) {
        return (Node.Scalar) Objects.requireNonNull(mapping.get(key));
    }
}

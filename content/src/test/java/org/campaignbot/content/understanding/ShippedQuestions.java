package org.campaignbot.content.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.content.LearnedOnce;
import org.campaignbot.content.Problem;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.PackFolders;
import org.campaignbot.content.yaml.YamlFile;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;

/**
 * The matcher of the shipped campaign, made once for all tests.
 *
 * <p>Its pack has the urgent flows alone: the others call Java steps that this module does not know.
 */
final class ShippedQuestions {

    static final Pack PACK = pack(
            "welcoming-communities",
            Stream.of(urgentFlow("immigration-help", "urgent-help"), urgentFlow("care", "other-danger")));

    private static final Problems FOUND = new Problems();

    private static final Questions QUESTIONS =
            new QuestionsReader(FOUND).read(PackFolders.of(Path.of(""), PACK.id(), FOUND));

    static final List<Problem> PROBLEMS = FOUND.sorted();

    static final QuestionMatcher MATCHER =
            QuestionMatcher.of(QUESTIONS, PACK, LearnedOnce.matcher(PACK).learned());

    private ShippedQuestions() {}

    /** A pack of some flows. */
    static Pack pack(String id, Stream<Flow> flows) {
        return new Pack(
                id,
                "1",
                nothing(),
                List.of(Language.ENGLISH),
                "menu",
                "menu",
                nothing(),
                flows.collect(Collectors.toMap(Flow::name, Function.identity())),
                Map.of(),
                Map.of());
    }

    static Wording nothing() {
        return new Wording(Map.of(Language.ENGLISH, new Words.Said(new Template(List.of()))), Language.ENGLISH);
    }

    private static Flow urgentFlow(String kit, String name) {
        Path folder = Path.of("kits", kit);
        return flow(
                name,
                "show",
                Map.of(),
                Map.of(
                        Language.ENGLISH,
                        urgent(mapping(folder.resolve("flows/" + name + ".yaml"))),
                        Language.SPANISH,
                        urgent((Node.Mapping)
                                Objects.requireNonNull(mapping(folder.resolve("words/es/" + name + ".yaml"))
                                        .get(name)))));
    }

    private static Node.Mapping mapping(Path file) {
        try {
            return (Node.Mapping)
                    Objects.requireNonNull(YamlFile.read(file.toString(), Files.readAllBytes(file), new Problems()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> urgent(Node.Mapping flow) {
        return ((Node.Sequence) Objects.requireNonNull(flow.get("urgent")))
                .items().stream()
                        .map(each -> Fold.fold(((Node.Scalar) each).text()))
                        .toList();
    }

    /** A flow of one step that says nothing. */
    static Flow flow(String name, String step, Map<Language, List<String>> heard, Map<Language, List<String>> urgent) {
        Step only = new Step(
                step, List.of(), null, List.of(), null, null, null, new Target.Menu(), Visibility.EVERYONE, null);
        return new Flow(name, nothing(), List.of(), heard, urgent, Map.of(step, only), Map.of());
    }
}

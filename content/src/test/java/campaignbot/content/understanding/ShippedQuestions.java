package campaignbot.content.understanding;

import campaignbot.content.problem.Problems;
import campaignbot.content.yaml.Node;
import campaignbot.content.yaml.YamlFile;
import campaignbot.flow.Flow;
import campaignbot.flow.Fold;
import campaignbot.flow.Pack;
import campaignbot.flow.Step;
import campaignbot.flow.Target;
import campaignbot.flow.Template;
import campaignbot.flow.Wording;
import campaignbot.flow.Words;
import campaignbot.message.Visibility;
import campaignbot.people.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The matcher of the shipped campaign, made once for all tests.
 *
 * <p>Its pack has the urgent flows alone: the others call Java steps that this module does not know.
 */
final class ShippedQuestions {

    static final Pack PACK = pack(
            "welcoming-communities", Stream.of("urgent-help", "other-danger").map(ShippedQuestions::urgentFlow));

    static final QuestionMatcher.Result RESULT = QuestionMatcher.read(Path.of(""), PACK);

    static final QuestionMatcher MATCHER = RESULT.matcher();

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

    private static Flow urgentFlow(String name) {
        try {
            Path file = Path.of("campaigns", "common", "flows", name + ".yaml");
            Node.Mapping root = (Node.Mapping) YamlFile.read(name, Files.readAllBytes(file), new Problems());
            Node phrases = root == null ? null : root.get("urgent");
            List<String> urgent = phrases == null
                    ? List.of()
                    : ((Node.Sequence) phrases)
                            .items().stream()
                                    .map(each -> Fold.fold(((Node.Scalar) each).text()))
                                    .toList();
            return flow(name, "show", Map.of(), Map.of(Language.ENGLISH, urgent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A flow of one step that says nothing. */
    static Flow flow(String name, String step, Map<Language, List<String>> heard, Map<Language, List<String>> urgent) {
        Step only = new Step(
                step, List.of(), null, List.of(), null, null, null, new Target.Menu(), Visibility.EVERYONE, null);
        return new Flow(name, nothing(), List.of(), heard, urgent, Map.of(step, only), Map.of());
    }
}

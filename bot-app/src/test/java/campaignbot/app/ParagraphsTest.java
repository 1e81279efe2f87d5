package campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.content.pack.Outline;
import campaignbot.content.pack.PackReader;
import campaignbot.content.pack.Topic;
import campaignbot.content.problem.Problems;
import campaignbot.content.yaml.Node;
import campaignbot.content.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the shipped pack against the page it came from: no paragraph is forgotten, no topic lacks its long answer. */
class ParagraphsTest {

    private static final Set<String> TOPICS = Set.of(
            "campaign-overview",
            "the-bill",
            "program-cuts",
            "where-aiusa-stands",
            "invest-in-communities",
            "immigration-detention",
            "family-detention",
            "detention-profits",
            "fear-narratives",
            "community-safety",
            "civil-rights",
            "border-deterrence",
            "border-communities",
            "welcome-system",
            "right-to-asylum",
            "asylum-at-border",
            "ports-of-entry");

    private static final Set<String> ACTIONS = Set.of(
            "action-email-lawmakers",
            "action-call-senators",
            "action-lobby",
            "action-learn-bill",
            "action-share-blueprint",
            "action-read-briefing",
            "action-join");

    private final List<Topic> topics = outline().topics();

    @Test
    void everyParagraphIsCoveredOrSaidToBeLayout() throws IOException {
        Node.Mapping page = page();
        int count = Integer.parseInt(((Node.Scalar) Objects.requireNonNull(page.get("count"))).text());
        Set<String> layout = ((Node.Mapping) Objects.requireNonNull(page.get("layout")))
                .entries().stream().map(Node.Entry::name).collect(Collectors.toSet());
        Set<String> covered =
                topics.stream().flatMap(topic -> topic.source().stream()).collect(Collectors.toSet());

        assertThat(covered).doesNotContainAnyElementsOf(layout);
        covered.addAll(layout);
        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, count)
                        .mapToObj(paragraph -> "L" + paragraph)
                        .toList());
    }

    @Test
    void everyTopicHasAShortAndALongAnswerInAFlowOfItsName() {
        for (String id : TOPICS) {
            assertThat(topics)
                    .filteredOn(topic -> topic.id().equals(id))
                    .as(id)
                    .allSatisfy(topic -> assertThat(topic.flow()).isEqualTo(id))
                    .extracting(Topic::step)
                    .containsExactly("short", "more");
        }
    }

    @Test
    void everyActionOfThePageIsThere() {
        assertThat(topics).extracting(Topic::id).containsAll(ACTIONS);
    }

    private static Outline outline() {
        return PackReader.read(
                        Shipped.CONTENT.folder(),
                        Shipped.CONTENT.campaign(),
                        Campaign.vocabulary(() -> Shipped.DIRECTORY))
                .outline();
    }

    private static Node.Mapping page() throws IOException {
        Path file = Shipped.CONTENT.campaignFolder().resolve("paragraphs.yaml");
        Node node = YamlFile.read(file.toString(), Files.readAllBytes(file), new Problems());
        return (Node.Mapping) Objects.requireNonNull(node);
    }
}

package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.content.pack.Outline;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.content.pack.Topic;
import org.junit.jupiter.api.Test;

/** Compares the shipped pack with the list of topics and actions; {@code ./bot check} compares it with the page's paragraphs. */
class TopicsTest {

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
}

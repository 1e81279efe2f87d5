package org.campaignbot.content.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthCheckTest {

    private static final Set<String> OF_TRUTH = Set.of(
            "unattributed-position",
            "unsourced-figure",
            "uncovered-paragraph",
            "unknown-paragraph",
            "unattributed-topic");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() {
        Garden.copyTo(folder);
    }

    @Test
    void aPositionNeedsSomebodyWhoseItIs() {
        assertThat(step("say: The town should stop.")).containsExactly("unattributed-position");
        assertThat(step("say: The gardeners say that the town should stop.")).isEmpty();
        assertThat(step("claim: {says: the bot}\n    say: You should water them."))
                .isEmpty();
        assertThat(
                        step(
                                "topic: {id: why, source: [L4], says: The gardeners, as_of: 2026-03}\n    say: The town should stop."))
                .isEmpty();
    }

    @Test
    void aPositionIsFoundInEveryLanguageOfThePack() {
        Garden.write(folder, "words/es.yaml", "sow:\n  ready: {of: bcdf, say: Los planes son crueles.}\n");

        assertThat(step("say: Look at the plans.")).containsExactly("unattributed-position");
    }

    @Test
    void whatSomebodyIsToSayIsTheirOwn() {
        assertThat(step("say: |\n      > The town should stop. I was born here in 1980."))
                .isEmpty();
    }

    @Test
    void anAmountOrAShareNeedsATopicOrAClaimWithSourceAndDate() {
        assertThat(step("say: It costs $300.")).containsExactly("unsourced-figure");
        assertThat(step("say: It feeds 40 percent of us.")).containsExactly("unsourced-figure");
        assertThat(step("say: It feeds 3 million.")).containsExactly("unsourced-figure");
        assertThat(step("claim: {says: a leaflet}\n    say: It costs $300.")).containsExactly("unsourced-figure");
        assertThat(step("claim: {says: a leaflet, source: [L4], as_of: 2026-03}\n    say: It costs $300."))
                .isEmpty();
        assertThat(step("say: Wait 24 hours and call 911.")).isEmpty();
    }

    @Test
    void aYearMayStandBesideARecordThatHasADay() {
        assertThat(step("say: The town has planned it since 2024.")).containsExactly("unsourced-figure");
        assertThat(step("say: 'The town has planned it since 2024. {plan.summary}'"))
                .isEmpty();
    }

    @Test
    void aTopicTellsOfWhenItIs() {
        assertThat(step("topic: {id: why, source: [L4], says: The gardeners}\n    say: Beans are good."))
                .containsExactly("unattributed-topic");
    }

    @Test
    void everyParagraphIsCoveredOrLayout() {
        String layout = "layout: {L2: a picture, L3: a picture}\n";

        Garden.write(folder, "paragraphs.yaml", "count: 3\n" + layout);
        assertThat(found()).isEmpty();
        Garden.write(folder, "paragraphs.yaml", "count: 5\n" + layout);
        assertThat(found()).containsExactly("uncovered-paragraph", "uncovered-paragraph");
        Garden.write(folder, "paragraphs.yaml", "count: 2\n" + layout);
        assertThat(found()).containsExactly("unknown-paragraph");
    }

    private List<String> step(String parts) {
        Garden.write(
                folder,
                "flows/sow.yaml",
                "flow: sow\ntitle: Sow\nheard: [sow]\nsteps:\n  ready:\n    " + parts + "\n    then: menu\n");
        return found();
    }

    private List<String> found() {
        return PackCheck.check(Garden.read(folder), LocalDate.of(2026, 3, 15)).stream()
                .map(Problem::code)
                .filter(OF_TRUTH::contains)
                .toList();
    }
}

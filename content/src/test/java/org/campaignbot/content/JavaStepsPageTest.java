package org.campaignbot.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.campaignbot.content.chat.Transcript;
import org.campaignbot.content.chat.TranscriptRunner;
import org.campaignbot.content.chat.Transcripts;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.StepValue;
import org.junit.jupiter.api.Test;

/** Writes JAVA-STEPS.md; with {@code -Dsteps.write=true} into the file, else to compare with it. */
class JavaStepsPageTest {

    private static final Path PAGE = Path.of("JAVA-STEPS.md");

    private static final String INTRODUCTION = """
            # The Java steps

            What a step of a flow can call with `run`: what each does, what it takes, what it gives, and its outcomes, all of
            which the flow must map. `?` marks what may be missing, `{…}` the fields of a row, `[…]` a list with the fields
            of each row, `=` the only words that a value can be, `:` its type where it is not plain text; a fact that is read
            need not be known. An argument of the type `fact` names a fact, which the step then reads or sets too.

            This page is written by a test from the steps themselves, so do not edit it:
            `mvn -q test -pl content -am -Dtest=JavaStepsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dsteps.write=true`
            writes it anew. A test also holds every step to its declaration in all chats of the shipped campaign.
            """;

    @Test
    void thePageShowsEveryStepAsItIs() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        new TreeMap<>(ShippedCampaign.VOCABULARY.steps()).values().forEach(step -> page.append(entry(step)));
        if (Boolean.getBoolean("steps.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page.toString());
    }

    @Test
    void everyStepSaysWhatItDoesInASentence() {
        assertThat(ShippedCampaign.VOCABULARY.steps().values())
                .allSatisfy(step -> assertThat(step.about()).as(step.name()).matches("[A-Z].*\\."));
    }

    /** What no chat shows, and unit tests do: a map that changed, a pack without topics, a list that is gone, and the like. */
    @Test
    void whatIsDeclaredHappensInSomeChat() throws IOException {
        DeclaredSteps.SEEN.clear(); // what other tests of this process showed is no chat
        TranscriptRunner runner = new TranscriptRunner(ShippedCampaign.PACK, ShippedCampaign::engine);
        for (Transcript transcript : Transcripts.of(ShippedCampaign.FOLDER)) {
            runner.run(transcript);
        }
        Set<String> unseen = new TreeSet<>();
        ShippedCampaign.VOCABULARY.steps().values().stream()
                .filter(step -> !step.name().equals("action.status"))
                .forEach(step -> {
                    step.takes().forEach(fact -> unseen.add(step.name() + " takes " + fact));
                    step.outcomes().forEach(outcome -> unseen.add(step.name() + " outcome " + outcome));
                    step.gives().forEach(value -> expect(step.name() + " gives ", value, unseen));
                });
        unseen.removeAll(DeclaredSteps.SEEN);
        // A chat has no corrections of the tables; CorrectCommandTest and MapKeepCommandTest show the cards with them.
        unseen.removeIf(each -> each.endsWith(".corrected") || each.endsWith(".corrected_on"));
        unseen.removeIf(each -> each.endsWith(" map_kept_on") || each.endsWith(" map_source"));
        assertThat(unseen)
                .containsExactly(
                        "alerts.topics outcome none",
                        "call.climb outcome missing",
                        "call.picked outcome none",
                        "call.prepare gives delegate.since",
                        "call.report outcome missing",
                        "desk.list outcome look",
                        "desk.numbers outcome look",
                        "home.pick outcome lost",
                        "home.seats gives redrawn",
                        "reminder.read outcome no-zone",
                        "reminder.read outcome unclear",
                        "reminder.reply outcome lost",
                        "seat.choose gives redrawn",
                        "visit.office gives office.hours",
                        "zone.find outcome unknown");
    }

    private static void expect(String path, StepValue value, Set<String> unseen) {
        if (!value.name().equals(StepValue.ANY)) {
            unseen.add(path + value.name());
            value.fields().forEach(field -> expect(path + value.name() + ".", field, unseen));
        }
    }

    private static String entry(JavaStep step) {
        List<String> lines = new ArrayList<>();
        line(lines, "With", step.arguments().stream().map(StepValue::toString).toList());
        line(lines, "Takes", new TreeSet<>(step.takes()));
        line(lines, "Gives", step.gives().stream().map(StepValue::toString).toList());
        line(lines, "Outcomes", new TreeSet<>(step.outcomes()));
        return "\n## " + step.name() + "\n\n" + step.about() + "\n\n" + String.join("\n", lines) + "\n";
    }

    private static void line(List<String> lines, String title, Iterable<String> values) {
        String joined = String.join("`, `", values);
        if (!joined.isEmpty()) {
            lines.add("- " + title + ": `" + joined + "`");
        }
    }
}

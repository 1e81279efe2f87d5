package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.conversation.Understanding.Clear;
import org.campaignbot.conversation.Understanding.Context;
import org.campaignbot.conversation.Understanding.Meaning;
import org.campaignbot.conversation.Understanding.Urgent;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

/**
 * Holds which help people get when what they type mentions work: help for a workplace, a home or a car, or for finding somebody.
 *
 * <p>A writer who knew nothing of the bot wrote the lines. The rules were made on every other one; of the rest, 24 of 40 cries from a
 * workplace got its help at first. Those have been read since, too.
 */
class HelpAtWorkTest {

    private static final List<String[]> ALL = lines();

    private static List<String[]> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/questions/at-work.tsv")).stream()
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void criesFromAWorkplaceGetItsHelp() {
        assertThat(share("now", "", "work")).isGreaterThan(0.75);
        assertThat(ALL.stream()
                        .filter(line -> line[0].equals("now"))
                        .filter(line -> !(read(line, "") instanceof Urgent)))
                .hasSizeLessThan(2);
    }

    @Test
    void criesFromHomeGetTheDoorThoughTheySpeakOfWork() {
        assertThat(share("home", "", "work", "q-at-work")).isZero();
    }

    @Test
    void whoIsStoppedOnTheWayToWorkGetsTheCarsHelp() {
        assertThat(share("car", "", "work", "q-at-work")).isZero();
        assertThat(share("car", "", "car")).isGreaterThan(0.8);
    }

    @Test
    void whoLooksForSomebodyTakenAtWorkIsSeldomSentThere() {
        assertThat(share("kin", "", "work", "q-at-work")).isLessThan(0.08);
    }

    @Test
    void whoAsksRightAfterHelpWhatGoesForWorkIsMostlyTold() {
        assertThat(share("ask", "urgent-help", "work", "q-at-work")).isGreaterThan(0.55);
    }

    @Test
    void talkOfWorkIsNoCry() {
        assertThat(share("none", "")).isZero();
    }

    /** How many lines of a kind get help, or only those with one of some steps. */
    private static double share(String kind, String help, String... steps) {
        List<String[]> lines = ALL.stream().filter(line -> line[0].equals(kind)).toList();
        return (double) lines.stream()
                        .filter(line -> isHelp(read(line, help), Set.of(steps)))
                        .count()
                / lines.size();
    }

    private static boolean isHelp(Meaning meaning, Set<String> steps) {
        return meaning instanceof Urgent urgent
                ? steps.isEmpty() || steps.contains(String.valueOf(urgent.to().step()))
                : meaning instanceof Clear clear
                        && steps.contains(String.valueOf(clear.to().step()));
    }

    private static Meaning read(String[] line, String help) {
        return new QuestionUnderstanding(ShippedQuestions.MATCHER, ShippedCampaign.PACK)
                .read(line[2], new Language(line[1]), new Context("menu", false, help));
    }
}

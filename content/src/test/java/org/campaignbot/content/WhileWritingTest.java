package org.campaignbot.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

/**
 * Holds which of 480 messages go into a letter, typed where the coach asks for a part of it, by somebody who knew nothing of the bot
 * and from whom nothing was learned.
 */
class WhileWritingTest {

    private static final List<Message> ALL =
            LetterCoach.lines("while-writing.tsv").stream().map(Message::of).toList();

    /** A line of the file: whether it's meant for the {@code bot} or the {@code text}, and the part that was asked for. */
    private record Message(String meant, Language language, String part, String typed) {

        static Message of(String[] cells) {
            return new Message(cells[0], new Language(cells[1]), cells[2], cells[3]);
        }

        boolean isForTheBot() {
            return meant.equals("bot");
        }
    }

    @Test
    void whatIsSaidToTheBotSeldomGoesIntoTheLetter() {
        // Before the bot told them apart it was 84 of 100. At the town it still doesn't: "Buffalo" looks like nothing
        // it knows.
        assertThat(share(Message::isForTheBot, each -> isKept(turn(each)))).isLessThan(0.27);
    }

    @Test
    void whatIsMeantForTheLetterGoesIn() {
        List<Message> left = ALL.stream()
                .filter(each -> !each.isForTheBot() && isLeftOut(turn(each)))
                .toList();
        assertThat(left.size()
                        / (double)
                                ALL.stream().filter(each -> !each.isForTheBot()).count())
                .as(() -> "left out: " + left)
                .isLessThan(0.02);
    }

    @Test
    void whatWasLeftOutGoesInWhenItIsSentAgain() {
        List<Message> left = ALL.stream().filter(each -> isLeftOut(turn(each))).toList();
        assertThat(left).isNotEmpty().allSatisfy(each -> {
            State after = turn(each).next();
            assertThat(isKept(LetterCoach.turn(after, each.language(), each.typed())))
                    .isTrue();
        });
    }

    private static double share(Predicate<Message> among, Predicate<Message> is) {
        List<Message> all = ALL.stream().filter(among).toList();
        return all.stream().filter(is).count() / (double) all.size();
    }

    private static boolean isKept(Turn turn) {
        return turn.path().stream().anyMatch(step -> step.startsWith("letter/keep-"));
    }

    private static boolean isLeftOut(Turn turn) {
        return turn.path().contains("left-out/tell");
    }

    private static Turn turn(Message message) {
        return LetterCoach.turn(message.part(), message.language(), message.typed());
    }
}

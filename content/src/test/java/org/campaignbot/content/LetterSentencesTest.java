package org.campaignbot.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

/**
 * Holds which sentences of 260 answers go into a letter, and which are for the bot: "The food pantry. Now may I see my letter?" They were
 * written by two people who knew nothing of the bot. Nothing was learned from them, but the rules were made with them at hand: before the
 * last hundred were read, 11 of their 22 wishes showed the letter.
 */
class LetterSentencesTest {

    private static final List<Message> ALL =
            LetterCoach.lines("letter-sentences.tsv").stream().map(Message::of).toList();

    /**
     * A line of the file.
     *
     * @param own what of it belongs in the letter, in pieces between bars; "-" if nothing does
     * @param beside what else it says: {@code none}, {@code show} (the letter), {@code question}, {@code talk} or {@code several}
     */
    private record Message(String part, Language language, String typed, String own, String beside) {

        static Message of(String[] cells) {
            return new Message(cells[0], new Language(cells[1]), cells[2], cells[3], cells[4]);
        }

        boolean isReason() {
            return !part.equals("name") && !part.equals("town");
        }
    }

    @Test
    void aWishToSeeTheLetterShowsIt() {
        assertThat(share(each -> each.beside().equals("show"), LetterSentencesTest::isShown))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void noOtherAnswerEndsTheQuestions() {
        assertThat(misses(each -> List.of("none", "question", "talk").contains(each.beside()), each -> !isShown(each)))
                .isEmpty();
    }

    @Test
    void whatIsAllForTheLetterGoesInAsItWasTyped() {
        assertThat(share(each -> each.beside().equals("none"), LetterSentencesTest::isKept))
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void whatIsSaidBesideMostlyStaysOut() {
        assertThat(share(each -> each.isReason() && !each.beside().equals("none"), LetterSentencesTest::isKept))
                .isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void aNameOrTownIsFoundAmongOtherSentences() {
        assertThat(share(each -> !each.isReason(), LetterSentencesTest::isKept)).isGreaterThanOrEqualTo(0.85);
    }

    private static double share(Predicate<Message> among, Predicate<Message> is) {
        List<Message> all = ALL.stream().filter(among).toList();
        return all.stream().filter(is).count() / (double) all.size();
    }

    private static List<Message> misses(Predicate<Message> among, Predicate<Message> is) {
        return ALL.stream().filter(among).filter(is.negate()).toList();
    }

    private static boolean isShown(Message message) {
        // Without a reason there's no letter to show, and the coach says so.
        return turn(message).path().stream()
                .anyMatch(step -> step.equals("letter/review") || step.equals("letter/empty"));
    }

    private static boolean isKept(Message message) {
        String wanted = message.own().equals("-") ? "" : message.own().replace(" | ", " ");
        return Fold.fold(kept(message)).equals(Fold.fold(wanted));
    }

    /** What went in for the part that was asked for; empty if nothing did. */
    private static String kept(Message message) {
        return Optional.ofNullable(turn(message).next().held().get("letter_" + message.part()))
                .map(State.Held::value)
                .map(value -> Objects.requireNonNull((Value.Text) value).text())
                .filter(text -> !text.equals("-"))
                .orElse("");
    }

    private static Turn turn(Message message) {
        return LetterCoach.turn(message.part(), message.language(), message.typed());
    }
}

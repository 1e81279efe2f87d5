package org.campaignbot.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

/**
 * Holds which of 480 messages go into a letter, typed where the coach asks for a part of it, by somebody who knew nothing of the bot
 * and from whom nothing was learned.
 */
class WhileWritingTest {

    private static final Path FILE = Path.of("src/test/resources/questions/while-writing.tsv");
    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final Engine ENGINE = ShippedCampaign.engine(ShippedCampaign.PACK);
    private static final List<String> PARTS = List.of("why", "place", "instead", "name", "town", "ask");
    private static final List<Message> ALL = read();
    private static final Map<String, State> STATES = new HashMap<>();

    /** A line of the file: whether it's meant for the {@code bot} or the {@code text}, and the part that was asked for. */
    private record Message(String meant, Language language, String part, String typed) {

        static Message of(String line) {
            String[] cells = line.split("\t", -1);
            return new Message(cells[0], new Language(cells[1]), cells[2], cells[3]);
        }

        boolean isForTheBot() {
            return meant.equals("bot");
        }
    }

    private static List<Message> read() {
        try {
            return Files.readAllLines(FILE).stream().skip(1).map(Message::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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
            assertThat(isKept(turn(after, each.language(), each.typed()))).isTrue();
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
        State asked = STATES.computeIfAbsent(message.language().code() + message.part(), key -> asked(message));
        return turn(asked, message.language(), message.typed());
    }

    /** Where the coach asks for the part of a message, and those before it were skipped. */
    private static State asked(Message message) {
        boolean isEnglish = message.language().equals(Language.ENGLISH);
        State state = turn(
                        State.fresh(),
                        message.language(),
                        isEnglish ? "help me write a letter" : "ayúdeme a escribir una carta")
                .next();
        for (int i = 0; i < PARTS.indexOf(message.part()); i++) {
            state = turn(state, message.language(), isEnglish ? "skip" : "saltar")
                    .next();
        }
        return state;
    }

    private static Turn turn(State state, Language language, String words) {
        return ENGINE.take(state, new TurnInput(new Event.Typed(words), NOW, 1, language, "while-writing"));
    }
}

package org.campaignbot.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.people.Language;

/** The shipped letter coach where it asks for a part of the letter, for tests that type something there. */
final class LetterCoach {

    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final Engine ENGINE = ShippedCampaign.engine(ShippedCampaign.PACK);
    private static final List<String> PARTS = List.of("why", "place", "instead", "name", "town", "ask");
    private static final Map<String, State> STATES = new HashMap<>();

    private LetterCoach() {}

    /** The lines of a test set, cell by cell, without its heading. */
    static List<String[]> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/questions", file)).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What comes of words where a part is asked for: the writer's reason was given, and other parts before it were skipped. */
    static Turn turn(String part, Language language, String typed) {
        State asked = STATES.computeIfAbsent(language.code() + part, key -> asked(part, language));
        return turn(asked, language, typed);
    }

    static Turn turn(State state, Language language, String typed) {
        return ENGINE.take(state, new TurnInput(new Event.Typed(typed), NOW, 1, language, "letter-coach"));
    }

    private static State asked(String part, Language language) {
        boolean isEnglish = language.equals(Language.ENGLISH);
        State home = turn(State.fresh(), language, "Ohio").next();
        State state = turn(home, language, isEnglish ? "help me write a letter" : "ayúdeme a escribir una carta")
                .next();
        for (int i = 0; i < PARTS.indexOf(part); i++) {
            String skip = isEnglish ? "skip" : "saltar";
            state = turn(state, language, i == 0 ? "My parents came here with nothing at all." : skip)
                    .next();
        }
        return state;
    }
}

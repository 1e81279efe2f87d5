package org.campaignbot.content.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

/**
 * Which flow each heard phrase of the shipped campaign reaches, in an English and in a Spanish chat: words of every language are
 * heard in both. With {@code -Dheard.write=true} the table is written, else compared.
 */
class HeardWordsTest {

    private static final Path TABLE = Path.of("src/test/resources/questions/heard.tsv");
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, new Language("es"));

    private final Engine engine = ShippedCampaign.engine(ShippedCampaign.PACK);

    @Test
    void eachPhraseReachesItsFlowInEveryChat() throws IOException {
        String table = "phrase\tenglish chat\tspanish chat\n"
                + String.join("\n", phrases().stream().map(this::row).toList()) + "\n";

        if (Boolean.getBoolean("heard.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(Files.readString(TABLE)).isEqualTo(table);
    }

    private String row(String phrase) {
        return String.join(
                "\t",
                Stream.concat(Stream.of(phrase), LANGUAGES.stream().map(language -> reached(phrase, language)))
                        .toList());
    }

    /** The first place that a turn goes through when somebody at the menu types a phrase, and whether the line offers help. */
    private String reached(String phrase, Language language) {
        State menu = take(State.fresh(), "menu", language).next();
        Turn turn = take(menu, phrase, language);
        String place = turn.path().isEmpty() ? "-" : turn.path().get(0).replaceFirst("/.*", "");
        return turn.notes().contains(Turn.Note.HELP_OFFERED) ? place + " + help" : place;
    }

    private Turn take(State state, String text, Language language) {
        return engine.take(state, new TurnInput(new Event.Typed(text), NOON, 1, language, ""));
    }

    private static Set<String> phrases() {
        Set<String> phrases = new TreeSet<>();
        for (Flow flow : ShippedCampaign.PACK.flows().values()) {
            flow.heard().values().forEach(phrases::addAll);
            flow.urgent().values().forEach(phrases::addAll);
            for (Step step : flow.steps().values()) {
                for (Answer answer :
                        step.ask() == null ? List.<Answer>of() : step.ask().answers()) {
                    answer.heard().values().forEach(phrases::addAll);
                }
            }
        }
        return phrases;
    }
}

package org.campaignbot.content.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.audience.AudienceProblem;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.sending.Objection;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.conversation.Engine;
import org.campaignbot.message.Message;
import org.campaignbot.people.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the desk has a word for, the shipped pack says in each of its languages, and not as "something". */
class DeskWordsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final char PART = '\u001f';

    /** Values that some kind names. */
    private static final String VALUES = Stream.of(
                    "where=en",
                    "typed=x",
                    "action=x",
                    "problem=x",
                    "address=x",
                    "label=x",
                    "number=x",
                    "length=1",
                    "surface=x",
                    "limit=1",
                    "name=x",
                    "claim=x",
                    "letter=x",
                    "shown=x",
                    "host=x",
                    "word=x",
                    "words=x",
                    "says=x",
                    "earlier=x",
                    "until=2026-11-24T17:00:00Z",
                    "from=2026-11-24T17:00:00Z",
                    "days=1")
            .collect(Collectors.joining(Character.toString(PART)));

    private final Engine engine = ShippedCampaign.engine(ShippedCampaign.PACK);

    static List<Language> languages() {
        return ShippedCampaign.PACK.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachRefusalHasItsOwnWords(Language language) {
        assertThatAllDiffer(Arrays.stream(AlertRefusal.values()).map(AlertRefusal::word), "desk_why", "", language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachFindingHasItsOwnWords(Language language) {
        assertThatAllDiffer(
                Arrays.stream(Finding.Kind.values()).map(Finding.Kind::word), "desk_findings", "kind=", language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachProblemOfAnAudienceHasItsOwnWords(Language language) {
        Stream<String> kinds = Arrays.stream(AudienceProblem.Kind.values())
                .filter(each -> each != AudienceProblem.Kind.NOT_KNOWN)
                .map(AudienceProblem.Kind::word);
        assertThatAllDiffer(kinds, "desk_unreadable", "kind=", language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachObjectionHasItsOwnWords(Language language) {
        assertThatAllDiffer(
                Arrays.stream(Objection.Kind.values()).map(Objection.Kind::word), "desk_because", "", language);
    }

    private void assertThatAllDiffer(Stream<String> words, String fact, String key, Language language) {
        List<String> said = Stream.concat(Stream.of("no word of the desk's"), words)
                .map(word -> said(
                        fact, key.isEmpty() ? word : key + word + PART + "severity=error" + PART + VALUES, language))
                .toList();
        assertThat(said).doesNotHaveDuplicates();
    }

    private String said(String fact, String value, Language language) {
        Map<String, String> facts = new HashMap<>(Map.of("desk_page", "alert", "desk_stage", "paused"));
        facts.put(fact, value);
        return engine.told("alert-desk", facts, language, NOON).stream()
                .map(Message::text)
                .map(text -> text.visible())
                .collect(Collectors.joining("\n"));
    }
}

package org.campaignbot.content.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.audience.AudienceProblem;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.sending.Objection;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.conversation.Engine;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Message;
import org.campaignbot.people.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the desk has a word for, the shipped pack says in each of its languages, and not as "something". */
class DeskWordsTest {

    private static final Set<String> LISTS = Set.of("desk_found", "desk_problems");
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    /** Values that some kind names. */
    private static final Map<String, Value> VALUES = values();

    private final Engine engine = ShippedCampaign.engine(ShippedCampaign.PACK);

    static List<Language> languages() {
        return ShippedCampaign.PACK.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachRefusalHasItsOwnWords(Language language) {
        assertThatAllDiffer(Arrays.stream(AlertRefusal.values()).map(AlertRefusal::word), "desk_why", language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachFindingHasItsOwnWords(Language language) {
        assertThatAllDiffer(Arrays.stream(Finding.Kind.values()).map(Finding.Kind::word), "desk_found", language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachProblemOfAnAudienceHasItsOwnWords(Language language) {
        Stream<String> kinds = Arrays.stream(AudienceProblem.Kind.values())
                .filter(each -> each != AudienceProblem.Kind.NOT_KNOWN)
                .map(AudienceProblem.Kind::word);
        assertThatAllDiffer(kinds, "desk_problems", language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachObjectionHasItsOwnWords(Language language) {
        assertThatAllDiffer(Arrays.stream(Objection.Kind.values()).map(Objection.Kind::word), "desk_because", language);
    }

    private void assertThatAllDiffer(Stream<String> words, String fact, Language language) {
        List<String> said = Stream.concat(Stream.of("no word of the desk's"), words)
                .map(word -> said(fact, word, language))
                .toList();
        assertThat(said).doesNotHaveDuplicates();
    }

    private String said(String fact, String word, Language language) {
        Map<String, Value> facts =
                new HashMap<>(Value.texts(Map.of("desk_page", "alert", "desk_stage", "paused", fact, word)));
        if (LISTS.contains(fact)) {
            Map<String, Value> row = new HashMap<>(VALUES);
            row.put("kind", new Value.Text(word));
            facts.put(fact, new Value.Rows(List.of(new Value.Row(row))));
        }
        return engine.told("alert-desk", facts, language, NOON).stream()
                .map(Message::text)
                .map(text -> text.visible())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Value> values() {
        Map<String, Value> values = new HashMap<>(Map.of(
                "severity", new Value.Text("error"),
                "where", new Value.Text("en"),
                "until", new Value.Moment(NOON, EasternTime.ZONE),
                "from", new Value.Moment(NOON, EasternTime.ZONE),
                "number", new Value.Code("x"),
                "length", new Value.Text("1"),
                "days", new Value.Text("1")));
        for (String name : List.of(
                "typed", "action", "problem", "address", "label", "surface", "limit", "name", "claim", "letter",
                "shown", "host", "word", "words", "said", "meant", "says", "earlier", "title")) {
            values.put(name, new Value.Text("x"));
        }
        return values;
    }
}

package org.campaignbot.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.Turn.Note;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds what is understood of 29,000 sentences that people who knew nothing of the bot wrote, typed at a call card or where a place
 * is asked.
 *
 * <p>They are in 22 sets, the last five of places alone. Each was opened once and measured before anything was learned from it; those
 * figures stand in {@code benchmarks/README.md}. Here they only keep what was reached. Of the seventeenth nothing was learned but its
 * places, so it still tells how well strangers are understood.
 */
class AtACallTest {

    private static final Path FILE = Path.of("src/test/resources/questions/at-a-call.tsv");
    private static final String UNLEARNED = "17";
    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final Engine ENGINE = ShippedCampaign.engine(ShippedCampaign.PACK);
    private static final List<Sentence> ALL = read();

    /** What is counted for a report; nothing for those that only lead somewhere. */
    private static final Map<String, String> COUNTED = Map.ofEntries(
            Map.entry("told-spoke", "spoke"),
            Map.entry("told-voicemail", "message"),
            Map.entry("told-no-answer", "no-answer"),
            Map.entry("told-busy", "busy"),
            Map.entry("told-mailbox-full", "mailbox-full"),
            Map.entry("told-wrong-number", "wrong"),
            Map.entry("told-cut-off", "cut-off"),
            Map.entry("told-said-for", "spoke+for"),
            Map.entry("told-said-against", "spoke+against"),
            Map.entry("told-said-undecided", "spoke+undecided"),
            Map.entry("told-both-spoke", "spoke+spoke"),
            Map.entry("told-both-voicemail", "message+message"));

    /** A line of the file; what was meant is a report, or a state, {@code ask:} with states, {@code ?} or {@code abroad}. */
    private record Sentence(String set, Language language, String kind, String meant, String typed) {}

    private static List<Sentence> read() {
        try {
            return Files.readAllLines(FILE).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Sentence(cells[0], new Language(cells[1]), cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void criesAreHeard(String language) {
        State card = at(language, "call", "10001");
        Map<Sentence, Turn> cries = turns(card, language, "cry");
        Map<Sentence, Turn> dangers = turns(card, language, "danger");
        assertThat(share(cries, (typed, turn) -> has(turn, Note.URGENT))).isGreaterThan(0.95);
        assertThat(share(dangers, (typed, turn) -> has(turn, Note.URGENT))).isGreaterThan(0.88);
        assertThat(share(cries, AtACallTest::isUnheard))
                .as("without card or line")
                .isLessThan(0.01);
        assertThat(share(dangers, AtACallTest::isUnheard))
                .as("without card or line")
                .isLessThan(0.021);
    }

    /** A letter often tells what would be a cry elsewhere. So fewer get the steps at once, and nearly all are offered help. */
    @ParameterizedTest
    @CsvSource({"en, write to my senators, yes help me.", "es, quiero escribirle a mis senadores, sí ayúdeme."})
    void criesBehindTheWishForALetterAreHeard(String language, String write, String wish) {
        State menu = at(language, write, "10001");
        Map<Sentence, Turn> cries = turns(
                menu,
                ALL.stream()
                        .filter(each -> each.set().equals(UNLEARNED)
                                && Set.of("cry", "danger").contains(each.kind())
                                && each.language().code().equals(language))
                        .map(each -> new Sentence(
                                each.set(), each.language(), each.kind(), each.meant(), wish + " " + each.typed())));
        assertThat(cries).hasSize(200);
        assertThat(share(cries, (typed, turn) -> has(turn, Note.URGENT))).isGreaterThan(0.9);
        assertThat(share(cries, AtACallTest::isUnheard)).isLessThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void ordinaryTalkIsNotTakenForDanger(String language) {
        State card = at(language, "call", "10001");
        Map<Sentence, Turn> ordinary = turns(card, language, "ordinary");
        Map<Sentence, Turn> near = turns(card, language, "near");
        assertThat(share(ordinary, (typed, turn) -> has(turn, Note.URGENT))).isLessThan(0.02);
        assertThat(share(ordinary, (typed, turn) -> has(turn, Note.HELP_OFFERED)))
                .isLessThan(0.05);
        assertThat(share(near, (typed, turn) -> has(turn, Note.HELP_OFFERED))).isLessThan(0.25);
        assertThat(share(ordinary, (typed, turn) -> has(turn, Note.NOT_UNDERSTOOD) || has(turn, Note.UNSURE)))
                .isLessThan(0.15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void reportsAreCountedAsTheyWereMeant(String language) {
        Map<Sentence, Turn> reports = turns(at(language, "call", "10001"), language, "outcome");
        assertThat(share(reports, AtACallTest::isRight)).isGreaterThan(0.92);
        assertThat(share(reports, (typed, turn) -> !counted(turn).isEmpty() && !isRight(typed, turn)))
                .as("counted as something else")
                .isLessThan(0.04);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void placesAreFoundOrAskedAbout(String language) {
        Map<Sentence, Turn> asked = turns(at(language, "call"), language, "place");
        Map<Sentence, Turn> unasked = turns(at(language, "menu"), language, "place");
        assertThat(share(asked, AtACallTest::isRightPlace)).isGreaterThan(0.94);
        assertThat(share(unasked, AtACallTest::isRightPlace)).isGreaterThan(0.90);
        assertThat(share(asked, (typed, turn) -> isTold(turn) && !isRightPlace(typed, turn)))
                .as("silently wrong")
                .isLessThan(0.015);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void strangersAreUnderstoodAsWasPromised(String language) {
        State card = at(language, "call", "10001");
        Map<Sentence, Turn> cries = unlearned(card, language, "cry", "danger");
        assertThat(cries).hasSize(200);
        assertThat(share(cries, (typed, turn) -> has(turn, Note.URGENT))).isGreaterThan(0.95);
        assertThat(share(cries, AtACallTest::isUnheard)).isZero();
        Map<Sentence, Turn> ordinary = unlearned(card, language, "ordinary");
        assertThat(share(ordinary, (typed, turn) -> has(turn, Note.URGENT))).isLessThan(0.02);
        assertThat(share(ordinary, (typed, turn) -> has(turn, Note.HELP_OFFERED)))
                .isLessThan(0.05);
        assertThat(share(ordinary, (typed, turn) -> has(turn, Note.NOT_UNDERSTOOD) || has(turn, Note.UNSURE)))
                .isLessThan(0.15);
        assertThat(share(unlearned(card, language, "near"), (typed, turn) -> has(turn, Note.HELP_OFFERED)))
                .isLessThan(0.25);
        assertThat(share(unlearned(card, language, "outcome"), AtACallTest::isRight))
                .isGreaterThan(0.9);
        Map<Sentence, Turn> places = unlearned(at(language, "call"), language, "place");
        assertThat(share(places, AtACallTest::isRightPlace)).isGreaterThan(0.95);
        assertThat(share(places, (typed, turn) -> isTold(turn) && !isRightPlace(typed, turn)))
                .as("silently wrong")
                .isZero();
    }

    private static Map<Sentence, Turn> unlearned(State state, String language, String... kinds) {
        return turns(
                state,
                ALL.stream()
                        .filter(each -> each.set().equals(UNLEARNED)
                                && List.of(kinds).contains(each.kind())
                                && each.language().code().equals(language)));
    }

    private static State at(String language, String... typed) {
        State state = State.fresh();
        for (String words : typed) {
            state = turn(state, new Sentence("", new Language(language), "", "", words))
                    .next();
        }
        return state;
    }

    private static Turn turn(State state, Sentence sentence) {
        return ENGINE.take(
                state, new TurnInput(new Event.Typed(sentence.typed()), NOW, 1, sentence.language(), "at-a-call"));
    }

    private static Map<Sentence, Turn> turns(State state, String language, String kind) {
        return turns(
                state,
                ALL.stream()
                        .filter(each -> each.kind().equals(kind)
                                && each.language().code().equals(language)));
    }

    private static Map<Sentence, Turn> turns(State state, Stream<Sentence> sentences) {
        return sentences.distinct().collect(Collectors.toMap(Function.identity(), each -> turn(state, each)));
    }

    private static double share(Map<Sentence, Turn> turns, BiPredicate<Sentence, Turn> is) {
        return turns.entrySet().stream()
                        .filter(each -> is.test(each.getKey(), each.getValue()))
                        .count()
                / (double) turns.size();
    }

    private static boolean isUnheard(Sentence typed, Turn turn) {
        return !has(turn, Note.URGENT) && !has(turn, Note.HELP_OFFERED);
    }

    private static boolean has(Turn turn, Note note) {
        return turn.notes().contains(note);
    }

    private static String counted(Turn turn) {
        return turn.effects().stream()
                .filter(effect -> effect.name().equals("count")
                        && effect.arguments().getOrDefault("action", "").startsWith("call"))
                .map(effect -> effect.arguments().getOrDefault("outcome", ""))
                .collect(Collectors.joining("+"));
    }

    private static boolean isRight(Sentence sentence, Turn turn) {
        String wanted = COUNTED.get(sentence.meant());
        return wanted == null
                ? turn.path().contains("call/" + sentence.meant())
                : counted(turn).equals(wanted);
    }

    private static boolean isRightPlace(Sentence sentence, Turn turn) {
        String state = state(turn);
        Set<String> offered = offered(turn);
        String meant = sentence.meant();
        if (meant.equals("abroad") || meant.equals("?")) {
            return state.isEmpty() && !isTold(turn);
        } else if (meant.startsWith("ask:")) {
            return state.isEmpty() && asked(meant).stream().anyMatch(offered::contains);
        }
        boolean asksForTheState = turn.path().contains("home/senator");
        return Set.of(meant.split(",", -1)).contains(state)
                || (state.isEmpty() && offered.contains(meant))
                || (state.isEmpty() && asksForTheState);
    }

    private static Set<String> asked(String meant) {
        return Set.of(meant.substring("ask:".length()).split(",", -1));
    }

    /** Whether somebody's card or delegate was shown. */
    private static boolean isTold(Turn turn) {
        return turn.path().stream().anyMatch(step -> step.equals("call/card") || step.startsWith("call-nobody/"));
    }

    private static String state(Turn turn) {
        String home = turn.next().saved().getOrDefault("home", "");
        return home.length() >= 2 ? home.substring(0, 2) : "";
    }

    private static Set<String> offered(Turn turn) {
        Set<String> states = new HashSet<>();
        State.Held candidates = turn.next().held().get("candidates");
        if (candidates != null && candidates.value() instanceof Value.Rows rows) {
            for (Value.Row row : rows.rows()) {
                if (row.fields().get("value") instanceof Value.Text value
                        && value.text().length() >= 2) {
                    states.add(value.text().substring(0, 2));
                }
            }
        }
        return states;
    }
}

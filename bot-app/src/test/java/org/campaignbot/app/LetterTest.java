package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.StateCodec;
import org.campaignbot.conversation.Turn;
import org.campaignbot.message.Block;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Surface;
import org.junit.jupiter.api.Test;

/** Letters that the shipped campaign's coach composes from people's answers. */
class LetterTest {

    /** The maximum share of five-word runs that two letters may have in common (issue: less than 30 %). */
    private static final double MOST_SHARED = 0.30;

    private static final int RUN = 5;
    private static final int BOT_WORDS = 6;

    /** Answers to the coach in order: why, place, instead, name, town, ask. */
    private static final List<List<String>> WRITERS = List.of(
            List.of(
                    "I run a small bakery, and half of the people who work with me were born somewhere else.",
                    "Since last winter two of my best bakers stay at home because they are afraid of the bus ride.",
                    "I would rather see that money go to the night school where my staff learn English.",
                    "Rosa",
                    "Burlington",
                    "[vote]"),
            List.of(
                    "As a nurse I see children who missed their shots because their parents fear the waiting room.",
                    "Our clinic had to cut its hours in March, and the next one is forty miles away.",
                    "More nurses, and a clinic that is open in the evening.",
                    "Tom",
                    "Rutland",
                    "[vote]"),
            List.of(
                    "My church helps new families.",
                    "Two homes on my street stand empty.",
                    "homes",
                    "-",
                    "-",
                    "[vote]"),
            List.of(
                    "I was a teacher for thirty years.",
                    "Our school lost its music room.",
                    "schools",
                    "-",
                    "-",
                    "[vote]"),
            List.of("Fair play matters to me.", "Our shops can't find workers.", "roads", "Joe", "Barre", "[vote]"),
            List.of(
                    "Kids need their parents.",
                    "A boy in my team left us.",
                    "a better bus line",
                    "Ann",
                    "Barre",
                    "[vote]"));

    @Test
    void twoLettersShareLessThanThreeTenthsOfTheirRunsOfFiveWords() {
        List<Set<String>> letters =
                WRITERS.stream().map(writer -> runs(letter(writer))).toList();
        for (int i = 0; i < letters.size(); i++) {
            for (int j = i + 1; j < letters.size(); j++) {
                assertThat(shared(letters.get(i), letters.get(j)))
                        .as("writers %s and %s", i, j)
                        .isLessThan(MOST_SHARED);
            }
        }
    }

    @Test
    void evenOfTheShorterOfTwoLettersInFullSentencesLessThanThreeTenthsIsShared() {
        Set<String> one = runs(letter(WRITERS.get(0)));
        Set<String> other = runs(letter(WRITERS.get(1)));
        double ofTheShorter = (double) common(one, other) / Math.min(one.size(), other.size());
        assertThat(ofTheShorter).isLessThan(MOST_SHARED);
    }

    @Test
    void ofTheSentencesOnlyTheGreetingTheLineOnThePlaceAndTheAskAreTheBotsAndLong() {
        for (List<String> writer : WRITERS) {
            for (String paragraph : letter(writer).split("\n\n", -1)) {
                String botsOwn = paragraph;
                for (String answer : writer) {
                    botsOwn = botsOwn.replace(answer, "");
                }
                boolean allowed = paragraph.startsWith("Dear ")
                        || paragraph.startsWith("I'm your constituent")
                        || paragraph.startsWith("Please vote no");
                assertThat(allowed || words(botsOwn).size() <= BOT_WORDS)
                        .as(paragraph)
                        .isTrue();
            }
        }
    }

    @Test
    void noWordOfALetterIsSavedCountedOrPutIntoAMessageThatMayBeStored() {
        for (List<String> writer : WRITERS) {
            Talk talk = new Talk();
            talk.write(writer);
            talk.presses("written", "another", "undo");
            for (Turn turn : talk.turns) {
                List<String> stored = new ArrayList<>();
                stored.add(StateCodec.write(turn.next()));
                turn.effects().forEach(effect -> stored.add(effect.toString()));
                turn.messages().stream()
                        .filter(message -> !message.ownWords())
                        .forEach(message -> stored.add(message.text().visible()));
                writer.stream()
                        .filter(answer -> answer.length() > RUN)
                        .filter(answer -> !answer.startsWith("["))
                        .forEach(answer -> assertThat(stored)
                                .allSatisfy(each -> assertThat(each).doesNotContain(answer)));
            }
        }
    }

    @Test
    void theLongestLetterFitsTheTightestSurfaceInPartsAndLosesNothing() {
        List<String> longest = List.of(
                "Because ".repeat(187).strip(),
                "Here ".repeat(300).strip(),
                "roads ".repeat(250).strip(),
                "-",
                "-",
                "[vote]");
        Talk talk = new Talk();
        talk.write(longest);
        Message letter = talk.letterMessage();
        List<Message> parts = Fit.fit(letter, Surface.TIGHTEST);
        assertThat(parts).hasSizeGreaterThan(1).allSatisfy(part -> {
            assertThat(part.text().visible().length()).isLessThanOrEqualTo(Surface.TIGHTEST.textLimit());
            assertThat(part.ownWords()).isTrue();
        });
        StringBuilder joined = new StringBuilder();
        parts.forEach(part -> joined.append(quote(part.text())).append(' '));
        assertThat(words(joined.toString())).isEqualTo(words(quote(letter.text())));
    }

    @Test
    void afterForgetMeNothingOfTheLetterIsHeld() {
        Talk talk = new Talk();
        talk.types("letter coach");
        talk.types("My mother planted every tree on this street.");
        talk.types("forget me");
        talk.types("yes");
        assertThat(talk.state.held()).isEmpty();
        assertThat(talk.state.saved()).isEmpty();
    }

    private static String letter(List<String> writer) {
        Talk talk = new Talk();
        talk.write(writer);
        return quote(talk.letterMessage().text());
    }

    private static String quote(RichText text) {
        StringBuilder quote = new StringBuilder();
        text.blocks().stream()
                .filter(Block.Quote.class::isInstance)
                .forEach(block -> quote.append(block.visible()).append('\n'));
        return quote.toString().strip();
    }

    /** The runs that both letters have, as a share of all runs in either. */
    private static double shared(Set<String> one, Set<String> other) {
        int common = common(one, other);
        return (double) common / (one.size() + other.size() - common);
    }

    private static int common(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return common.size();
    }

    private static Set<String> runs(String letter) {
        List<String> words = words(letter);
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }

    private static List<String> words(String text) {
        List<String> words =
                new ArrayList<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static final class Talk {
        private Instant now = Instant.parse("2026-11-24T15:00:00Z");
        private State state = State.fresh();
        private final List<Turn> turns = new ArrayList<>();

        /** Answers the coach, chooses the first lawmaker of Vermont and reports that the letter was sent. */
        void write(List<String> answers) {
            types("write");
            types("Vermont");
            presses("write", "card", "coach");
            for (String answer : answers) {
                if (answer.startsWith("[")) {
                    presses("letter", "ask", answer.substring(1, answer.length() - 1));
                } else if (answer.equals("-")) {
                    types("skip");
                } else {
                    types(answer);
                }
            }
            presses("letter", "review", "use");
            types("1");
            presses("send-letter", "copy", "sent");
            assertThat(turns.get(turns.size() - 1).effects())
                    .singleElement()
                    .satisfies(effect -> assertThat(effect.arguments())
                            .containsEntry("outcome", "sent")
                            .containsEntry("seat", "VT-0"));
        }

        /** The letter for the lawmaker, ready to copy. */
        Message letterMessage() {
            return turns.stream()
                    .filter(turn -> turn.path().contains("send-letter/copy"))
                    .flatMap(turn -> turn.messages().stream())
                    .filter(message -> message.text().visible().contains("Dear Representative Balint"))
                    .findFirst()
                    .orElseThrow();
        }

        void types(String text) {
            take(new Event.Typed(text));
        }

        void presses(String flow, String step, String answer) {
            take(new Event.Pressed(flow, step, answer));
        }

        private void take(Event event) {
            now = now.plusSeconds(10);
            Turn turn = Wait.take(Shipped.CAMPAIGN.engine(), state, event, now);
            state = StateCodec.read(StateCodec.write(turn.next()))
                    .holding(turn.next().held());
            turns.add(turn);
        }
    }
}

package org.campaignbot.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.campaignbot.directory.States;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.PackInForce;
import org.campaignbot.settings.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The card of a call over the shipped campaign: what fits on a phone, and whom a press counts for. */
class CallCardTest {

    /** A Tuesday at 11 a.m. Eastern, and 8:30 p.m. of that day. */
    private static final Instant OPEN = Instant.parse("2026-11-24T16:00:00Z");

    private static final Instant CLOSED = Instant.parse("2026-11-25T01:30:00Z");

    private static final int COLUMNS = 38;
    private static final int LINES = 30;
    private static final int WORDS = 120;

    /** The campaign after organizers turned its call to the House. */
    private static final Engine TO_THE_HOUSE = ShippedCampaign.engine(PackInForce.of(
            ShippedCampaign.PACK,
            Version.FIRST.after(Change.set("organizers", OPEN, Map.of("action-call.who", "house"))),
            LocalDate.of(2026, 11, 24)));

    /** The campaign after organizers turned its call to a number of its own, one with a long name, hours and source. */
    private static final Engine TO_A_NUMBER = ShippedCampaign.engine(PackInForce.of(
            ShippedCampaign.PACK,
            Version.FIRST.after(Change.set(
                    "organizers",
                    OPEN,
                    Map.of(
                            "action-call.who", "number",
                            "action-call.office", "the governor of Colorado's office in Denver",
                            "action-call.office.es", "la oficina en Denver del gobernador de Colorado",
                            "action-call.phone", "303-555-0142",
                            "action-call.open_hours", "weekdays, 8 to 5 Mountain Time",
                            "action-call.open_hours.es", "de lunes a viernes, de 8 a 5, hora de la montaña",
                            "action-call.source", "the office's letter of September 30, 2026, to the campaign",
                            "action-call.as_of", "2026-09-30"))),
            LocalDate.of(2026, 11, 24)));

    /** The longest label that Telegram shows beside another one. */
    private static final int BESIDE = 17;

    @ParameterizedTest
    @MethodSource("states")
    void everyCardFitsOnOneScreenWithItsNumberAndButtons(String state) {
        for (Language language : List.of(Language.ENGLISH, Language.SPANISH)) {
            for (Instant time : List.of(OPEN, CLOSED)) {
                Talk talk = new Talk(language, time);
                talk.types("call");
                talk.types(state.equals("WA") ? state : States.name(state).orElseThrow());
                List<Message> cards = new ArrayList<>(talk.cards());
                while (talk.shows("call/card/message")) {
                    talk.presses("call/card/message");
                    cards.addAll(talk.cards());
                }
                assertThat(cards).as(state).isNotEmpty();
                for (Message card : cards) {
                    String text = card.text().visible();
                    assertThat(lines(card)).as("lines of the card\n" + text).isLessThanOrEqualTo(LINES);
                    assertThat(text).as("a number").containsPattern("\\d{3}-\\d{3}-\\d{4}");
                    assertThat(text.split("\\s+").length)
                            .as("words of\n" + text)
                            .isLessThanOrEqualTo(WORDS);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void theCardsOfACallToTheHouseFitToo(String state) {
        LocalDate today = LocalDate.of(2026, 11, 24);
        for (District district : ShippedCampaign.DIRECTORY.districts(state)) {
            boolean isHeld = ShippedCampaign.DIRECTORY.seats(district, today).stream()
                    .anyMatch(seat -> seat.chamber() == Chamber.HOUSE && seat.status() == SeatStatus.FILLED);
            for (Language language : isHeld ? List.of(Language.ENGLISH, Language.SPANISH) : List.<Language>of()) {
                for (Instant time : List.of(OPEN, CLOSED)) {
                    Talk talk = new Talk(language, time, TO_THE_HOUSE);
                    talk.types("call");
                    talk.types(district.toString());
                    assertThat(talk.cards()).as(district.toString()).hasSize(1);
                    Message card = talk.cards().get(0);
                    String text = card.text().visible();
                    assertThat(lines(card)).as("lines of the card\n" + text).isLessThanOrEqualTo(LINES);
                    assertThat(text).as("a number").containsPattern("\\d{3}-\\d{3}-\\d{4}");
                }
            }
        }
    }

    @Test
    void theCardOfANumberFitsAndNamesItFirstAndBesideTheButtons() {
        for (Language language : List.of(Language.ENGLISH, Language.SPANISH)) {
            for (Instant time : List.of(OPEN, CLOSED)) {
                Talk talk = new Talk(language, time, TO_A_NUMBER);
                talk.types("call");
                assertThat(talk.cards()).hasSize(1);
                Message card = talk.cards().get(0);
                String text = card.text().visible();
                assertThat(lines(card)).as("lines of the card\n" + text).isLessThanOrEqualTo(LINES);
                assertThat(text.split("\\s+", -1)).hasSizeLessThanOrEqualTo(WORDS);
                List<String> rows = text.lines().toList();
                assertThat(rows.get(1)).isEqualTo("303-555-0142");
                assertThat(rows.get(rows.size() - 2)).endsWith(", 303-555-0142");
                assertThat(text).contains("2026", "the office's letter").doesNotContain("Sen.", "202-");
            }
        }
    }

    static Stream<String> states() {
        return States.codes().stream()
                .filter(code -> !ShippedCampaign.DIRECTORY.districts(code).isEmpty());
    }

    @Test
    void fromHelloToTheNumberAreTwoTurnsAndAtMostSixtyWords() {
        for (Language language : List.of(Language.ENGLISH, Language.SPANISH)) {
            Talk talk = new Talk(language, OPEN);
            talk.types(language.equals(Language.ENGLISH) ? "hi" : "hola");
            String greeting = talk.said();
            talk.types("10001");
            String toTheNumber = talk.said().substring(0, talk.said().indexOf("202-"));
            assertThat((greeting + toTheNumber).split("\\s+", -1)).hasSizeLessThanOrEqualTo(60);
        }
    }

    @Test
    void anOldCardOfOneSenatorCountsForThatSenatorWhileAnothersIsOpen() {
        Talk talk = new Talk(Language.ENGLISH, OPEN);
        talk.types("call");
        talk.types("62704");
        Choice.Press durbins = talk.button("call/card/message");
        talk.presses("call/card/missed");
        talk.presses("call/what/busy");
        talk.presses("call/stuck/skip");
        assertThat(talk.said()).contains("Duckworth");
        talk.press(durbins);
        assertThat(talk.counted()).containsExactly("call message " + durbin());
        assertThat(talk.said()).contains("Durbin").doesNotContain("Duckworth");
        talk.types("Left a voicemail");
        assertThat(talk.said()).contains("Voicemail for Sen. Duckworth");
    }

    @Test
    void aSecondPressOnTheSameCardSaysThatItIsCountedAlready() {
        Talk talk = new Talk(Language.ENGLISH, OPEN);
        talk.types("call");
        talk.types("62704");
        Choice.Press durbins = talk.button("call/card/message");
        talk.presses("call/card/spoke");
        assertThat(talk.counted()).containsExactly("call spoke " + durbin());
        talk.press(durbins);
        assertThat(talk.counted()).isEmpty();
        assertThat(talk.said()).contains("already").contains("Durbin");
    }

    @Test
    void twoCallsAreTwoTaps() {
        Talk talk = new Talk(Language.ENGLISH, OPEN);
        talk.types("call");
        talk.types("62704");
        talk.presses("call/card/message");
        talk.presses("call/card/spoke");
        assertThat(talk.said()).contains("both senators");
    }

    @Test
    void anOldCardStillCountsWhenTheHomeIsForgotten() {
        Talk talk = new Talk(Language.ENGLISH, OPEN);
        talk.types("call");
        talk.types("62704");
        Choice.Press durbins = talk.button("call/card/message");
        talk.passes(Duration.ofHours(30));
        talk.press(durbins);
        assertThat(talk.counted()).containsExactly("call message " + durbin());
        assertThat(talk.said()).contains("Duckworth");
    }

    @Test
    void noOrderOfPressesCountsForASeatThatThePressedCardDoesNotName() {
        List<String> places = List.of("62704", "NY", "Vermont", "20001", "77002");
        List<String> words = List.of("menu", "help", "call", "lawmakers", "1", "2", "3", "back");
        List<Engine> engines = List.of(ShippedCampaign.engine(ShippedCampaign.PACK), TO_A_NUMBER, TO_THE_HOUSE);
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Talk talk = new Talk(random.nextBoolean() ? Language.ENGLISH : Language.SPANISH, OPEN);
            talk.types("call");
            talk.types(places.get(random.nextInt(places.size())));
            for (int deed = 0; deed < 40; deed++) {
                switch (random.nextInt(12)) {
                    case 0 -> talk.types("call");
                    case 1 -> {
                        talk.types("Change location");
                        talk.types(places.get(random.nextInt(places.size())));
                    }
                    case 2 -> talk.types(words.get(random.nextInt(words.size())));
                    case 3 -> talk.passes(Duration.ofMinutes(random.nextInt(45)));
                    // Every other talk goes on while organizers turn the call to the House, a number and back.
                    case 4 -> talk.engine = engines.get(seed % 2 == 0 ? 0 : random.nextInt(engines.size()));
                    default -> talk.pressesAnything(random);
                }
            }
        }
    }

    /** The id of Senator Durbin's seat. */
    private static String durbin() {
        return ShippedCampaign.DIRECTORY.senateSeats("IL", LocalDate.of(2026, 11, 24)).stream()
                .filter(seat -> seat.holder().orElseThrow().lastName().equals("Durbin"))
                .map(Seat::id)
                .findFirst()
                .orElseThrow();
    }

    /** The lines of a message on a phone: its text at 38 columns, and two lines for each row of buttons. */
    private static int lines(Message message) {
        int lines = 0;
        for (String line : message.text().visible().split("\n", -1)) {
            int width = 0;
            lines++;
            for (String word : line.split(" ", -1)) {
                if (width > 0 && width + 1 + word.length() > COLUMNS) {
                    lines++;
                    width = 0;
                }
                width += (width > 0 ? 1 : 0) + word.length();
            }
        }
        int rows = 0;
        boolean half = false;
        for (Choice choice : message.choices()) {
            boolean isShort = choice.label().length() <= BESIDE;
            if (!(isShort && half)) {
                rows++;
            }
            half = isShort && !half;
        }
        return lines + 2 * rows;
    }

    /** A conversation in which every press that counts a call is held to the seat on its button. */
    private static final class Talk {

        private Engine engine;
        private final Language language;
        private final List<Choice.Press> buttons = new ArrayList<>();
        private Instant now;
        private State state = State.fresh();
        private Turn turn = new Turn(state, List.of(), List.of(), List.of(), List.of());

        Talk(Language language, Instant now) {
            this(language, now, ShippedCampaign.engine(ShippedCampaign.PACK));
        }

        Talk(Language language, Instant now, Engine engine) {
            this.engine = engine;
            this.language = language;
            this.now = now;
        }

        void types(String words) {
            take(new Event.Typed(words));
        }

        void passes(Duration time) {
            now = now.plus(time);
        }

        boolean shows(String name) {
            return turn.messages().stream()
                    .flatMap(message -> message.choices().stream())
                    .anyMatch(choice ->
                            choice instanceof Choice.Press press && name(press).equals(name));
        }

        Choice.Press button(String name) {
            return buttons.stream()
                    .filter(press -> name(press).equals(name))
                    .reduce((one, later) -> later)
                    .orElseThrow();
        }

        void presses(String name) {
            press(button(name));
        }

        void pressesAnything(Random random) {
            press(buttons.get(random.nextInt(buttons.size())));
        }

        private void press(Choice.Press press) {
            take(new Event.Pressed(press.flow(), press.step(), press.answer()));
            int dot = press.answer().indexOf('.');
            if (dot > 0) {
                String seat = press.answer().substring(dot + 1).replaceFirst("_.*", "");
                String under = seat.startsWith("number-") ? "none" : seat;
                for (String counted : counted()) {
                    assertThat(counted).as("a press on a card of " + seat).endsWith(" " + under);
                }
            } else if (press.flow().equals("call") && !press.answer().equals("undo")) {
                assertThat(counted()).as("a press on " + press).isEmpty();
            }
        }

        void take(Event event) {
            now = now.plusSeconds(4);
            turn = engine.take(state, new TurnInput(event, now, 1, language, "card"));
            state = turn.next();
            for (Message message : turn.messages()) {
                message.choices().stream()
                        .filter(Choice.Press.class::isInstance)
                        .map(Choice.Press.class::cast)
                        .forEach(buttons::add);
            }
        }

        List<Message> cards() {
            return turn.messages().stream()
                    .filter(message -> message.choices().stream()
                            .anyMatch(choice -> choice instanceof Choice.Press press
                                    && (name(press).startsWith("call/card/")
                                            || name(press).startsWith("call/number/")
                                            || name(press).startsWith("call-nobody/delegate/"))))
                    .toList();
        }

        String said() {
            StringBuilder said = new StringBuilder();
            turn.messages()
                    .forEach(message -> said.append(message.text().visible()).append('\n'));
            return said.toString();
        }

        /** What was counted in the last turn: action, outcome and seat. */
        List<String> counted() {
            return turn.effects().stream()
                    .filter(effect -> effect.name().equals("count")
                            && effect.arguments().getOrDefault("action", "").startsWith("call"))
                    .map(CallCardTest::counted)
                    .toList();
        }

        private static String name(Choice.Press press) {
            String answer = press.answer().replace("~", "");
            int dot = answer.indexOf('.');
            return press.flow() + "/" + press.step() + "/" + (dot < 0 ? answer : answer.substring(0, dot));
        }
    }

    private static String counted(Effect effect) {
        return effect.arguments().get("action") + " " + effect.arguments().get("outcome") + " "
                + effect.arguments().get("seat");
    }
}

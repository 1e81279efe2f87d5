package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.people.Language;
import org.campaignbot.web.AnonymousPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bot says in a chat that ends with its page: every button is pressed, and no answer may promise to keep anything. */
class WebChatWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    /** What is only true of a chat that lasts. */
    private static final Pattern LASTING =
            Pattern.compile("24 (?:hours|horas)|90 (?:days|días)|for longer|Remember longer|más tiempo|Recordar más"
                    + "|I'll remember|Recordaré|Your chat app|Su aplicación de chat");

    /** Buttons for what needs a chat that lasts. */
    private static final Pattern OFFERS = Pattern.compile("(?i)remind me|recordármelo|recuérdemelo|alert");

    private static final Pattern NOT_HERE =
            Pattern.compile("I can't do that in this chat\\.|Eso no lo puedo hacer en este chat\\.");

    private final Pack pack = AnonymousPack.of(Shipped.CAMPAIGN.pack());
    private final Engine engine = Shipped.CAMPAIGN.engine(pack);

    private Turn take(State state, Event event, Language language) {
        return engine.take(state, new TurnInput(event, NOW, 0, language, pack.revision()));
    }

    private static List<String> shown(Turn turn) {
        List<String> shown = new ArrayList<>();
        for (Message message : turn.messages()) {
            shown.add(message.text().visible());
            message.choices().forEach(each -> shown.add(each.label()));
        }
        return shown;
    }

    private record Stop(State state, Event event) {}

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void noButtonLeadsToAPromiseToKeepAnything(String code) {
        Language language = new Language(code);
        Deque<Stop> open = new ArrayDeque<>();
        State home = take(State.fresh(), new Event.Typed("10001"), language).next();
        for (Flow flow : pack.flows().values()) {
            // What nobody can ask for is told by the world, or to organizers, in other chats.
            if (!flow.heard().isEmpty() && !flow.name().startsWith("alert-")) {
                open.add(new Stop(State.fresh(), new Event.Opened(flow.name())));
                open.add(new Stop(home, new Event.Opened(flow.name())));
            }
        }
        Set<String> pressed = new HashSet<>();
        while (!open.isEmpty()) {
            Stop stop = open.remove();
            Turn turn = take(stop.state(), stop.event(), language);
            assertThat(shown(turn))
                    .as("%s", stop.event())
                    .allSatisfy(each -> assertThat(each).doesNotContainPattern(LASTING));
            if (stop.event() instanceof Event.Pressed) {
                assertThat(shown(turn))
                        .as("%s", stop.event())
                        .allSatisfy(each -> assertThat(each).doesNotContainPattern(NOT_HERE));
            }
            assertThat(turn.messages())
                    .flatExtracting(Message::choices)
                    .as("%s", stop.event())
                    .allSatisfy(each -> assertThat(each.label()).doesNotContainPattern(OFFERS));
            for (Message message : turn.messages()) {
                for (Choice choice : message.choices()) {
                    if (choice instanceof Choice.Press press
                            && !press.flow().startsWith("alert-")
                            && pressed.add(press.flow() + "/" + press.step() + "/" + press.answer())) {
                        open.add(new Stop(turn.next(), new Event.Pressed(press.flow(), press.step(), press.answer())));
                    }
                }
            }
        }
        assertThat(pressed).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|hello|until this chat ends",
                "es|hola|durante el chat",
                "en|lawmakers|gone when this chat ends",
                "es|mis legisladores|se borra cuando acabe este chat",
                "en|privacy|This chat is only in the memory of this website's server",
                "es|privacidad|Este chat solo está en la memoria del servidor",
                "en|my data|30 minutes after your last message",
                "es|mis datos|30 minutos después de su último mensaje",
                "en|settings|This chat is only in memory",
                "es|ajustes|Este chat solo está en memoria",
            })
    void itSaysForHowLongItRemembers(String code, String typed, String said) {
        assertThat(String.join("\n", shown(take(State.fresh(), new Event.Typed(typed), new Language(code)))))
                .contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "test group", "alert desk", "alarms", "wrong numbers"})
    void whatOnlyOrganizersDoIsntWaitedFor(String typed) {
        assertThat(shown(take(State.fresh(), new Event.Typed(typed), Language.ENGLISH)))
                .first()
                .asString()
                .contains("I can't do that in this chat.");
    }

    @Test
    void nothingThatPeopleCanAskForWaitsForADesk() {
        assertThat(pack.flows().values())
                .filteredOn(flow -> !flow.heard().isEmpty())
                .allSatisfy(flow -> assertThat(
                                shown(take(State.fresh(), new Event.Opened(flow.name()), Language.ENGLISH)))
                        .doesNotContain("One sec …"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|remind me|I can't do that in this chat.",
                "es|recuérdeme|Eso no lo puedo hacer en este chat.",
                "en|remind me tomorrow at nine|I can't do that in this chat.",
                "en|alerts|I can't do that in this chat.",
            })
    void whoeverAsksForAReminderIsToldWhyNot(String code, String typed, String said) {
        assertThat(shown(take(State.fresh(), new Event.Typed(typed), new Language(code))))
                .first()
                .asString()
                .contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|More help|Not now|Offices open next on|Your phone's calendar can.",
                "es|Más ayuda|Ahora no|Las oficinas vuelven a abrir|El calendario de su teléfono sí puede.",
            })
    void notNowSaysWhenToCallAndWhatCanRemindInstead(
            String code, String help, String notNow, String opens, String calendar) {
        Language language = new Language(code);
        Turn card = take(State.fresh(), new Event.Typed("10001"), language);
        Turn later = press(press(card, help, language), notNow, language);
        assertThat(String.join("\n", shown(later))).contains(opens, calendar);
        assertThat(later.messages()).flatExtracting(Message::choices).hasSize(2);
    }

    private Turn press(Turn turn, String label, Language language) {
        return turn.messages().stream()
                .flatMap(message -> message.choices().stream())
                .filter(choice ->
                        choice instanceof Choice.Press && choice.label().equals(label))
                .map(choice -> (Choice.Press) choice)
                .map(press ->
                        take(turn.next(), new Event.Pressed(press.flow(), press.step(), press.answer()), language))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void helpNamesNothingThatWouldHaveToLast() {
        assertThat(String.join("\n", shown(take(State.fresh(), new Event.Typed("help"), Language.ENGLISH))))
                .contains("forget me", "español")
                .doesNotContain("remind me", "alerts");
    }

    @Test
    void theCardOfLawmakersSaysSoToo() {
        State home =
                take(State.fresh(), new Event.Typed("10001"), Language.ENGLISH).next();
        assertThat(String.join("\n", shown(take(home, new Event.Typed("my lawmakers"), Language.ENGLISH))))
                .contains("I remember where you live until this chat ends.");
        assertThat(String.join("\n", shown(take(home, new Event.Typed("mis legisladores"), Language.SPANISH))))
                .contains("Recuerdo dónde vive hasta que acabe este chat.");
    }

    @Test
    void settingsOfferNothingThatWouldHaveToLast() {
        Turn settings = take(State.fresh(), new Event.Typed("settings"), Language.ENGLISH);
        assertThat(shown(settings)).contains("Change language").doesNotContain("Manage my location");
        Turn old = take(settings.next(), new Event.Pressed("settings", "place", "longer"), Language.ENGLISH);
        assertThat(old.next().saved()).doesNotContainKey("remember");
    }
}

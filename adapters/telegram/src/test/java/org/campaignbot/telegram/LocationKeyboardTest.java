package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.telegram.TelegramSettings.Mode;
import org.campaignbot.testkit.RecordingOperator;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Group;
import org.campaignbot.testkit.telegram.Limits;
import org.campaignbot.testkit.telegram.Markup;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.SentMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocationKeyboardTest {

    private static final Choice WHY = new Choice.Press("Why do you ask?", "home", "place", "why");

    private final FakeBotApi server = FakeBotApi.start(FakeBotSettings.DEFAULTS.withLimits(Limits.NONE));
    private final TelegramBot bot = bot(Language.ENGLISH);
    private final Address chat = new Address("telegram", "7000000001", "77", null);

    LocationKeyboardTest() {
        server.talk(Person.of(77)).says("Hi");
    }

    private TelegramBot bot(Language language) {
        return new TelegramBot(
                Bots.settings(server, Mode.POLLING, null),
                Bots.WORDS,
                unused -> Optional.of(language),
                new RecordingOperator());
    }

    @AfterEach
    void end() {
        assertThat(server.violations()).isEmpty();
        bot.close();
        server.close();
    }

    private static Message place(Choice... choices) {
        return new Message(
                RichText.of("Where do you live?"), List.of(choices), Visibility.ONLY_YOU, null, null, true, false);
    }

    private void send(Message message) {
        assertThat(bot.channel().send(chat, Bots.PERSON, message, null)).isInstanceOf(SendOutcome.Sent.class);
    }

    private List<String> shown() {
        return server.shown(77).stream().map(SentMessage::text).toList();
    }

    @Test
    void aQuestionForAPlaceHasItsAnswersAndAButtonThatSharesThePosition() {
        send(place(WHY));
        assertThat(shown()).containsExactly("Where do you live?", "Or share it with this button.");
        assertThat(server.shown(77).get(0).labels()).containsExactly("Why do you ask?");
        SentMessage line = server.lastShown(77);
        assertThat(line.markup()).isEqualTo(Markup.REPLY);
        assertThat(line.buttons().get(0).get(0).action()).isEqualTo("request_location");
        Call call = server.log().messagesTo(77L).get(1);
        assertThat(call.raw()).contains("\"one_time_keyboard\":true").contains("\"resize_keyboard\":true");
    }

    @Test
    void theNextMessageTakesTheButtonAwayWhereItHasNoAnswersOfItsOwn() {
        send(place(WHY));
        send(TelegramChannelTest.message("You live in Ohio."));
        assertThat(shown()).containsExactly("Where do you live?", "You live in Ohio.");
        assertThat(server.lastShown(77).markup()).isEqualTo(Markup.REMOVE);
        assertThat(server.log().messagesTo(77L)).hasSize(3);
    }

    @Test
    void whereTheNextMessageHasAnswersASilentLineTakesItAwayAndIsGone() {
        send(place(WHY));
        send(TelegramChannelTest.message("Which of these?", WHY));
        assertThat(shown()).containsExactly("Where do you live?", "Which of these?");
        List<Call> calls = server.log().messagesTo(77L);
        assertThat(calls.get(calls.size() - 1).markup()).isEqualTo(Markup.REMOVE);
        assertThat(calls.get(calls.size() - 1).raw()).contains("\"disable_notification\":true");
        assertThat(server.log().calls("deleteMessages"))
                .as("both lines at once")
                .hasSize(1);
        send(TelegramChannelTest.message("Later.", WHY));
        assertThat(server.log().messagesTo(77L)).as("once is enough").hasSize(calls.size() + 1);
    }

    @Test
    void aQuestionThatIsAskedAgainKeepsTheButtonBelowIt() {
        send(place(WHY));
        send(place(WHY));
        assertThat(shown())
                .containsExactly("Where do you live?", "Where do you live?", "Or share it with this button.");
        assertThat(server.lastShown(77).markup()).isEqualTo(Markup.REPLY);
    }

    @Test
    void afterARestartTheNextMessageWithoutAnswersTakesItAway() {
        send(place(WHY));
        try (TelegramBot restarted = bot(Language.ENGLISH)) {
            restarted.channel().send(chat, Bots.PERSON, TelegramChannelTest.message("Hello again.", WHY), null);
            assertThat(server.lastShown(77).labels()).containsExactly("Why do you ask?");
            restarted.channel().send(chat, Bots.PERSON, TelegramChannelTest.message("Bye."), null);
            assertThat(server.lastShown(77).markup()).isEqualTo(Markup.REMOVE);
            restarted.channel().send(chat, Bots.PERSON, TelegramChannelTest.message("Bye."), null);
            assertThat(server.lastShown(77).markup()).isEqualTo(Markup.NONE);
        }
    }

    @Test
    void theButtonSpeaksTheLanguageOfTheConversation() {
        try (TelegramBot spanish = bot(Language.SPANISH)) {
            spanish.channel().send(chat, Bots.PERSON, place(WHY), null);
            assertThat(server.lastShown(77).text()).isEqualTo("O compártala con este botón.");
            assertThat(server.lastShown(77).labels()).containsExactly("Compartir");
        }
        try (TelegramBot french = bot(new Language("fr"))) {
            french.channel().send(chat, Bots.PERSON, place(WHY), null);
            assertThat(server.lastShown(77).labels()).containsExactly("Share my location");
        }
    }

    @Test
    void withoutWordsThereIsNoButtonAndTheQuestionIsAskedAllTheSame() {
        try (TelegramBot silent = new TelegramBot(
                Bots.settings(server, Mode.POLLING, null),
                Map.of(),
                unused -> Optional.empty(),
                new RecordingOperator())) {
            assertThat(silent.channel().send(chat, Bots.PERSON, place(WHY), null))
                    .isInstanceOf(SendOutcome.Sent.class);
        }
        assertThat(shown()).containsExactly("Where do you live?");
    }

    @Test
    void aLanguageThatCannotBeToldDoesNotUndoTheMessage() {
        try (TelegramBot puzzled = new TelegramBot(
                Bots.settings(server, Mode.POLLING, null),
                Bots.WORDS,
                unused -> {
                    throw new IllegalStateException("the database is away");
                },
                new RecordingOperator())) {
            assertThat(puzzled.channel().send(chat, Bots.PERSON, place(WHY), null))
                    .isInstanceOf(SendOutcome.Sent.class);
        }
        assertThat(shown()).containsExactly("Where do you live?");
    }

    @Test
    void aGroupIsNeverAskedForAPosition() {
        server.talk(Person.of(77), Group.supergroup(-1000900)).says("/help");
        Address group = new Address("telegram", "7000000001", "-1000900", null);
        Message question =
                new Message(RichText.of("Where?"), List.of(WHY), Visibility.EVERYONE, null, null, true, false);
        bot.channel().send(group, Bots.PERSON, question, null);
        assertThat(server.shown(-1000900)).extracting(SentMessage::text).containsExactly("Where?");
    }

    @Test
    void aButtonThatCouldNotBeShownChangesNothingOfTheQuestion() {
        server.faults()
                .next(1)
                .when(call -> call.raw().contains("request_location"))
                .tooManyRequests(1);
        assertThat(bot.channel().send(chat, Bots.PERSON, place(WHY), null)).isInstanceOf(SendOutcome.Sent.class);
        assertThat(shown()).containsExactly("Where do you live?");
        assertThat(bot.counts()).containsEntry("sends.aside-failed", 1L);
    }
}

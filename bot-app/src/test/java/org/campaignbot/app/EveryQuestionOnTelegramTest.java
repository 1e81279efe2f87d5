package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.SentMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question of the shipped campaign arrives complete, with all text and buttons, in a chat as strict as Telegram's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryQuestionOnTelegramTest {

    private static final long FIRST_PERSON = 1_000;

    @SuppressWarnings("NullAway.Init") // set before all
    private FakeBotApi api;

    @SuppressWarnings("NullAway.Init") // set before all
    private TelegramBot bot;

    private long person = FIRST_PERSON;

    @BeforeAll
    void start() throws Exception {
        api = FakeBotApi.start(FakeBotSettings.DEFAULTS.withLimits(Limits.NONE));
        bot = new TelegramBot(
                Shipped.telegram(api.token(), api.url()), Map.of(), key -> Optional.empty(), trouble -> {});
    }

    @AfterAll
    void stop() {
        bot.close();
        api.close();
    }

    static List<Wait> questions() {
        return Wait.atEveryQuestion();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void itsWordsAndButtonsArriveWhole(Wait wait) {
        long chat = person++;
        api.talk(Person.of(chat)).command("start");
        Address address = new Address("telegram", "1", Long.toString(chat), null);
        Channel channel = bot.channel();
        for (Message message : wait.messages()) {
            for (Message part : Fit.fit(message, channel.surface(address))) {
                assertThat(channel.send(
                                address, new org.campaignbot.people.Person("telegram", address.chat()), part, null))
                        .isInstanceOf(SendOutcome.Sent.class);
                assertThat(api.shown(chat))
                        .extracting(SentMessage::labels)
                        .contains(part.choices().stream().map(Choice::label).toList());
            }
        }
        assertThat(api.shown(chat)).extracting(SentMessage::labels).anyMatch(labels -> !labels.isEmpty());
        assertThat(api.violations()).isEmpty();
    }
}

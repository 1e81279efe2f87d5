package campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.delivery.Channel;
import campaignbot.delivery.SendOutcome;
import campaignbot.message.Choice;
import campaignbot.message.Fit;
import campaignbot.message.Message;
import campaignbot.people.Address;
import campaignbot.telegram.SettingsReader;
import campaignbot.telegram.TelegramBot;
import campaignbot.testkit.telegram.FakeBotApi;
import campaignbot.testkit.telegram.FakeBotSettings;
import campaignbot.testkit.telegram.Limits;
import campaignbot.testkit.telegram.Person;
import campaignbot.testkit.telegram.SentMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question of the shipped campaign comes to a chat as strict as Telegram's with all of its text and buttons. */
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
        SettingsReader.Reading.Usable settings = (SettingsReader.Reading.Usable)
                SettingsReader.read(Map.of("TELEGRAM_TOKEN", api.token(), "TELEGRAM_API_URL", api.url()));
        bot = new TelegramBot(settings.settings(), Map.of(), key -> Optional.empty(), trouble -> {});
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
                assertThat(channel.send(address, new campaignbot.people.Person("telegram", address.chat()), part, null))
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

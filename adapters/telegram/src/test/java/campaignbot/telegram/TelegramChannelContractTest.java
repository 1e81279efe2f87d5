package campaignbot.telegram;

import campaignbot.delivery.Channel;
import campaignbot.people.Address;
import campaignbot.testkit.ChannelContract;
import campaignbot.testkit.RecordingOperator;
import campaignbot.testkit.telegram.FakeBotApi;
import campaignbot.testkit.telegram.FakeBotSettings;
import campaignbot.testkit.telegram.Limits;
import campaignbot.testkit.telegram.Person;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;

class TelegramChannelContractTest extends ChannelContract {

    private final FakeBotApi server = FakeBotApi.start(FakeBotSettings.DEFAULTS.withLimits(Limits.NONE));
    private final TelegramBot bot = Bots.polling(server, new RecordingOperator());

    TelegramChannelContractTest() {
        server.talk(Person.of(77)).says("Hi");
    }

    @Override
    protected Channel channel() {
        return bot.channel();
    }

    @Override
    protected Address address() {
        return new Address("telegram", "7000000001", "77", null);
    }

    @Override
    protected String seen() {
        return server.shown(77).stream()
                .map(message -> message.text() + "\n" + String.join("\n", message.labels()))
                .collect(Collectors.joining("\n"));
    }

    @AfterEach
    void end() {
        Assertions.assertThat(server.violations()).isEmpty();
        bot.close();
        server.close();
    }
}

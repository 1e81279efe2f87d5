package org.campaignbot.telegram;

import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Channel;
import org.campaignbot.testkit.ChannelContract;
import org.campaignbot.testkit.RecordingOperator;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;
import org.campaignbot.testkit.telegram.Person;
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

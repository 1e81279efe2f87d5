package campaignbot.slack;

import campaignbot.delivery.Channel;
import campaignbot.people.Address;
import campaignbot.people.Person;
import campaignbot.testkit.ChannelContract;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;

class SlackChannelContractTest extends ChannelContract {

    private final Stage stage = Stage.http();

    @Override
    protected Channel channel() {
        return stage.bot.channel();
    }

    @Override
    protected Address address() {
        return SlackPlaces.own(Stage.TEAM, Stage.ANA.id()).address();
    }

    @Override
    protected Person person() {
        return SlackPlaces.person(Stage.TEAM, Stage.ANA.id());
    }

    @Override
    protected String seen() {
        return stage.ana.shownByBot().stream()
                .map(message -> message.text() + "\n" + String.join("\n", message.labels()))
                .collect(Collectors.joining("\n"));
    }

    @AfterEach
    void end() {
        Assertions.assertThat(stage.slack.violations()).isEmpty();
        stage.close();
    }
}

package org.campaignbot.slack;

import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Channel;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.testkit.ChannelContract;
import org.junit.jupiter.api.AfterEach;

class SlackChannelContractTest extends ChannelContract {

    private final Stage stage = Stage.http();

    @Override
    protected Channel channel() {
        return stage.bot.channel();
    }

    @Override
    protected Address address() {
        return SlackAddresses.own(Stage.TEAM, Stage.ANA.id()).address();
    }

    @Override
    protected Person person() {
        return SlackAddresses.person(Stage.TEAM, Stage.ANA.id());
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

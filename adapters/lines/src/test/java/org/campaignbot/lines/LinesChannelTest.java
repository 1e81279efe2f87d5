package org.campaignbot.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.testkit.ChannelContract;
import org.junit.jupiter.api.Test;

class LinesChannelTest extends ChannelContract {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LinesChannel channel = new LinesChannel(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Address address() {
        return new Address("lines", "local", "ana", null);
    }

    @Override
    protected String seen() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageIsOneLineWithItsButtons() {
        Message message = new Message(
                RichText.of("Two\nlines: \"ready\"?"),
                List.of(
                        new Choice.Press("Yes", "call", "ready", "yes"),
                        new Choice.Open("The bill", URI.create("https://example.org/bill"))),
                Visibility.EVERYONE,
                null,
                null,
                false,
                false);
        channel.send(address(), person(), message, null);
        assertThat(seen())
                .isEqualTo("{\"to\":\"ana\",\"id\":\"1\",\"replaces\":false,\"text\":\"Two\\nlines: \\\"ready\\\"?\","
                        + "\"choices\":[{\"label\":\"Yes\",\"press\":{\"flow\":\"call\",\"step\":\"ready\",\"answer\":\"yes\"}},"
                        + "{\"label\":\"The bill\",\"open\":\"https://example.org/bill\"}]}\n");
    }

    @Test
    void aMessageInThePlaceOfAnotherBearsItsId() {
        assertThat(channel.send(address(), person(), Message.of(RichText.of("One")), null))
                .isEqualTo(new SendOutcome.Sent("1"));
        assertThat(channel.send(address(), person(), Message.of(RichText.of("Better")), "1"))
                .isEqualTo(new SendOutcome.Sent("1"));
        assertThat(seen()).endsWith("{\"to\":\"ana\",\"id\":\"1\",\"replaces\":true,\"text\":\"Better\"}\n");
    }

    @Test
    void aClosedOutputTakesNothing() {
        PrintStream closed = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        closed.close();
        assertThat(new LinesChannel(closed)
                        .send(address(), new Person("lines", "ana"), Message.of(RichText.of("Hi")), null))
                .isInstanceOf(SendOutcome.Refused.class);
    }
}

package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.SendOutcome;
import org.junit.jupiter.api.Test;

/** Contract tests for a {@link Channel}, over whatever replaces its platform in a test. */
public abstract class ChannelContract {

    /** The channel to test. */
    protected abstract Channel channel();

    /** An address of a private chat on it. */
    protected abstract Address address();

    /** The person who reads that chat. */
    protected Person person() {
        return new Person(address().channel(), address().chat());
    }

    /** Everything a reader of the chat has seen since the test began. */
    protected abstract String seen();

    @Test
    void itsNameIsTheOneInItsAddresses() {
        assertThat(channel().name()).isEqualTo(address().channel());
    }

    @Test
    void aMessageThatFitsIsSent() {
        assertThat(send(RichText.of("Hello there."))).hasOnlyElementsOfType(SendOutcome.Sent.class);
        assertThat(seen()).contains("Hello there.");
    }

    @Test
    void markupInATextIsOnlyCharacters() {
        send(RichText.of("*stars* <b>tags</b> _lines_ {name} & [a](b)"));
        assertThat(seen()).contains("*stars* <b>tags</b> _lines_ {name} & [a](b)");
    }

    @Test
    void everyChoiceCanBeSeen() {
        send(RichText.of("Which?"));
        assertThat(seen()).contains("Learn").contains("Act");
    }

    @Test
    void aLongTextArrivesWhole() {
        String word = "word ".repeat(3_000);
        assertThat(send(RichText.of(word + "end."))).hasOnlyElementsOfType(SendOutcome.Sent.class);
        assertThat(seen()).contains("end.");
    }

    private List<SendOutcome> send(RichText text) {
        Message message = new Message(
                text,
                List.of(
                        new Choice.Press("Learn", "menu", "menu", "learn"),
                        new Choice.Press("Act", "menu", "menu", "act")),
                Visibility.EVERYONE,
                null,
                null,
                false,
                false);
        return Fit.fit(message, channel().surface(address())).stream()
                .map(part -> channel().send(address(), person(), part, null))
                .toList();
    }
}

package org.campaignbot.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Channel;
import org.campaignbot.testkit.ChannelContract;

class TerminalChannelTest extends ChannelContract {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final TerminalChannel channel = new TerminalChannel(new PrintStream(screen, true, StandardCharsets.UTF_8));

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Address address() {
        return TerminalChat.CONVERSATION.address();
    }

    @Override
    protected String seen() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}

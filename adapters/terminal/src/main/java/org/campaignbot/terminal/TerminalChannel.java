package org.campaignbot.terminal;

import java.io.PrintStream;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.SendOutcome;
import org.jspecify.annotations.Nullable;

/** Prints messages to a terminal. */
public final class TerminalChannel implements Channel {

    /** The channel's name in addresses. */
    public static final String NAME = "terminal";

    private static final int COLUMNS = 80;

    private final PrintStream out;
    private final TerminalText text = new TerminalText(COLUMNS);

    /** A channel that prints to a stream. */
    public TerminalChannel(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Surface surface(Address address) {
        return Surface.PLAIN_TEXT;
    }

    @Override
    public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
        out.println();
        out.print(text.write(message.text()));
        out.flush();
        return out.checkError() ? new SendOutcome.Refused("the terminal is closed") : new SendOutcome.Sent();
    }
}

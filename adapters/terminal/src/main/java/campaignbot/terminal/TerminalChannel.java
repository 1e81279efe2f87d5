package campaignbot.terminal;

import campaignbot.delivery.Channel;
import campaignbot.delivery.SendOutcome;
import campaignbot.message.Message;
import campaignbot.message.Surface;
import campaignbot.people.Address;
import campaignbot.people.Person;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints messages to a terminal. */
public final class TerminalChannel implements Channel {

    /** The channel's name in addresses. */
    public static final String NAME = "terminal";

    private static final int COLUMNS = 80;

    private final PrintStream out;
    private final PlainText text = new PlainText(COLUMNS);

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

package org.campaignbot.lines;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.SendOutcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes each message as one line of JSON. */
public final class LinesChannel implements Channel {

    /** The channel's name in addresses. */
    public static final String NAME = "lines";
    /** What a line can carry; the limits are for a reader's patience, since JSON has none. */
    private static final Surface SURFACE = new Surface(3_000, 20, 60, 200, true, true, true, false);

    private final PrintStream out;
    private final JsonMapper json = JsonMapper.shared();
    private final AtomicLong ids = new AtomicLong();

    /** A channel that prints to a stream, flushed after each line. */
    public LinesChannel(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Surface surface(Address address) {
        return SURFACE;
    }

    @Override
    public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
        String id = replaces == null ? Long.toString(ids.incrementAndGet()) : replaces;
        ObjectNode line = json.createObjectNode()
                .put("to", address.chat())
                .put("id", id)
                .put("replaces", replaces != null)
                .put("text", message.text().visible());
        for (Choice choice : message.choices()) {
            ObjectNode button = line.withArray("choices").addObject().put("label", choice.label());
            if (choice instanceof Choice.Press press) {
                button.putObject("press")
                        .put("flow", press.flow())
                        .put("step", press.step())
                        .put("answer", press.answer());
            } else if (choice instanceof Choice.Open open) {
                button.put("open", open.address().toString());
            }
        }
        out.println(json.writeValueAsString(line));
        return out.checkError() ? new SendOutcome.Refused("the output is closed") : new SendOutcome.Sent(id);
    }
}

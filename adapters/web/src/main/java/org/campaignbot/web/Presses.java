package org.campaignbot.web;

import java.util.Optional;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Choice;

/** The value of a button in a form: the names of flow, step and answer, none of which has a slash. */
public final class Presses {

    private static final int NAMES = 3;
    private static final int LONGEST = 300;

    private Presses() {}

    /** A button's value. */
    public static String value(Choice.Press press) {
        return press.flow() + "/" + press.step() + "/" + press.answer();
    }

    /** What a button's value means; empty if it can't be one of ours. */
    public static Optional<Event.Pressed> read(String value) {
        String[] names = value.split("/", NAMES);
        return names.length == NAMES && value.length() <= LONGEST && !names[0].isEmpty() && !names[1].isEmpty()
                ? Optional.of(new Event.Pressed(names[0], names[1], names[2]))
                : Optional.empty();
    }
}

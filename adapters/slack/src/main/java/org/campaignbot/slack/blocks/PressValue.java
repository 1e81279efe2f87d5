package org.campaignbot.slack.blocks;

import org.campaignbot.conversation.Event;
import org.campaignbot.message.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A button's value: the names of flow, step, and answer, such as {@code call/outcome/spoke}, never a place or a position.
 *
 * <p>It comes back from outside and may be old, forged, or from another version; then it's a press on an unknown button, which the
 * engine answers kindly.
 */
public final class PressValue {

    /** The maximum length of a value, from Block Kit's button reference. */
    public static final int LIMIT = 2000;

    /** A press on an unknown button. */
    public static final Event.Pressed UNKNOWN = new Event.Pressed("", "", "");

    private static final String SEPARATOR = "/";

    private PressValue() {}

    /** The value for a choice, or null if its names don't fit, so there can be no button. */
    static @Nullable String write(Choice.Press press) {
        String value = press.flow() + SEPARATOR + press.step() + SEPARATOR + press.answer();
        return read(value).equals(new Event.Pressed(press.flow(), press.step(), press.answer())) ? value : null;
    }

    /** Parses a value into a press; {@link #UNKNOWN} if it isn't valid. */
    public static Event.Pressed read(String value) {
        String[] names = value.length() > LIMIT ? new String[0] : value.split(SEPARATOR, -1);
        boolean whole = names.length == 3 && !names[0].isEmpty() && !names[1].isEmpty() && !names[2].isEmpty();
        return whole ? new Event.Pressed(names[0], names[1], names[2]) : UNKNOWN;
    }
}

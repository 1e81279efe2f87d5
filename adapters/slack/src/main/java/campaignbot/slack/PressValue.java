package campaignbot.slack;

import campaignbot.conversation.Event;
import campaignbot.message.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What a button carries: the names of flow, step and answer, as {@code call/outcome/spoke}, and never a place or a position.
 *
 * <p>It comes back from outside and may be old, forged or of another version; then it is a press on a button that nobody knows, which
 * the engine answers kindly.
 */
final class PressValue {

    /** Characters of a value, by Block Kit's reference of the button. */
    static final int LIMIT = 2000;

    /** A press on a button of which nothing is known. */
    static final Event.Pressed UNKNOWN = new Event.Pressed("", "", "");

    private static final String SEPARATOR = "/";

    private PressValue() {}

    /** The value of a choice, or null where its names do not fit, so that there can be no button. */
    static @Nullable String write(Choice.Press press) {
        String value = press.flow() + SEPARATOR + press.step() + SEPARATOR + press.answer();
        return read(value).equals(new Event.Pressed(press.flow(), press.step(), press.answer())) ? value : null;
    }

    /** The press that a value tells of; {@link #UNKNOWN} where it tells of none. */
    static Event.Pressed read(String value) {
        String[] names = value.length() > LIMIT ? new String[0] : value.split(SEPARATOR, -1);
        boolean whole = names.length == 3 && !names[0].isEmpty() && !names[1].isEmpty() && !names[2].isEmpty();
        return whole ? new Event.Pressed(names[0], names[1], names[2]) : UNKNOWN;
    }
}

package campaignbot.telegram;

import campaignbot.conversation.Event;
import campaignbot.message.Choice;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a button carries: the names of flow, step and answer, as {@code call/outcome/spoke}, and never a place or a position.
 *
 * <p>A pack's checker holds these to 64 bytes, so the format has no room for a mark of its version: this first one begins with a letter,
 * as every flow does, and a later one will begin with something else. Data comes from outside and may be old, forged or of another
 * version; then it is a press on a button that nobody knows, which the engine answers kindly.
 */
final class CallbackData {

    private static final int MOST_BYTES = 64;

    /** Names as authors give them; before that of an answer stand the engine's marks of a slot and of an option. */
    private static final Pattern NAMES =
            Pattern.compile("([a-z][A-Za-z0-9_-]*)/([A-Za-z0-9_-]+)/(~?=?[A-Za-z0-9_.-]+)");

    /** A press on a button of which nothing is known. */
    static final Event.Pressed UNKNOWN = new Event.Pressed("", "", "");

    private CallbackData() {}

    /** The data of a choice, or null where its names do not fit, so that there can be no button. */
    static @Nullable String write(Choice.Press press) {
        String data = press.flow() + "/" + press.step() + "/" + press.answer();
        boolean fits = data.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        return fits && NAMES.matcher(data).matches() ? data : null;
    }

    /** The press that data tells of; {@link #UNKNOWN} where it tells of none. */
    static Event.Pressed read(String data) {
        var names = NAMES.matcher(data.length() <= MOST_BYTES ? data : "");
        return names.matches() ? new Event.Pressed(names.group(1), names.group(2), names.group(3)) : UNKNOWN;
    }
}

package org.campaignbot.telegram;

import org.campaignbot.conversation.Event;
import org.campaignbot.message.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A button's data: the names of flow, step, and answer, such as {@code call/outcome/spoke}, never a place or a position.
 *
 * <p>A pack's checker limits these to 64 bytes, so there's no room for a version: this first format starts with a letter, as every
 * flow does, and a later one will start with something else. Data comes from outside and may be old, forged, or from another
 * version; then it's a press on an unknown button, which the engine answers kindly.
 */
final class CallbackData {

    private static final int MOST_BYTES = 64;

    private static final String MARKS = "~=";

    /** A press on an unknown button. */
    static final Event.Pressed UNKNOWN = new Event.Pressed("", "", "");

    private CallbackData() {}

    /** The data for a choice, or null if its names don't fit, so there can be no button. */
    static @Nullable String write(Choice.Press press) {
        String data = press.flow() + "/" + press.step() + "/" + press.answer();
        boolean written = areNames(press.flow(), press.step(), press.answer());
        // All characters in names are single bytes.
        return written && data.length() <= MOST_BYTES ? data : null;
    }

    /** Parses data into a press; {@link #UNKNOWN} if it isn't valid. */
    static Event.Pressed read(String data) {
        int step = data.indexOf('/') + 1;
        int answer = data.indexOf('/', step) + 1;
        if (data.length() > MOST_BYTES || step == 0 || answer == 0) {
            return UNKNOWN;
        }
        String flow = data.substring(0, step - 1);
        String asking = data.substring(step, answer - 1);
        String picked = data.substring(answer);
        return areNames(flow, asking, picked) ? new Event.Pressed(flow, asking, picked) : UNKNOWN;
    }

    /** Whether these are names as authors write them; an answer's may follow the engine's marks for a slot and an option. */
    private static boolean areNames(String flow, String step, String answer) {
        int marks = 0;
        for (int i = 0; i < MARKS.length(); i++) {
            marks += marks < answer.length() && answer.charAt(marks) == MARKS.charAt(i) ? 1 : 0;
        }
        return isName(flow, 0, false)
                && flow.charAt(0) >= 'a'
                && flow.charAt(0) <= 'z'
                && isName(step, 0, false)
                && isName(answer, marks, true);
    }

    /** Whether a text from a position on is one or more letters, digits, {@code _} and {@code -}. */
    private static boolean isName(String text, int from, boolean dots) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean digit = c >= '0' && c <= '9';
            if (!(letter || digit || c == '_' || c == '-' || (dots && c == '.'))) {
                return false;
            }
        }
        return from < text.length();
    }
}

package org.campaignbot.telegram;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Choice;
import org.campaignbot.platform.Counts;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.webapp.WebAppInfo;

/** Lays out choices as buttons below a message. */
final class Keyboards {

    /** The maximum number of buttons below one message; more are refused ("reply markup is too long"). */
    static final int MOST = 100;

    /** How many characters a phone shows of a button on its own line. */
    static final int LONGEST_LABEL = 40;

    private static final String NO_LABEL = "…";

    private final Counts counts;

    Keyboards(Counts counts) {
        this.counts = counts;
    }

    /**
     * The buttons for choices, short ones two in a row; null if there are none.
     *
     * <p>A choice that Telegram would refuse is left out, because Telegram would refuse the whole message: a page that isn't https,
     * or names that don't fit. Typing its label still works. A page that opens inside is a Mini App, which Telegram only takes in
     * private chats and over https; elsewhere the button opens the ordinary page.
     */
    @Nullable
    InlineKeyboardMarkup of(List<Choice> choices, boolean isPrivate) {
        List<InlineKeyboardRow> rows = new ArrayList<>();
        InlineKeyboardRow open = null;
        for (Choice choice : choices) {
            InlineKeyboardButton button = button(choice, isPrivate);
            if (button == null) {
                counts.add(TelegramCount.BUTTON_LEFT_OUT);
            } else if (choice.label().length() > Choice.BESIDE) {
                rows.add(new InlineKeyboardRow(button));
                open = null;
            } else if (open == null) {
                open = new InlineKeyboardRow(button);
                rows.add(open);
            } else {
                open.add(button);
                open = null;
            }
        }
        return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
    }

    private static @Nullable InlineKeyboardButton button(Choice choice, boolean isPrivate) {
        String label = choice.label().isBlank() ? NO_LABEL : HtmlText.wellFormed(choice.label());
        if (choice instanceof Choice.Press press) {
            String data = CallbackData.write(press);
            return data == null
                    ? null
                    : InlineKeyboardButton.builder()
                            .text(label)
                            .callbackData(data)
                            .build();
        }
        Choice.Open open = (Choice.Open) choice;
        if (isPrivate && open.inside() != null && isSecure(open.inside())) {
            WebAppInfo page = WebAppInfo.builder().url(open.inside().toString()).build();
            return InlineKeyboardButton.builder().text(label).webApp(page).build();
        }
        String address = open.address().toString();
        return isSecure(open.address())
                ? InlineKeyboardButton.builder().text(label).url(address).build()
                : null;
    }

    private static boolean isSecure(URI address) {
        return address.toString().startsWith("https://");
    }

    /**
     * A button's data: the names of flow, step, and answer, such as {@code call/outcome/spoke}, never a place or a position.
     *
     * <p>A pack's checker limits these to 64 bytes, so there's no room for a version: this first format starts with a letter, as every
     * flow does, and a later one will start with something else. Data comes from outside and may be old, forged, or from another
     * version; then it's a press on an unknown button, which the engine answers kindly.
     */
    static final class CallbackData {

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
}

package campaignbot.telegram;

import campaignbot.message.Choice;
import campaignbot.platform.Counters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Lays choices out as buttons below a message. */
final class Keyboards {

    /** Buttons below one message; more are refused ("reply markup is too long"). */
    static final int MOST = 100;

    /** Characters that a phone shows of a button that has a line of its own. */
    static final int LONGEST_LABEL = 40;

    /** Characters of a label that still fits beside another one. */
    private static final int SHORT = 16;

    private static final String NO_LABEL = "…";

    private final Counters<Counted> counters;

    Keyboards(Counters<Counted> counters) {
        this.counters = counters;
    }

    /**
     * The buttons of choices, short ones two in a row; null where there are none.
     *
     * <p>A choice that Telegram would refuse is left out, because it would take the whole message with it: a page that is not https, or
     * names that do not fit. Its label, typed, works all the same.
     */
    @Nullable
    InlineKeyboardMarkup of(List<Choice> choices) {
        List<InlineKeyboardRow> rows = new ArrayList<>();
        InlineKeyboardRow open = null;
        for (Choice choice : choices) {
            InlineKeyboardButton button = button(choice);
            if (button == null) {
                counters.add(Counted.BUTTON_LEFT_OUT);
            } else if (choice.label().length() > SHORT) {
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

    private static @Nullable InlineKeyboardButton button(Choice choice) {
        String label = choice.label().isBlank() ? NO_LABEL : WellFormed.of(choice.label());
        if (choice instanceof Choice.Press press) {
            String data = CallbackData.write(press);
            return data == null
                    ? null
                    : InlineKeyboardButton.builder()
                            .text(label)
                            .callbackData(data)
                            .build();
        }
        String address = ((Choice.Open) choice).address().toString();
        return address.startsWith("https://")
                ? InlineKeyboardButton.builder().text(label).url(address).build()
                : null;
    }
}

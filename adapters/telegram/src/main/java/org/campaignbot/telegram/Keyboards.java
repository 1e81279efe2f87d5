package org.campaignbot.telegram;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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
}

package org.campaignbot.telegram;

import java.util.List;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.platform.Counts;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.telegram.BotApi.Answer;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/** Sends messages to Telegram. */
final class TelegramChannel implements Channel {

    /** The channel's name in addresses. */
    static final String NAME = "telegram";

    private static final int PAYLOAD_BYTES = 64;

    /** A placeholder for a chat in what organizers are shown; no chat has this id. */
    private static final String NOBODY = "0";

    static final Surface PRIVATE = new Surface(
            HtmlText.LIMIT, Keyboards.MOST, Keyboards.LONGEST_LABEL, PAYLOAD_BYTES, true, true, true, false);
    private static final Surface GROUP = new Surface(
            HtmlText.LIMIT, Keyboards.MOST, Keyboards.LONGEST_LABEL, PAYLOAD_BYTES, true, false, false, false);

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private final BotApi api;
    private final Identity identity;
    private final RateLimits rateLimits;
    private final Counts counts;
    private final Keyboards keyboards;
    private final LocationKeyboard location;

    TelegramChannel(BotApi api, Identity identity, RateLimits rateLimits, Counts counts, LocationKeyboard location) {
        this.api = api;
        this.identity = identity;
        this.rateLimits = rateLimits;
        this.counts = counts;
        this.keyboards = new Keyboards(counts);
        this.location = location;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Surface surface(Address address) {
        return isGroup(address) ? GROUP : PRIVATE;
    }

    @Override
    public RateLimits pace() {
        return rateLimits;
    }

    @Override
    public @Nullable String deepLinks() {
        return identity.known().map(BotAccount::deepLinks).orElse(null);
    }

    /** Whether an address isn't a person's: groups have negative ids, and public ones may have names. */
    @Override
    public boolean isGroup(Address address) {
        return address.chat().startsWith("-") || address.chat().startsWith("@");
    }

    /** A person's private chat has the person's id; if they never wrote to the bot, it refuses the bot's messages. */
    @Override
    public Address alone(Address group, Person person) {
        return new Address(NAME, group.account(), person.id(), null);
    }

    @Override
    public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
        SendOutcome outcome;
        try {
            outcome = deliver(address, message, replaces);
        } catch (RuntimeException failure) {
            // This exception's message could quote the text.
            outcome =
                    new SendOutcome.Refused("failed with " + failure.getClass().getSimpleName());
        }
        count(outcome);
        return outcome;
    }

    private SendOutcome deliver(Address address, Message message, @Nullable String replaces) {
        boolean group = isGroup(address);
        if (group && message.visibility() == Visibility.ONLY_YOU) {
            return new SendOutcome.Refused("for one person, and others read along here");
        }
        String html = HtmlText.html(message.text());
        if (html.isBlank()) {
            return new SendOutcome.Refused("no text");
        }
        InlineKeyboardMarkup buttons = keyboards.of(message.choices(), !group);
        Integer old = replaces == null ? null : number(replaces);
        boolean asks = message.asksLocation() && !group;
        if (old != null) {
            SendOutcome edited = edit(address, message, html, buttons, old);
            if (edited != null) {
                return settled(edited, address, group, asks, false);
            }
            counts.add(TelegramCount.EDIT_IN_VAIN);
        }
        ReplyKeyboard removal = group || asks || buttons != null ? null : location.removal(address);
        SendOutcome sent = post(address, message, html, buttons == null ? removal : buttons);
        return settled(sent, address, group, asks, removal != null);
    }

    private SendOutcome settled(SendOutcome outcome, Address address, boolean group, boolean asks, boolean removed) {
        if (!group && outcome instanceof SendOutcome.Sent) {
            try {
                location.sent(address, asks, removed);
            } catch (RuntimeException failure) {
                // The message was sent, whatever happened to the button.
                counts.add(TelegramCount.ASIDE_FAILED);
            }
        }
        return outcome;
    }

    @Override
    public List<String> payloads(Message message) {
        return payloads(message, keyboards);
    }

    /** The requests for a message to one person, with its buttons laid out by these keyboards. */
    static List<String> payloads(Message message, Keyboards keyboards) {
        return Fit.fit(message, PRIVATE).stream()
                .map(part -> BotApi.text(
                        written(NOBODY, null, HtmlText.html(part.text()), keyboards.of(part.choices(), true))))
                .toList();
    }

    private static SendMessage written(
            String chat, @Nullable Integer thread, String html, @Nullable ReplyKeyboard keyboard) {
        return SendMessage.builder()
                .chatId(chat)
                .messageThreadId(thread)
                .text(html)
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(keyboard)
                .build();
    }

    private SendOutcome post(Address address, Message message, String html, @Nullable ReplyKeyboard keyboard) {
        SendMessage send = written(address.chat(), thread(address), html, keyboard);
        Answer answer = api.call(send);
        if (answer.says("can't parse entities")) {
            counts.add(TelegramCount.SENT_PLAIN);
            send.setText(HtmlText.plain(message.text()));
            send.setParseMode(null);
            answer = api.call(send);
        }
        return TelegramOutcome.of(answer);
    }

    /** Replaces an older message; null if that one can't be edited any more. */
    private @Nullable SendOutcome edit(
            Address address, Message message, String html, @Nullable InlineKeyboardMarkup buttons, int old) {
        EditMessageText edit = EditMessageText.builder()
                .chatId(address.chat())
                .messageId(old)
                .text(html)
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(buttons)
                .build();
        Answer answer = api.call(edit);
        if (answer.says("can't parse entities")) {
            counts.add(TelegramCount.SENT_PLAIN);
            edit.setText(HtmlText.plain(message.text()));
            edit.setParseMode(null);
            answer = api.call(edit);
        }
        if (answer.says("message is not modified")) {
            return new SendOutcome.Sent(Integer.toString(old));
        }
        boolean inVain = answer.says("message to edit not found")
                || answer.says("message can't be edited")
                || answer.says("message_id_invalid");
        return inVain ? null : TelegramOutcome.of(answer);
    }

    @Override
    public void erase(Address address, String message) {
        Integer id = number(message);
        Answer answer = id == null
                ? new Answer.NotSent("no number")
                : api.call(DeleteMessage.builder()
                        .chatId(address.chat())
                        .messageId(id)
                        .build());
        counts.add(answer instanceof Answer.Done ? TelegramCount.ERASED : TelegramCount.NOT_ERASED);
    }

    /** The topic of an address, or null. */
    static @Nullable Integer thread(Address address) {
        return address.thread() == null ? null : number(address.thread());
    }

    private static @Nullable Integer number(String id) {
        try {
            return Integer.valueOf(id);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private void count(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent) {
            counts.add(TelegramCount.SENT);
        } else if (outcome instanceof SendOutcome.Wait) {
            counts.add(TelegramCount.SEND_WAITS);
        } else if (outcome instanceof SendOutcome.Gone) {
            counts.add(TelegramCount.SEND_GONE);
        } else if (outcome instanceof SendOutcome.Moved) {
            counts.add(TelegramCount.SEND_MOVED);
        } else if (outcome instanceof SendOutcome.Unknown) {
            counts.add(TelegramCount.SEND_UNKNOWN);
        } else {
            counts.add(TelegramCount.SEND_REFUSED);
        }
    }
}

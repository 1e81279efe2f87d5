package org.campaignbot.telegram;

import java.time.Duration;
import java.util.List;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.telegram.BotApi.Answer;

/**
 * Maps an answer to the outcome of a send: first by its structure, and by its words only to tell refusals apart.
 *
 * <p>The words are from the source of the Bot API server and TDLib; the case of their first letter varies and they may quote the
 * message, so none of them ends up in an outcome.
 */
final class TelegramOutcome {

    /** How long to wait after a server couldn't be reached. */
    private static final Duration UNREACHED = Duration.ofSeconds(1);

    /** How long to wait if the server says "too many requests" but not for how long. */
    private static final Duration TOO_MANY = Duration.ofSeconds(1);

    /** How long to wait if the token is refused, since only a person can fix that. */
    private static final Duration NO_TOKEN = Duration.ofMinutes(1);

    private static final List<String> GONE = List.of(
            "chat not found",
            "user not found",
            "peer_id_invalid",
            "user_is_blocked",
            "input_user_deactivated",
            "group chat was deactivated",
            "group chat was deleted",
            "bot was kicked",
            "bot is not a member",
            "message thread not found",
            "topic_deleted");

    private static final List<String> KNOWN = List.of(
            "message is too long",
            "message text is empty",
            "can't parse entities",
            "reply markup is too long",
            "button_data_invalid",
            "not enough rights",
            "have no rights",
            "chat_write_forbidden",
            "topic_closed",
            "message is not modified",
            "message to edit not found",
            "message can't be edited");

    private TelegramOutcome() {}

    static SendOutcome of(Answer answer) {
        if (answer instanceof Answer.Done done) {
            String message = done.result().path("message_id").asText("");
            return new SendOutcome.Sent(message.isEmpty() ? null : message);
        } else if (answer instanceof Answer.NotSent) {
            return new SendOutcome.Wait(UNREACHED, SendOutcome.Scope.ACCOUNT);
        } else if (answer instanceof Answer.Unclear unclear) {
            return new SendOutcome.Unknown(unclear.why());
        }
        return of((Answer.Refused) answer);
    }

    private static SendOutcome of(Answer.Refused refused) {
        if (refused.retryAfter() != null) {
            Duration wait = Duration.ofSeconds(Math.max(1, refused.retryAfter()));
            return new SendOutcome.Wait(wait, SendOutcome.Scope.ACCOUNT);
        } else if (refused.movedTo() != null) {
            return new SendOutcome.Moved(refused.movedTo());
        }
        return switch (refused.code()) {
            case 429 -> new SendOutcome.Wait(TOO_MANY, SendOutcome.Scope.ACCOUNT);
            case 401 -> new SendOutcome.Wait(NO_TOKEN, SendOutcome.Scope.ACCOUNT);
            case 404 ->
                refused.isTokenRefused() ? new SendOutcome.Wait(NO_TOKEN, SendOutcome.Scope.ACCOUNT) : byWords(refused);
            case 403 -> new SendOutcome.Gone("forbidden");
            default -> refused.code() >= 500 ? new SendOutcome.Unknown("error " + refused.code()) : byWords(refused);
        };
    }

    private static SendOutcome byWords(Answer.Refused refused) {
        for (String words : GONE) {
            if (refused.says(words)) {
                return new SendOutcome.Gone(words);
            }
        }
        for (String words : KNOWN) {
            if (refused.says(words)) {
                return new SendOutcome.Refused(words);
            }
        }
        return new SendOutcome.Refused("error " + refused.code());
    }
}

package campaignbot.telegram;

import campaignbot.delivery.SendOutcome;
import campaignbot.telegram.BotApi.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Reads what became of a send: by the structure of the answer first, by its words only to tell one refusal from another.
 *
 * <p>The words are those of the Bot API server's source and of TDLib; they vary in their first letter's case and may quote the message,
 * so none of them goes on into an outcome.
 */
final class Fate {

    /** How long to leave a server alone that could not be reached. */
    private static final Duration UNREACHED = Duration.ofSeconds(1);

    /** How long to wait where the server says "too many requests" and not how long. */
    private static final Duration TOO_MANY = Duration.ofSeconds(1);

    /** How long to wait where the token is refused, since only a person can mend that. */
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

    private Fate() {}

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
                isTokenRefused(refused) ? new SendOutcome.Wait(NO_TOKEN, SendOutcome.Scope.ACCOUNT) : byWords(refused);
            case 403 -> new SendOutcome.Gone("forbidden");
            default -> refused.code() >= 500 ? new SendOutcome.Unknown("error " + refused.code()) : byWords(refused);
        };
    }

    private static SendOutcome byWords(Answer.Refused refused) {
        for (String words : GONE) {
            if (says(refused, words)) {
                return new SendOutcome.Gone(words);
            }
        }
        for (String words : KNOWN) {
            if (says(refused, words)) {
                return new SendOutcome.Refused(words);
            }
        }
        return new SendOutcome.Refused("error " + refused.code());
    }

    /** Whether an answer is a refusal in these words, which are in lower case. */
    static boolean says(Answer answer, String words) {
        return answer instanceof Answer.Refused refused
                && refused.words().toLowerCase(Locale.ROOT).contains(words);
    }

    /** Whether the server does not know the token; it says "not found", too, where it does not know a method. */
    static boolean isTokenRefused(Answer answer) {
        return answer instanceof Answer.Refused refused
                && refused.retryAfter() == null
                && (refused.code() == 401 || (refused.code() == 404 && !says(answer, "method not found")));
    }
}

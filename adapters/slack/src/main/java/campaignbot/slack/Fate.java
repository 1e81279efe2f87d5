package campaignbot.slack;

import campaignbot.delivery.SendOutcome;
import campaignbot.slack.WebApi.Answer;
import java.time.Duration;
import java.util.Set;

/** Reads what became of a send, by Slack's words for errors (docs.slack.dev, chat.postMessage, chat.postEphemeral, conversations.open). */
final class Fate {

    /** How long to leave a server alone that could not be reached. */
    private static final Duration UNREACHED = Duration.ofSeconds(1);

    /** How long to wait where Slack says "too many requests" and not how long. */
    private static final Duration TOO_MANY = Duration.ofSeconds(1);

    /** How long to wait where only a person can mend it, or where Slack changes something about the workspace. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** This chat takes nothing any more. */
    private static final Set<String> GONE = Set.of(
            "channel_not_found",
            "not_in_channel",
            "user_not_in_channel",
            "is_archived",
            "no_permission",
            "user_not_found",
            "users_not_found",
            "user_disabled",
            "user_not_visible",
            "cannot_dm_bot",
            "method_not_supported_for_channel_type",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "restricted_action_non_threadable_channel",
            "restricted_action_thread_locked");

    private static final Set<String> TOKEN_REFUSED =
            Set.of("invalid_auth", "not_authed", "token_expired", "account_inactive", "token_revoked", "access_denied");

    private static final Set<String> REVOKED = Set.of("account_inactive", "token_revoked");

    private static final Set<String> RATE_LIMITED = Set.of("ratelimited", "rate_limited");

    private static final Set<String> FOR_A_WHILE = Set.of(
            "message_limit_exceeded",
            "service_unavailable",
            "team_added_to_org",
            "org_login_required",
            "accesslimited",
            "missing_scope");

    private static final Set<String> MAYBE_DONE =
            Set.of("fatal_error", "internal_error", "request_timeout", "unknown_error");

    private Fate() {}

    /**
     * What became of a message.
     *
     * @param limited what has to wait where Slack lets no more pass: it counts some methods in each channel, others in the workspace
     */
    static SendOutcome of(Answer answer, SendOutcome.Scope limited) {
        if (answer instanceof Answer.Done done) {
            String ts = Json.text(done.json(), "ts");
            return new SendOutcome.Sent(ts.isEmpty() ? null : ts);
        } else if (answer instanceof Answer.NotSent) {
            return new SendOutcome.Wait(UNREACHED, SendOutcome.Scope.ACCOUNT);
        } else if (answer instanceof Answer.Unclear unclear) {
            return new SendOutcome.Unknown(unclear.why());
        }
        return of((Answer.Refused) answer, limited);
    }

    /** What becomes of a message that could not be sent yet, because of what was asked for it before; nothing has left. */
    static SendOutcome before(Answer answer) {
        SendOutcome outcome = of(answer, SendOutcome.Scope.ACCOUNT);
        return outcome instanceof SendOutcome.Unknown || outcome instanceof SendOutcome.Sent
                ? new SendOutcome.Wait(UNREACHED, SendOutcome.Scope.ACCOUNT)
                : outcome;
    }

    private static SendOutcome of(Answer.Refused refused, SendOutcome.Scope limited) {
        String error = refused.error();
        if (RATE_LIMITED.contains(error)) {
            Integer seconds = refused.retryAfter();
            Duration wait = seconds == null ? TOO_MANY : Duration.ofSeconds(Math.max(1, seconds));
            return new SendOutcome.Wait(wait, limited);
        } else if (GONE.contains(error)) {
            return new SendOutcome.Gone(error);
        } else if (TOKEN_REFUSED.contains(error) || FOR_A_WHILE.contains(error)) {
            return new SendOutcome.Wait(LONG, SendOutcome.Scope.ACCOUNT);
        }
        return MAYBE_DONE.contains(error) ? new SendOutcome.Unknown(error) : new SendOutcome.Refused(error);
    }

    static boolean says(Answer answer, String error) {
        return answer instanceof Answer.Refused refused && refused.error().equals(error);
    }

    static boolean isTokenRefused(Answer answer) {
        return answer instanceof Answer.Refused refused && TOKEN_REFUSED.contains(refused.error());
    }

    /** Whether the workspace has taken the token back, or is no more. */
    static boolean isRevoked(Answer answer) {
        return answer instanceof Answer.Refused refused && REVOKED.contains(refused.error());
    }
}

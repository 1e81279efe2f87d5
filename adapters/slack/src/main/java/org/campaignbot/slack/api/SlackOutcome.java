package org.campaignbot.slack.api;

import java.time.Duration;
import java.util.Set;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.slack.api.WebApi.Answer;

/** Maps Slack's error codes to the outcome of a send (docs.slack.dev, chat.postMessage, chat.postEphemeral, conversations.open). */
public final class SlackOutcome {

    /** How long to wait after a server couldn't be reached. */
    private static final Duration UNREACHED = Duration.ofSeconds(1);

    /** How long to wait if Slack says "too many requests" but not for how long. */
    private static final Duration TOO_MANY = Duration.ofSeconds(1);

    /** How long to wait if only a person can fix it, or if Slack is changing something about the workspace. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** This chat no longer accepts messages. */
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

    private SlackOutcome() {}

    /**
     * The outcome of a message.
     *
     * @param limited what has to wait if Slack's rate limit is hit: some methods are limited per channel, others per workspace
     */
    public static SendOutcome of(Answer answer, SendOutcome.Scope limited) {
        if (answer instanceof Answer.Done done) {
            String ts = SlackJson.text(done.json(), "ts");
            return new SendOutcome.Sent(ts.isEmpty() ? null : ts);
        } else if (answer instanceof Answer.NotSent) {
            return new SendOutcome.Wait(UNREACHED, SendOutcome.Scope.ACCOUNT);
        } else if (answer instanceof Answer.Unclear unclear) {
            return new SendOutcome.Unknown(unclear.why());
        }
        return of((Answer.Refused) answer, limited);
    }

    /** The outcome for a message that couldn't be sent because of an earlier call; nothing was sent. */
    public static SendOutcome before(Answer answer) {
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

    public static boolean says(Answer answer, String error) {
        return answer instanceof Answer.Refused refused && refused.error().equals(error);
    }

    public static boolean isTokenRefused(Answer answer) {
        return answer instanceof Answer.Refused refused && TOKEN_REFUSED.contains(refused.error());
    }

    /** Whether the workspace has revoked the token or no longer exists. */
    public static boolean isRevoked(Answer answer) {
        return answer instanceof Answer.Refused refused && REVOKED.contains(refused.error());
    }
}

package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.sending.SendOutcome.Scope;
import org.campaignbot.slack.api.SlackOutcome;
import org.campaignbot.slack.api.WebApi.Answer;
import org.junit.jupiter.api.Test;

class SlackFateTest {

    private static SendOutcome of(String error) {
        return SlackOutcome.of(new Answer.Refused(error, null), Scope.CHAT);
    }

    @Test
    void aChatThatTakesNothingAnyMoreIsGone() {
        for (String error :
                List.of("channel_not_found", "not_in_channel", "is_archived", "restricted_action", "user_disabled")) {
            assertThat(of(error)).isEqualTo(new SendOutcome.Gone(error));
        }
    }

    @Test
    void aWorkspaceThatRefusesTheTokenIsLeftAloneForAWhile() {
        for (String error : List.of("invalid_auth", "token_revoked", "account_inactive", "missing_scope")) {
            assertThat(of(error)).isEqualTo(new SendOutcome.Wait(Duration.ofMinutes(1), Scope.ACCOUNT));
        }
    }

    @Test
    void bothSpellingsOfALimitAreUnderstood() {
        for (String error : List.of("ratelimited", "rate_limited")) {
            assertThat(SlackOutcome.of(new Answer.Refused(error, 30), Scope.CHAT))
                    .isEqualTo(new SendOutcome.Wait(Duration.ofSeconds(30), Scope.CHAT));
        }
    }

    @Test
    void aFailureOfSlacksOwnMayHaveSentIt() {
        for (String error : List.of("fatal_error", "internal_error", "request_timeout")) {
            assertThat(of(error)).isEqualTo(new SendOutcome.Unknown(error));
        }
        assertThat(SlackOutcome.of(new Answer.Unclear("status 502"), Scope.CHAT))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void whatIsOurFaultIsRefused() {
        assertThat(of("invalid_blocks")).isEqualTo(new SendOutcome.Refused("invalid_blocks"));
    }

    @Test
    void whatFailedBeforeTheMessageLeftNeverHasAnUnknownFate() {
        assertThat(SlackOutcome.before(new Answer.Unclear("lost"))).isInstanceOf(SendOutcome.Wait.class);
        assertThat(SlackOutcome.before(new Answer.Done(new JsonObject(), List.of())))
                .isInstanceOf(SendOutcome.Wait.class);
        assertThat(SlackOutcome.before(new Answer.Refused("user_disabled", null)))
                .isEqualTo(new SendOutcome.Gone("user_disabled"));
    }
}

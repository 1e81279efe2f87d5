package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.sending.SendOutcome.Gone;
import org.campaignbot.sending.SendOutcome.Moved;
import org.campaignbot.sending.SendOutcome.Refused;
import org.campaignbot.sending.SendOutcome.Scope;
import org.campaignbot.sending.SendOutcome.Unknown;
import org.campaignbot.sending.SendOutcome.Wait;
import org.campaignbot.telegram.BotApi.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramOutcomeTest {

    private static SendOutcome refused(int code, String words) {
        return TelegramOutcome.of(new Answer.Refused(code, words, null, null));
    }

    @Test
    void tooManyRequestsWaitAsLongAsTelegramSaysAndAllOfTheAccount() {
        assertThat(TelegramOutcome.of(new Answer.Refused(429, "Too Many Requests: retry after 17", 17, null)))
                .isEqualTo(new Wait(Duration.ofSeconds(17), Scope.ACCOUNT));
        assertThat(TelegramOutcome.of(new Answer.Refused(420, "FLOOD_WAIT", 3, null)))
                .isEqualTo(new Wait(Duration.ofSeconds(3), Scope.ACCOUNT));
        assertThat(refused(429, "")).isEqualTo(new Wait(Duration.ofSeconds(1), Scope.ACCOUNT));
    }

    @Test
    void aGroupThatBecameASupergroupHasMoved() {
        Answer answer = new Answer.Refused(
                400, "Bad Request: group chat was upgraded to a supergroup chat", null, "-1001234567890");
        assertThat(TelegramOutcome.of(answer)).isEqualTo(new Moved("-1001234567890"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forbidden: bot was blocked by the user",
                "Forbidden: user is deactivated",
                "Forbidden: bot was kicked from the supergroup chat",
                "Forbidden: something that no list has"
            })
    void anyForbiddenChatIsGone(String words) {
        assertThat(refused(403, words)).isInstanceOf(Gone.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: chat not found",
                "bad request: Chat Not Found",
                "Bad Request: user not found",
                "Bad Request: PEER_ID_INVALID",
                "Bad Request: group chat was deactivated",
                "Bad Request: the group chat was deleted",
                "Bad Request: message thread not found"
            })
    void aChatThatIsNotThereIsGone(String words) {
        assertThat(refused(400, words)).isInstanceOf(Gone.class);
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "404, Not Found"})
    void aRefusedTokenStopsTheAccountForAMinute(int code, String words) {
        assertThat(refused(code, words)).isEqualTo(new Wait(Duration.ofMinutes(1), Scope.ACCOUNT));
    }

    @Test
    void whatWasNeverSentIsTriedAgainSoon() {
        assertThat(TelegramOutcome.of(new Answer.NotSent("ConnectException")))
                .isEqualTo(new Wait(Duration.ofSeconds(1), Scope.ACCOUNT));
    }

    @Test
    void whatMayHaveArrivedIsUnknown() {
        assertThat(TelegramOutcome.of(new Answer.Unclear("SocketTimeoutException")))
                .isEqualTo(new Unknown("SocketTimeoutException"));
        assertThat(refused(500, "Internal Server Error")).isEqualTo(new Unknown("error 500"));
        assertThat(refused(502, "Bad Gateway")).isEqualTo(new Unknown("error 502"));
    }

    @Test
    void aRefusalNeverQuotesTheMessage() {
        assertThat(refused(400, "Bad Request: can't parse entities: Unsupported start tag \"Maria\" at byte offset 3"))
                .isEqualTo(new Refused("can't parse entities"));
        assertThat(refused(400, "Bad Request: inline keyboard button URL 'https://maria' is invalid"))
                .isEqualTo(new Refused("error 400"));
        assertThat(refused(413, "")).isEqualTo(new Refused("error 413"));
    }
}

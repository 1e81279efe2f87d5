package org.campaignbot.benchmarks.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestSignatureTest {

    /** The example of docs.slack.dev, "Verifying requests from Slack". */
    private static final byte[] BODY = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                    + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
                    + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
                    + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
            .getBytes(StandardCharsets.UTF_8);

    private static final String SIGNED = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final Instant TIME = Instant.ofEpochSecond(1531420618L);

    private final RequestSignature signature = new RequestSignature("8f742231b10e8888abcd99yyyzzz85a5");

    private boolean isGenuineAt(Instant now) {
        return signature.isGenuine(BODY, "1531420618", SIGNED, now);
    }

    @Test
    void theDriverSignsAsSlackDoes() {
        assertThat(signature.headers(BODY, TIME))
                .isEqualTo("X-Slack-Request-Timestamp: 1531420618\r\nX-Slack-Signature: " + SIGNED + "\r\n");
    }

    @Test
    void theHandlerTakesFiveMinutesEitherWayAndNoMore() {
        assertThat(isGenuineAt(TIME.minusSeconds(300))).isTrue();
        assertThat(isGenuineAt(TIME.plusSeconds(300))).isTrue();
        assertThat(isGenuineAt(TIME.minusSeconds(301))).isFalse();
        assertThat(isGenuineAt(TIME.plusSeconds(301))).isFalse();
    }

    @Test
    void theHandlerRefusesWhatIsNotSignedSo() {
        assertThat(signature.isGenuine(new byte[] {1}, "1531420618", SIGNED, TIME))
                .isFalse();
        assertThat(signature.isGenuine(BODY, "1531420619", SIGNED, TIME)).isFalse();
        assertThat(signature.isGenuine(BODY, null, SIGNED, TIME)).isFalse();
        assertThat(signature.isGenuine(BODY, "1531420618", null, TIME)).isFalse();
    }
}

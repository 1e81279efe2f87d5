package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.campaignbot.slack.receive.SignatureVerifier;
import org.campaignbot.slack.receive.SignatureVerifier.Verdict;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class SignatureVerifierTest {

    /** The example of docs.slack.dev, "Verifying requests from Slack". */
    private static final byte[] BODY = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                    + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
                    + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
                    + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
            .getBytes(StandardCharsets.UTF_8);

    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final long TIME = 1531420618L;

    private final SettableClock clock = new SettableClock(Instant.ofEpochSecond(TIME));
    private final SignatureVerifier verifier = new SignatureVerifier("8f742231b10e8888abcd99yyyzzz85a5", clock);

    private Verdict judge() {
        return verifier.judge(BODY, Long.toString(TIME), SIGNATURE);
    }

    @Test
    void theExampleThatSlackPublishesIsGenuine() {
        assertThat(judge()).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void aByteMoreIsNot() {
        byte[] longer = Arrays.copyOf(BODY, BODY.length + 1);
        assertThat(verifier.judge(longer, Long.toString(TIME), SIGNATURE)).isEqualTo(Verdict.WRONG_SIGNATURE);
    }

    @Test
    void fiveMinutesAreToleratedEitherWayAndNoMore() {
        clock.advance(Duration.ofMinutes(5));
        assertThat(judge()).isEqualTo(Verdict.GENUINE);
        clock.advance(Duration.ofSeconds(1));
        assertThat(judge()).isEqualTo(Verdict.WRONG_TIME);
        clock.advance(Duration.ofMinutes(-10).minusSeconds(1));
        assertThat(judge()).isEqualTo(Verdict.GENUINE);
        clock.advance(Duration.ofSeconds(-1));
        assertThat(judge()).isEqualTo(Verdict.WRONG_TIME);
    }

    @Test
    void aTimeAnHourAheadIsRefused() {
        clock.advance(Duration.ofHours(-1));
        assertThat(judge()).isEqualTo(Verdict.WRONG_TIME);
    }

    @Test
    void headersThatAreMissingOrNoSuchThingAreRefused() {
        assertThat(verifier.judge(BODY, null, SIGNATURE)).isEqualTo(Verdict.WRONG_SIGNATURE);
        assertThat(verifier.judge(BODY, Long.toString(TIME), null)).isEqualTo(Verdict.WRONG_SIGNATURE);
        assertThat(verifier.judge(BODY, "soon", SIGNATURE)).isEqualTo(Verdict.WRONG_SIGNATURE);
        assertThat(verifier.judge(BODY, "99999999999999999999", SIGNATURE)).isEqualTo(Verdict.WRONG_SIGNATURE);
        assertThat(verifier.judge(BODY, Long.toString(TIME), "é")).isEqualTo(Verdict.WRONG_SIGNATURE);
    }
}

package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateRulesTest extends FakeBotApiCase {

    @Override
    FakeBotSettings settings() {
        return super.settings().withLimits(Limits.DOCUMENTED);
    }

    @Test
    void aPersonTakesAShortBurstAndThenOneASecond() throws Exception {
        for (int sent = 0; sent < 3; sent++) {
            assertThat(bot.plain(ANA.id(), "hello").status()).isEqualTo(200);
        }
        BareBot.Reply reply = bot.plain(ANA.id(), "hello");
        assertThat(reply.text())
                .isEqualTo("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 1\","
                        + "\"parameters\":{\"retry_after\":1}}");
        clock.advance(Duration.ofSeconds(1));
        assertThat(bot.plain(ANA.id(), "hello").status()).isEqualTo(200);
        assertThat(api.limitsReached()).isEqualTo(1);
        assertThat(api.log().countOfStatus(429)).isEqualTo(1);
        assertThat(api.earlySends()).isEmpty();
    }

    @Test
    void thirtyASecondGoToEveryoneTogether() throws Exception {
        for (int person = 0; person < 31; person++) {
            api.talk(Person.of(1000 + person)).says("hello");
        }
        for (int person = 0; person < 30; person++) {
            assertThat(bot.plain(1000 + person, "hello").status()).isEqualTo(200);
        }
        assertThat(bot.plain(1030, "hello").status()).isEqualTo(429);
        assertThat(bot.plain(1001, "hello").status()).as("everybody waits").isEqualTo(429);
        clock.advance(Duration.ofSeconds(1));
        assertThat(bot.plain(1030, "hello").status()).isEqualTo(200);
    }

    @Test
    void aGroupTakesTwentyAMinute() throws Exception {
        api.talk(ANA, Group.supergroup(-1001)).says("hello");
        for (int sent = 0; sent < 20; sent++) {
            assertThat(bot.plain(-1001, "hello").status()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(1));
        }
        BareBot.Reply reply = bot.plain(-1001, "hello");
        assertThat(reply.body().path("parameters").path("retry_after").asInt(0)).isEqualTo(40);
        assertThat(bot.plain(ANA.id(), "hello").status())
                .as("others do not wait")
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(40));
        assertThat(bot.plain(-1001, "hello").status()).isEqualTo(200);
    }

    @Test
    void whoeverDoesNotWaitIsNotedAndRefusedAgain() throws Exception {
        api.faults().next(1).of("sendMessage").in(ANA.id()).tooManyRequests(10);
        assertThat(bot.plain(ANA.id(), "hello").status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(4));
        assertThat(bot.plain(ANA.id(), "hello")
                        .body()
                        .path("parameters")
                        .path("retry_after")
                        .asInt(0))
                .isEqualTo(6);
        assertThat(api.earlySends()).containsExactly("a sending to chat 101 came 4000 ms into a wait of 10 s");
        clock.advance(Duration.ofSeconds(6));
        assertThat(bot.plain(ANA.id(), "hello").status()).isEqualTo(200);
        assertThat(api.limitsReached()).as("the test ordered the wait").isZero();
    }

    @Test
    void aWaitMayHoldForEveryone() throws Exception {
        api.talk(Person.of(202)).says("hello");
        api.faults().next(1).tooManyRequestsForAll(5);
        assertThat(bot.plain(ANA.id(), "hello").status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(2));
        assertThat(bot.plain(202, "hello").status()).isEqualTo(429);
        assertThat(api.earlySends()).hasSize(1);
        clock.advance(Duration.ofSeconds(3));
        assertThat(bot.plain(202, "hello").status()).isEqualTo(200);
    }
}

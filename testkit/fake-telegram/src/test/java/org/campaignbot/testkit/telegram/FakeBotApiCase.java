package org.campaignbot.testkit.telegram;

import java.time.Duration;
import java.time.Instant;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fake, a bare bot that talks to it, and a person who has written to the bot. */
abstract class FakeBotApiCase {

    static final Duration SOON = Duration.ofSeconds(20);
    static final Person ANA = new Person(101, "Ana", "es");

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T17:00:00Z"));
    final FakeBotApi api = FakeBotApi.start(settings());
    final BareBot bot = new BareBot(api);
    final Talk ana = api.talk(ANA);

    FakeBotSettings settings() {
        return FakeBotSettings.DEFAULTS.withClock(clock).withLimits(Limits.NONE);
    }

    @BeforeEach
    void theyMeet() {
        ana.says("hello");
    }

    @AfterEach
    void stop() {
        api.close();
    }
}

package org.campaignbot.testkit.slack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fake, a workspace with the app, the app's request URL and its calls, and two people. */
abstract class FakeSlackCase {

    static final Duration SOON = Duration.ofSeconds(20);
    static final Person ANA = Person.of("U0ANA").speaking("es-MX").in("America/Mexico_City");
    static final Person BEN = Person.of("U0BEN");
    static final Channel GENERAL = Channel.ofPublic("C0GENERAL", "general");
    static final Channel SECRET = Channel.ofPrivate("C0SECRET", "secret");

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T17:00:00Z"));
    final FakeSlack slack = FakeSlack.start(settings());
    final Workspace acme = slack.workspace("T0ACME");
    final BareApp app = new BareApp(slack, acme.botToken());
    final AppServer server = server();
    final Talk ana = acme.talk(ANA);
    final Talk ben = acme.talk(BEN);

    SlackSettings settings() {
        return SlackSettings.DEFAULTS.withClock(clock).withLimits(Limits.NONE);
    }

    private static AppServer server() {
        try {
            return new AppServer();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @BeforeEach
    void deliverOverHttp() {
        slack.deliversTo(RequestUrls.all(server.url()));
    }

    @AfterEach
    void stop() {
        slack.close();
        server.close();
    }
}

package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;

class RateRulesTest extends FakeSlackCase {

    @Override
    SlackSettings settings() {
        return super.settings().withLimits(Limits.DOCUMENTED);
    }

    @Test
    void aChannelTakesAShortBurstAndThenOneMessageASecond() throws Exception {
        for (int sent = 0; sent < 2; sent++) {
            assertThat(app.says(ana.channel(), "hi").isOk()).isTrue();
        }
        BareApp.Reply reply = app.says(ana.channel(), "hi");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.retryAfter()).isEqualTo("1");
        assertThat(reply.error()).isEqualTo("ratelimited");
        assertThat(app.says(ben.channel(), "hi").isOk())
                .as("others do not wait")
                .isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(app.says(ana.channel(), "hi").isOk()).isTrue();
        assertThat(slack.limitsReached()).isEqualTo(1);
        assertThat(slack.log().countOfStatus(429)).isEqualTo(1);
        assertThat(slack.earlyCalls()).isEmpty();
    }

    @Test
    void aPersonsIdAndTheirConversationAreOneChannel() throws Exception {
        assertThat(app.says(ana.channel(), "hi").isOk()).isTrue();
        assertThat(app.says(ANA.id(), "hi").isOk()).isTrue();
        assertThat(app.says(ANA.id(), "hi").status()).isEqualTo(429);
        assertThat(app.says(ana.channel(), "hi").status()).isEqualTo(429);
    }

    @Test
    void bothSpellingsOfTheErrorOccur() throws Exception {
        slack.faults().next(2).rateLimited(1);
        assertThat(app.says(ana.channel(), "hi").error()).isEqualTo("ratelimited");
        assertThat(app.says(ben.channel(), "hi").error()).isEqualTo("rate_limited");
        assertThat(slack.timesToldToWait()).isEqualTo(2);
        assertThat(slack.limitsReached()).as("the test ordered the waits").isZero();
    }

    @Test
    void aTierCountsByMethodAndWorkspace() throws Exception {
        for (int asked = 0; asked < 100; asked++) {
            assertThat(app.form("users.info", "user=" + ANA.id()).isOk()).isTrue();
        }
        BareApp.Reply reply = app.form("users.info", "user=" + ANA.id());
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.retryAfter()).isEqualTo("60");
        assertThat(app.call("auth.test", Json.object()).isOk()).isTrue();
        Workspace other = slack.workspace("T0OTHER");
        other.talk(Person.of("U0CAT"));
        assertThat(new BareApp(slack, other.botToken())
                        .form("users.info", "user=U0CAT")
                        .isOk())
                .isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(app.form("users.info", "user=" + ANA.id()).isOk()).isTrue();
    }

    @Test
    void connectionsAreOpenedFiftyTimesAMinuteByTheAppWhereverItIsInstalled() throws Exception {
        BareApp owner = new BareApp(slack, SlackSettings.APP_TOKEN);
        for (int opened = 0; opened < 50; opened++) {
            assertThat(owner.call("apps.connections.open", Json.object()).isOk())
                    .isTrue();
        }
        BareApp.Reply reply = owner.call("apps.connections.open", Json.object());
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.retryAfter()).isEqualTo("60");
        assertThat(new BareApp(slack, "xapp-wrong")
                        .call("apps.connections.open", Json.object())
                        .error())
                .as("whose token is none is not told to wait")
                .isEqualTo("invalid_auth");
        clock.advance(Duration.ofMinutes(1));
        assertThat(owner.call("apps.connections.open", Json.object()).isOk()).isTrue();
        assertThat(slack.earlyCalls()).isEmpty();
    }

    @Test
    void aWaitForANewConnectionHoldsUntilItIsOver() throws Exception {
        BareApp owner = new BareApp(slack, SlackSettings.APP_TOKEN);
        slack.faults().next(1).of("apps.connections.open").rateLimited(10);
        assertThat(owner.call("apps.connections.open", Json.object()).retryAfter())
                .isEqualTo("10");
        clock.advance(Duration.ofSeconds(4));
        assertThat(owner.call("apps.connections.open", Json.object()).retryAfter())
                .isEqualTo("6");
        assertThat(slack.earlyCalls()).hasSize(1);
    }

    @Test
    void aWaitThatWasToldForAPersonHoldsForTheirConversationToo() throws Exception {
        slack.faults().next(1).of("chat.postMessage").in(ana.channel()).rateLimited(10);
        assertThat(app.says(ANA.id(), "hi").retryAfter()).isEqualTo("10");
        assertThat(app.says(ana.channel(), "hi").status()).isEqualTo(429);
        assertThat(app.form("chat.postMessage", "channel=" + ANA.id() + "&text=hi")
                        .status())
                .isEqualTo(429);
        assertThat(app.says(ben.channel(), "hi").isOk()).isTrue();
    }

    @Test
    void aWorkspaceTakesSomeHundredMessagesAMinute() throws Exception {
        for (int sent = 0; sent < 300; sent++) {
            Person person = Person.of("U0P" + sent);
            acme.talk(person);
            assertThat(app.says(person.id(), "hi").isOk()).isTrue();
        }
        assertThat(app.says(ana.channel(), "hi").status()).isEqualTo(429);
        assertThat(app.says(ben.channel(), "hi").status()).as("everybody waits").isEqualTo(429);
    }

    @Test
    void whoeverDoesNotWaitIsNotedAndRefusedAgain() throws Exception {
        slack.faults().next(1).of("chat.postMessage").in(ana.channel()).rateLimited(10);
        assertThat(app.says(ben.channel(), "hi").isOk()).isTrue();
        assertThat(app.says(ana.channel(), "hi").retryAfter()).isEqualTo("10");
        clock.advance(Duration.ofSeconds(4));
        assertThat(app.says(ana.channel(), "hi").retryAfter()).isEqualTo("6");
        assertThat(slack.earlyCalls()).singleElement().asString().contains("4000 ms into a wait of 10 s");
        clock.advance(Duration.ofSeconds(6));
        assertThat(app.says(ana.channel(), "hi").isOk()).isTrue();
    }
}

package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SocketModeTest extends FakeSlackCase {

    private final BareApp owner = new BareApp(slack, SlackSettings.APP_TOKEN);
    private final List<BareSocket> sockets = new ArrayList<>();

    @BeforeEach
    void deliverOverSockets() {
        slack.deliversOverSockets();
    }

    @AfterEach
    void closeSockets() {
        sockets.forEach(BareSocket::close);
    }

    private String link() throws Exception {
        return owner.call("apps.connections.open", Json.object())
                .body()
                .path("url")
                .asString("");
    }

    private BareSocket connect() throws Exception {
        int before = slack.socketMode().connections();
        BareSocket socket = new BareSocket(link());
        sockets.add(socket);
        assertThat(socket.next(SOON).path("type").asString("")).isEqualTo("hello");
        slack.await(() -> slack.socketMode().connections() > before, SOON, "no connection");
        return socket;
    }

    @Test
    void onlyTheAppsOwnTokenOpensAConnectionAndOnlyInTheHeader() throws Exception {
        assertThat(app.call("apps.connections.open", Json.object()).error()).isEqualTo("not_allowed_token_type");
        assertThat(new BareApp(slack, "")
                        .call("apps.connections.open", Json.object())
                        .error())
                .isEqualTo("not_authed");
        assertThat(new BareApp(slack, "xapp-wrong")
                        .call("apps.connections.open", Json.object())
                        .error())
                .isEqualTo("invalid_auth");
        assertThat(new BareApp(slack, "")
                        .form("apps.connections.open", "token=" + SlackSettings.APP_TOKEN)
                        .isOk())
                .isFalse();
        assertThat(owner.says(ana.channel(), "hi").error()).isEqualTo("not_allowed_token_type");
    }

    @Test
    void aTicketIsGoodForOneConnection() throws Exception {
        String link = link();
        sockets.add(new BareSocket(link));
        BareSocket second = new BareSocket(link);
        sockets.add(second);
        assertThat(second.awaitClosed(SOON)).isEqualTo(1008);
    }

    @Test
    void anEventIsAcknowledgedByItsEnvelope() throws Exception {
        BareSocket socket = connect();
        Delivery delivery = ana.says("hello");
        JsonNode envelope = socket.next(SOON);
        assertThat(envelope.path("type").asString("")).isEqualTo("events_api");
        assertThat(envelope.path("accepts_response_payload").asBoolean(true)).isFalse();
        assertThat(envelope.path("payload").path("event").path("text").asString(""))
                .isEqualTo("hello");
        socket.acks(envelope);
        delivery.awaitTaken(SOON);
    }

    @Test
    void aCommandIsAnsweredInItsAcknowledgement() throws Exception {
        BareSocket socket = connect();
        Delivery delivery = ana.command("/bill", "help");
        JsonNode envelope = socket.next(SOON);
        assertThat(envelope.path("type").asString("")).isEqualTo("slash_commands");
        assertThat(envelope.path("accepts_response_payload").asBoolean(false)).isTrue();
        assertThat(envelope.path("payload").path("text").asString("")).isEqualTo("help");
        socket.acks(envelope, Json.object().put("text", "for you"));
        delivery.awaitTaken(SOON);
        assertThat(ana.lastShown().text()).isEqualTo("for you");
        assertThat(ana.lastShown().ephemeral()).isTrue();
    }

    @Test
    void aPayloadGoesToOneOfSeveralConnections() throws Exception {
        BareSocket one = connect();
        BareSocket other = connect();
        Delivery first = ana.says("one");
        one.acks(one.next(SOON));
        first.awaitTaken(SOON);
        assertThat(other.isQuiet()).isTrue();
        Delivery second = ana.says("two");
        other.acks(other.next(SOON));
        second.awaitTaken(SOON);
        assertThat(one.isQuiet()).isTrue();
    }

    /** Ends the oldest connection, and does something before the fake has seen that the app left it. */
    private Delivery whileTheOldestEnds(Supplier<Delivery> what) {
        SocketMode mode = slack.socketMode();
        synchronized (mode) {
            mode.refreshes();
            return what.get();
        }
    }

    @Test
    void nothingGoesOverAConnectionThatSlackHasBegunToEnd() throws Exception {
        BareSocket ended = connect();
        BareSocket other = connect();
        Delivery command = whileTheOldestEnds(() -> ana.command("/bill", "help"));
        JsonNode envelope = other.next(SOON);
        assertThat(envelope.path("payload").path("text").asString("")).isEqualTo("help");
        other.acks(envelope);
        command.awaitTaken(SOON);
        assertThat(ended.next(SOON).path("reason").asString("")).isEqualTo("refresh_requested");
        assertThat(ended.isQuiet()).isTrue();
    }

    @Test
    void whatHappensWhileTheOnlyConnectionEndsWaitsForTheNext() throws Exception {
        BareSocket ended = connect();
        Delivery command = whileTheOldestEnds(() -> ana.command("/bill", "help"));
        assertThat(ended.awaitClosed(SOON)).isEqualTo(1000);
        BareSocket next = new BareSocket(link());
        sockets.add(next);
        assertThat(next.next(SOON).path("type").asString("")).isEqualTo("hello");
        next.acks(next.next(SOON));
        command.awaitTaken(SOON);
    }

    @Test
    void theFakeRefreshesWarnsAndSwitchesOff() throws Exception {
        BareSocket one = connect();
        slack.socketMode().warns();
        assertThat(one.next(SOON).path("reason").asString("")).isEqualTo("warning");
        slack.socketMode().refreshes();
        assertThat(one.next(SOON).path("reason").asString("")).isEqualTo("refresh_requested");
        assertThat(one.awaitClosed(SOON)).isEqualTo(1000);
        slack.await(() -> slack.socketMode().connections() == 0, SOON, "still connected");
        BareSocket two = connect();
        slack.socketMode().disables();
        assertThat(two.next(SOON).path("reason").asString("")).isEqualTo("link_disabled");
    }

    @Test
    void whatHappensWhileNothingIsConnectedComesOnceItIs() throws Exception {
        BareSocket one = connect();
        slack.socketMode().cuts();
        assertThat(one.awaitClosed(SOON)).isEqualTo(1006);
        slack.await(() -> slack.socketMode().connections() == 0, SOON, "still connected");
        Delivery delivery = ana.says("hello");
        BareSocket two = connect();
        two.acks(two.next(SOON));
        delivery.awaitTaken(SOON);
    }

    @Test
    void aPingIsAnswered() throws Exception {
        BareSocket unused = connect();
        slack.socketMode().pings();
        slack.await(() -> slack.socketMode().pongs() == 1, SOON, "no pong");
    }
}

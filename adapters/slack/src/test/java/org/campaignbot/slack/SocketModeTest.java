package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.conversation.Event;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.receive.SocketMode;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.testkit.slack.Delivery;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketModeTest {

    private final Stage stage = Stage.socket();
    private final SocketMode socket = stage.bot.socket(stage::intake);

    @AfterEach
    void end() {
        assertThat(stage.slack.violations()).isEmpty();
        stage.close();
    }

    private void connect() {
        socket.start();
        stage.slack.await(() -> stage.slack.socketMode().connections() > 0, Stage.SOON, "no connection");
    }

    /** Connects, and waits until the bot has seen an answer from Slack. */
    private void connectForGood() {
        connect();
        stage.slack.await(() -> stage.count(SlackCount.SOCKET_CONNECTED) == 1, Stage.SOON, "no answer");
    }

    @Test
    void theSameThingsArriveAsOverHttp() {
        connect();
        assertThat(stage.taken(stage.ana.says("¿Qué?")).event()).isEqualTo(new Event.Typed("¿Qué?"));
        assertThat(stage.taken(stage.ana.command("/campaign", "help")).event()).isEqualTo(new Event.Typed("help"));
        stage.bot
                .channel()
                .send(
                        SlackAddresses.own(Stage.TEAM, "U0ANA").address(),
                        SlackAddresses.person(Stage.TEAM, "U0ANA"),
                        Stage.message("Ready?", Stage.YES),
                        null);
        Update update = stage.taken(stage.ana.presses("Yes"));
        assertThat(update.event()).isEqualTo(new Event.Pressed("call", "ready", "yes"));
        assertThat(update.origin().pressedOn()).isEqualTo(stage.ana.lastShown().ts());
    }

    @Test
    void whatCouldNotBeCommittedIsNotAcknowledgedAndComesAgain() {
        connect();
        stage.failures.set(1);
        Delivery delivery = stage.ana.says("Hello");
        assertThat(stage.taken(delivery).event()).isEqualTo(new Event.Typed("Hello"));
    }

    @Test
    void aConnectionThatSlackRefusesIsToldToTheOperatorAndTriedAgain() {
        stage.slack.faults().next(1).of("apps.connections.open").error("invalid_auth");
        connect();
        assertThat(stage.operator.told()).containsExactly(SlackTrouble.SOCKET_REFUSED);
        assertThat(stage.taken(stage.ana.says("Hello")).event()).isEqualTo(new Event.Typed("Hello"));
        stage.operator.awaitOver(SlackTrouble.SOCKET_REFUSED);
    }

    @Test
    void aConnectionThatSlackRenewsLosesNothing() {
        connect();
        assertThat(stage.taken(stage.ana.says("One")).event()).isEqualTo(new Event.Typed("One"));
        stage.slack.socketMode().refreshes();
        assertThat(stage.taken(stage.ana.says("Two")).event()).isEqualTo(new Event.Typed("Two"));
        stage.slack.socketMode().warns();
        assertThat(stage.taken(stage.ana.says("Three")).event()).isEqualTo(new Event.Typed("Three"));
    }

    @Test
    void aConnectionKeepsWhatItCarriedForTwentyMinutesAtMost() {
        connectForGood();
        assertThat(stage.taken(stage.ana.says("One")).event()).isEqualTo(new Event.Typed("One"));
        stage.clock.advance(Duration.ofMinutes(21));
        stage.bot.dropExpired();
        stage.slack.await(
                () -> stage.count(SlackCount.SOCKET_CONNECTED) == 2
                        && stage.slack.socketMode().connections() == 1,
                Stage.SOON,
                "the connection goes on");
        assertThat(stage.taken(stage.ana.says("Two")).event()).isEqualTo(new Event.Typed("Two"));
    }

    @Test
    void aConnectionThatCarriedNothingGoesOn() {
        connectForGood();
        stage.clock.advance(Duration.ofMinutes(21));
        stage.bot.dropExpired();
        assertThat(stage.taken(stage.ana.says("One")).event()).isEqualTo(new Event.Typed("One"));
        assertThat(stage.count(SlackCount.SOCKET_CONNECTED)).isEqualTo(1);
    }

    @Test
    void theLibraryCountsNothingNeitherNowNorAfterTheEnd() throws InterruptedException {
        connect();
        List<Thread> counting = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("slack-api-metrics"))
                .toList();
        for (Thread ending : counting) {
            ending.join(Stage.SOON.toMillis());
        }
        assertThat(counting).filteredOn(Thread::isAlive).isEmpty();
    }

    @Test
    void theEndOfABotLeavesNoThreadBehind() throws InterruptedException {
        connect();
        // After an arrival, all threads of the connection are running.
        assertThat(stage.taken(stage.ana.says("Hi")).event()).isEqualTo(new Event.Typed("Hi"));
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (SlackBot other = new SlackBot(Stage.settings(stage.slack, stage.acme, false), stage.host(null))) {
            other.socket(stage::intake).start();
            stage.slack.await(() -> stage.slack.socketMode().connections() > 1, Stage.SOON, "no connection");
            assertThat(stage.taken(stage.ana.says("Hello")).event()).isEqualTo(new Event.Typed("Hello"));
        }
        Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
        after.removeAll(before);
        // Connection threads are shared by the whole process, and the fake's serve later connections.
        after.removeIf(thread -> Stream.of("OkHttp", "Okio", "fake-slack").anyMatch(thread.getName()::startsWith));
        for (Thread ending : after) {
            ending.join(Stage.SOON.toMillis());
        }
        assertThat(after).filteredOn(Thread::isAlive).isEmpty();
    }
}

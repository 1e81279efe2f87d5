package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.alert.sending.RecipientFigures;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.crm.CrmWebhook;
import org.campaignbot.app.crm.Receiver;
import org.campaignbot.app.watch.ComponentHealth;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.campaignbot.app.watch.Health;
import org.campaignbot.app.watch.PlatformHealth;
import org.campaignbot.app.watch.StoreHealth;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.crm.CrmEvents;
import org.campaignbot.crm.CrmReports;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.AdditionalAnswers;

/** A server's side of the webhook, over a real database and real HTTP on this machine. */
class CrmDeliveryTest {

    /** Tuesday noon in the East: the four weeks before have been over since Monday. */
    private static final Instant BEGIN = Instant.parse("2026-11-24T17:00:00Z");

    private static final int WEEKS = 4;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final SettableClock clock = new SettableClock(BEGIN);
    private final Jobs jobs = new Jobs();
    private final StringWriter log = new StringWriter();
    private final WatchedJobs watchedJobs = new WatchedJobs(clock, () -> {});

    @SuppressWarnings("NullAway.Init") // set before each test
    private Receiver receiver;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private CrmDelivery delivery;

    @BeforeEach
    void begin() throws Exception {
        receiver = new Receiver(clock);
        database = Database.open(new DatabaseLocation.Embedded(folder), null, clock);
        delivery = delivery(watchedJobs, database.crmEvents());
    }

    @AfterEach
    void end() {
        jobs.end();
        receiver.close();
        database.close();
    }

    private CrmDelivery delivery(WatchedJobs watched, CrmEvents events) throws Exception {
        PrintWriter lines = new PrintWriter(log);
        return new CrmDelivery(
                new CrmReports(
                        database.tally(),
                        database.alerts(),
                        new RecipientFigures(database.recipients()),
                        () -> Map.of("call", new LinkedHashSet<>(List.of("spoke")))),
                events,
                new CrmWebhook(receiver.settings()),
                database::nameOf,
                "welcoming-communities",
                clock,
                jobs,
                watched,
                new Console(lines, lines, clock));
    }

    private ComponentHealth standing() {
        return watchedJobs.standings().get(0);
    }

    private void count(int people, LocalDate day) {
        for (int i = 0; i < people; i++) {
            database.tally()
                    .count(
                            "p" + i,
                            new Tally.Deed("call", "NY-S1"),
                            "spoke",
                            new Tally.Way("en", "paper"),
                            day.atTime(17, 0).toInstant(ZoneOffset.UTC));
        }
    }

    private void advance(Duration time, int rounds) {
        for (int i = 0; i < rounds; i++) {
            clock.advance(time);
            delivery.round();
        }
    }

    private BotHere bot(String... arguments) {
        Map<String, String> variables = new HashMap<>(receiver.variables());
        variables.put("BOT_DATA", folder.toString());
        variables.put("BOT_CLOCK", clock.instant().toString());
        return BotHere.run(variables, "", arguments);
    }

    @Test
    void eachWeekIsToldOnceWithRoundedFiguresAlone() {
        count(129, LocalDate.of(2026, 11, 17));
        delivery.round();
        advance(MINUTE, 3);
        advance(Duration.ofHours(2), 3);
        assertThat(receiver.refusals()).isEmpty();
        assertThat(receiver.bodies()).hasSize(WEEKS);
        // A report that had to be tried again comes after later ones.
        assertThat(receiver.bodies())
                .filteredOn(body -> body.contains("\"from\":\"2026-11-16\""))
                .singleElement()
                .asString()
                .startsWith("{\"id\":\"" + database.nameOf("report.week/2026-11-16")
                        + "\",\"event\":\"report.week\",\"made\":\"2026-11-24T17:00:00Z\",\"campaign\":\"welcoming-communities\","
                        + "\"data\":{\"from\":\"2026-11-16\",\"to\":\"2026-11-22\",\"over\":true")
                .contains("\"outcome\":\"spoke\",\"part\":\"\",\"count\":\"120\"", "\"by_state\":{\"NY\":\"120\"}")
                .doesNotContain("129");
        assertThat(standing()).isEqualTo(new ComponentHealth("crm", Status.OK, BEGIN, BEGIN, ""));
    }

    @Test
    void theNextWeekFollowsOnMonday() {
        delivery.round();
        advance(Duration.ofHours(1), 24 * 6);
        assertThat(receiver.bodies()).hasSize(WEEKS + 1);
        assertThat(receiver.bodies().get(WEEKS)).contains("\"from\":\"2026-11-23\"");
    }

    @Test
    void anAlertIsToldADayAfterItsEnd() {
        SentAlert alert = new SentAlert(database);
        alert.begin(List.of(), false, BEGIN, BEGIN.plus(Duration.ofDays(2)));
        alert.end(BEGIN);
        delivery.round();
        advance(Duration.ofHours(1), 23);
        assertThat(receiver.bodies()).hasSize(WEEKS);
        advance(Duration.ofHours(1), 2);
        assertThat(receiver.bodies()).hasSize(WEEKS + 1);
        assertThat(receiver.bodies().get(WEEKS))
                .contains("\"event\":\"report.alert\"", "\"alert\":\"" + SentAlert.ID + "\"", "\"sent\":\"few\"")
                .doesNotContain(SentAlert.WORDS, "sunflower", "tulip");
    }

    @Test
    void whatFailsIsSentAgainWithTheSameIdAndTheHealthIsLateAndNotDown() {
        receiver.next(Receiver.status(500));
        delivery.round();
        String failed = receiver.ids().get(0);
        assertThat(receiver.ids()).as("the others don't wait for it").hasSizeGreaterThan(1);
        assertThat(standing().status()).isEqualTo(Status.LATE);
        assertThat(standing().fix()).contains("it answered 500", "./bot crm test");
        WatchedJobs others = new WatchedJobs(clock, () -> {});
        Health health = new Health(
                new StoreHealth(() -> {}, clock),
                watchedJobs,
                others.add("Intake", null),
                others.add("Sender", null),
                List.of(new PlatformHealth("one", Set.of(), clock, line -> {}, line -> {})));
        assertThat(health.isUp()).isTrue();
        assertThat(health.details()).contains("\"name\":\"crm\",\"status\":\"late\"");
        // On a busy machine the JDK's server sometimes resets a connection before it has read anything; that one comes
        // again, too.
        advance(MINUTE, 5);
        assertThat(receiver.bodies()).hasSize(WEEKS + 1);
        assertThat(receiver.bodies())
                .filteredOn(body -> body.contains(failed))
                .hasSize(2)
                .containsOnly(receiver.bodies().get(0));
        assertThat(standing().status()).isEqualTo(Status.OK);
        assertThat(log.toString()).contains("The CRM didn't take an event: it answered 500", "This is over");
    }

    @Test
    void thePauseGrowsAndAfterThreeDaysItIsGivenUpAndShown() {
        for (int i = 0; i < 200; i++) {
            receiver.next(Receiver.status(503));
        }
        delivery.round();
        advance(MINUTE, 10);
        int early = receiver.bodies().size();
        assertThat(early).isBetween(2 * WEEKS, 6 * WEEKS);
        advance(MINUTE.multipliedBy(10), 72 * 6);
        assertThat(receiver.bodies().size()).isBetween(12 * WEEKS, 40 * WEEKS);
        assertThat(new HashSet<>(receiver.ids())).hasSize(WEEKS);
        assertThat(database.crmEvents().undelivered()).hasSize(WEEKS).allMatch(CrmEvents.Pending::isGivenUp);
        assertThat(standing().fix()).contains("was given up after three days: it answered 503");
        assertThat(bot("crm").out()).contains("report.week/2026-11-16   given up: it answered 503");
        receiver.heal();
        int tries = receiver.bodies().size();
        advance(Duration.ofHours(12), 20);
        assertThat(receiver.bodies().subList(tries, receiver.bodies().size()))
                .as("only what ended since")
                .allMatch(body -> body.contains("\"from\":\"2026-11-23\"") || body.contains("\"from\":\"2026-11-30\""));
        assertThat(standing().status()).isEqualTo(Status.OK);
    }

    /** It sent, and died before it could write that down. */
    @Test
    void aCrashBetweenSendingAndStoringSendsAgainWithTheSameId() throws Exception {
        CrmEvents dying = mock(CrmEvents.class, AdditionalAnswers.delegatesTo(database.crmEvents()));
        doThrow(new IllegalStateException("killed")).when(dying).delivered(any());
        delivery(new WatchedJobs(clock, () -> {}), dying).round();
        assertThat(receiver.bodies()).hasSize(1);
        delivery.round();
        assertThat(receiver.bodies()).as("the claim of the dead one").hasSize(WEEKS);
        clock.advance(CrmDelivery.LEASE);
        delivery.round();
        assertThat(receiver.bodies()).hasSize(WEEKS + 1);
        assertThat(receiver.bodies().get(WEEKS)).isEqualTo(receiver.bodies().get(0));
        assertThat(new HashSet<>(receiver.ids())).hasSize(WEEKS);
    }

    @Test
    void ofTwoServersOneSendsAnEvent() throws Exception {
        CrmDelivery other = delivery(new WatchedJobs(clock, () -> {}), database.crmEvents());
        Stream.of(delivery, other).parallel().forEach(CrmDelivery::round);
        assertThat(receiver.bodies()).hasSize(WEEKS);
        assertThat(new HashSet<>(receiver.ids())).hasSize(WEEKS);
    }

    @Test
    void aServerWithACrmShowsItBesideItsOtherJobs() throws Exception {
        int port = FreePort.find();
        String token = "a-token-of-operators";
        Map<String, String> variables = new HashMap<>(receiver.variables());
        variables.put("BOT_DATA", folder.resolve("server").toString());
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("OPS_ADDRESS", "off");
        variables.put("OPS_TOKEN", token);
        try (ServerHere server = ServerHere.start(variables)) {
            HttpRequest status = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/status"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(status, BodyHandlers.ofString())
                            .body())
                    .contains("\"name\":\"crm\",\"status\":\"ok\"");
            assertThat(server.err()).isEmpty();
        }
    }

    @Test
    void aPingTellsWhatTheCrmAnswers() {
        BotHere taken = bot("crm", "test");
        assertThat(taken.out()).startsWith("127.0.0.1 took the ping ").contains("it answered 204");
        assertThat(taken.exit()).isZero();
        assertThat(receiver.bodies()).singleElement().asString().contains("\"event\":\"ping\"", "\"data\":{}");
        receiver.next(Receiver.redirect("/there"));
        BotHere refused = bot("crm", "test");
        assertThat(refused.err())
                .isEqualToIgnoringNewLines(
                        "127.0.0.1 didn't take the ping: it answered 307, and a redirect isn't followed.");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(bot("crm").out()).isEqualToIgnoringNewLines("No report waits for a CRM.");
    }

    @Test
    void withoutAnAddressThePingSaysWhatIsMissing() {
        BotHere bot = BotHere.run(Map.of("BOT_DATA", folder.toString()), "", "crm", "test");
        assertThat(bot.exit()).isEqualTo(2);
        assertThat(bot.err()).contains("CRM_URL is not set");
    }
}

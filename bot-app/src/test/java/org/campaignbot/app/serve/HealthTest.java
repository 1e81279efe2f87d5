package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.SettableClock;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.web.console.HealthPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The health page is true: it says up while updates are taken and answered, and only then. */
class HealthTest {

    private static final int ALWAYS = 1_000_000;
    private static final List<String> PAGES = List.of("/status", "/metrics");
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
    private static final String TOKEN = "a-token-of-the-operators";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T15:00:00Z"));
    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Scene scene;

    private int port;

    @BeforeEach
    void begin() throws IOException {
        scene = new Scene(folder);
        port = scene.byWebhook();
    }

    @AfterEach
    void end() {
        scene.close();
    }

    private interface Scenario {
        void with(ServerHere server) throws Exception;
    }

    private void serving(Scenario scenario) throws Exception {
        long before = introductions();
        try (ServerHere server = ServerHere.start(scene.variables(), clock)) {
            awaitThat(() -> introductions() > before && !isIntroducing(), "Telegram was not given the bot's commands");
            scenario.with(server);
        }
    }

    /** How often the last call of an introduction was made. */
    private long introductions() {
        return scene.api().log().count("getChatMenuButton");
    }

    /** Whether a startup call is still under way: one that is answered after the clock moved would seem later than it was. */
    private static boolean isIntroducing() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getClassName().equals(IntroductionTask.class.getName()));
    }

    private HttpResponse<String> get(int at, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ending);
        }
    }

    private String status() {
        return get(port, "/status", "Authorization", "Bearer " + TOKEN).body();
    }

    private void awaitHealth(int status) {
        awaitThat(() -> get(port, "/health").statusCode() == status, "/health does not tell " + status);
    }

    private static void awaitThat(BooleanSupplier condition, String otherwise) {
        long end = System.nanoTime() + Scene.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Makes every write fail and every read succeed, like a full disk. */
    private void disk(boolean full) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bot.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 30000");
            for (String table : List.of("seen_update", "conversation", "outbox", "installation")) {
                statement.execute(
                        full
                                ? "create trigger full_" + table + " before insert on " + table
                                        + " begin select raise(abort, 'full'); end"
                                : "drop trigger full_" + table);
            }
        }
    }

    @Test
    void itIsDownWhileNothingThatArrivesCanBeStored() throws Exception {
        serving(server -> {
            awaitHealth(200);
            disk(true);
            scene.api().talk(Person.of(7)).command("help");
            awaitHealth(503);
            assertThat(get(port, "/health").body()).isEqualTo("{\"status\":\"down\"}\n");
            disk(false);
            awaitHealth(200);
            scene.awaitShown(scene.api().talk(Person.of(7)), "These always work");
        });
    }

    @Test
    void itIsDownWhenTheOnlyPlatformIsAwayForAMinute() throws Exception {
        serving(server -> {
            scene.api().faults().next(ALWAYS).closeUnprocessed();
            clock.advance(Duration.ofSeconds(59));
            assertThat(get(port, "/health").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(1));
            awaitHealth(503);
            scene.api().faults().clear();
            clock.advance(Duration.ofSeconds(30));
            awaitHealth(200);
        });
    }

    @Test
    void itIsDownWhenTheOnlyPlatformRefusesTheTokenAndOperatorsReadWhatToDo() throws Exception {
        scene.set("OPS_TOKEN", TOKEN);
        serving(server -> {
            scene.api().faults().next(ALWAYS).answer(401, "Unauthorized");
            clock.advance(Duration.ofSeconds(61));
            awaitHealth(503);
            assertThat(status())
                    .contains(
                            "\"name\":\"telegram\",\"status\":\"failed\",\"since\":\"2026-11-24T15:01:01Z\"",
                            "\"do\":\"Telegram refuses the token. Compare TELEGRAM_TOKEN");
        });
    }

    @Test
    void whereNobodyWritesForHoursThePlatformIsAskedAndThatIsNoTrouble() throws Exception {
        scene.set("OPS_TOKEN", TOKEN);
        serving(server -> {
            clock.advance(Duration.ofHours(5));
            awaitThat(
                    () -> get(port, "/status", "Authorization", "Bearer " + TOKEN)
                            .body()
                            .contains("\"name\":\"telegram\",\"status\":\"ok\",\"since\":\"2026-11-24T20:00:00Z\""),
                    "nobody asked Telegram");
            // The sender's next round comes within a second.
            awaitHealth(200);
        });
    }

    @Test
    void onItsPortOnlyTheTokenShowsMoreAlsoToThisMachine() throws Exception {
        serving(server -> {
            for (String page : PAGES) {
                assertThat(get(port, page).statusCode()).isEqualTo(404);
                assertThat(get(port, page, "X-Forwarded-For", "203.0.113.9").statusCode())
                        .isEqualTo(404);
            }
        });
        scene.set("OPS_TOKEN", TOKEN);
        serving(server -> {
            for (String page : PAGES) {
                assertThat(get(port, page).statusCode()).isEqualTo(401);
                assertThat(get(port, page, "X-Forwarded-For", "127.0.0.1").statusCode())
                        .isEqualTo(401);
                assertThat(get(port, page, "Authorization", "Bearer " + TOKEN + "x")
                                .statusCode())
                        .isEqualTo(401);
                assertThat(get(port, page, "Authorization", TOKEN).statusCode()).isEqualTo(401);
                HttpResponse<String> shown = get(port, page, "Authorization", "Bearer " + TOKEN);
                assertThat(shown.statusCode()).isEqualTo(200);
                assertThat(shown.body()).contains("telegram", "reminders", "sender", "intake");
            }
            assertThat(server.err()).doesNotContain(TOKEN);
        });
    }

    @Test
    void theConsoleHasAPlainNameForEachPartInBothLanguages() throws Exception {
        scene.set("OPS_TOKEN", TOKEN);
        serving(server -> {
            List<String> names =
                    NAME.matcher(status()).results().map(each -> each.group(1)).toList();
            assertThat(names).contains("telegram", "the-look-at-the-database", "call-parties");
            for (String language : List.of("en", "es")) {
                Properties words = new Properties();
                try (InputStream file =
                        HealthPage.class.getResourceAsStream("/org/campaignbot/web/data_" + language + ".properties")) {
                    words.load(file);
                }
                assertThat(names).allSatisfy(each -> assertThat(words).containsKey("console.health.job." + each));
            }
        });
    }

    @Test
    void theSecondPortShowsThisMachineEverythingAndAProxyNothing() throws Exception {
        int second = FreePort.find();
        scene.set("OPS_ADDRESS", "127.0.0.1:" + second);
        serving(server -> {
            assertThat(get(second, "/health").body()).isEqualTo("{\"status\":\"up\"}\n");
            assertThat(get(second, "/status").body())
                    .contains("\"name\":\"store\",\"status\":\"ok\"", "\"name\":\"telegram\",\"status\":\"ok\"");
            assertThat(get(second, "/elsewhere").statusCode()).isEqualTo(404);
            assertThat(get(second, "/status", "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(401);
            assertThat(get(second, "/status", "Forwarded", "for=203.0.113.9").statusCode())
                    .isEqualTo(401);
        });
    }
}

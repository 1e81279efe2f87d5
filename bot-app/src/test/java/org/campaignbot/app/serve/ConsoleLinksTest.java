package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first link into the console, and what is printed where others could read it. */
class ConsoleLinksTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private ServerSettings settings(String... variables) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(Map.of("BOT_DATA", folder.toString()));
        for (int i = 0; i < variables.length; i += 2) {
            all.put(variables[i], variables[i + 1]);
        }
        return ServerHere.settings(all, () -> NOON);
    }

    @Test
    void aTerminalAloneGetsTheFirstLinkAndItMakesTheFirstAdmin() throws Exception {
        try (Database database = Database.open(DatabaseLocation.of(null, folder), null, InstantSource.system())) {
            ConsoleLinks links = new ConsoleLinks(database, settings());
            assertThat(links.lines(false))
                    .singleElement()
                    .asString()
                    .contains("./bot claim")
                    .doesNotContain("enter");
            String line = links.lines(true).get(0);
            assertThat(line).contains("http://127.0.0.1:8080/console/enter/");
            assertThat(database.organizers().all()).isEmpty();
            OneTimeCode code = OneTimeCode.random(new Random(1));
            database.organizers().invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, NOON);
            database.organizers()
                    .redeem(
                            code,
                            new org.campaignbot.conversation.ConversationKey(
                                    new Address("telegram", "1", "11", null), new Person("telegram", "11")),
                            "1",
                            NOON);
            assertThat(links.lines(true))
                    .singleElement()
                    .asString()
                    .contains("type \"console\"")
                    .doesNotContain("enter");
        }
        try (Database database = Database.open(DatabaseLocation.of(null, folder), null, InstantSource.system())) {
            assertThat(new ConsoleLinks(database, settings("WEB_CONSOLE", "off")).lines(true))
                    .isEmpty();
        }
    }

    @Test
    void telegramOpensTheConsoleInsideWhereItsAddressIsHttps() throws Exception {
        Address telegram = new Address("telegram", "1", "11", null);
        try (Database database = Database.open(DatabaseLocation.of(null, folder), null, InstantSource.system())) {
            ConsoleLinks links = new ConsoleLinks(
                    database, settings("WEB_CONSOLE", "on", "WEB_CONSOLE_URL", "https://bot.example.org"));
            assertThat(links.inside(telegram)).contains(URI.create("https://bot.example.org/console/telegram"));
            assertThat(links.inside(new Address("slack", "1", "D1", null))).isEmpty();
            assertThat(new ConsoleLinks(database, settings()).inside(telegram)).isEmpty();
            assertThat(new ConsoleLinks(database, settings("WEB_CONSOLE", "off")).inside(telegram))
                    .isEmpty();
        }
    }

    @Test
    void theFirstAdminIsMadeByThePressAndGetsALinkAtTheNextStart() throws Exception {
        int port = FreePort.find();
        try (ServerHere server = ServerHere.start(
                Map.of(
                        "BOT_DATA",
                        folder.toString(),
                        "SERVER_PORT",
                        Integer.toString(port),
                        "WEB",
                        "off",
                        "WEB_CONSOLE",
                        "on",
                        "OPS_ADDRESS",
                        "off"),
                () -> NOON)) {
            assertThat(server.out()).contains("./bot claim").doesNotContain("/enter/");
            HttpClient browser =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            HttpResponse<String> page = browser.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/console"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(303);
            assertThat(browser.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .headers()
                            .firstValue("Location"))
                    .as("all that is served")
                    .contains("/console");
            assertThat(browser.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/lawmakers"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .as("the public pages are off")
                    .isEqualTo(404);
        }
        try (Database database = Database.open(DatabaseLocation.of(null, folder), null, InstantSource.system())) {
            ConsoleLinks links = new ConsoleLinks(database, settings());
            String path = links.lines(true).get(0).replaceFirst(".*/console/enter/", "");
            assertThat(links.links().spend(path)).isPresent();
            List<Organizer> all = database.organizers().all();
            assertThat(all).singleElement().satisfies(each -> {
                assertThat(each.role()).isEqualTo(Role.ADMIN);
                assertThat(each.name()).isEqualTo("Admin");
            });
            assertThat(links.lines(true).get(0)).contains("/enter/");
        }
    }
}

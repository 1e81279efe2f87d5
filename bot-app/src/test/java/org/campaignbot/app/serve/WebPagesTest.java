package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The public pages and the chat, over real connections to a server without any token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebPagesTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private ServerHere server;

    private int port;

    @BeforeAll
    void begin() throws Exception {
        port = FreePort.find();
        server = ServerHere.start(variables(folder, port, Map.of()));
    }

    @AfterAll
    void end() {
        server.close();
    }

    private static Map<String, String> variables(Path data, int port, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(
                Map.of("BOT_DATA", data.toString(), "SERVER_PORT", Integer.toString(port), "OPS_ADDRESS", "off"));
        variables.putAll(more);
        return variables;
    }

    /** A browser with its own cookies. */
    private final class Browser {

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final Map<String, String> headers = new HashMap<>();

        private HttpResponse<String> get(String path) throws Exception {
            return send(request(path).GET());
        }

        private HttpResponse<String> post(String path, String body) throws Exception {
            return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            headers.forEach(request::header);
            return request;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        /** Sends a field of the chat's form, and returns the chat as it is then. */
        private String says(String field, String value) throws Exception {
            String form = form(get("/chat").body());
            HttpResponse<String> sent = post("/chat", "form=" + form + "&" + field + "=" + encoded(value));
            assertThat(sent.statusCode()).isEqualTo(303);
            return get("/chat").body();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String form(String page) {
        Matcher form = FORM.matcher(page);
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    /** The value of the button with a label. */
    private static String button(String page, String label) {
        Matcher button = Pattern.compile("name=\"press\" value=\"([^\"]+)\">" + Pattern.quote(label) + "<")
                .matcher(page);
        assertThat(button.find()).as(label).isTrue();
        return button.group(1);
    }

    @Test
    void everyLinkLeadsToAPageThatLoadsNothingFromElsewhere() throws Exception {
        Browser browser = new Browser();
        Deque<String> open =
                new ArrayDeque<>(List.of("/", "/?lang=es", "/lawmakers/IL-13", "/lawmakers/DC-0", "/left"));
        Set<String> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            String path = open.remove();
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertPageIsSafe(path, page);
            Matcher links = LINK.matcher(page.body());
            while (links.find()) {
                String link = links.group(1);
                String own = link.startsWith("/") ? link.replaceFirst("#.*", "") : "";
                boolean isPost = own.startsWith("/chat/");
                if (!own.isEmpty() && !isPost && seen.add(own)) {
                    open.add(own);
                }
            }
        }
        assertThat(seen)
                .contains(
                        "/topics/right-to-asylum",
                        "/topics/bill-status?lang=es",
                        "/privacy",
                        "/urgent?lang=es",
                        "/embed?lang=es",
                        "/embed/code",
                        "/chat")
                .hasSizeGreaterThan(50);
    }

    private static void assertPageIsSafe(String path, HttpResponse<String> page) {
        boolean isAsset = path.startsWith("/assets/");
        boolean isFramed = path.startsWith("/embed") && !path.startsWith("/embed/code");
        assertThat(page.headers().map())
                .as(path)
                .containsEntry(
                        "content-security-policy",
                        List.of("default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self';"
                                + " img-src 'self'; frame-ancestors " + (isFramed ? "*" : "'none'")
                                + "; base-uri 'none'"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("cross-origin-resource-policy", List.of(isFramed ? "cross-origin" : "same-origin"))
                .containsEntry("cache-control", List.of(isAsset ? "public, max-age=31536000, immutable" : "no-store"))
                .doesNotContainKeys("strict-transport-security", "server", "set-cookie");
        if (!isAsset) {
            // The code for another site is text there.
            assertThat(page.body().replaceFirst("(?s)<textarea.*</textarea>", ""))
                    .as(path)
                    .doesNotContain("<script>", " style=", " onclick", "javascript:", "src=\"http")
                    .doesNotContainPattern("<link[^>]*href=\"http");
            assertThat(page.body().length()).as(path).isLessThan(20 * 1024);
        }
    }

    @Test
    void theFirstPageWithAllItLoadsIsSmall() throws Exception {
        Browser browser = new Browser();
        String home = browser.get("/").body();
        int bytes = home.getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isLessThanOrEqualTo(20 * 1024);
        Set<String> loaded = new LinkedHashSet<>();
        Matcher links = LINK.matcher(home);
        while (links.find()) {
            if (links.group(1).startsWith("/assets/") && loaded.add(links.group(1))) {
                bytes += browser.get(links.group(1)).body().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        assertThat(loaded).hasSize(3);
        assertThat(bytes).isLessThanOrEqualTo(60 * 1024);
    }

    @Test
    void urgentHelpComesFirstOnEveryPage() throws Exception {
        Browser browser = new Browser();
        browser.post("/chat/start", "");
        for (String path : List.of("/", "/lawmakers", "/topics", "/privacy", "/urgent", "/chat", "/nowhere")) {
            String body = browser.get(path).body();
            String inside = body.substring(body.indexOf("<body"));
            assertThat(inside.substring(inside.indexOf("<a "))).as(path).startsWith("<a class=\"urgent-link\"");
            String before = inside.substring(0, inside.indexOf("<a "));
            assertThat(before).as(path).doesNotContain("<button", "<input", "tabindex");
        }
    }

    @Test
    void theFirstPageSpeaksTheReadersLanguage() throws Exception {
        Browser browser = new Browser();
        assertThat(browser.get("/").body()).contains("<html lang=\"en\">", "<h1>Call your senators</h1>");
        assertThat(browser.get("/?lang=es").body()).contains("<html lang=\"es\">", "href=\"/topics?lang=es\"");
        browser.headers.put("Accept-Language", "es-MX,es;q=0.9");
        assertThat(browser.get("/").body())
                .contains("<html lang=\"es\">", "<h1>Llamar a sus senadores</h1>", "href=\"/topics\"");
    }

    @Test
    void aPlaceGivesLawmakersAndIsInNoAddressLogOrFile() throws Exception {
        Browser browser = new Browser();
        HttpResponse<String> found = browser.post("/lawmakers", "place=05842");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("Vermont", "Bernie Sanders", "href=\"tel:+1-202-224-5141\"", "What to say");
        browser.post("/lawmakers", "place=98765");
        browser.post("/chat/start", "");
        assertThat(browser.says("typed", "82433")).contains("(WY)");
        HttpResponse<String> api = api(browser, "{\"place\":\"59007\"}");
        assertThat(api.statusCode()).isEqualTo(200);
        for (String zip : List.of("05842", "98765", "82433", "59007")) {
            assertThat(LINK.matcher(found.body()).results().map(link -> link.group(1)))
                    .noneMatch(link -> link.contains(zip));
            for (HttpResponse<String> each : List.of(found, api)) {
                assertThat(each.headers().map().toString()).doesNotContain(zip);
            }
            assertThat(server.out() + server.err()).doesNotContain(zip);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(zip);
                }
            }
        }
    }

    private static HttpResponse<String> api(Browser browser, String json) throws Exception {
        return browser.send(browser.request("/api/lawmakers")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    @Test
    void aZipCodeInTwoDistrictsHasItsSenatorsAtOnce() throws Exception {
        String page = new Browser().post("/lawmakers", "place=10001").body();
        assertThat(page)
                .containsSubsequence(
                        "Kirsten Gillibrand",
                        "What to say",
                        "Chuck Schumer",
                        "Your House representative",
                        "href=\"/lawmakers/NY-12\"");
    }

    @Test
    void senatorsComeBeforeTheHouseWhichTheScriptIsNotFor() throws Exception {
        String page = new Browser().post("/lawmakers", "place=05842").body();
        assertThat(page)
                .containsSubsequence(
                        "Bernie Sanders", "Peter Welch", "Becca Balint", "This campaign's script is for senators.");
    }

    @Test
    void whoeverHasNoSenatorsHasTheDelegatesScript() throws Exception {
        String page = new Browser().post("/lawmakers", "place=puerto+rico").body();
        assertThat(page).contains("Puerto Rico has no senators", "Please speak up against any budget");
    }

    @Test
    void whatAChatSaysToTypeIsALinkOnAPage() throws Exception {
        assertThat(new Browser().get("/topics/the-bill?lang=es").body())
                .contains("/topics/bill-status?lang=es")
                .doesNotContain("Escriba <");
    }

    @Test
    void theQuestionThatWaitsKeepsItsButtonsAfterAReceipt() throws Exception {
        Browser browser = new Browser();
        browser.post("/chat/start", "");
        browser.says("typed", "vermont");
        browser.says("typed", "i talked to someone");
        assertThat(browser.says("typed", "she said he's with us")).contains("Left a voicemail");
    }

    @Test
    void theHomePageGoesOnWithAChat() throws Exception {
        Browser browser = new Browser();
        browser.post("/chat/start", "");
        browser.says("typed", "vermont");
        assertThat(browser.get("/").body()).contains("Continue your chat");
        assertThat(browser.post("/chat/start", "").headers().firstValue("Location"))
                .contains("/chat#new");
        assertThat(browser.get("/chat").body()).contains("vermont");
    }

    @Test
    void anUnclearPlaceIsAQuestionAndAnUnknownOneKeepsWhatWasTyped() throws Exception {
        Browser browser = new Browser();
        assertThat(browser.post("/lawmakers", "place=springfield").body())
                .contains("Which Springfield do you live in?", "href=\"/lawmakers/IL\"", "href=\"/lawmakers/MO-7\"");
        HttpResponse<String> unknown = browser.post("/lawmakers", "place=" + encoded("\"><script>x</script>"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body())
                .contains("I couldn't find that one", "&lt;script>x&lt;/script>")
                .doesNotContain("<script>x");
        assertThat(browser.post("/lawmakers", "place=").body()).contains("Type where you live");
        assertThat(browser.get("/lawmakers/NY").body()).contains("Your representative depends on your district");
        assertThat(browser.get("/lawmakers/XX-99").statusCode()).isEqualTo(404);
        assertThat(browser.get("/script/NY").body()).contains("Gillibrand", "Schumer", "___");
    }

    @Test
    void aTownInManyStatesListsThemByName() throws Exception {
        assertThat(new Browser().post("/lawmakers", "place=springfield").body())
                .contains("<ul class=\"choices compact\">")
                .containsSubsequence(">Arkansas<", ">Illinois<", ">Missouri<", ">New Hampshire<", ">Wisconsin<")
                .doesNotContain("Springfield, ");
    }

    @Test
    void theFirstPageSaysBrieflyWhyAndTheRestIsOneTapAway() throws Exception {
        String home = new Browser().get("/").body();
        String lead = home.substring(home.indexOf("Why call now?"), home.indexOf("<details>"));
        assertThat(lead).contains("In January 2026, Amnesty USA asked").hasSizeLessThan(250);
        assertThat(home.substring(home.indexOf("<details>")))
                .containsSubsequence("Last checked on", "Sources:", "href=\"/topics/bill-status\"", "</details>");
    }

    @Test
    void aDeedWithALinkOfItsOwnHasItOnThePage() throws Exception {
        String home = new Browser().get("/").body();
        assertThat(home)
                .containsSubsequence(
                        "value=\"lobby\"",
                        "https://www.amnestyusa.org/blog/why-i-lobbied",
                        "value=\"briefing\"",
                        "https://issuu.com/amnestynorway/",
                        "value=\"join\"",
                        "look for \"Join us today\"");
    }

    @Test
    void aDeedThatIsOnlyReadingIsAPage() throws Exception {
        Browser browser = new Browser();
        assertThat(browser.get("/").body())
                .contains("href=\"/topics/learn-bill\"")
                .doesNotContain("value=\"learn-bill\"");
        assertThat(browser.get("/topics/learn-bill").body()).contains("How it passed:");
        assertThat(browser.get("/topics/call").statusCode()).isEqualTo(404);
    }

    @Test
    void privacyIsSummedUpBeforeItsDetails() throws Exception {
        String page = new Browser().get("/privacy").body();
        assertThat(page)
                .containsSubsequence(
                        "In short",
                        "Where you live:",
                        "Messages:",
                        "href=\"#here\"",
                        "href=\"#elsewhere\"",
                        "Totals and alerts</a>",
                        "id=\"here\"",
                        "id=\"elsewhere\"",
                        "no tracking links",
                        "Totals and alerts</h3>");
        String summary = page.substring(page.indexOf("In short"), page.indexOf("<nav class=\"contents\""));
        assertThat(summary.split("<li>")).hasSize(5);
        Matcher contents = Pattern.compile("href=\"#([a-z0-9-]+)\"").matcher(page);
        assertThat(contents.results().map(link -> link.group(1)))
                .hasSize(6)
                .allMatch(id -> page.contains("id=\"" + id + "\""));
    }

    @Test
    void programsGetTheSameInJson() throws Exception {
        Browser browser = new Browser();
        assertThat(api(browser, "{\"place\":\"Burlington, VT\"}").body())
                .startsWith("{\"result\":\"district\",\"asOf\":\"20")
                .contains("\"districts\":[\"VT-0\"]", "\"seat\":\"VT-S1\"", "\"name\":\"Bernie Sanders\"");
        assertThat(api(browser, "{\"place\":\"APO AE 09012\"}").body()).contains("\"result\":\"military\"");
        assertThat(api(browser, "{\"place\":\"springfield\"}").body())
                .contains("\"result\":\"choice\"", "\"name\":\"Springfield\"");
        for (String broken : List.of("", "{", "[]", "{\"place\":7}", "{\"place\":\"" + "x".repeat(101) + "\"}")) {
            assertThat(api(browser, broken).statusCode()).as(broken).isEqualTo(400);
        }
        assertThat(browser.post("/api/lawmakers", "place=10001").statusCode()).isEqualTo(415);
        assertThat(browser.get("/api/lawmakers").statusCode()).isEqualTo(405);
    }

    @Test
    void aChatGoesFromHelloToAnOutcomeAndLeavesNothingBehind() throws Exception {
        Browser browser = new Browser();
        assertThat(browser.get("/chat").body()).contains("Start the chat");
        HttpResponse<String> started = browser.post("/chat/start", "");
        assertThat(started.headers().firstValue("set-cookie").orElseThrow())
                .matches("chat=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        String card = browser.says("typed", "10001");
        assertThat(card).contains("Kirsten Gillibrand", "href=\"tel:+1-202-224-4451\"");
        String next = browser.says("press", button(card, "Left a voicemail"));
        assertThat(next).contains("Left a voicemail", "✓ Voicemail for Sen. Gillibrand", "Chuck Schumer");
        String form = form(next);
        HttpResponse<String> left = browser.post("/chat/leave", "form=" + form);
        assertThat(left.headers().firstValue("location")).contains("/left");
        assertThat(browser.get("/left").body()).doesNotContain("Welcoming", "senator");
        assertThat(browser.get("/chat").body()).contains("Start the chat").doesNotContain("Gillibrand");
        assertThat(server.err()).isEmpty();
    }

    @Test
    void whatNeedsALastingChatSaysThatItIsNotPossibleHere() throws Exception {
        Browser browser = new Browser();
        browser.post("/chat/start", "");
        assertThat(browser.says("typed", "alerts")).contains("I can't do that in this chat");
        assertThat(browser.says("typed", "remind me tomorrow at 9"))
                .contains("I can't do that in this chat")
                .doesNotContain("I'll remind you");
        browser.says("typed", "10001");
        browser.says("typed", "call");
        String tried = browser.says("typed", "Couldn't connect");
        assertThat(browser.says("press", button(tried, "Wrong number")))
                .contains("I can't pass it on from this web chat")
                .doesNotContain("I've flagged that number");
    }

    @Test
    void aCryForHelpBeatsEverything() throws Exception {
        Browser browser = new Browser();
        browser.post("/chat/start", "");
        assertThat(browser.says("typed", "ice is at my door"))
                .contains("Urgent help", "<a class=\"tel\" href=\"tel:911\">911</a>");
    }

    @Test
    void whatIsTypedStaysText() throws Exception {
        Browser browser = new Browser();
        browser.post("/chat/start", "");
        String odd = "<script>alert(1)</script> {bill.summary} **x** \u202Eevil [a](javascript:x) & \"'";
        assertThat(browser.says("typed", odd))
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; {bill.summary} **x** \u202Eevil [a](javascript:x) &amp;")
                .doesNotContain("<script>alert");
        for (String press : List.of("a/b/c", "//", "menu/choose/<b>", "x", "call/card/spoke.ZZ-S9", "/".repeat(400))) {
            assertThat(browser.says("press", press))
                    .as(press)
                    .contains("<ol class=\"log\"")
                    .doesNotContain("<b>");
        }
        assertThat(server.err()).isEmpty();
    }

    @Test
    void anotherSiteCanNeitherBeginNorSteerNorEndAChat() throws Exception {
        Browser browser = new Browser();
        browser.post("/chat/start", "");
        String before = browser.get("/chat").body();
        browser.headers.put("Sec-Fetch-Site", "cross-site");
        assertThat(browser.post("/chat/start", "").statusCode()).isEqualTo(403);
        browser.headers.clear();
        browser.post("/chat", "form=guessed&typed=menu");
        browser.post("/chat/leave", "form=guessed");
        assertThat(browser.get("/chat").statusCode()).isEqualTo(200);
        assertThat(form(before)).isNotEmpty();
    }

    @Test
    void whoSendsTooMuchIsToldSo() throws Exception {
        Browser browser = new Browser();
        assertThat(browser.post("/lawmakers", "place=" + "x".repeat(20_000)).statusCode())
                .isEqualTo(413);
        for (String path : List.of("/nowhere", "/lawmakers/", "/wp-login.php", "/chat/start/x")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
        }
        HttpResponse<String> wrong = browser.post("/topics", "");
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("allow")).contains("GET");
        assertThat(browser.get("/chat/leave").statusCode()).isEqualTo(405);
        assertThat(browser.get("/health").body()).contains("up");
    }

    @Test
    void behindAProxyWithHttpsTheCookieIsForHttpsAlone() throws Exception {
        Browser browser = new Browser();
        browser.headers.put("X-Forwarded-Proto", "https");
        browser.headers.put("X-Forwarded-For", "198.51.100.7");
        HttpResponse<String> started = browser.post("/chat/start", "");
        assertThat(started.headers().firstValue("set-cookie").orElseThrow())
                .startsWith("__Host-chat=")
                .endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure");
        assertThat(started.headers().firstValue("strict-transport-security")).contains("max-age=31536000");
    }

    @Test
    void aClientThatLooksUpTooOftenHasToWait() throws Exception {
        Browser browser = new Browser();
        browser.headers.put("X-Forwarded-For", "198.51.100.9");
        int status = 0;
        for (int i = 0; i < 61; i++) {
            status = api(browser, "{\"place\":\"VT\"}").statusCode();
        }
        assertThat(status).isEqualTo(429);
        browser.headers.put("X-Forwarded-For", "198.51.100.10");
        assertThat(api(browser, "{\"place\":\"VT\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void besideTelegramTheFirstPageLeadsThere(@TempDir Path other) throws Exception {
        int own = port;
        port = FreePort.find();
        try (Scene scene = new Scene(other)) {
            scene.set("WEB", "on");
            scene.set("SERVER_PORT", Integer.toString(port));
            try (ServerHere both = ServerHere.start(scene.variables())) {
                assertThat(new Browser().get("/").body())
                        .contains("href=\"https://t.me/campaign_test_bot\"", "<svg class=\"qr\"")
                        .doesNotContain("Add to Slack");
                assertThat(both.out()).contains("@campaign_test_bot is ready").doesNotContain("No token is set");
            }
        } finally {
            port = own;
        }
    }

    @Test
    void whatIsReportedCountsApartAndSupportersAreToldOnlyIfOrganizersChooseSo(@TempDir Path other) throws Exception {
        int own = port;
        port = FreePort.find();
        Map<String, String> variables = variables(other, port, Map.of("BOT_CLOCK", ServerProcess.BEGIN));
        try (Database database =
                Database.open(new DatabaseLocation.Embedded(other), null, Clocks.of(null, ServerProcess.BEGIN))) {
            for (int i = 0; i < 63; i++) {
                database.tally()
                        .count(
                                "person" + i,
                                new Tally.Deed("call", "NY-S1"),
                                "spoke",
                                new Tally.Way("en", "telegram"),
                                Clocks.of(null, ServerProcess.BEGIN).instant());
            }
        }
        try (ServerHere counting = ServerHere.start(variables)) {
            for (int i = 0; i < 12; i++) {
                Browser browser = new Browser();
                browser.headers.put("X-Forwarded-For", "198.51.100." + i % 3);
                browser.post("/chat/start", "");
                browser.says("press", button(browser.says("typed", "10001"), "Left a voicemail"));
            }
            assertThat(new Browser().get("/").body()).doesNotContain("calls this month");
            assertThat(BotHere.run(variables, "", "report", "--by", "surface").out())
                    .containsPattern("telegram +60\n")
                    .containsPattern("web:call +10\n  message +10\n    web +10\n");
            assertThat(BotHere.run(variables, "", "settings", "set", "public-total", "with-web")
                            .exit())
                    .isZero();
            assertThat(new Browser().get("/").body()).contains("70 calls this month, as people told this bot.");
            assertThat(new Browser().get("/?lang=es").body()).contains("70 llamadas este mes");
            assertThat(counting.err()).isEmpty();
        } finally {
            port = own;
        }
    }

    @Test
    void theEmbedIsForAnySiteAndNothingElseIs() throws Exception {
        Browser browser = new Browser();
        HttpResponse<String> ask = browser.get("/embed");
        assertThat(ask.body())
                .contains("<h1>Call your senators</h1>", "action=\"/embed\"")
                .doesNotContain("<script");
        HttpResponse<String> found = browser.post("/embed", "place=05842");
        assertThat(found.body())
                .contains("Bernie Sanders", "href=\"tel:+1-202-224-5141\"", "What to say", "target=\"_blank\"");
        HttpResponse<String> choice = browser.post("/embed", "place=springfield");
        assertThat(choice.body()).contains("href=\"/embed/IL\"");
        HttpResponse<String> unknown = browser.post("/embed", "place=" + encoded("nowhere <b>"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("I couldn't find that one", "value=\"nowhere &lt;b>\"");
        HttpResponse<String> missing = browser.get("/embed/XX-99");
        assertThat(missing.statusCode()).isEqualTo(404);
        for (HttpResponse<String> framed : List.of(ask, found, choice, unknown, missing, browser.get("/embed/VT-0"))) {
            assertThat(framed.headers().map())
                    .doesNotContainKeys("x-frame-options", "set-cookie")
                    .containsEntry("cache-control", List.of("no-store"));
            assertThat(framed.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("frame-ancestors *", "form-action 'self'");
        }
        for (String path : List.of("/", "/embed/code", "/lawmakers", "/chat", "/embed/x/y", "/assets/x")) {
            assertThat(browser.get(path).headers().map())
                    .as(path)
                    .containsEntry("x-frame-options", List.of("DENY"))
                    .hasEntrySatisfying(
                            "content-security-policy",
                            policy -> assertThat(policy.get(0)).contains("frame-ancestors 'none'"));
        }
        browser.headers.put("Sec-Fetch-Site", "cross-site");
        assertThat(browser.get("/embed").statusCode()).isEqualTo(200);
        assertThat(browser.post("/embed", "place=05842").statusCode()).isEqualTo(403);
    }

    @Test
    void organizersFindTheCodeForTheirSite() throws Exception {
        Browser browser = new Browser();
        assertThat(browser.get("/").body()).contains("href=\"/embed/code\"");
        String site = "http://127.0.0.1:" + port;
        assertThat(browser.get("/embed/code").body())
                .contains(
                        "&lt;iframe src=\"" + site + "/embed\" title=\"Call your senators\"",
                        "&lt;a href=\"" + site + "/\"");
        assertThat(browser.get("/embed/code?lang=es").body())
                .contains(site + "/embed?lang=es", "Ponga esto en su sitio");
    }

    @Test
    void eachPartCanBeSwitchedOff(@TempDir Path other) throws Exception {
        int own = port;
        port = FreePort.find();
        try (ServerHere pagesOnly = ServerHere.start(
                variables(other, port, Map.of("WEB_CHAT", "off", "WEB_API", "off", "WEB_EMBED", "off")))) {
            Browser browser = new Browser();
            assertThat(browser.get("/").body())
                    .contains("Call your senators", "Join Amnesty USA</h3>", "look for \"Join us today\"")
                    .doesNotContain("/chat", "/embed", "Write to your lawmakers");
            for (String path : List.of("/embed", "/embed/VT-0", "/embed/code")) {
                assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(browser.get("/chat").statusCode()).isEqualTo(404);
            assertThat(browser.post("/chat/start", "").statusCode()).isEqualTo(404);
            assertThat(api(browser, "{\"place\":\"VT\"}").statusCode()).isEqualTo(404);
            assertThat(pagesOnly.out())
                    .contains("No token is set", "The web pages are at http://127.0.0.1:" + port + "/.");
        } finally {
            port = own;
        }
    }
}

package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.campaignbot.testkit.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser: by touch and by keyboard, with and without JavaScript, light and dark, and what axe finds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebBrowserTest {

    /** The variable with which a missing browser fails the build instead of leaving these tests out. */
    private static final String REQUIRED = "BROWSER_TESTS";

    /** What is found on a page by axe, one finding a line. */
    static final String FINDINGS = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
            + ".map(v => v.id + ' ' + v.nodes.map(n => n.target.join(' ')).join(', ')).join('\\n')";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private ServerHere server;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private Playwright playwright;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private Browser browser;

    private String site = "";
    private String axe = "";

    @BeforeAll
    void begin() throws Exception {
        Path chromium = chromiumOrLeaveOut();
        int port = FreePort.find();
        site = "http://127.0.0.1:" + port;
        server = ServerHere.start(
                Map.of("BOT_DATA", folder.toString(), "SERVER_PORT", Integer.toString(port), "OPS_ADDRESS", "off"));
        axe = axe();
        playwright = playwright();
        browser = launch(playwright, chromium);
    }

    /** The system's Chromium; without one, the test is left out or fails. */
    static Path chromiumOrLeaveOut() {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            String left = "No Chromium was found, so the tests in a browser were left out.";
            if ("must".equals(System.getenv(REQUIRED))) {
                fail(left);
            }
            System.out.println(left);
            Assumptions.abort(left);
        }
        return chromium.orElseThrow();
    }

    /** What is evaluated on a page before {@link #FINDINGS}. */
    static String axe() throws IOException {
        try (InputStream in = WebBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright, Path chromium) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    @AfterAll
    void end() {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** The system's Chromium, by its usual names. */
    private static Optional<Path> chromium() {
        String path = System.getenv("PATH");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(String.valueOf(path).split(":", -1)).map(each -> Path.of(each, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private BrowserContext context(int width, int height, boolean dark, boolean scripts, String locale) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(locale)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(60_000);
        return context;
    }

    @ParameterizedTest
    @CsvSource({"390,844,false,true", "390,844,true,false", "1280,800,false,false", "1280,800,true,true"})
    void aChatGoesFromHelloToAnOutcome(int width, int height, boolean dark, boolean scripts) {
        try (BrowserContext context = context(width, height, dark, scripts, "en-US")) {
            Page page = context.newPage();
            List<String> elsewhere = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.url().startsWith(site)) {
                    elsewhere.add(request.url());
                }
            });
            page.navigate(site + "/");
            page.click("text=Chat here");
            page.fill("#typed", "10001");
            page.click("text=Send");
            page.click("text=Left a voicemail");
            assertThat(page.textContent(".log")).contains("✓ Voicemail for Sen. Gillibrand", "Chuck Schumer");
            assertThat(page.isVisible(".urgent-link")).isTrue();
            assertThat(page.isVisible(".leave")).isTrue();
            if (scripts) {
                assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .isEqualTo(0);
                page.keyboard().press("Escape");
                page.waitForURL(site + "/left");
            } else {
                page.click(".leave");
            }
            page.waitForURL(site + "/left");
            // Chromium can't go back while it still attaches the new page.
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.goBack();
            assertThat(page.content()).doesNotContain("Gillibrand", "10001");
            assertThat(elsewhere).isEmpty();
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (BrowserContext context = context(1280, 800, false, true, "en-US")) {
            Page page = context.newPage();
            page.navigate(site + "/");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("urgent-link");
            for (int i = 0; i < 20 && !"place".equals(page.evaluate("document.activeElement.id")); i++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().type("05842");
            page.keyboard().press("Enter");
            page.waitForSelector("text=Bernie Sanders");
            assertThat(page.url()).isEqualTo(site + "/lawmakers");
            page.navigate(site + "/chat");
            page.focus("main button");
            page.keyboard().press("Enter");
            page.waitForSelector("#typed");
            page.focus("#typed");
            page.keyboard().type("WY");
            page.keyboard().press("Enter");
            page.waitForSelector("text=Left a voicemail");
            page.focus(".buttons button");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForSelector("text=✓ Voicemail");
        }
    }

    @ParameterizedTest
    @CsvSource({"390,844,false,en-US", "1280,800,true,es-US"})
    void axeFindsNothing(int width, int height, boolean dark, String locale) {
        try (BrowserContext context = context(width, height, dark, true, locale)) {
            Page page = context.newPage();
            for (String path : List.of(
                    "/",
                    "/lawmakers/IL-13",
                    "/lawmakers/DC-0",
                    "/script/NY",
                    "/topics",
                    "/topics/bill-status",
                    "/privacy",
                    "/urgent",
                    "/chat",
                    "/embed",
                    "/embed/VT-0",
                    "/embed/code",
                    "/nowhere")) {
                page.navigate(site + path);
                assertNothingIsFound(page, path);
            }
            page.navigate(site + "/lawmakers");
            page.fill("#place", "springfield");
            page.keyboard().press("Enter");
            page.waitForSelector(".choices");
            assertNothingIsFound(page, "a choice");
            page.navigate(site + "/chat");
            page.click("main button");
            page.fill("#typed", "10001");
            page.click(".composer button");
            page.waitForSelector("blockquote");
            assertNothingIsFound(page, "the chat");
        }
    }

    /** Another site, which shows the ask in a frame: by a name of this machine that browsers take for another site. */
    private HttpServer elsewhere(String path) throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String frame = "<!doctype html><html lang='en'><title>Ours</title><meta name='viewport'"
                + " content='width=device-width'><body style='margin: 0'><h1>Our own page</h1><iframe src='" + site
                + path + "' title='Call your senators' width='100%' height='620' frameborder='0'></iframe>";
        other.createContext("/", exchange -> {
            byte[] body = frame.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        other.start();
        return other;
    }

    @ParameterizedTest
    @CsvSource({
        "320,640,false,true,en-US",
        "390,844,true,false,es-US",
        "390,844,false,true,es-US",
        "1280,800,false,false,en-US",
        "1280,800,true,true,en-US"
    })
    void anotherSiteShowsTheAskInAFrame(int width, int height, boolean dark, boolean scripts, String locale)
            throws Exception {
        HttpServer other = elsewhere("/embed");
        try (BrowserContext context = context(width, height, dark, scripts, locale)) {
            Page page = context.newPage();
            List<String> requests = new ArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            String name = "http://localhost:" + other.getAddress().getPort() + "/";
            page.navigate(name);
            Frame frame = page.frames().get(1);
            frame.fill("#place", "05842");
            shot(page, "embed-ask", width, dark);
            frame.click("main button");
            frame.waitForSelector(".dial");
            assertThat(frame.url()).isEqualTo(site + "/embed");
            assertThat(frame.textContent("main")).contains("Bernie Sanders", "202-224-5141");
            shot(page, "embed-found", width, dark);
            if (scripts) {
                frame.evaluate(axe);
                assertThat(frame.evaluate(FINDINGS)).isEqualTo("");
                assertThat(frame.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .isEqualTo(0);
                page.evaluate("scrollTo(0, 0)");
            }
            assertThat(frame.isVisible(".script >> nth=0")).isTrue();
            frame.click("summary >> nth=1");
            assertThat(frame.isVisible(".script >> nth=1")).isTrue();
            shot(page, "embed-script", width, dark);
            frame.fill("#place", "springfield");
            frame.press("#place", "Enter");
            frame.waitForSelector(".choices");
            shot(page, "embed-choice", width, dark);
            if (scripts) {
                frame.evaluate(axe);
                assertThat(frame.evaluate(FINDINGS)).isEqualTo("");
            }
            assertThat(context.cookies()).isEmpty();
            assertThat(requests)
                    .allSatisfy(url -> assertThat(url).matches(each -> each.startsWith(site) || each.startsWith(name)));
        } finally {
            other.stop(0);
        }
    }

    @Test
    void noOtherPageCanBeFramed() throws Exception {
        for (String path : List.of("/", "/lawmakers", "/chat", "/embed/code")) {
            HttpServer other = elsewhere(path);
            try (BrowserContext context = context(1280, 800, false, true, "en-US")) {
                Page page = context.newPage();
                page.navigate("http://localhost:" + other.getAddress().getPort() + "/");
                assertThat(page.frames().get(1).content()).as(path).doesNotContain("urgent-link");
            } finally {
                other.stop(0);
            }
        }
    }

    /** Keeps a picture where the variable {@code SCREENSHOTS} names a folder, for whoever wants to look. */
    private static void shot(Page page, String what, int width, boolean dark) {
        String to = System.getenv("SCREENSHOTS");
        if (to != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(to, what + "-" + width + (dark ? "-dark" : "-light") + ".png")));
        }
    }

    private void assertNothingIsFound(Page page, String what) {
        page.evaluate(axe);
        assertThat(page.evaluate(FINDINGS)).as(what).isEqualTo("");
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as(what)
                .isEqualTo(0);
    }
}

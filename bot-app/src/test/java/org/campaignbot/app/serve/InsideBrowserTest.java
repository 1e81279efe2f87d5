package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The console as a Mini App in a real browser, over https: as Telegram's apps and its web client open it from the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsideBrowserTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final String SITE = "https://bot.example.org";
    private static final String ENTRY = SITE + "/console/telegram";

    /** What Telegram's apps add to their web views, with what pages told them. */
    private static final String APP =
            "window.TelegramWebviewProxy = { told: [], postEvent(...told) { this.told.push(told); } };";

    /** What Telegram's web client does with a Mini App, with the sandbox of both its versions. */
    private static final String WEB_CLIENT = """
            <!doctype html><title>Telegram Web</title>
            <iframe name="app" width="390" height="600"
              sandbox="allow-scripts allow-same-origin allow-popups allow-forms allow-modals allow-storage-access-by-user-activation"></iframe>
            <script>
            window.told = [];
            addEventListener("message", (message) => {
              const {eventType, eventData} = JSON.parse(message.data);
              told.push(eventType);
              if (eventType === "web_app_open_link") open(eventData.url, "_blank", "noreferrer");
            });
            </script>""";

    private static final String SHOW = "address => { document.querySelector('iframe').src = address; }";

    /** A folder for screenshots, for people to look at; none are taken without it. */
    private static final String SHOTS = System.getenv("CONSOLE_SHOTS");

    /** The server's, and that of Telegram's apps. */
    private final InstantSource clock =
            InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), NOON));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private Scene scene;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private ServerHere server;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private HttpsHere https;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private Playwright playwright;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private Browser browser;

    @BeforeAll
    void begin() throws Exception {
        Path chromium = WebBrowserTest.chromiumOrLeaveOut();
        int port = FreePort.find();
        scene = new Scene(folder);
        scene.set("WEB_CONSOLE", "on");
        scene.set("WEB_CONSOLE_URL", SITE);
        scene.set("SERVER_PORT", Integer.toString(port));
        server = ServerHere.start(scene.variables(), clock);
        scene.api().awaitListening(Scene.PATIENCE);
        https = new HttpsHere(port, Map.of("web.telegram.org", WEB_CLIENT, "evil.example", WEB_CLIENT), folder);
        prepare();
        playwright = WebBrowserTest.playwright();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--host-resolver-rules=MAP * 127.0.0.1:" + https.port())));
    }

    private void prepare() throws Exception {
        OneTimeCode first = OneTimeCode.random(new Random(1));
        OneTimeCode second = OneTimeCode.random(new Random(2));
        try (Database database = Database.open(DatabaseLocation.of(null, scene.data()), null, InstantSource.system())) {
            Instant now = clock.instant();
            database.organizers().invite(first, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, now);
            talk(11).says(first.text());
            scene.awaitShown(talk(11), "one of the organizers");
            String admin = database.organizers().all().get(0).id();
            database.organizers().invite(second, new Grant.Invited(Role.ORGANIZER, "Maple"), admin, now);
            talk(12).says(second.text());
            scene.awaitShown(talk(12), "one of the organizers");
        }
    }

    @AfterAll
    void end() {
        if (playwright != null) {
            playwright.close();
        }
        if (https != null) {
            https.close();
        }
        if (server != null) {
            server.close();
        }
        if (scene != null) {
            scene.close();
        }
    }

    private Talk talk(int id) {
        return scene.api().talk(Person.of(id));
    }

    private BrowserContext context(boolean scripts, String... init) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setLocale("en-US")
                .setIgnoreHTTPSErrors(true)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(20_000);
        for (String each : init) {
            context.addInitScript(each);
        }
        return context;
    }

    /** The address that Telegram opens when somebody with a role presses the desk's button. */
    private String opened(int person) {
        Talk talk = talk(person);
        talk.says("console");
        scene.awaitShown(talk, "It works once");
        scene.api()
                .await(
                        () -> scene.api().shown(talk.chat()).stream()
                                .anyMatch(each -> each.labels().contains("Open the console")),
                        Scene.PATIENCE,
                        "no button came");
        String address = talk.opens("Open the console", clock.instant());
        assertThat(address).startsWith(ENTRY + "#tgWebAppData=");
        return address;
    }

    @Test
    void anAppOpensTodayAndTheAddressHoldsNothingOfIt() {
        String address = opened(12);
        try (BrowserContext context = context(true, APP);
                BrowserContext others = context(true, APP)) {
            List<String> requests = new ArrayList<>();
            context.onRequest(request -> requests.add(request.url()));
            Page page = context.newPage();
            List<String> addresses = new ArrayList<>();
            page.onFrameNavigated(frame -> addresses.add(frame.url()));
            navigate(page, address);
            page.waitForURL(SITE + "/console");
            assertThat(page.textContent("header")).contains("Maple", "organizer");
            assertThat(page.evaluate("location.hash")).isEqualTo("");
            assertThat(requests).allSatisfy(url -> assertThat(url).startsWith(SITE + "/"));
            assertThat(requests.toString()).contains("/console/telegram").doesNotContain("hash%3D", "?");
            assertThat(addresses).as("taken out before it's handed over").contains(ENTRY);
            Cookie cookie = context.cookies().get(0);
            assertThat(cookie.name).isEqualTo("__Host-console");
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
            page.click(".bar nav >> text=Past");
            page.waitForURL(SITE + "/console/past");
            navigate(page, address);
            page.waitForURL(SITE + "/console");
            Page other = others.newPage();
            navigate(other, address);
            other.waitForSelector("text=not signed in yet");
            shot(other, "refused");
            assertThat(other.url()).isEqualTo(ENTRY);
            assertThat(others.cookies()).isEmpty();
            other.goBack();
            assertThat(other.url()).doesNotContain("tgWebAppData");
        }
        assertThat(server.out() + server.err()).doesNotContain("tgWebAppData", "auth_date", "AAHdF6IQ");
    }

    @Test
    void anOrdinaryBrowserAndOneWithoutScriptsAreToldHowToSignIn() {
        String address = opened(11);
        for (boolean scripts : List.of(true, false)) {
            try (BrowserContext context = context(scripts)) {
                Page page = context.newPage();
                page.navigate(address);
                page.waitForLoadState();
                assertThat(page.isVisible("text=Type \"console\" to the bot in a private chat"))
                        .isTrue();
                assertThat(page.isVisible("[data-wait]")).isFalse();
                assertThat(page.url()).isEqualTo(scripts ? ENTRY : address);
                assertThat(context.cookies()).isEmpty();
            }
        }
    }

    @Test
    void theWebClientShowsAButtonAndTheConsoleOpensInATabOfItsOwn() {
        try (BrowserContext context = context(true)) {
            Page page = context.newPage();
            Frame frame = framed(page, "https://web.telegram.org/a/", opened(11));
            frame.waitForSelector("text=Open the console");
            assertThat(frame.url()).isEqualTo(ENTRY);
            assertThat(frame.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
            assertThat(context.cookies()).isEmpty();
            shot(page, "framed");
            Page tab = context.waitForPage(() -> frame.click("[data-tab]"));
            tab.click("main button");
            tab.waitForURL(SITE + "/console");
            assertThat(tab.textContent("header")).contains("Sunflower", "admin");
            assertThat(page.evaluate("told")).isEqualTo(List.of("web_app_open_link"));
        }
    }

    @Test
    void noOtherSiteFramesTheEntryAndTelegramFramesNoOtherPage() {
        String address = opened(11);
        try (BrowserContext context = context(true)) {
            Set<String> methods = new HashSet<>();
            context.onRequest(request -> methods.add(request.method()));
            for (List<String> each : List.of(
                    List.of("https://evil.example/", address),
                    List.of("https://web.telegram.org/k/", SITE + "/console/sign-in"),
                    List.of("https://web.telegram.org/k/", SITE + "/console"))) {
                Page page = context.newPage();
                page.navigate(each.get(0));
                ConsoleMessage refused = page.waitForConsoleMessage(
                        new Page.WaitForConsoleMessageOptions()
                                .setPredicate(message -> message.text().contains("frame-ancestors")),
                        () -> page.evaluate(SHOW, each.get(1)));
                assertThat(refused.text()).contains(each.get(1).equals(address) ? "web.telegram.org" : "'none'");
                assertThat(methods).as(each.toString()).containsOnly("GET");
                assertThat(page.evaluate("told")).isEqualTo(List.of());
            }
        }
    }

    /** Goes to an address without waiting for all of a page that leads on by itself. */
    private static void navigate(Page page, String address) {
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    }

    /** The frame in which a site shows an address. */
    private static Frame framed(Page page, String site, String address) {
        page.navigate(site);
        page.evaluate(SHOW, address);
        page.waitForCondition(() -> !page.frame("app").url().equals("about:blank")
                && !page.frame("app").url().isEmpty());
        return page.frame("app");
    }

    private static void shot(Page page, String name) {
        if (SHOTS != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(SHOTS, "inside-" + name + ".png")));
        }
    }
}

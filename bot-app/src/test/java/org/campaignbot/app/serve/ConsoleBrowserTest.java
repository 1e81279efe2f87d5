package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.people.Language;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two organizers at the console in a real browser: from the link in a chat to an alert that was sent and watched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleBrowserTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Pattern LINK = Pattern.compile("http://127[.]0[.]0[.]1:\\d+/console/enter/[A-Za-z0-9_-]+");

    /** A folder for screenshots, for people to look at; none are taken without it. */
    private static final String SHOTS = System.getenv("CONSOLE_SHOTS");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private Scene scene;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private ServerHere server;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private Playwright playwright;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private Browser browser;

    private final Map<Integer, List<Cookie>> cookies = new HashMap<>();
    private String site = "";
    private String axe = "";
    private int shots;

    @BeforeAll
    void begin() throws Exception {
        Path chromium = WebBrowserTest.chromiumOrLeaveOut();
        int port = FreePort.find();
        site = "http://127.0.0.1:" + port;
        scene = new Scene(folder);
        scene.set("BOT_CLOCK", NOON.toString());
        scene.set("ALERT_CANARY_PERCENT", "0");
        scene.set("WEB_CONSOLE", "on");
        scene.set("SERVER_PORT", Integer.toString(port));
        server = scene.serverHere();
        prepare();
        axe = WebBrowserTest.axe();
        playwright = WebBrowserTest.playwright();
        browser = WebBrowserTest.launch(playwright, chromium);
    }

    @AfterAll
    void end() {
        if (playwright != null) {
            playwright.close();
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

    private void prepare() throws Exception {
        OneTimeCode first = OneTimeCode.random(new Random(1));
        OneTimeCode second = OneTimeCode.random(new Random(2));
        OneTimeCode third = OneTimeCode.random(new Random(3));
        // A bot can't write to people who never wrote to it.
        for (int id = 20; id < 48; id++) {
            talk(id).says("hello");
        }
        for (int id = 20; id < 48; id++) {
            scene.awaitShown(talk(id), "volunteer-run bot");
        }
        try (Database database = Database.open(DatabaseLocation.of(null, scene.data()), null, InstantSource.system())) {
            for (int id = 20; id < 48; id++) {
                database.subscriptions()
                        .subscribe(new Subscription(
                                scene.inPrivate(id),
                                "3",
                                NOON,
                                Language.ENGLISH,
                                ZoneId.of("America/New_York"),
                                id < 32 ? "VT" : id < 34 ? "NY" : id < 46 ? "ME" : "OH"));
            }
            for (int i = 0; i < 160; i++) {
                String seat = List.of("TX-S1", "TX-S2", "CA-12", "NY-S1", "VT-S1", "AK-0", "FL-3")
                        .get((i * i) % 7);
                String outcome = i % 3 == 0 ? "message" : "spoke";
                database.tally()
                        .count(
                                "doer" + i,
                                new Tally.Deed("call", seat),
                                outcome,
                                new Tally.Way("en", "telegram"),
                                NOON);
                database.wrongNumbers().report("caller" + i % 4, "202-224-4451", NOON);
            }
            database.organizers().invite(first, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, NOON);
            talk(11).says(first.text());
            scene.awaitShown(talk(11), "one of the organizers");
            String admin = database.organizers().all().get(0).id();
            database.organizers().invite(second, new Grant.Invited(Role.ORGANIZER, "Maple"), admin, NOON);
            talk(12).says(second.text());
            scene.awaitShown(talk(12), "one of the organizers");
            database.organizers().invite(third, new Grant.Invited(Role.VIEWER, "Fern"), admin, NOON);
            talk(13).says(third.text());
            scene.awaitShown(talk(13), "one of the organizers");
        }
    }

    private BrowserContext context(int width, int height, boolean dark, boolean scripts, String locale) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(locale)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** Asks the bot for a link, and opens it; once a person, since a client may open only so many links a minute. */
    private Page signedIn(BrowserContext context, int person) {
        List<Cookie> kept = cookies.get(person);
        if (kept != null) {
            context.addCookies(kept);
            Page page = context.newPage();
            page.navigate(site + "/console");
            return page;
        }
        String link = link(person);
        Page page = context.newPage();
        page.navigate(link);
        page.click("main button");
        page.waitForURL(site + "/console");
        cookies.put(person, context.cookies());
        return page;
    }

    private String link(int person) {
        Talk talk = talk(person);
        long before = links(talk).size();
        talk.says("console");
        scene.api().await(() -> links(talk).size() > before, Scene.PATIENCE, "no link came");
        List<String> all = links(talk);
        return all.get(all.size() - 1);
    }

    private List<String> links(Talk talk) {
        return scene.api().shown(talk.chat()).stream()
                .map(each -> LINK.matcher(each.text()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
    }

    private void write(Page page, String english, String spanish, String audience) {
        page.click("text=Write an alert");
        page.fill("#en", english);
        page.fill("#es", spanish);
        page.fill("#audience", audience);
        page.fill("#end", "Friday 6 pm");
    }

    @ParameterizedTest
    @CsvSource({"390,844,false,true,New York,Vermont,20", "1280,800,true,false,Maine,Ohio,34"})
    void oneWritesAnotherApprovesAndBothWatchItGo(
            int width, int height, boolean dark, boolean scripts, String first, String second, int supporter) {
        String about = width + (dark ? " dark" : " light");
        try (BrowserContext anas = context(width, height, dark, scripts, "en-US");
                BrowserContext bens = context(width, height, dark, scripts, "en-US")) {
            Page ana = signedIn(anas, 11);
            shot(ana, "today-empty");
            write(
                    ana,
                    "Please call **both** senators today, before the budget vote: " + about,
                    "Por favor llame hoy a los dos: sigue el voto sobre los presupuestos. " + about,
                    second + " and " + first);
            if (!scripts) {
                ana.click("button[value=look]:not(.sr)");
            }
            ana.waitForSelector("text=That's 14 people now.");
            assertThat(ana.textContent(".fields"))
                    .contains("people in " + first + " or " + second, "Fri Nov 27, 6:00 PM");
            assertThat(ana.textContent(".beside")).contains("Telegram", "before the budget vote");
            shot(ana, "write");
            ana.click("button[value=submit]");
            ana.waitForSelector("text=Submitted.");
            shot(ana, "submitted");
            String alert = ana.url().replaceFirst("[?].*", "");
            Page ben = signedIn(bens, 12);
            shot(ben, "today-approve");
            ben.click(".alert-title a");
            shot(ben, "approve");
            ben.click("button[value=approve]");
            ben.waitForSelector("text=Approved.");
            shot(ben, "send");
            assertThat(ben.textContent("main")).contains("Send to 14 people");
            ben.click("button[value=send]");
            ana.navigate(alert);
            ana.waitForSelector(".progress-card");
            shot(ana, "progress");
            scene.api()
                    .await(
                            () -> scene.api().shown(talk(supporter).chat()).stream()
                                    .anyMatch(each -> each.text().contains(about)),
                            Scene.PATIENCE,
                            "the alert didn't come");
            if (!scripts) {
                for (int i = 0; i < 600 && !ana.isVisible("text=Correct it"); i++) {
                    ana.waitForTimeout(100);
                    ana.reload();
                }
            }
            ana.waitForSelector("text=Correct it");
            assertThat(ana.textContent(".big")).contains("14");
            assertThat(ana.textContent(".picture-table")).contains(second.equals("Ohio") ? first : second, "10");
            if (scripts) {
                assertNothingIsFound(ana, "done");
            }
            shot(ana, "done");
            ana.click(".bar nav >> text=Past");
            assertThat(ana.textContent("main")).contains(about);
            shot(ana, "past");
        }
    }

    @Test
    void oneIsGivenBackWithAReasonAndNoClickIsCountedTwice() {
        try (BrowserContext anas = context(1280, 800, false, true, "en-US");
                BrowserContext bens = context(390, 844, true, true, "es-US")) {
            Page ana = signedIn(anas, 11);
            write(
                    ana,
                    "Please call before the budget vote: 2 < 3 & more.",
                    "Por favor llame hoy: sigue el voto sobre los presupuestos.",
                    "Vermont");
            ana.click("button[value=submit]");
            ana.waitForSelector("text=Submitted.");
            String alert = ana.url().replaceFirst("[?].*", "");
            Page ben = signedIn(bens, 12);
            ben.navigate(alert);
            shot(ben, "approve-es");
            ben.click("button[value=return]");
            ben.waitForSelector("text=Diga en una o dos frases");
            ben.fill("#reason", "Say which shelters <script>alert(1)</script>.");
            shot(ben, "return-es");
            ben.click("button[value=return]");
            ben.waitForSelector("text=Devuelta, con su motivo.");
            ana.navigate(site + "/console");
            shot(ana, "today-returned");
            assertThat(ana.textContent("main")).contains("Given back with a reason");
            ana.navigate(alert);
            assertThat(ana.textContent(".returned")).contains("Maple", "Say which shelters <script>alert(1)</script>.");
            shot(ana, "returned");
            assertThat(scene.awaitShown(talk(11), "gave it back").text()).contains("Say which shelters");
            ana.click("text=Change it");
            assertThat(ana.inputValue("#en")).contains("2 < 3 & more");
            ana.fill("#audience", "Atlantis");
            ana.waitForSelector("[data-live=said-audience] .remark");
            shot(ana, "write-wrong");
            assertThat(ana.textContent("[data-live=said-audience]")).contains("Atlantis");
            ana.click("button[value=submit]");
            assertThat(ana.textContent("main")).contains("not submitted yet").contains("Needs who it's for.");
            assertThat(ana.inputValue("#audience")).isEqualTo("Atlantis");
            shot(ana, "write-not-submitted");
            ana.fill("#audience", "Vermont");
            ana.waitForSelector("#audience:not([aria-invalid])");
            assertThat(ana.isVisible("text=Needs who it's for.")).isFalse();
        }
    }

    @Test
    void theBarTakesTwoRowsOnAPhoneInBothLanguages() {
        for (String locale : List.of("es-US", "en-US")) {
            try (BrowserContext context = context(390, 844, false, true, locale)) {
                Page page = signedIn(context, 11);
                assertThat(page.getAttribute("html", "lang")).isEqualTo(locale.substring(0, 2));
                assertThat(page.locator(".bar").boundingBox().height).as(locale).isLessThan(100);
            }
        }
    }

    @Test
    void whoLeavesAfterOnlyCheckingIsWarned() {
        try (BrowserContext context = context(1280, 800, false, true, "en-US")) {
            Page page = signedIn(context, 11);
            List<String> dialogs = new ArrayList<>();
            page.onDialog(dialog -> {
                dialogs.add(dialog.type());
                dialog.accept();
            });
            page.navigate(site + "/console/write");
            page.fill("#audience", "Vermont");
            page.press("#audience", "Enter");
            page.waitForSelector("[data-compose=unsaved]");
            page.click(".bar nav >> text=Today");
            page.waitForURL(site + "/console*");
            assertThat(dialogs).containsExactly("beforeunload");
        }
    }

    @Test
    void whatIsTypedBeforeTheScriptIsThereIsCheckedToo() {
        try (BrowserContext context = context(1280, 800, false, true, "en-US")) {
            Page page = signedIn(context, 11);
            List<Route> held = new ArrayList<>();
            page.route("**/*console.js", held::add);
            page.navigate(site + "/console/write", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.fill("#audience", "Atlantis");
            page.waitForCondition(() -> !held.isEmpty());
            assertThat(page.isVisible("[data-live=said-audience] .remark")).isFalse();
            held.forEach(Route::resume);
            page.waitForSelector("[data-live=said-audience] .remark");
        }
    }

    @Test
    void aLinkWorksOnceAndAViewerWritesNothing() {
        String link = link(13);
        try (BrowserContext ferns = context(390, 844, false, true, "en-US");
                BrowserContext others = context(390, 844, false, true, "en-US")) {
            Page other = others.newPage();
            other.navigate(site + "/console");
            assertThat(other.url()).isEqualTo(site + "/console/sign-in");
            shot(other, "sign-in");
            Page fern = ferns.newPage();
            fern.navigate(link);
            other.navigate(link);
            shot(fern, "enter");
            fern.click("main button");
            fern.waitForURL(site + "/console");
            assertThat(fern.textContent("header")).contains("Fern", "viewer").doesNotContain("Write");
            other.click("main button");
            assertThat(other.textContent("main")).contains("doesn't work anymore");
            fern.navigate(site + "/console/write");
            assertThat(fern.textContent("main")).contains("Your role doesn't allow this");
            fern.click("text=Sign out");
            fern.navigate(site + "/console/past");
            assertThat(fern.url()).isEqualTo(site + "/console/sign-in");
        }
    }

    @ParameterizedTest
    @CsvSource({"390,844,false,en-US", "1280,800,true,es-US"})
    void axeFindsNothing(int width, int height, boolean dark, String locale) {
        try (BrowserContext context = context(width, height, dark, true, locale)) {
            Page page = context.newPage();
            page.navigate(site + "/console/sign-in");
            assertNothingIsFound(page, "sign-in");
            page.navigate(link(11));
            assertNothingIsFound(page, "enter");
            page.click("main button");
            page.waitForURL(site + "/console");
            for (String path : List.of(
                    "",
                    "/write",
                    "/past",
                    "/report",
                    "/people",
                    "/tables",
                    "/correct",
                    "/settings",
                    "/settings/action-call",
                    "/settings/organization",
                    "/audit",
                    "/health",
                    "/chats",
                    "/try",
                    "/nowhere")) {
                page.navigate(site + "/console" + path);
                assertNothingIsFound(page, path);
                shot(page, "page" + path.replace('/', '-') + "-" + locale);
            }
            page.navigate(site + "/console/campaign");
            // The check of the shipped campaign takes some seconds; the page asks again by itself.
            page.waitForSelector(
                    ".findings, .group > div > .fine", new Page.WaitForSelectorOptions().setTimeout(120_000));
            assertNothingIsFound(page, "campaign");
            shot(page, "campaign-" + locale);
            page.navigate(site + "/console/chats/happy-path--call-both-senators");
            assertNothingIsFound(page, "chat");
            shot(page, "chat-" + locale);
            page.navigate(site + "/console/write");
            page.fill("#en", "CALL NOW!!! https://bit.ly/x and see 555-123-4567 " + locale);
            page.fill("#es", "Llame ya " + locale);
            page.fill("#audience", "Vermont");
            page.fill("#start", "7");
            page.waitForSelector(".instead button");
            assertNothingIsFound(page, "remarks");
            shot(page, "write-remarks-" + locale);
            page.click(".instead button");
            page.click("button[value=save]");
            page.waitForURL(site + "/console/alerts/**");
            assertNothingIsFound(page, "alert");
            shot(page, "alert-" + locale);
        }
    }

    @ParameterizedTest
    @CsvSource({"390,844,true,false", "1280,800,false,true"})
    void aViewerAsksWhatAQuestionGetsReadsAChatAndTalksWithTheBot(
            int width, int height, boolean dark, boolean scripts) {
        try (BrowserContext context = context(width, height, dark, scripts, "en-US")) {
            Page page = signedIn(context, 13);
            page.click("nav >> text=Campaign");
            page.fill("#question", "agents are at my door <b>now</b>");
            page.click("text=Find out");
            page.waitForSelector("text=Urgent help comes at once");
            assertThat(page.inputValue("#question")).isEqualTo("agents are at my door <b>now</b>");
            assertThat(page.url()).isEqualTo(site + "/console/campaign");
            shot(page, "ask-card");
            page.fill("#question", "why should I call and not just email?");
            page.click("text=Find out");
            page.waitForSelector(".guess table");
            if (scripts) {
                assertNothingIsFound(page, "asked");
            }
            shot(page, "ask");
            page.click("text=Read the chats");
            page.click("text=Call both senators");
            assertThat(page.textContent(".phones")).contains("word for word", "Voicemail counts");
            shot(page, "chat");
            page.click("text=The campaign");
            page.click("text=Start a try-out");
            page.selectOption("#language", "es");
            page.click("button[value=begin]");
            page.waitForSelector(".phone .bubble");
            page.focus("#typed");
            page.keyboard().type("llamar {x} <i>");
            page.keyboard().press("Enter");
            page.waitForSelector("text=llamar {x} <i>");
            page.fill("#typed", "VT");
            page.click("text=Send");
            page.waitForSelector("text=Sanders");
            if (scripts) {
                assertNothingIsFound(page, "try-out");
            }
            shot(page, "try");
            page.click(".phone .buttons button >> nth=-1");
            page.waitForSelector(".mine:has-text('VT')");
            page.click("text=End the try-out");
            assertThat(page.isVisible(".phone")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"390,844,false,false", "1280,800,true,true"})
    void anAlertIsTrainedFromTheFirstWordToTheFiguresAndReachesNobody(
            int width, int height, boolean dark, boolean scripts) {
        String about = "in training " + width;
        try (BrowserContext context = context(width, height, dark, scripts, "en-US")) {
            Page page = signedIn(context, 11);
            page.click("text=Start training");
            page.waitForSelector(".training");
            shot(page, "training");
            write(
                    page,
                    "Please call both senators today, before the budget vote: " + about,
                    "Por favor llame hoy a los dos: sigue el voto sobre los presupuestos. " + about,
                    "everybody");
            page.click("button[value=submit]");
            page.waitForSelector("text=For real, the other organizers would be asked");
            assertThat(page.textContent(".training")).contains("You play Robin");
            shot(page, "training-approve");
            if (scripts) {
                assertNothingIsFound(page, "training");
            }
            page.click("button[value=approve]");
            page.waitForSelector("text=Approved.");
            page.check("#sure");
            page.click("button[value=send]");
            page.waitForSelector(".progress-card");
            shot(page, "training-progress");
            page.click("text=End training");
            page.waitForSelector("text=Start training");
            assertThat(page.isVisible(".training")).isFalse();
            page.click(".bar nav >> text=Past");
            assertThat(page.textContent("main")).doesNotContain(about);
        }
        assertThat(scene.api().shown(talk(12).chat()))
                .noneMatch(each -> each.text().contains(about));
        assertThat(scene.api().shown(talk(20).chat()))
                .noneMatch(each -> each.text().contains(about));
    }

    @ParameterizedTest
    @CsvSource({"390,844,true,false,ME-S1", "1280,800,false,true,OH-S1"})
    void theTablesAreCorrectedByKeyboardAlone(int width, int height, boolean dark, boolean scripts, String seat) {
        try (BrowserContext context = context(width, height, dark, scripts, "en-US")) {
            Page page = signedIn(context, 12);
            page.navigate(site + "/console/tables");
            press(page, "A phone number is wrong");
            page.waitForURL(site + "/console/correct?what=phone");
            page.focus("#f-of");
            page.keyboard().type(seat);
            page.keyboard().press("Tab");
            page.keyboard().type("202-224-00");
            page.keyboard().press("Enter");
            page.waitForSelector("#said-f-phone");
            assertThat(page.inputValue("#f-of")).isEqualTo(seat);
            assertThat(page.inputValue("#f-phone")).isEqualTo("202-224-00");
            assertThat(page.textContent("main"))
                    .contains("a phone number, such as 202-224-3121", "people can check it");
            if (scripts) {
                assertNothingIsFound(page, "correct-wrong");
            }
            shot(page, "correct-wrong");
            page.fill("#f-phone", "202-224-0001");
            page.fill("#f-source", "The office <b>itself</b>");
            page.focus("#f-until");
            page.keyboard().press("Enter");
            page.waitForURL(site + "/console/tables?told=corrected");
            assertThat(page.textContent("main"))
                    .contains("The number of " + seat + " is 202-224-0001", "From The office <b>itself</b>");
            shot(page, "tables-corrected");
            press(page, "End the correction of " + seat);
            page.waitForURL(site + "/console/tables?told=ended");
            assertThat(page.textContent("main")).doesNotContain("The number of " + seat);
        }
    }

    /** Walks to a link or button by its words with the Tab key, and presses Enter. */
    private static void press(Page page, String words) {
        for (int i = 0; i < 100; i++) {
            page.keyboard().press("Tab");
            if (words.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("no key leads to " + words);
    }

    @Test
    void anAdminInvitesByACodeAndChangesASetting() {
        try (BrowserContext context = context(390, 844, false, true, "es-US")) {
            Page page = signedIn(context, 11);
            page.navigate(site + "/console/people");
            page.fill("#f-name", "Maple");
            page.click("button[value=invite]");
            page.waitForSelector("#said-f-name");
            shot(page, "invite-wrong");
            page.fill("#f-name", "Birch");
            page.selectOption("#f-role", "viewer");
            page.click("button[value=invite]");
            page.waitForSelector(".code");
            assertNothingIsFound(page, "code");
            shot(page, "invite-code");
            String code = page.textContent(".code").strip();
            talk(14).says(code);
            scene.awaitShown(talk(14), "one of the organizers");
            page.navigate(site + "/console/settings/action-lobby");
            page.click(".card-details summary");
            page.fill("#f-action-lobby-closes", "2026-12-31");
            page.click("button[value=set]");
            page.waitForSelector("#said-f-action-lobby-as_of");
            assertThat(page.inputValue("#f-action-lobby-closes")).isEqualTo("2026-12-31");
            assertNothingIsFound(page, "setting-wrong");
            shot(page, "setting-wrong");
            page.fill("#f-action-lobby-as_of", "2026-11-24");
            page.click("button[value=set]");
            page.waitForURL("**/settings/action-lobby?told=saved");
            shot(page, "setting-saved");
            page.navigate(site + "/console/audit");
            assertThat(page.textContent("main"))
                    .contains("Birch", "Cierra el: como vino la campaña → 31 de diciembre de 2026");
            shot(page, "audit");
        }
    }

    private void assertNothingIsFound(Page page, String what) {
        page.evaluate(axe);
        assertThat(page.evaluate(WebBrowserTest.FINDINGS)).as(what).isEqualTo("");
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as(what)
                .isEqualTo(0);
    }

    private void shot(Page page, String name) {
        if (SHOTS != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(
                            Path.of(SHOTS, String.format("%02d-%s-%d.png", ++shots, name, page.viewportSize().width))));
        }
    }
}

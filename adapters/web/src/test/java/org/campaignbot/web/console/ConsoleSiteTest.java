package org.campaignbot.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.Composing;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.directory.States;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.memory.MemorySettings;
import org.campaignbot.memory.MemoryWrongNumbers;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.settings.Catalog;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.web.WebReply;
import org.campaignbot.web.WebRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Who may do what at the console, and that nothing happens twice or behind somebody's back. */
class ConsoleSiteTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(console=[^;]*);.*");

    private final MemoryAlerts alerts = new MemoryAlerts();
    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final List<Subscriber> subscribers = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private final CampaignHere campaign = new CampaignHere();
    private final Map<String, ConsoleHost.Opening> openings = new HashMap<>();
    private Duration counting = Duration.ZERO;
    private int counted;
    private int clients;
    private int testGroup;
    private boolean hasChat = true;
    private Instant now = NOON;
    private final AlertService desk =
            DeskHere.over(alerts, organizers, some -> some.accept(List.copyOf(subscribers)), this::figures, () -> now);
    private final MemorySettings settings = new MemorySettings();
    private final WrongNumbers numbers = new MemoryWrongNumbers();
    private DataHost.TableLook.Seen look =
            new DataHost.TableLook.Seen(false, Optional.empty(), false, "", List.of(), OptionalInt.empty());
    private final SignInLinks links = new SignInLinks(() -> now);
    private final ConsoleSite site = new ConsoleSite(new ConsoleHost(
            desk,
            new Composing(desk, () -> DeskHere.ENGINE, () -> now),
            organizers,
            () -> DeskHere.ENGINE,
            () -> DeskHere.DIRECTORY,
            tally(),
            numbers,
            links,
            DeskHere.SURFACES,
            new ConsoleHost.News() {
                @Override
                public boolean ask(Alert alert, Organizer by) {
                    return news.add("ask " + by.name());
                }

                @Override
                public void decided(Alert alert) {
                    news.add("decided " + alert.stage());
                }

                @Override
                public boolean test(Alert alert, Organizer to) {
                    return news.add("test " + to.name());
                }

                @Override
                public boolean hasChat(Organizer organizer) {
                    return hasChat;
                }

                @Override
                public int testGroup() {
                    return testGroup;
                }

                @Override
                public DeskAnswer testGroup(AlertService at, Alert alert, Organizer by) {
                    return at.test(
                            alert.id(), testGroup, Actor.of(by), tested -> news.add("test group by " + by.name()));
                }
            },
            new DataHost(
                    some -> some.accept(List.copyOf(subscribers)),
                    settings,
                    Catalog.of(DeskHere.ENGINE.pack()),
                    new DataHost.TableLook() {
                        @Override
                        public Seen seen() {
                            return look;
                        }

                        @Override
                        public TurnoverDesk.Outcome useNames() {
                            return TurnoverDesk.Outcome.USED;
                        }
                    },
                    () -> new DataHost.Pulse(true, List.of(), List.of())),
            () -> URI.create("https://t.me/campaign_test_bot"),
            data -> Optional.ofNullable(openings.get(data)).filter(each -> !now.isAfter(each.until())),
            campaign,
            () -> now));

    private static Tally tally() {
        Tally tally = Mockito.mock(Tally.class);
        Mockito.when(tally.bySeat(Mockito.any(Period.class))).thenReturn(List.of());
        return tally;
    }

    @BeforeEach
    void begin() {
        organizer("admin", new Grant.FirstAdmin("Admin"), Organizers.OPERATOR);
        String admin = organizers.all().get(0).id();
        organizer("organizer", new Grant.Invited(Role.ORGANIZER, "Maple"), admin);
        organizer("viewer", new Grant.Invited(Role.VIEWER, "Fern"), admin);
        for (int i = 0; i < 12; i++) {
            subscribe(i);
        }
    }

    private void subscribe(int i) {
        subscribers.add(new Subscriber(
                "ref" + i,
                "person" + i,
                "telegram",
                "bot",
                Language.ENGLISH,
                ZoneId.of("America/New_York"),
                "NY",
                Set.of(Subscription.ALL),
                NOON,
                null));
    }

    private void organizer(String name, Grant grant, String by) {
        OneTimeCode code = OneTimeCode.random(new Random(name.hashCode()));
        organizers.invite(code, grant, by, now);
        organizers.redeem(
                code, new ConversationKey(new Address("mail", "bot", name, null), new Person("mail", name)), name, now);
    }

    private String id(String name) {
        return organizers.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** A browser with a cookie, and the secret of its forms. */
    private final class Visitor {

        private String cookie = "";
        private String form = "";
        private final String client = "client " + ++clients;
        private final Map<String, String> headers = new HashMap<>();

        private WebReply get(String path) {
            return Objects.requireNonNull(site.decide(request("GET", path), -1));
        }

        private WebReply post(String path, String body) {
            WebRequest request = request("POST", path);
            WebReply decided = site.decide(request, body.length());
            return decided != null
                    ? decided
                    : site.accept(
                            request, (body + (form.isEmpty() ? "" : "&form=" + form)).getBytes(StandardCharsets.UTF_8));
        }

        private WebRequest request(String method, String path) {
            String[] parts = path.split("\\?", 2);
            Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(headers);
            all.put("Cookie", cookie);
            return new WebRequest(method, parts[0], parts.length > 1 ? parts[1] : null, all::get, client, false);
        }

        private Visitor signIn(String name) {
            WebReply reply = post(links.path(id(name)), "");
            assertThat(reply.status()).isEqualTo(303);
            Matcher set = COOKIE.matcher(Objects.requireNonNull(reply.headers().get("Set-Cookie")));
            assertThat(set.matches()).isTrue();
            cookie = set.group(1);
            return readForm();
        }

        /** Takes the secret that the forms have now. */
        private Visitor readForm() {
            Matcher secret = FORM.matcher(body(get("/console")));
            assertThat(secret.find()).isTrue();
            form = secret.group(1);
            return this;
        }
    }

    private static String body(WebReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Draft draft(String words) {
        return new Draft(
                "action-call",
                Subscription.ALL,
                Map.of(
                        Language.ENGLISH,
                        words + " Please call both senators today: the budget vote is next.",
                        Language.SPANISH,
                        words + " Por favor llame hoy a los dos: sigue el voto sobre los presupuestos."),
                Audience.EVERYBODY,
                null,
                NOON.plus(Duration.ofDays(3)));
    }

    private Alert drafted() {
        return ((DeskAnswer.Done) desk.draft(
                        draft("The vote is near."), Actor.of(organizers.all().get(0))))
                .alert();
    }

    private Alert stored(Alert alert) {
        return desk.find(alert.id()).orElseThrow();
    }

    @Test
    void eachRouteKeepsItsRule() {
        String alert = drafted().id();
        Map<String, Visitor> visitors = new TreeMap<>();
        visitors.put("nobody", new Visitor());
        Visitor forged = new Visitor();
        forged.cookie = "console=" + "A".repeat(43);
        visitors.put("forged", forged);
        Visitor stale = new Visitor().signIn("Admin");
        now = now.plus(ConsoleSessions.LIFE);
        visitors.put("stale", stale);
        visitors.put("viewer", new Visitor().signIn("Fern"));
        visitors.put("organizer", new Visitor().signIn("Maple"));
        visitors.put("admin", new Visitor().signIn("Admin"));
        Map<String, Role> roles = Map.of("viewer", Role.VIEWER, "organizer", Role.ORGANIZER, "admin", Role.ADMIN);
        for (ConsoleRoute route : ConsoleRoute.values()) {
            String path = route.path().replace("*", route == ConsoleRoute.SETTING ? "action-call" : alert);
            for (String method : List.of("GET", "POST")) {
                visitors.forEach((who, visitor) -> {
                    // Signing out ends the session, which the next route needs.
                    boolean isLast = route == ConsoleRoute.SIGN_OUT && roles.containsKey(who);
                    WebReply reply = isLast
                            ? new Visitor().signIn(name(who)).post(path, "")
                            : method.equals("GET") ? visitor.get(path) : visitor.post(path, "");
                    String what = who + " " + method + " " + path;
                    if (isLast && method.equals("GET")) {
                        return;
                    }
                    if (route.rule(method).isEmpty()) {
                        assertThat(reply.status()).as(what).isEqualTo(405);
                    } else if (!route.rule(method).get().allows(roles.get(who))) {
                        assertThat(reply.status())
                                .as(what)
                                .isEqualTo(roles.containsKey(who) ? 403 : method.equals("GET") ? 303 : 401);
                        if (reply.status() == 303) {
                            assertThat(reply.headers()).as(what).containsEntry("Location", "/console/sign-in");
                        }
                    } else {
                        assertThat(reply.status()).as(what).isNotIn(401, 403, 405, 500);
                    }
                });
            }
        }
    }

    private static String name(String who) {
        return who.equals("viewer") ? "Fern" : who.equals("organizer") ? "Maple" : "Admin";
    }

    @Test
    void aRoleThatIsGoneEndsItsSession() {
        Visitor maple = new Visitor().signIn("Maple");
        organizers.remove(id("Maple"), Organizers.OPERATOR, now);
        assertThat(maple.get("/console").headers()).containsEntry("Location", "/console/sign-in");
    }

    @Test
    void aLinkIsShownByWhoeverLooksAndSpentByThePressOfOne() {
        String path = links.path(id("Admin"));
        Visitor preview = new Visitor();
        assertThat(preview.get(path).status()).isEqualTo(200);
        WebReply reply = new Visitor().post(path, "");
        assertThat(reply.headers().get("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict", "Max-Age=43200")
                .doesNotContain("Secure");
        assertThat(new Visitor().post(path, "").status()).isEqualTo(410);
        assertThat(preview.get(path).status()).isEqualTo(410);
        String late = links.path(id("Admin"));
        now = now.plus(SignInLinks.LIFE);
        assertThat(new Visitor().post(late, "").status()).isEqualTo(410);
    }

    /** What Telegram's app hands over when somebody opens the console in it; each opening has its own. */
    private String opening(String person) {
        String data = "query_id=" + openings.size() + "&hash=f00d";
        openings.put(
                data,
                new ConsoleHost.Opening(
                        new Person("mail", person), "hash" + openings.size(), now.plus(Duration.ofMinutes(5))));
        return "data=" + encoded(data);
    }

    private static final String ENTRY = "/console/telegram";

    @Test
    void whoeverOpensTheConsoleInTelegramIsInOnceIfTheyHaveARole() {
        String opening = opening("organizer");
        Visitor maple = new Visitor();
        WebReply reply = maple.post(ENTRY, opening + "&framed=");
        assertThat(reply.headers()).containsEntry("Location", "/console");
        assertThat(reply.headers().get("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Max-Age=43200");
        maple.cookie = Objects.requireNonNull(reply.headers().get("Set-Cookie")).replaceFirst(";.*", "");
        assertThat(body(maple.get("/console"))).contains("Maple");
        organizers.remove(id("Fern"), Organizers.OPERATOR, now);
        for (String refused : List.of(opening, opening("nobody"), opening("viewer"), "data=forged", "data=", "")) {
            WebReply no = new Visitor().post(ENTRY, refused);
            assertThat(no.status()).as(refused).isEqualTo(422);
            assertThat(no.headers()).as(refused).doesNotContainKey("Set-Cookie");
            assertThat(body(no))
                    .contains("not signed in yet", "Type \"console\" to the bot", "https://t.me/")
                    .doesNotContain("f00d", "forged");
        }
        String late = opening("admin");
        now = now.plus(Duration.ofMinutes(5)).plusMillis(1);
        site.dropExpired();
        assertThat(new Visitor().post(ENTRY, late).status()).isEqualTo(422);
        assertThat(new Visitor().post(ENTRY, opening).status()).as("forgotten").isEqualTo(422);
        openings.clear();
        Visitor admin = new Visitor().signIn("Admin");
        admin.headers.put("Sec-Fetch-Site", "cross-site");
        assertThat(admin.post(ENTRY, opening("admin")).status()).isEqualTo(403);
    }

    @Test
    void toOpenItAgainInTelegramKeepsOnesSessionAndEndsAnothers() {
        Visitor maple = new Visitor().signIn("Maple");
        maple.post("/console/training", "do=begin");
        maple.readForm();
        String again = opening("organizer");
        for (String each : List.of(again, again, "data=stale")) {
            WebReply reply = maple.post(ENTRY, each);
            assertThat(reply.headers()).containsEntry("Location", "/console").doesNotContainKey("Set-Cookie");
        }
        assertThat(body(maple.get("/console"))).contains("training");
        WebReply other = maple.post(ENTRY, opening("admin"));
        String cookie = Objects.requireNonNull(other.headers().get("Set-Cookie"));
        assertThat(maple.get("/console").headers()).containsEntry("Location", "/console/sign-in");
        maple.cookie = cookie.replaceFirst(";.*", "");
        assertThat(body(maple.get("/console"))).contains("Admin").doesNotContain("Maple");
    }

    @Test
    void telegramsWebClientGetsALinkForATabOfItsOwnInsteadOfACookie() {
        String opening = opening("organizer") + "&framed=yes";
        WebReply reply = new Visitor().post(ENTRY, opening);
        assertThat(reply.headers()).doesNotContainKey("Set-Cookie");
        Matcher link = Pattern.compile("data-tab=\"(/console/enter/[^\"]+)\" data-client=\"https://web.telegram.org\"")
                .matcher(body(reply));
        assertThat(link.find()).isTrue();
        WebReply refused = new Visitor().post(ENTRY, opening);
        assertThat(body(refused)).contains("not signed in yet").doesNotContain("data-tab", "https://t.me/");
        assertThat(new Visitor().post(link.group(1), "").status()).isEqualTo(303);
        assertThat(new Visitor().post(link.group(1), "").status()).isEqualTo(410);
    }

    @Test
    void triesFromTelegramAreLimitedInNumberAndSize() {
        Visitor flood = new Visitor();
        for (int i = 0; i < 20; i++) {
            assertThat(flood.post(ENTRY, "data=forged").status()).isEqualTo(422);
        }
        assertThat(flood.post(ENTRY, opening("admin")).headers()).containsEntry("Retry-After", "60");
        String megabyte = "data=" + "a".repeat(1 << 20);
        assertThat(new Visitor().post(ENTRY, megabyte).status()).isEqualTo(413);
        assertThat(site.accept(new Visitor().request("POST", ENTRY), megabyte.getBytes(StandardCharsets.UTF_8))
                        .status())
                .as("of no announced length")
                .isEqualTo(413);
    }

    @Test
    void onlyTheEntryCanBeFramedAndByTelegramAlone() {
        String alert = drafted().id();
        for (ConsoleRoute route : ConsoleRoute.values()) {
            String path = route.path().replace("*", alert);
            boolean isEntry = route == ConsoleRoute.INSIDE;
            for (Visitor visitor : List.of(new Visitor(), new Visitor().signIn("Admin"))) {
                for (WebReply reply : List.of(visitor.get(path), visitor.post(path, "framed=yes"))) {
                    assertThat(Objects.requireNonNull(reply.headers().get("Content-Security-Policy"))
                                    .split(" *; *", -1))
                            .as(path)
                            .contains("script-src 'self'")
                            .containsOnlyOnce("frame-ancestors " + (isEntry ? "https://web.telegram.org" : "'none'"));
                    assertThat(reply.headers().getOrDefault("X-Frame-Options", "none"))
                            .as(path)
                            .isEqualTo(isEntry ? "none" : "DENY");
                }
            }
        }
        assertThat(body(new Visitor().get(ENTRY)))
                .contains("Type \"console\" to the bot", "<script src=\"/assets/", ".inside.js\" defer>")
                .doesNotContainPattern("<script(?! src=\"/)|src=\"http|href=\"https?://(?!t.me/)");
    }

    @Test
    void anotherSiteAndAnotherSessionsFormDoNothing() {
        Alert draft = drafted();
        Visitor admin = new Visitor().signIn("Admin");
        Visitor maple = new Visitor().signIn("Maple");
        String stop = "do=stop&version=" + draft.version();
        admin.headers.put("Sec-Fetch-Site", "cross-site");
        assertThat(admin.post("/console/alerts/" + draft.id(), stop).status()).isEqualTo(403);
        admin.headers.clear();
        admin.form = maple.form;
        WebReply kept = admin.post("/console/write", "do=save&en=" + encoded("My <b>words</b>"));
        assertThat(kept.status()).isEqualTo(403);
        assertThat(body(kept)).contains("My &lt;b&gt;words&lt;/b&gt;");
        assertThat(stored(draft).stage()).isEqualTo(Alert.Stage.DRAFT);
    }

    @Test
    void oneWritesAnotherApprovesAndADoubleClickSendsOnce() {
        Visitor admin = new Visitor().signIn("Admin");
        WebReply submitted = admin.post(
                "/console/write",
                "do=submit&version=0&kind=new&action=action-call&topic=all&audience=everybody&start=now&end="
                        + encoded("Friday 6 pm") + "&en="
                        + encoded("Please call both senators today: the budget vote is next.")
                        + "&es=" + encoded("Por favor llame hoy a los dos: sigue el voto sobre los presupuestos."));
        Alert alert = desk.all().get(0);
        assertThat(submitted.headers()).containsEntry("Location", "/console/alerts/" + alert.id() + "?told=asked");
        assertThat(alert.stage()).isEqualTo(Alert.Stage.CHECKED);
        String path = "/console/alerts/" + alert.id();
        assertThat(admin.post(path, "do=approve&version=" + alert.version()).status())
                .isEqualTo(409);
        Visitor maple = new Visitor().signIn("Maple");
        String approve = "do=approve&version=" + alert.version();
        assertThat(maple.post(path, approve).status()).isEqualTo(303);
        assertThat(maple.post(path, approve).status()).as("again").isEqualTo(303);
        assertThat(body(maple.get(path))).contains("Send to 12 people");
        String send = "do=send&count=12&version=" + stored(alert).version();
        for (String time : List.of("first", "again")) {
            assertThat(maple.post(path, send).headers()).as(time).containsEntry("Location", path + "?told=sending");
        }
        assertThat(body(maple.get(path + "?told=sending"))).contains("It's on its way.");
        assertThat(desk.trail(alert.id()).stream()
                        .filter(each -> each.act() == org.campaignbot.alert.AlertEntry.Act.SENDING_BEGAN))
                .hasSize(1);
        assertThat(news).containsExactly("ask Admin", "decided APPROVED");
    }

    @Test
    void aTestGoesToTheTestGroupOnceHoweverOftenItsButtonIsPressed() {
        Alert draft = drafted();
        String path = "/console/alerts/" + draft.id();
        Visitor maple = new Visitor().signIn("Maple");
        assertThat(body(maple.get(path)))
                .contains("To test with several organizers")
                .doesNotContain("Send a test to the test group");
        testGroup = 1;
        assertThat(body(maple.get(path))).contains("Send a test to the test group (1 organizer)");
        testGroup = 3;
        assertThat(body(maple.get(path))).contains("Send a test to the test group (3 organizers)");
        assertThat(body(maple.get(path + "?lang=es"))).contains("al grupo de prueba (3 personas)");
        String test = "do=test-group" + version(body(maple.get(path)));
        for (String time : List.of("first", "again")) {
            assertThat(maple.post(path, test).headers())
                    .as(time)
                    .containsEntry("Location", path + "?told=tested-group");
        }
        assertThat(body(maple.get(path + "?told=tested-group&lang=en")))
                .contains("on its way to the test group, marked TEST.", "Maple: sent a test to the test group");
        WebReply another = maple.post(path, "do=test-group" + version(body(maple.get(path))));
        assertThat(another.status()).isEqualTo(409);
        assertThat(body(another)).contains("The test group got it in the last ten minutes");
        assertThat(news).containsExactly("test group by Maple");
        assertThat(new Visitor().signIn("Fern").post(path, test).status()).isEqualTo(403);
        assertThat(stored(draft).stage()).isEqualTo(Alert.Stage.DRAFT);
    }

    @Test
    void aStalePageCantSendAChangedAlertNorToMorePeopleThanItSaid() {
        Alert draft = drafted();
        Actor maple = Actor.of(organizers.all().get(1));
        desk.check(draft.id(), maple);
        Alert approved = ((DeskAnswer.Done) desk.approve(draft.id(), maple)).alert();
        String path = "/console/alerts/" + draft.id();
        Visitor admin = new Visitor().signIn("Admin");
        for (int i = 100; i < 120; i++) {
            subscribe(i);
        }
        WebReply more = admin.post(path, "do=send&count=12&version=" + approved.version());
        assertThat(more.status()).isEqualTo(409);
        assertThat(body(more)).contains("32 people now");
        desk.change(draft.id(), draft("Something else."), maple);
        WebReply changed = admin.post(path, "do=send&count=32&version=" + approved.version());
        assertThat(changed.status()).isEqualTo(409);
        assertThat(stored(draft).stage()).isEqualTo(Alert.Stage.DRAFT);
    }

    @Test
    void twoWhoWriteOneDraftBothKeepTheirWordsAndSeeTheOthers() {
        Visitor maple = new Visitor().signIn("Maple");
        maple.post("/console/write", written("save"));
        Alert draft = desk.all().get(0);
        String path = "/console/write/" + draft.id();
        Visitor admin = new Visitor().signIn("Admin");
        String theirs = written("save").replace("audience=everybody", "audience=New+York");
        assertThat(admin.post(path, as(draft.version(), theirs)).status()).isEqualTo(303);
        String mine = written("save").replaceFirst("&es=.*", "&es=" + encoded("Por favor llame."));
        WebReply refused = maple.post(path, as(draft.version(), mine));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(body(refused))
                .contains("Someone saved this draft while you were writing", "Por favor llame.</textarea>")
                .contains("What's saved now:</p><blockquote class=\"rich\"><p dir=\"auto\">New York</p>")
                .doesNotContain("<p dir=\"auto\">Please call both", "<p dir=\"auto\">Fri");
        String again = as(Long.parseLong(secret("version", body(refused))), mine);
        for (String click : List.of("first", "second")) {
            assertThat(maple.post(path, again).headers())
                    .as(click)
                    .containsEntry("Location", "/console/alerts/" + draft.id() + "?told=saved");
        }
        assertThat(stored(draft).draft().words()).containsEntry(Language.SPANISH, "Por favor llame.");
    }

    @Test
    void aDoubleClickOnSubmitAsksForApprovalOnce() {
        Visitor maple = new Visitor().signIn("Maple");
        maple.post("/console/write", written("save"));
        Alert draft = desk.all().get(0);
        String path = "/console/alerts/" + draft.id();
        String submit = as(draft.version(), written("submit"));
        assertThat(maple.post("/console/write/" + draft.id(), submit).headers())
                .containsEntry("Location", path + "?told=asked");
        assertThat(maple.post("/console/write/" + draft.id(), submit).headers()).containsEntry("Location", path);
        assertThat(news).containsExactly("ask Maple");
    }

    private static String as(long version, String form) {
        return form.replace("version=0", "version=" + version);
    }

    @Test
    void whoSchedulesReadsThatItGoesOutByItselfAndWhen() {
        Visitor maple = new Visitor().signIn("Maple");
        String alert =
                path(maple.post("/console/write", written("submit").replace("start=now", "start=tomorrow+9+am")));
        Visitor admin = new Visitor().signIn("Admin");
        admin.post(alert, "do=approve" + version(body(admin.get(alert))));
        String schedule = "do=schedule&count=12" + version(body(maple.get(alert)));
        WebReply scheduled = maple.post(alert, schedule);
        assertThat(scheduled.headers()).containsEntry("Location", alert + "?told=scheduled");
        assertThat(body(maple.get(alert + "?told=scheduled")))
                .contains("It's scheduled. It goes out by itself: Wed Nov 25, 9:00 AM Eastern (6:00 AM Pacific).");
        assertThat(body(maple.get(alert + "?told=scheduled&lang=es")))
                .contains(
                        "Está programada. Sale por sí sola: mié 25 nov, 9:00 a. m. hora del Este (6:00 a. m. hora del Pacífico).");
        assertThat(body(maple.get(alert + "?told=sending"))).as("not yet").doesNotContain("on its way.");
        maple.post(alert, "do=stop" + version(body(maple.get(alert))));
        assertThat(body(maple.get(alert + "?told=scheduled")))
                .as("an old address")
                .doesNotContain("goes out by itself");
    }

    @Test
    void whatIsScheduledCanBecomeADraftAgainAndNobodyGetsItUntilItIsApprovedAgain() {
        Visitor maple = new Visitor().signIn("Maple");
        String alert =
                path(maple.post("/console/write", written("submit").replace("start=now", "start=tomorrow+9+am")));
        Visitor admin = new Visitor().signIn("Admin");
        admin.post(alert, "do=approve" + version(body(admin.get(alert))));
        assertThat(body(maple.get(alert))).as("not scheduled yet").doesNotContain("value=\"withdraw\"");
        maple.post(alert, "do=schedule&count=12" + version(body(maple.get(alert))));
        Alert scheduled = desk.all().get(0);
        assertThat(body(maple.get(alert))).contains("Don't send yet</button>", "makes it a draft again");
        assertThat(body(new Visitor().signIn("Fern").get(alert))).doesNotContain("Don't send yet");
        String withdraw = "do=withdraw&version=" + scheduled.version();
        assertThat(new Visitor().signIn("Fern").post(alert, withdraw).status()).isEqualTo(403);
        for (String click : List.of("first", "second")) {
            assertThat(maple.post(alert, withdraw).headers())
                    .as(click)
                    .containsEntry("Location", alert + "?told=withdrawn");
        }
        Alert draft = stored(scheduled);
        assertThat(draft.stage()).isEqualTo(Alert.Stage.DRAFT);
        assertThat(draft.draft()).isEqualTo(scheduled.draft());
        assertThat(draft.began()).isNull();
        assertThat(body(maple.get(alert + "?told=withdrawn")))
                .contains(
                        "It won't go out, and nobody got it.",
                        "made it a draft again, so it doesn't go out",
                        "Submit for approval")
                .doesNotContain("gave it back");
        assertThat(maple.post(alert, "do=send&count=12&version=" + draft.version())
                        .status())
                .isEqualTo(409);
        maple.post(alert, "do=submit&version=" + draft.version());
        admin.post(alert, "do=approve" + version(body(admin.get(alert))));
        assertThat(body(maple.get(alert + "?told=withdrawn")))
                .as("an old address")
                .doesNotContain("It won't go out");
        assertThat(body(maple.get(alert))).contains("value=\"schedule\"");
    }

    @Test
    void whatHasBegunIsNoDraftAgain() {
        Alert draft = drafted();
        Actor maple = Actor.of(organizers.all().get(1));
        desk.check(draft.id(), maple);
        desk.approve(draft.id(), maple);
        Alert sending = ((DeskAnswer.Done) desk.send(draft.id(), maple)).alert();
        WebReply late = new Visitor()
                .signIn("Admin")
                .post("/console/alerts/" + draft.id(), "do=withdraw&version=" + sending.version());
        assertThat(late.status()).isEqualTo(409);
        assertThat(stored(draft).stage()).isEqualTo(Alert.Stage.SENDING);
    }

    @Test
    void whoReadsSpanishWritesInSpanishFirstAndBothAreAskedFor() {
        Visitor maple = new Visitor().signIn("Maple");
        assertThat(body(maple.get("/console/write?lang=es")))
                .containsPattern("(?s)<textarea id=\"es\".*<textarea id=\"en\"")
                .contains("solo las alertas en su idioma");
        assertThat(body(maple.get("/console/write?lang=en")))
                .containsPattern("(?s)<textarea id=\"en\".*<textarea id=\"es\"")
                .contains("People only get alerts in the language they chose");
    }

    @Test
    void aLongListOfStatesIsFoldedAboveTheButtonThatApproves() {
        Visitor maple = new Visitor().signIn("Maple");
        String states = "not%3Astate%3D" + String.join(",", States.codes().headSet("NC"));
        String alert = path(maple.post("/console/write", written("submit").replace("everybody", states)));
        assertThat(body(new Visitor().signIn("Admin").get(alert)))
                .contains("<details><summary>See who it's for</summary>", "Approve it")
                .doesNotContain("<p>For: ");
        String few = path(maple.post("/console/write", written("submit").replace("everybody", "New+York")));
        assertThat(body(maple.get(few.replace("write", "alerts")))).contains("<p>For: people in New York.</p>");
    }

    @Test
    void whoIsTheOnlyOrganizerReadsThatNobodyCanApproveAndHowToInviteSomeone() {
        organizers.remove(id("Maple"), id("Admin"), now);
        Visitor admin = new Visitor().signIn("Admin");
        WebReply submitted = admin.post("/console/write", written("submit"));
        assertThat(submitted.headers().get("Location")).endsWith("?told=nobody");
        assertThat(body(admin.get(path(submitted) + "?told=nobody")))
                .contains("it needs a second organizer to approve it.", "It needs a second organizer")
                .contains("href=\"/console/people#invite\">Invite another organizer</a>")
                .doesNotContain("One of them has to approve it", "Ask again");
        assertThat(body(admin.get("/console/people"))).contains("id=\"invite\"");
        assertThat(body(admin.get("/console/write?lang=es")))
                .as("before anything is written")
                .contains("Por ahora solo usted organiza", "href=\"/console/people?lang=es#invite\"");
        organizer("second", new Grant.Invited(Role.ORGANIZER, "Birch"), id("Admin"));
        assertThat(body(admin.get("/console/write?lang=en"))).doesNotContain("Invite another organizer");
        assertThat(body(admin.get(path(submitted))))
                .contains("One of them has to approve it")
                .doesNotContain("Invite another organizer");
    }

    @Test
    void manyNeedATick() {
        for (int i = 100; i < 700; i++) {
            subscribe(i);
        }
        Alert draft = drafted();
        Actor maple = Actor.of(organizers.all().get(1));
        desk.check(draft.id(), maple);
        Alert approved = ((DeskAnswer.Done) desk.approve(draft.id(), maple)).alert();
        String send = "do=send&count=612&version=" + approved.version();
        Visitor admin = new Visitor().signIn("Admin");
        assertThat(body(admin.get("/console/alerts/" + draft.id())))
                .contains("I understand that this goes to 612 people");
        assertThat(admin.post("/console/alerts/" + draft.id(), send).status()).isEqualTo(422);
        assertThat(admin.post("/console/alerts/" + draft.id(), send + "&sure=yes")
                        .status())
                .isEqualTo(303);
        assertThat(stored(draft).stage()).isEqualTo(Alert.Stage.SENDING);
    }

    @Test
    void whatIsGivenBackKeepsItsReasonAndAnEmptyReasonIsAskedForAgain() {
        Alert draft = drafted();
        Alert checked = ((DeskAnswer.Done)
                        desk.check(draft.id(), Actor.of(organizers.all().get(0))))
                .alert();
        String path = "/console/alerts/" + draft.id();
        Visitor maple = new Visitor().signIn("Maple");
        assertThat(maple.post(path, "do=return&reason=+&version=" + checked.version())
                        .status())
                .isEqualTo(422);
        String reason = "Name the bill. <script>alert(1)</script> {name} \u202Egnp";
        assertThat(maple.post(path, "do=return&reason=" + encoded(reason) + "&version=" + checked.version())
                        .headers())
                .containsEntry("Location", path + "?told=returned");
        assertThat(body(maple.get(path)))
                .contains("Name the bill. &lt;script&gt;alert(1)&lt;/script&gt; {name}")
                .doesNotContain("<script>alert");
        assertThat(body(new Visitor().signIn("Admin").get("/console")))
                .contains("Given back with a reason")
                .contains(
                        "<p>Maple gave it back: <q dir=\"auto\">Name the bill. &lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void todayTellsInOneLineWhyADraftCameBackUntilItIsChanged() {
        Alert draft = drafted();
        Actor maple = Actor.of(organizers.all().get(1));
        desk.check(draft.id(), Actor.of(organizers.all().get(0)));
        desk.giveBack(draft.id(), "Name the bill.\n\n" + "It is easy to mix up. ".repeat(9), maple);
        assertThat(body(new Visitor().signIn("Fern").get("/console")))
                .contains(
                        "<q dir=\"auto\">Name the bill. It is easy to mix up. It is easy to mix up. It is easy to mix up. …</q>");
        desk.change(draft.id(), draft("The vote on the bill is near."), maple);
        assertThat(body(new Visitor().signIn("Fern").get("/console"))).doesNotContain("<q");
    }

    @Test
    void whatCantBeReadIsSavedAsItWasTypedAndSaidBesideItsField() {
        Visitor admin = new Visitor().signIn("Admin");
        String alert = path(admin.post(
                "/console/write",
                "do=save&action=action-call&audience=state%3DXX&start=now&end=someday&en="
                        + encoded("Half a \"thought\" <i>")));
        String page = body(admin.get(alert));
        assertThat(page)
                .contains("\"state=XX\" (I can't read that yet)", "\"someday\" (I can't read that yet)")
                .contains(
                        "I can't tell when it ends.",
                        "Needs a Spanish message, a fix in the English message, who it's for and an end time.")
                .doesNotContain("who-count", "value=\"submit\"");
        assertThat(body(admin.get("/console")))
                .contains("Needs a Spanish message, a fix in the English message, who it's for and an end time.")
                .contains("<a href=\"" + alert.replace("alerts", "write") + "\">Go on writing</a>");
        assertThat(body(admin.get("/console?lang=es")))
                .contains(
                        "Le falta el texto en español, corregir el texto en inglés, decir para quién es y la hora de cierre.");
        String form = body(admin.get(alert.replace("alerts", "write") + "?lang=en"));
        assertThat(form)
                .contains("value=\"state=XX\"", "value=\"someday\"", "Half a \"thought\" &lt;i&gt;")
                .contains("data-compose=\"saved\"")
                .containsPattern("(?s)<input id=\"end\"[^>]*aria-invalid=\"true\"");
        assertThat(admin.post(alert, "do=submit" + version(page)).headers())
                .containsEntry("Location", alert.replace("alerts", "write") + "?told=found");
        assertThat(desk.all()).singleElement().matches(each -> each.stage() == Alert.Stage.DRAFT);
        assertThat(news).isEmpty();
    }

    @Test
    void whatWasTypedIsReadBackOrSaidWithWhatToDoInTheReadersLanguage() {
        Visitor maple = new Visitor().signIn("Maple");
        String good = written("look")
                .replace("start=now", "start=" + encoded("December 8 5pm Pacific"))
                .replaceFirst("&end=[^&]*", "&end=" + encoded("December 10"));
        assertThat(body(maple.post("/console/write", good)))
                .contains(
                        "Tue Dec 8, 8:00 PM Eastern (5:00 PM Pacific)", "Thu Dec 10, 6:00 PM Eastern (3:00 PM Pacific)")
                .contains("Just a day means 6 PM.", "\"CA-12\"");
        String bad = written("look")
                .replace("audience=everybody", "audience=" + encoded("Oakland and Los Angeles"))
                .replace("start=now", "start=" + encoded("Wed December 8"))
                .replace("&es=", "&es=" + encoded("Llame al 202-224-3121. "))
                .replace("&en=", "&en=" + encoded("Call 202-224-3121. "));
        assertThat(body(maple.post("/console/write", bad)))
                .contains(
                        "I don't know who \"Oakland and Los Angeles\" is. I can't choose by city or ZIP.",
                        "\"Wed December 8\" doesn't match: December 8 is a Tuesday.",
                        "The words give the phone number",
                        "the action gives each reader the right one.");
        maple.get("/console/write?lang=es");
        assertThat(body(maple.post("/console/write", bad)))
                .contains(
                        "No elijo por ciudad ni código postal.",
                        "«Wed December 8» no coincide: el 8 de diciembre es martes.",
                        "la acción le da a cada quien el número que le toca.");
    }

    @Test
    void anEndThatNobodyTypedIsLookedAtWhereTheWordsNameAnEarlierDay() {
        Visitor maple = new Visitor().signIn("Maple");
        String form = written("look").replaceFirst("&end=[^&]*", "&end=").replace("today%3A+the", "by+Thursday%3A+the");
        String late = "The words say \"Thursday\", and it ends after that, on <time";
        assertThat(body(maple.post("/console/write", form))).contains("Fri Nov 27, 6:00 PM Eastern", late);
        String alert = path(maple.post("/console/write", form.replace("do=look", "do=submit")));
        assertThat(body(maple.get(alert))).as("a warning forbids nothing").contains("waiting for approval", late);
        assertThat(body(maple.post("/console/write", form.replace("&end=", "&end=" + encoded("Thursday")))))
                .doesNotContain("it ends after that");
    }

    @Test
    void whatIsMissingIsSaidOnTheFormThatWasSubmitted() {
        Visitor maple = new Visitor().signIn("Maple");
        WebReply reply = maple.post("/console/write", written("submit").replaceFirst("&es=.*", "&es="));
        String back = Objects.requireNonNull(reply.headers().get("Location"));
        assertThat(back).startsWith("/console/write/").endsWith("?told=found");
        String form = body(maple.get(back));
        assertThat(form)
                .contains("Saved as a draft, and not submitted yet.", "class=\"notice-box look\"")
                .contains("Please call both senators today", "Needs a Spanish message.")
                .containsPattern("(?s)<textarea id=\"es\"[^>]*aria-invalid=\"true\"[^>]*autofocus");
        String fixed = written("submit").replace("version=0", "version=" + secret("version", form));
        assertThat(maple.post(path(reply), fixed).headers())
                .containsEntry("Location", path(reply).replace("write", "alerts") + "?told=asked");
        assertThat(desk.all()).singleElement().matches(each -> each.stage() == Alert.Stage.CHECKED);
    }

    @Test
    void aMessageThatNobodyTypedYetIsMissedOnlyAfterTheFirstCheck() {
        Visitor maple = new Visitor().signIn("Maple");
        String missing = "There are no words in this language.";
        String english = written("live").replaceFirst("&es=.*", "&es=");
        String typing = body(maple.post("/console/write", english));
        assertThat(typing)
                .doesNotContain(missing)
                .contains("Needs a Spanish message.", "name=\"checked\" value=\"\"")
                .doesNotContainPattern("(?s)<textarea id=\"es\"[^>]*aria-invalid");
        assertThat(body(maple.post("/console/write", english.replace("audience=everybody", "audience=state%3DXX"))))
                .as("what was typed is still read")
                .containsPattern("(?s)<input id=\"audience\"[^>]*aria-invalid=\"true\"");
        assertThat(body(maple.post("/console/write", english.replace("do=live", "do=look"))))
                .contains(missing, "name=\"checked\" value=\"yes\"");
        assertThat(body(maple.post("/console/write", english + "&checked=yes")))
                .as("a check before it")
                .contains(missing);
    }

    @Test
    void theLastFiveHundredCharactersOfAMessageAreCountedAndReadOutByTheHundred() {
        Visitor maple = new Visitor().signIn("Maple");
        assertThat(body(maple.post("/console/write", written("live")))).doesNotContain("Characters left");
        int most = 4_000;
        int typed = 3_600;
        String page = body(maple.post("/console/write", longer(typed)));
        Matcher left = Pattern.compile("data-live=\"left-en\">Characters left: (\\d+)</p>")
                .matcher(page);
        assertThat(left.find()).isTrue();
        int first = Integer.parseInt(left.group(1));
        assertThat(first).as("what the bot adds counts, too").isBetween(1, most - typed - 1);
        assertThat(page)
                .contains("data-live=\"left-heard-en\">Characters left: under " + (first / 100 * 100 + 100) + "</p>")
                .contains("data-live=\"left-es\"></p>");
        assertThat(body(maple.post("/console/write", longer(typed + first))))
                .contains("data-live=\"left-en\">Characters left: 0</p>")
                .doesNotContain("It's too long");
        assertThat(body(maple.post("/console/write", longer(typed + first + 1))))
                .contains("data-live=\"left-en\"></p>", "It's too long");
    }

    private static String longer(int length) {
        return written("live").replaceFirst("&en=[^&]*", "&en=" + "a".repeat(length));
    }

    @Test
    void aFormThatWasOnlyCheckedIsStillUnsaved() {
        Visitor maple = new Visitor().signIn("Maple");
        assertThat(body(maple.get("/console/write"))).contains("data-compose=\"saved\"");
        assertThat(body(maple.post("/console/write", written("look")))).contains("data-compose=\"unsaved\"");
        String empty =
                "do=look&version=0&kind=new&action=action-call&topic=all&audience=everybody&start=now&end=&en=&es=";
        assertThat(body(maple.post("/console/write", empty))).contains("data-compose=\"saved\"");
    }

    @Test
    void whoHasNoChatReadsHowToGetOneInsteadOfAButtonThatDoesNothing() {
        Visitor maple = new Visitor().signIn("Maple");
        String alert = path(maple.post("/console/write", written("save")));
        assertThat(body(maple.get(alert))).contains("Send a test to myself").doesNotContain("first open the bot");
        hasChat = false;
        assertThat(body(maple.get(alert)))
                .doesNotContain("Send a test to myself")
                .contains("first open the bot in Telegram and press Start", "href=\"https://t.me/campaign_test_bot\"");
    }

    @Test
    void pagesLoadNothingButOurOwnAndRunNoInlineScript() {
        Visitor admin = new Visitor().signIn("Admin");
        String alert = drafted().id();
        for (String path : List.of(
                "",
                "/write",
                "/past",
                "/report",
                "/alerts/" + alert,
                "/campaign",
                "/chats",
                "/chats/happy-path--call",
                "/try",
                "/people",
                "/tables",
                "/correct",
                "/settings",
                "/settings/bill",
                "/settings/organization",
                "/audit",
                "/health")) {
            WebReply reply = admin.get("/console" + path);
            assertThat(reply.headers().get("Content-Security-Policy"))
                    .contains("script-src 'self'; style-src 'self'", "frame-ancestors 'none'");
            assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
            assertThat(body(reply))
                    .doesNotContain(" style=", "<style", " onclick")
                    .doesNotContainPattern("<script(?! src)");
        }
    }

    @Test
    void watchersAreToldWhenToStopAsking() {
        Alert draft = drafted();
        Actor maple = Actor.of(organizers.all().get(1));
        Visitor fern = new Visitor().signIn("Fern");
        String path = "/console/figures/" + draft.id();
        assertThat(fern.get(path).status()).isEqualTo(404);
        desk.check(draft.id(), maple);
        desk.approve(draft.id(), maple);
        desk.send(draft.id(), maple);
        assertThat(fern.get(path).headers()).containsEntry("X-Poll", "on");
        desk.stop(draft.id(), maple);
        now = now.plus(Duration.ofSeconds(3));
        assertThat(fern.get(path).headers()).containsEntry("X-Poll", "stop");
        assertThat(body(fern.get("/console/csv/" + draft.id()))).startsWith("count,part,number\r\nsent,,0");
        assertThat(body(fern.get("/console/past"))).contains("The vote is near.");
        assertThat(desk.trail(draft.id()).stream().map(each -> each.by()).collect(Collectors.toSet()))
                .doesNotContain("Fern");
    }

    @Test
    void figuresAreShownForAHundredTimesAsLongAsItTookToCountThemAndHalfAMinuteAtMost() {
        Alert draft = drafted();
        Actor maple = Actor.of(organizers.all().get(1));
        desk.check(draft.id(), maple);
        desk.approve(draft.id(), maple);
        desk.send(draft.id(), maple);
        Visitor fern = new Visitor().signIn("Fern");
        String path = "/console/figures/" + draft.id();
        counting = Duration.ofMillis(200);
        fern.get(path);
        int once = counted;
        now = now.plus(Duration.ofSeconds(19));
        fern.get(path);
        assertThat(counted).isEqualTo(once);
        now = now.plus(Duration.ofSeconds(2));
        counting = Duration.ofSeconds(3);
        fern.get(path);
        assertThat(counted).as("after 20 seconds").isEqualTo(once + 1);
        now = now.plus(Duration.ofSeconds(29));
        fern.get(path);
        assertThat(counted).isEqualTo(once + 1);
        now = now.plus(Duration.ofSeconds(2));
        counting = Duration.ZERO;
        fern.get(path);
        assertThat(counted).as("half a minute at most").isEqualTo(once + 2);
        now = now.plus(Duration.ofSeconds(2));
        fern.get(path);
        assertThat(counted).as("two seconds at least").isEqualTo(once + 3);
    }

    private AlertFigures.Figures figures(String alert) {
        counted++;
        now = now.plus(counting);
        return AlertFigures.Figures.NONE;
    }

    @Test
    void whatAQuestionGetsIsSaidInTheAnswerToAFormAndItsWordsStayText() {
        Visitor fern = new Visitor().signIn("Fern");
        campaign.meaning = new Understanding.Clear(new Understanding.Destination("call", null));
        WebReply reply = fern.post(
                "/console/campaign", "language=es&question=" + encoded("what <b>now</b> {0} {name} \u202Egnp"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(campaign.asked).containsExactly("es what <b>now</b> {0} {name} \u202Egnp");
        assertThat(body(reply))
                .contains("what &lt;b&gt;now&lt;/b&gt; {0} {name} \u202Egnp</textarea>", "The bot takes it for:")
                .contains("Call &lt;now&gt;", "61%", "Nothing in it sounds like an emergency.")
                .contains("This is what the bot says:", "You said what &lt;b&gt;now&lt;/b&gt; {0} {name} \u202Egnp");
        campaign.meaning = new Understanding.Urgent(new Understanding.Destination("door", null));
        assertThat(body(fern.post("/console/campaign", "question=help")))
                .contains("Urgent help comes at once", "42%")
                .contains("You said help")
                .doesNotContain("The bot takes it for");
        campaign.meaning = new Understanding.Urgent(
                new Understanding.Destination("door", null), false, new Understanding.Nothing());
        assertThat(body(fern.post("/console/campaign", "question=help")))
                .contains("One line below the answer leads to urgent help.", "doesn't have an answer");
        assertThat(fern.post("/console/campaign", "question=+").status()).isEqualTo(422);
        assertThat(fern.post("/console/campaign", "question=" + "a".repeat(501)).status())
                .isEqualTo(422);
        assertThat(campaign.asked).hasSize(3);
        fern.form = "another";
        assertThat(body(fern.post("/console/campaign", "question=" + encoded("my <words>"))))
                .contains("my &lt;words&gt;");
    }

    @Test
    void theCheckIsAskedForUntilItIsMade() {
        Visitor fern = new Visitor().signIn("Fern");
        assertThat(body(fern.get("/console/campaign")))
                .contains("The check is running.", "data-poll=\"/console/findings\"");
        assertThat(fern.get("/console/findings").headers()).containsEntry("X-Poll", "on");
        campaign.findings = new CampaignTools.PackFindings(
                LocalDate.of(2026, 11, 24),
                true,
                false,
                List.of(
                        new CampaignTools.PackFinding(true, "a/b.yaml", 7, "no <step> there", "add it"),
                        new CampaignTools.PackFinding(false, "c.yaml", 1, "unread", "read it")));
        assertThat(fern.get("/console/findings").headers()).containsEntry("X-Poll", "stop");
        assertThat(body(fern.get("/console/campaign")))
                .contains("Errors: 1. Warnings: 1.", "As of November 24, 2026.", "no &lt;step&gt; there", "a/b.yaml:7")
                .contains("The files have changed since the bot started.")
                .doesNotContain("data-poll");
        campaign.findings = new CampaignTools.PackFindings(LocalDate.of(2026, 11, 24), false, true, List.of());
        assertThat(body(fern.get("/console/campaign"))).contains("The check couldn't be finished.");
    }

    @Test
    void aTranscriptIsAChatBesideTheSameInTheOtherLanguage() {
        Visitor fern = new Visitor().signIn("Fern");
        assertThat(body(fern.get("/console/chats")))
                .contains(
                        "/console/chats/happy-path--call\"",
                        "They do what they came for",
                        "/console/chats?group=rallies")
                .doesNotContain("/console/chats/happy-path--in-spanish-call", "rallies--alone");
        assertThat(body(fern.get("/console/chats?group=rallies"))).contains("/console/chats/rallies--alone");
        String both = body(fern.get("/console/chats/happy-path--call"));
        assertThat(both)
                .contains("&lt;b&gt;call&lt;/b&gt; \u202Egnp", "2 hours pass", "Hi {name}", "word for word")
                .containsPattern("(?s)<h2>English</h2>.*<h2>Spanish</h2>");
        assertThat(body(fern.get("/console/chats/rallies--alone")))
                .contains("says something other than")
                .doesNotContain("<h2>Spanish</h2>");
        assertThat(fern.get("/console/chats/happy-path--none").status()).isEqualTo(404);
    }

    @Test
    void aTryOutBelongsToOneSignInAndEndsWithIt() {
        Visitor fern = new Visitor().signIn("Fern");
        assertThat(body(fern.get("/console/try"))).contains("The greeting").doesNotContain("name=\"typed\"");
        WebReply begun = fern.post("/console/try", "do=begin&language=es&flow=nowhere");
        assertThat(begun.headers()).containsEntry("Location", "/console/try#new");
        String shown = body(fern.get("/console/try"));
        assertThat(shown).contains("You said Opened", "lang=\"es\"", "Try-out: nothing counts");
        String turn = secret("turn", shown);
        fern.post("/console/try", "turn=" + turn + "&typed=" + encoded("<i>hi</i> {0}"));
        fern.post("/console/try", "turn=" + turn + "&typed=" + encoded("<i>hi</i> {0}"));
        assertThat(campaign.heard).containsExactly("Opened", "<i>hi</i> {0}");
        String after = body(fern.get("/console/try"));
        assertThat(after).contains("&lt;i&gt;hi&lt;/i&gt; {0}");
        fern.post("/console/try", "turn=" + secret("turn", after) + "&press=" + encoded("call/card/yes"));
        assertThat(campaign.heard).last().isEqualTo("Pressed");
        assertThat(body(new Visitor().signIn("Fern").get("/console/try"))).doesNotContain("You said");
        fern.post("/console/sign-out", "");
        assertThat(campaign.forgotten).hasSize(1);
        assertThat(news).isEmpty();
    }

    @Test
    void theLanguageThatWasChosenLastIsKeptForThisSignIn() {
        Visitor maple = new Visitor().signIn("Maple");
        assertThat(body(maple.get("/console"))).contains("<html lang=\"en\">");
        maple.get("/console?lang=es");
        assertThat(body(maple.get("/console/write"))).contains("<html lang=\"es\">");
        assertThat(body(new Visitor().signIn("Maple").get("/console"))).contains("<html lang=\"en\">");
        maple.get("/console?lang=en");
        assertThat(body(maple.get("/console"))).contains("<html lang=\"en\">");
    }

    @Test
    void anEmptyAudienceIsNobodyAndAMisspelledStateIsNamed() {
        Visitor maple = new Visitor().signIn("Maple");
        WebReply nobody = maple.post("/console/write", written("submit").replace("everybody", ""));
        assertThat(nobody.status()).isEqualTo(303);
        assertThat(body(maple.get(path(nobody) + "?told=found")))
                .contains("Say who it's for, or type", "Fri Nov 27, 6:00 PM Eastern")
                .containsPattern("(?s)<input id=\"audience\"[^>]*aria-invalid=\"true\"[^>]*autofocus");
        assertThat(body(maple.get(path(nobody).replace("write", "alerts")))).contains("not filled in yet");
        assertThat(body(maple.post("/console/write", written("look").replace("everybody", "New+Yrok"))))
                .contains("\"New Yrok\" looks misspelled.", "For: people in New York.");
        assertThat(body(maple.post("/console/write", written("look").replace("everybody", "New+York"))))
                .doesNotContain("looks misspelled");
    }

    @Test
    void whatCanBeReadIsReadBackBesideWhatCant() {
        Visitor maple = new Visitor().signIn("Maple");
        String page = body(maple.post(
                "/console/write",
                written("look")
                        .replace("start=now", "start=tomorrow+9+am")
                        .replace("end=Friday", "end=whenever+Friday")));
        assertThat(page).contains("Wed Nov 25, 9:00 AM Eastern (6:00 AM Pacific)");
        assertThat(page).containsPattern("(?s)<input id=\"end\"[^>]*aria-invalid=\"true\"");
    }

    @Test
    void anAlertIsNeverSaidToRepeatItself() {
        Visitor maple = new Visitor().signIn("Maple");
        String alert = path(maple.post("/console/write", written("submit")));
        String form = body(maple.get(alert.replace("alerts", "write")));
        String changed = written("look").replace("version=0", "version=" + secret("version", form));
        String page = body(maple.post(alert.replace("alerts", "write"), changed.replace("end=Friday", "end=whenever")));
        assertThat(page).contains("value=\"whenever 6 pm\"").doesNotContain("says the same");
    }

    @Test
    void whatIsThrownAwayIsSaidToBe() {
        Visitor maple = new Visitor().signIn("Maple");
        String alert = "/console/alerts/" + drafted().id();
        WebReply dropped = maple.post(alert, "do=stop" + version(body(maple.get(alert))));
        assertThat(dropped.headers()).containsEntry("Location", alert + "?told=dropped");
        assertThat(body(maple.get(alert + "?told=dropped")))
                .contains("Thrown away. Nothing was sent.", "thrown away</span>")
                .doesNotContain(">stopped<");
    }

    @Test
    void anAlertAboutNoTopicSaysThatOnlyThoseWhoWantAllGetIt() {
        assertThat(body(new Visitor().signIn("Maple").get("/console/write")))
                .containsPattern(
                        "(?s)<option value=\"all\"[^>]*>Something else .to those who want all alerts.</option>\\s*</select>");
    }

    private static String secret(String name, String page) {
        Matcher secret =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    private static String written(String act) {
        return "do=" + act + "&version=0&kind=new&action=action-call&topic=all&audience=everybody&start=now&end="
                + encoded("Friday 6 pm") + "&en=" + encoded("Please call both senators today: the budget vote is next.")
                + "&es=" + encoded("Por favor llame hoy a los dos: sigue el voto sobre los presupuestos.");
    }

    private static String path(WebReply reply) {
        return Objects.requireNonNull(reply.headers().get("Location")).replaceFirst("[?].*", "");
    }

    private static String version(String page) {
        return "&version=" + secret("version", page);
    }

    @Test
    void trainingSkipsTheWaitForAnAlertThatIsScheduled() {
        Visitor maple = new Visitor().signIn("Maple");
        maple.post("/console/training", "do=begin");
        maple.readForm();
        assertThat(body(maple.get("/console"))).contains("You also play the organizer who approves it.");
        String form = written("submit")
                .replace("start=now", "start=" + encoded("Thursday 6 pm"))
                .replaceFirst("&end=[^&]*", "&end=");
        String alert = path(maple.post("/console/write", form));
        assertThat(body(maple.get(alert)))
                .contains("Thu Nov 26, 6:00 PM Eastern (3:00 PM Pacific)")
                .as("nobody typed an end")
                .contains("Sun Nov 29, 6:00 PM Eastern (3:00 PM Pacific)");
        WebReply approved = maple.post(alert, "do=approve" + version(body(maple.get(alert))));
        assertThat(body(maple.get(Objects.requireNonNull(approved.headers().get("Location")))))
                .contains("Approved. Now schedule it", "If you change it, it has to be approved again.");
        maple.post(alert, "do=schedule&count=1204&sure=yes" + version(body(maple.get(alert))));
        String scheduled = body(maple.get(alert));
        assertThat(scheduled).contains("It goes out by itself", "Skip ahead to its start");
        maple.post(alert, "do=skip-ahead" + version(scheduled));
        assertThat(body(maple.get(alert)))
                .contains("Done: 0 of 1,204", "Training time: Thu Nov 26, 6:00 PM Eastern.")
                .doesNotContain("Skip ahead");
        now = now.plus(TrainingMode.SENDING);
        assertThat(body(maple.get(alert))).contains("Done: 1,204 of 1,204");
        maple.post("/console/training", "do=end");
        assertThat(desk.all()).isEmpty();
    }

    @Test
    void aNoticeThatCallsForSomethingDoesNotLookLikeSuccess() {
        Visitor maple = new Visitor().signIn("Maple");
        String draft = path(maple.post("/console/write", written("save").replaceFirst("&es=.*", "&es=")));
        assertThat(body(maple.get(draft.replace("alerts", "write") + "?told=found")))
                .contains("class=\"notice-box look\"");
        assertThat(body(maple.get(draft + "?told=saved")))
                .contains("Saved as a draft")
                .doesNotContain("notice-box look");
    }

    @Test
    void onlyTrainingSkipsAhead() {
        Visitor maple = new Visitor().signIn("Maple");
        String draft = path(maple.post("/console/write", written("save")));
        maple.post(draft, "do=skip-ahead" + version(body(maple.get(draft))));
        assertThat(desk.find(draft.replaceFirst(".*/", "")).orElseThrow().stage())
                .isEqualTo(Alert.Stage.DRAFT);
    }

    @Test
    void trainingGoesFromTheFirstWordToTheReportAndSendsNothing() {
        Visitor maple = new Visitor().signIn("Maple");
        assertThat(body(maple.get("/console"))).contains("Start training").doesNotContain("nothing is sent.</strong>");
        assertThat(maple.post("/console/training", "do=begin").status()).isEqualTo(303);
        maple.readForm();
        for (String page : List.of("", "/write", "/past", "/report", "/campaign", "/try", "/nowhere")) {
            assertThat(body(maple.get("/console" + page)))
                    .as(page)
                    .contains("Training: nothing is sent.", "End training");
        }
        WebReply submitted = maple.post("/console/write", written("submit"));
        assertThat(submitted.headers().get("Location")).endsWith("?told=asked");
        String alert = path(submitted);
        assertThat(body(maple.get(alert + "?told=asked"))).contains("For real, the other organizers would be asked");
        String own = body(maple.get(alert));
        assertThat(own).contains("You play Robin, another organizer.", "It's for 1,204 people", "Approve it");
        assertThat(maple.post(alert, "do=approve" + version(own)).status()).isEqualTo(303);
        maple.post(alert, "do=test-group" + version(body(maple.get(alert))));
        assertThat(body(maple.get(alert + "?told=tested-group")))
                .contains("For real, a test would go to the test group");
        String approved = body(maple.get(alert));
        assertThat(approved)
                .contains("approved by Robin", "Send to 1,204 people")
                .doesNotContain("You play");
        String send = "do=send&count=1204" + version(approved);
        assertThat(maple.post(alert, send).status()).as("without the tick").isEqualTo(422);
        assertThat(maple.post(alert, send + "&sure=yes").headers()).containsEntry("Location", alert + "?told=sending");
        assertThat(body(maple.get(alert + "?told=sending"))).contains("For real, it would be on its way now.");
        now = now.plus(TrainingMode.SENDING.dividedBy(2));
        String figures = alert.replace("/alerts/", "/figures/");
        assertThat(maple.get(figures).headers()).containsEntry("X-Poll", "on");
        assertThat(body(maple.get(figures))).contains("Done: 602 of 1,204");
        maple.post(alert, "do=pause" + version(body(maple.get(alert))));
        now = now.plus(TrainingMode.SENDING);
        assertThat(body(maple.get(figures))).as("paused").contains("Done: 602 of 1,204");
        maple.post(alert, "do=resume" + version(body(maple.get(alert))));
        now = now.plus(TrainingMode.SENDING);
        String done = body(maple.get(alert));
        assertThat(done)
                .contains("Done: 1,204 of 1,204", "Correct it", "finished it")
                .contains(
                        "Calls, left a voicemail",
                        "the other counts are exact",
                        "Rounded down to tens",
                        "sent it to everyone it's for")
                .contains("8 may not have gotten it. Type 8 to send it to them again; some get it twice.");
        assertThat(body(maple.get("/console/report")))
                .contains("Training has no report: the made-up figures of an alert are on its own page.")
                .doesNotContain("<table", "Download as CSV");
        assertThat(maple.get(alert.replace("/alerts/", "/csv/")).headers().get("Content-Disposition"))
                .contains("\"training-alert-");
        assertThat(body(maple.get("/console/past"))).contains("the budget vote is next.");
        assertThat(body(maple.post(
                        "/console/write",
                        written("look").replace("kind=new", "kind=correction") + "&about="
                                + alert.replaceFirst(".*/", ""))))
                .contains("For: ", "people now");
        assertThat(desk.all()).isEmpty();
        assertThat(news).isEmpty();
        assertThat(body(new Visitor().signIn("Admin").get(alert))).contains("no such alert");
        maple.post("/console/training", "do=end");
        assertThat(body(maple.readForm().get("/console/past"))).contains("No alert is over yet.");
    }

    @Test
    void aCorrectionOfWhatWasStoppedInTrainingIsForThoseWhoGotIt() {
        Visitor maple = new Visitor().signIn("Maple");
        maple.post("/console/training", "do=begin");
        maple.readForm();
        String alert = path(maple.post("/console/write", written("submit")));
        maple.post(alert, "do=approve" + version(body(maple.get(alert))));
        maple.post(alert, "do=send&count=1204&sure=yes" + version(body(maple.get(alert))));
        now = now.plus(TrainingMode.SENDING.dividedBy(2));
        maple.post(alert, "do=stop" + version(body(maple.get(alert))));
        assertThat(body(maple.get(alert)))
                .contains("<dt>Sent</dt><dd>588</dd>", "<dt>Not sent: stopped</dt><dd>602</dd>");
        assertThat(body(maple.post(
                        "/console/write",
                        written("look").replace("kind=new", "kind=correction") + "&about="
                                + alert.replaceFirst(".*/", ""))))
                .contains("588 people now");
    }

    @Test
    void aTrainingIsGoneWithItsSignIn() {
        Visitor maple = new Visitor().signIn("Maple");
        maple.post("/console/training", "do=begin");
        maple.readForm();
        assertThat(body(maple.get(path(maple.post("/console/write", written("save"))))))
                .contains("1,204 people");
        assertThat(body(new Visitor().signIn("Maple").get("/console"))).contains("Nothing is waiting for you.");
        maple.post("/console/sign-out", "");
        maple.signIn("Maple");
        assertThat(body(maple.get("/console"))).contains("Nothing is waiting for you.", "Start training");
        assertThat(desk.all()).isEmpty();
    }

    @Test
    void aPageOfTrainingIsNeverTakenForReal() {
        Visitor maple = new Visitor().signIn("Maple");
        String real = maple.form;
        maple.post("/console/training", "do=begin");
        assertThat(maple.post("/console/write", written("save")).status())
                .as("a page from before")
                .isEqualTo(403);
        maple.readForm();
        String inTraining = maple.form;
        maple.post("/console/training", "do=end");
        WebReply late = maple.post("/console/write", written("submit"));
        assertThat(late.status()).isEqualTo(403);
        assertThat(body(late)).contains("the budget vote is next.");
        assertThat(maple.readForm().form).isEqualTo(real).isNotEqualTo(inTraining);
        assertThat(desk.all()).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void inTrainingNothingElseCanBeChanged() {
        for (ConsoleRoute route : ConsoleRoute.values()) {
            if (route.rule("POST").isPresent()
                    && route.rule("POST").get() != ConsoleRoute.Rule.ANYONE
                    && !route.isForTraining()) {
                Visitor admin = new Visitor().signIn("Admin");
                admin.post("/console/training", "do=begin");
                assertThat(admin.readForm()
                                .post(route.path().replace("*", "any"), "")
                                .status())
                        .as(route.path())
                        .isEqualTo(409);
            }
        }
    }
}

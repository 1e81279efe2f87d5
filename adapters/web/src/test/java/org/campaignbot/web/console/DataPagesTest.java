package org.campaignbot.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.Composing;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.memory.MemorySettings;
import org.campaignbot.memory.MemoryWrongNumbers;
import org.campaignbot.organizers.AuditEntry;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.organizers.Role;
import org.campaignbot.outcomes.OutcomeReport;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Kind;
import org.campaignbot.settings.Setting;
import org.campaignbot.settings.SettingRefusal;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.web.Page;
import org.campaignbot.web.WebReply;
import org.campaignbot.web.WebRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** The pages under "People and data": the rules of the desk and the command line hold there, nothing is lost, and nothing is done twice. */
class DataPagesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final String NUMBER = "202-224-4451";
    private static final String SCRIPT = "<script>alert(1)</script> {0} \u202Egnp";
    private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt; {0}";

    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final List<Subscriber> subscribers = new ArrayList<>();
    private final MemorySettings settings = new MemorySettings();
    private final MemoryWrongNumbers numbers = new MemoryWrongNumbers();
    private final Tally tally = Mockito.mock(Tally.class);
    private final SignInLinks links = new SignInLinks(() -> NOON);
    private final Catalog catalog = Catalog.of(DeskHere.ENGINE.pack());
    private DataHost.TableLook.Seen look =
            new DataHost.TableLook.Seen(true, Optional.of(NOON), false, "", List.of(), OptionalInt.empty());
    private TurnoverDesk.Outcome used = TurnoverDesk.Outcome.USED;
    private final ConsoleSite site = site();

    private ConsoleSite site() {
        AlertService desk = DeskHere.over(
                new MemoryAlerts(), organizers, some -> {}, alert -> AlertFigures.Figures.NONE, () -> NOON);
        return new ConsoleSite(new ConsoleHost(
                desk,
                new Composing(desk, () -> DeskHere.ENGINE, () -> NOON),
                organizers,
                () -> DeskHere.ENGINE,
                () -> DeskHere.DIRECTORY.corrected(
                        List.copyOf(Corrections.in(settings.current()).values()), LocalDate.parse("2026-11-24")),
                tally,
                numbers,
                links,
                DeskHere.SURFACES,
                Mockito.mock(ConsoleHost.News.class),
                new DataHost(
                        some -> some.accept(List.copyOf(subscribers)),
                        settings,
                        catalog,
                        new DataHost.TableLook() {
                            @Override
                            public Seen seen() {
                                return look;
                            }

                            @Override
                            public TurnoverDesk.Outcome useNames() {
                                return used;
                            }
                        },
                        () -> new DataHost.Pulse(
                                false,
                                List.of(new DataHost.Pulse.Part("reminders", "late", NOON, null, "Look at the disk.")),
                                List.of(new DataHost.Pulse.Part("telegram", "ok", NOON, NOON, "")))),
                () -> null,
                ConsoleHost.Inside.NONE,
                new CampaignHere(),
                () -> NOON));
    }

    @BeforeEach
    void begin() {
        Mockito.when(tally.bySeat(Mockito.any(Period.class))).thenReturn(List.of());
        organizer("admin", new Grant.FirstAdmin("Admin"), Organizers.OPERATOR);
        organizer("organizer", new Grant.Invited(Role.ORGANIZER, "Maple"), id("Admin"));
        organizer("viewer", new Grant.Invited(Role.VIEWER, "Fern"), id("Admin"));
    }

    private void organizer(String name, Grant grant, String by) {
        OneTimeCode code = OneTimeCode.random(new Random(name.hashCode()));
        organizers.invite(code, grant, by, NOON);
        redeem(code, name);
    }

    private Redemption redeem(OneTimeCode code, String name) {
        return organizers.redeem(
                code,
                new ConversationKey(new Address("mail", "bot", name, null), new Person("mail", name)),
                name,
                NOON);
    }

    private String id(String name) {
        return organizers.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void subscribe(int count, String state, String channel) {
        for (int i = 0; i < count; i++) {
            subscribers.add(new Subscriber(
                    "ref" + subscribers.size(),
                    "person" + subscribers.size(),
                    channel,
                    "bot",
                    Language.ENGLISH,
                    ZoneId.of("America/New_York"),
                    state,
                    Set.of(Subscription.ALL),
                    NOON,
                    null));
        }
    }

    /** A browser in which somebody is signed in. */
    private final class Visitor {

        private final String cookie;
        private final String form;

        Visitor(String name) {
            WebReply reply = site.accept(request("POST", links.path(id(name)), ""), new byte[0]);
            this.cookie =
                    Objects.requireNonNull(reply.headers().get("Set-Cookie")).replaceFirst(";.*", "");
            this.form =
                    hidden(body(Objects.requireNonNull(site.decide(request("GET", "/console", cookie), -1))), "form");
        }

        String page(String path) {
            return body(get(path));
        }

        WebReply get(String path) {
            return Objects.requireNonNull(site.decide(request("GET", path, cookie), -1));
        }

        WebReply post(String path, String... fields) {
            StringBuilder body = new StringBuilder("form=" + form);
            for (int i = 0; i < fields.length; i += 2) {
                body.append('&')
                        .append(fields[i])
                        .append('=')
                        .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
            return site.accept(request("POST", path, cookie), body.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static WebRequest request(String method, String path, String cookie) {
        String[] parts = path.split("\\?", 2);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Cookie", cookie);
        return new WebRequest(method, parts[0], parts.length > 1 ? parts[1] : null, headers::get, "client", false);
    }

    private static String body(WebReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static String hidden(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    private static String to(WebReply reply) {
        return Objects.requireNonNull(reply.headers().get("Location"), () -> reply.status() + body(reply));
    }

    @Test
    void theFormsOfSettingsSayInPlainWordsWhatToPick() {
        String action = new Visitor("Admin").page("/console/settings/action-call");
        assertThat(action)
                .contains("no longer asks for the same thing", "The last day people can do it, such as 2026-11-24.")
                .contains("open, asks for something new")
                .doesNotContain("new aim");
        assertThat(new Visitor("Admin").page("/console/settings/action-call?lang=es"))
                .contains(
                        "abierta, pero pide otra cosa",
                        "El primer día en que la gente la puede hacer, como 2026-11-24.");
    }

    @Test
    void thePageThatGivesRolesSaysWhatEachOneMayDo() {
        assertThat(new Visitor("Fern").page("/console/people"))
                .contains(
                        "<dt>viewer</dt><dd>Reads alerts, reports and settings, and tries the bot. Changes nothing.</dd>",
                        "<dt>organizer</dt><dd>Also writes, approves and sends alerts",
                        "<dt>admin</dt><dd>Also invites, renames and removes people");
        assertThat(new Visitor("Fern").page("/console/people?lang=es"))
                .contains("<dt>solo lectura</dt><dd>Lee las alertas");
    }

    @Test
    void peopleAreFiguresAndNoFewHaveALineOfTheirOwn() {
        subscribe(34, "VT", "telegram");
        subscribe(9, "NY", "slack");
        String page = new Visitor("Fern").page("/console/people");
        assertThat(page)
                .contains("<dt>People</dt><dd>40</dd>", "<dt>Groups</dt><dd>under 10</dd>")
                .contains(
                        "<dt>Telegram</dt><dd>30</dd>",
                        "<dt>Slack</dt><dd>under 10</dd>",
                        "<dt>Vermont</dt><dd>30</dd>")
                .doesNotContain("New York", "person1", "ref1", ">34<", ">43<");
    }

    @Test
    void anAdminGivesACodeThatASecondPressDoesNotDouble() {
        Visitor admin = new Visitor("Admin");
        String once = hidden(admin.page("/console/people"), "once");
        String page =
                body(admin.post("/console/people", "do", "invite", "once", once, "name", "Birch", "role", "organizer"));
        assertThat(body(admin.post(
                        "/console/people", "do", "invite", "once", once, "name", "Birch", "role", "organizer")))
                .contains(code(page).text());
        assertThat(organizers.audit().stream()
                        .filter(each -> each.act() == AuditEntry.Act.INVITED
                                && each.whom().equals("Birch")
                                && each.by().equals("Admin")))
                .hasSize(1);
        assertThat(admin.page("/console/people"))
                .as("shown once")
                .doesNotContain(code(page).text());
        redeem(code(page), "birch");
        assertThat(organizers.all())
                .anySatisfy(each -> assertThat(each.name() + each.role()).isEqualTo("BirchORGANIZER"));
    }

    private static OneTimeCode code(String page) {
        Matcher code = Pattern.compile("<code translate=\"no\">([^<]+)</code>").matcher(page);
        assertThat(code.find()).isTrue();
        return OneTimeCode.typed(code.group(1)).orElseThrow();
    }

    @Test
    void nobodyMakesAnAdminHereAndABadNameIsKeptWithWhatToChange() {
        Visitor admin = new Visitor("Admin");
        assertThat(admin.post("/console/people", "do", "invite", "name", "Birch", "role", "admin")
                        .status())
                .isEqualTo(422);
        WebReply taken = admin.post("/console/people", "do", "invite", "name", "maple", "role", "viewer");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(body(taken)).contains("value=\"maple\"", "Another organizer has that name");
        WebReply odd = admin.post("/console/people", "do", "invite", "name", SCRIPT, "role", "viewer");
        assertThat(body(odd)).contains(ESCAPED).doesNotContain("<script>alert");
        WebReply last = admin.post("/console/people", "do", "remove", "id", id("Admin"), "was", "Admin");
        assertThat(last.status()).isEqualTo(422);
        assertThat(organizers.all().stream().map(Organizer::name)).contains("Admin");
    }

    @Test
    void aStalePageRenamesAndRemovesNobodyAndASecondPressDoesNoHarm() {
        Visitor admin = new Visitor("Admin");
        String maple = id("Maple");
        String[] rename = {"do", "rename", "id", maple, "was", "Maple", "name", "Acer"};
        assertThat(to(admin.post("/console/people", rename))).isEqualTo("/console/people?told=renamed");
        assertThat(to(admin.post("/console/people", rename))).isEqualTo("/console/people?told=renamed");
        assertThat(admin.post("/console/people", "do", "remove", "id", maple, "was", "Maple")
                        .status())
                .isEqualTo(409);
        String[] remove = {"do", "remove", "id", maple, "was", "Acer"};
        assertThat(to(admin.post("/console/people", remove))).isEqualTo("/console/people?told=removed");
        assertThat(to(admin.post("/console/people", remove))).isEqualTo("/console/people?told=removed");
    }

    private void report(int times) {
        for (int i = 0; i < times; i++) {
            numbers.report("caller" + i, NUMBER, NOON.minus(Duration.ofHours(1)));
        }
    }

    @Test
    void aNumberReportedThreeTimesIsHiddenAtAPress() {
        Visitor maple = new Visitor("Maple");
        report(2);
        assertThat(maple.page("/console/tables")).doesNotContain("Hide " + NUMBER);
        report(3);
        assertThat(maple.page("/console/tables")).contains("Hide " + NUMBER);
        assertThat(new Visitor("Fern").page("/console/tables")).contains(NUMBER).doesNotContain("Hide " + NUMBER);
        assertThat(to(maple.post("/console/tables", "do", "hide", "number", NUMBER)))
                .isEqualTo("/console/tables?told=hidden");
        assertThat(to(maple.post("/console/tables", "do", "hide", "number", NUMBER)))
                .isEqualTo("/console/tables?told=hidden");
        assertThat(maple.page("/console/tables"))
                .contains(NUMBER + " is hidden", "in force", "End the correction of " + NUMBER);
        assertThat(numbers.reported()).isEmpty();
        assertThat(settings.history().get(0).who()).isEqualTo("Maple");
    }

    @Test
    void whatIsCorrectedIsCheckedBesideItsFieldAndKeptAsTyped() {
        Visitor maple = new Visitor("Maple");
        WebReply reply = maple.post(
                "/console/correct",
                "what",
                "holder",
                "version",
                "0",
                "of",
                "NY-S1",
                "name",
                SCRIPT,
                "since",
                "someday",
                "as-of",
                "2026-11-25");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(body(reply))
                .contains("Not corrected yet", ESCAPED, "value=\"someday\"")
                .contains("It takes a day, such as 2026-11-24", "Choose a party", "so that people can check it")
                .contains("That day is yet to come")
                .doesNotContain("<script>alert", "--source", "--party");
        assertThat(settings.current().values()).isEmpty();
    }

    @Test
    void aCorrectionIsMadeOnceAndReplacesNobodyElsesUnseen() {
        Visitor maple = new Visitor("Maple");
        String[] first = {
            "what",
            "phone",
            "version",
            "0",
            "named",
            "NY-S1",
            "of",
            "ny-s1",
            "phone",
            "202-224-0001",
            "source",
            "her office"
        };
        assertThat(to(maple.post("/console/correct", first))).isEqualTo("/console/tables?told=corrected");
        assertThat(to(maple.post("/console/correct", first))).isEqualTo("/console/tables?told=corrected");
        assertThat(settings.current().number()).isEqualTo(1);
        assertThat(maple.page("/console/tables"))
                .contains("The number of NY-S1 is 202-224-0001", "From her office, as of November 24, 2026.");
        WebReply stale = maple.post(
                "/console/correct",
                "what",
                "phone",
                "version",
                "0",
                "named",
                "NY-S1",
                "of",
                "NY-S1",
                "phone",
                "202-224-0002",
                "source",
                "a letter");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(body(stale)).contains("someone changed the same thing", "202-224-0002");
        assertThat(hidden(body(stale), "version")).isEqualTo("1");
        // What somebody corrected elsewhere is no reason to refuse.
        assertThat(maple.post(
                                "/console/correct",
                                "what",
                                "phone",
                                "version",
                                "0",
                                "named",
                                "NY-S3",
                                "of",
                                "NY-S3",
                                "phone",
                                "202-224-0003",
                                "source",
                                "a letter")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aSeatIsNamedByItsHolderAndThePageSaysWhoseItIsBeforeAnythingIsSaved() {
        Visitor maple = new Visitor("Maple");
        for (String of : List.of("Cruz", "senator Cruz Texas", "Ted Cruz", "TX-S1", "tx s1")) {
            WebReply named = maple.post(
                    "/console/correct", "what", "phone", "of", of, "phone", "(202) 224-0001", "source", "his office");
            assertThat(named.status()).as(of).isEqualTo(200);
            assertThat(body(named))
                    .as(of)
                    .contains("TX-S1 is the seat of Ted Cruz (Texas).", "look whose seat it is")
                    .contains("value=\"(202) 224-0001\"");
            assertThat(hidden(body(named), "named")).isEqualTo("TX-S1");
        }
        assertThat(settings.current().values()).isEmpty();
        assertThat(maple.page("/console/correct?what=phone&of=TX-23")).contains("TX-23 is vacant.");
        assertThat(to(maple.post(
                        "/console/correct",
                        "what",
                        "phone",
                        "named",
                        "TX-S1",
                        "of",
                        "Cruz",
                        "phone",
                        "202.224.0001",
                        "source",
                        "his office",
                        "as-of",
                        "yesterday")))
                .isEqualTo("/console/tables?told=corrected");
        assertThat(maple.page("/console/tables"))
                .contains("The number of TX-S1 is 202-224-0001", "From his office, as of November 23, 2026.");
        assertThat(maple.post(
                                "/console/correct",
                                "what",
                                "phone",
                                "named",
                                "TX-S1",
                                "of",
                                "Cornyn",
                                "phone",
                                "202-224-0002",
                                "source",
                                "x")
                        .status())
                .as("another seat than the page named")
                .isEqualTo(200);
    }

    @Test
    void aNameThatSeveralHaveIsRefusedWithTheSeatsToChooseFrom() {
        Visitor maple = new Visitor("Maple");
        WebReply several =
                maple.post("/console/correct", "what", "site", "of", "Scott", "site", "https://x.org/", "source", "x");
        assertThat(several.status()).isEqualTo(422);
        assertThat(body(several)).contains("may mean: ", "SC-S3 (Tim Scott)");
        WebReply misspelled = maple.post(
                "/console/correct", "what", "site", "of", "Gillibrant", "site", "https://x.org/", "source", "x");
        assertThat(body(misspelled)).contains("may mean: NY-S1 (Kirsten E. Gillibrand). Type the seat you mean.");
        assertThat(settings.current().values()).isEmpty();
    }

    @Test
    void aStalePageEndsNoOtherCorrection() {
        Visitor maple = new Visitor("Maple");
        maple.post(
                "/console/correct",
                "what",
                "site",
                "named",
                "NY-S1",
                "of",
                "NY-S1",
                "site",
                "https://example.org/",
                "source",
                "her office");
        String seen = hidden(maple.page("/console/tables"), "seen");
        maple.post(
                "/console/correct",
                "what",
                "phone",
                "named",
                "NY-S1",
                "of",
                "NY-S1",
                "phone",
                "202-224-0001",
                "source",
                "her office");
        String[] end = {"do", "end", "of", "NY-S1", "seen", seen};
        assertThat(maple.post("/console/tables", end).status()).isEqualTo(409);
        end[5] = hidden(maple.page("/console/tables"), "seen");
        assertThat(to(maple.post("/console/tables", end))).isEqualTo("/console/tables?told=ended");
        assertThat(to(maple.post("/console/tables", end))).isEqualTo("/console/tables?told=ended");
        assertThat(Corrections.in(settings.current())).isEmpty();
        assertThat(maple.page("/console/audit"))
                .contains(
                        "corrected a name or number: The number of NY-S1 is 202-224-0001",
                        "ended the correction of NY-S1");
    }

    @Test
    void offeredNamesAreUsedAtAPressAndTheDiffIsShown() {
        Visitor maple = new Visitor("Maple");
        look = new DataHost.TableLook.Seen(
                true, Optional.of(NOON), false, "", List.of("new: <b>Ana</b>"), OptionalInt.of(67));
        assertThat(maple.page("/console/tables"))
                .contains("new: &lt;b&gt;Ana&lt;/b&gt;", "67 of them have no number yet", "Use the new names");
        assertThat(to(maple.post("/console/tables", "do", "use-names"))).isEqualTo("/console/tables?told=names-used");
        used = TurnoverDesk.Outcome.GONE;
        assertThat(to(maple.post("/console/tables", "do", "use-names"))).isEqualTo("/console/tables?told=names-gone");
        for (TurnoverDesk.Outcome each : TurnoverDesk.Outcome.values()) {
            String told = "names-" + each.name().toLowerCase(Locale.ROOT);
            assertThat(maple.page("/console/tables?told=" + told)).contains("role=\"status\"");
        }
    }

    @Test
    void anAdminSetsWhatHoldsWithItsDayAndSourceAndEveryoneSeesWhoDid() {
        Visitor admin = new Visitor("Admin");
        String path = "/console/settings/bill";
        String seen = hidden(admin.page(path), "seen");
        WebReply refused = admin.post(path, "do", "set", "seen", seen, "bill.state", "failed", "bill.summary", SCRIPT);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(body(refused)).contains(ESCAPED).doesNotContain("<script>alert", "--as-of");
        WebReply undated = admin.post(path, "do", "set", "seen", seen, "bill.state", "failed");
        assertThat(body(undated)).contains("Give the day you checked it", "so that people can check it");
        String[] set = {
            "do", "set", "seen", seen, "bill.state", "failed", "bill.as_of", "today", "bill.source", "the Senate"
        };
        assertThat(to(admin.post(path, set))).isEqualTo(path + "?told=saved");
        assertThat(to(admin.post(path, set))).as("again").isEqualTo(path + "?told=same");
        set[5] = "enacted";
        assertThat(admin.post(path, set).status()).as("stale").isEqualTo(409);
        Visitor fern = new Visitor("Fern");
        assertThat(fern.page(path))
                .contains("What became of it: as the campaign came → failed")
                .doesNotContain("name=\"seen\"", "<textarea", "type=\"text\"");
        assertThat(fern.post(path, set).status()).isEqualTo(403);
        assertThat(fern.page("/console/settings")).contains("failed");
        seen = hidden(admin.page(path), "seen");
        assertThat(to(admin.post(path, "do", "back", "seen", seen))).isEqualTo(path + "?told=back");
        assertThat(settings.current().values()).isEmpty();
    }

    @Test
    void anUntouchedFormChangesNothing() {
        Visitor admin = new Visitor("Admin");
        for (String record : SettingWordsHere.records(catalog)) {
            String page = admin.page("/console/settings/" + record);
            List<String> fields = new ArrayList<>(List.of("do", "set", "seen", hidden(page, "seen")));
            Matcher typed = Pattern.compile("name=\"([a-z0-9_.-]+)\" type=\"text\"[^>]* value=\"([^\"]*)\"")
                    .matcher(page);
            while (typed.find()) {
                fields.addAll(List.of(
                        typed.group(1),
                        typed.group(2)
                                .replace("&#34;", "\"")
                                .replace("&#39;", "'")
                                .replace("&amp;", "&")));
            }
            Matcher chosen = Pattern.compile(
                            "<select id=\"[^\"]+\" name=\"([^\"]+)\".*?<option value=\"([^\"]*)\" selected",
                            Pattern.DOTALL)
                    .matcher(page);
            while (chosen.find()) {
                fields.addAll(List.of(chosen.group(1), chosen.group(2)));
            }
            assertThat(to(admin.post("/console/settings/" + record, fields.toArray(String[]::new))))
                    .isEqualTo("/console/settings/" + record + "?told=same");
        }
    }

    /** The records that settings are of. */
    private static final class SettingWordsHere {
        static Set<String> records(Catalog catalog) {
            Set<String> records = new TreeSet<>();
            catalog.settings()
                    .values()
                    .forEach(each -> records.add(each.record().isEmpty() ? "organization" : each.record()));
            return records;
        }
    }

    @Test
    void theTrailHasSignInsAndChangesInPages() {
        Visitor admin = new Visitor("Admin");
        settings.change(
                settings.current(),
                Change.set("Maple", NOON.plus(Duration.ofMinutes(1)), Map.of("quiet-hours", "21:00-09:00")));
        assertThat(organizers.audit().get(0))
                .isEqualTo(new AuditEntry(NOON, "Admin", AuditEntry.Act.ENTERED_CONSOLE, "Admin"));
        assertThat(admin.page("/console/audit"))
                .contains("signed in to the console", "clock: as the campaign came → 21:00-09:00")
                .contains("whoever runs the server", "made a code for Admin")
                .doesNotContain("Earlier entries");
        for (int i = 0; i < 30; i++) {
            organizers.enteredConsole(id("Fern"), NOON);
        }
        assertThat(admin.page("/console/audit")).contains("Earlier entries").doesNotContain("made a code for Admin");
        assertThat(admin.page("/console/audit?page=2")).contains("made a code for Admin", "Later entries");
        assertThat(admin.page("/console/audit?page=99999")).contains("made a code for Admin");
        assertThat(new Visitor("Fern").get("/console/audit").status()).isEqualTo(403);
    }

    @Test
    void healthIsForAdminsAsOnTheOperatorsPage() {
        assertThat(new Visitor("Admin").page("/console/health"))
                .contains("can't take messages", "Reminders", "late", "never", "Look at the disk.", "Telegram", "fine");
        assertThat(new Visitor("Maple").get("/console/health").status()).isEqualTo(403);
    }

    @Test
    void theMapAndTheBarsTellTensAndStayUnderSixtyKilobytes() {
        LocalDate day = LocalDate.parse("2026-11-20");
        Mockito.when(tally.bySeat(Mockito.any(Period.class)))
                .thenReturn(List.of(
                        new Tally.SeatTotal("call", "reached", "TX-S1", day, 117),
                        new Tally.SeatTotal("call", "voicemail", "TX-12", day, 18),
                        new Tally.SeatTotal("call", "reached", "VT-S1", day, 9),
                        new Tally.SeatTotal("web:call", "reached", "VT-S1", day, 50),
                        new Tally.SeatTotal("question:visa", "", "OH-1", day, 40)));
        WebReply reply = new Visitor("Fern").get("/console/report");
        String page = body(reply);
        assertThat(page)
                .contains("<title>Texas: 130</title>", "<th scope=\"row\">Texas</th><td class=\"number\">130</td>")
                .contains("<title>Vermont: under 10</title>", "<title>Ohio: under 10</title>")
                .contains(">120</text>", ">10</text>")
                .doesNotContain(" style=", ">117<", ">126<", ">135<");
        assertThat(reply.body().length).isLessThan(60_000);
        assertThat(page.split("<path class", -1)).hasSize(52);
    }

    @Test
    void theReportSaysInWordsWhatItCountsAndItsFileKeepsTheCodes() {
        LocalDate day = LocalDate.parse("2026-11-20");
        Mockito.when(tally.bySeat(Mockito.any(Period.class)))
                .thenReturn(List.of(
                        new Tally.SeatTotal("call", "mailbox-full", "TX-S1", day, 117),
                        new Tally.SeatTotal("web:call", "message", "VT-S1", day, 50),
                        new Tally.SeatTotal("call", "sang", "VT-S1", day, 20),
                        new Tally.SeatTotal("dance", "<b>", "VT-S1", day, 30)));
        Visitor fern = new Visitor("Fern");
        assertThat(fern.page("/console/report"))
                .contains(">Calls, mailbox full</th>", "Calls, left a voicemail, on the web")
                .contains("Calls tried: sang", "dance: &lt;b&gt;")
                .doesNotContain("mailbox-full", "Visits turned away", "call-answer", "web:call");
        assertThat(fern.page("/console/report"))
                .as("months in words, and the figures before the map")
                .contains("<option value=\"2026-11\" selected>November 2026</option>")
                .containsPattern("(?s)Calls, mailbox full.*<svg");
        assertThat(fern.page("/console/report?lang=es")).contains(">noviembre de 2026</option>");
        assertThat(fern.page("/console/report?lang=es"))
                .contains(">Llamadas, buzón lleno</th>", "Llamadas, dejaron un mensaje, en la web")
                .doesNotContain("mailbox-full", "turned-away");
        assertThat(body(fern.get("/console/report-csv"))).contains("call,mailbox-full,,110", "web:call,message,,50");
    }

    @Test
    void allThatTheShippedCampaignCountsHasWordsInBothLanguages() {
        for (Language language : List.of(Language.ENGLISH, Language.SPANISH)) {
            Page page = new Page("", "", "", language, false, language, new Page.Parts(false, false, false));
            OutcomeReport.known(DeskHere.ENGINE.pack()).forEach((action, outcomes) -> {
                assertThat(page.knows("console.counted." + action)).as(action).isTrue();
                outcomes.forEach(outcome -> assertThat(page.knows("console.counted." + action + "." + outcome))
                        .as(action + " " + outcome)
                        .isTrue());
            });
        }
    }

    @Test
    void everyRefusalSettingAndChoiceHasWordsInBothLanguages() {
        for (Language language : List.of(Language.ENGLISH, Language.SPANISH)) {
            Page page = new Page("", "", "", language, false, language, new Page.Parts(false, false, false));
            for (SettingRefusal.Why each : SettingRefusal.Why.values()) {
                assertThat(page.say("console.no." + each.word())).isNotEmpty();
            }
            for (AuditEntry.Act each : AuditEntry.Act.values()) {
                assertThat(page.say("console.did."
                                + each.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .isNotEmpty();
            }
            for (Setting each : catalog.settings().values()) {
                String field = each.field().replaceFirst("[.].*", "");
                assertThat(page.say(
                                each.record().isEmpty() ? "console.setting." + each.key() : "console.field." + field))
                        .isNotEmpty();
                if (each.kind().form() == Kind.Form.CHOICE) {
                    each.kind()
                            .choices()
                            .forEach(choice -> assertThat(page.say("console.choice." + choice))
                                    .isNotEmpty());
                }
            }
        }
    }
}

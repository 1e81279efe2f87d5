package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs that act for organizers, over real connections; the examples of docs/web.md are run as they stand there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestApiTest {

    private static final Path DOCS = Path.of("..", "docs", "web.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^curl (.*https://bot\\.example\\.org/api/\\S+)$");
    private static final Pattern PART = Pattern.compile("-H ['\"]([^'\"]+)['\"]|-d '([^']+)'|'?(https://[^\\s']+)'?");
    private static final String DRAFT = "{\"action\": \"action-call\", \"words\": {\"en\": \"The vote is near.\"},"
            + " \"expires\": \"2026-12-04 18:00\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // begin() sets it
    private ServerHere server;

    private final HttpClient client = HttpClient.newHttpClient();
    private Map<String, String> variables = Map.of();
    private String site = "";
    private String viewer = "";
    private String organizer = "";

    @BeforeAll
    void begin() throws Exception {
        try (Database database =
                Database.open(new DatabaseLocation.Embedded(folder), null, Clocks.of(null, ServerProcess.BEGIN))) {
            join(database, "boss", new Grant.FirstAdmin("Boss"));
            join(database, "ana", new Grant.Invited(Role.ORGANIZER, "Ana"));
            join(database, "vi", new Grant.Invited(Role.VIEWER, "Vi"));
            database.subscriptions()
                    .subscribe(new Subscription(
                            new ConversationKey(new Address("paper", "bot", "sub", null), new Person("paper", "sub")),
                            "1",
                            Clocks.of(null, ServerProcess.BEGIN).instant(),
                            Language.SPANISH,
                            ZoneId.of("America/New_York"),
                            "NY"));
        }
        int port = FreePort.find();
        site = "http://127.0.0.1:" + port;
        variables = new HashMap<>(Map.of(
                "BOT_DATA",
                folder.toString(),
                "SERVER_PORT",
                Integer.toString(port),
                "OPS_ADDRESS",
                "off",
                "BOT_CLOCK",
                ServerProcess.BEGIN));
        server = ServerHere.start(variables);
        organizer = token("Ana", "organizer");
        viewer = token("Ana", "viewer");
    }

    @AfterAll
    void end() {
        server.close();
    }

    private static void join(Database database, String person, Grant grant) throws Exception {
        OneTimeCode code = OneTimeCode.random(new Random(person.hashCode()));
        var now = Clocks.of(null, ServerProcess.BEGIN).instant();
        database.organizers().invite(code, grant, Organizers.OPERATOR, now);
        database.organizers()
                .redeem(
                        code,
                        new ConversationKey(new Address("paper", "bot", person, null), new Person("paper", person)),
                        person,
                        now);
    }

    private BotHere bot(String... arguments) throws IOException {
        return BotHere.run(variables, "", arguments);
    }

    private String token(String name, String role) throws IOException {
        BotHere made = bot("token", "new", "--for", name, "--role", role, "--purpose", "a test of " + role);
        assertThat(made.err()).isEmpty();
        return made.out().lines().findFirst().orElseThrow();
    }

    private HttpResponse<String> ask(String method, String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return client.send(
                request.method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> reply) {
        return JsonMapper.shared().readTree(reply.body());
    }

    private static void assertIsProblem(HttpResponse<String> reply, int status) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(json(reply).path("status").asInt(0)).isEqualTo(status);
        assertThat(json(reply).path("title").asString("")).isNotEmpty();
        assertThat(json(reply).path("detail").asString("")).isNotEmpty();
    }

    /** Each path of the description with its method, but for those that need no token. */
    private List<String[]> routes() throws Exception {
        JsonNode paths = json(ask("GET", "/api/openapi.json", "", "")).path("paths");
        List<String[]> routes = new ArrayList<>();
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                JsonNode operation = paths.path(path).path(method);
                if (operation.has("responses") && !operation.has("security")) {
                    routes.add(new String[] {
                        method.toUpperCase(java.util.Locale.ROOT),
                        path.replace("{id}", "none"),
                        operation.path("description").asString("")
                    });
                }
            }
        }
        assertThat(routes).hasSize(6);
        return routes;
    }

    @Test
    void nobodyGetsInWithoutAGoodTokenAndAViewerOnlyReads() throws Exception {
        String forged = "cbt_" + "A".repeat(43);
        for (String[] route : routes()) {
            String body = route[0].equals("POST") ? "{}" : "";
            for (String bad : List.of("", forged, "x", organizer + "x")) {
                HttpResponse<String> refused = ask(route[0], route[1], bad, body);
                assertIsProblem(refused, 401);
                assertThat(refused.headers().firstValue("www-authenticate")).contains("Bearer");
            }
            HttpResponse<String> read = ask(route[0], route[1], viewer, body);
            if (route[2].contains("Role: organizer")) {
                assertIsProblem(read, 403);
            } else {
                assertThat(read.statusCode()).isIn(200, 404);
            }
        }
    }

    @Test
    void theExamplesOfTheDocsWorkInTheirOrder() throws Exception {
        Matcher examples = EXAMPLE.matcher(Files.readString(DOCS));
        String id = "";
        List<String> done = new ArrayList<>();
        while (examples.find()) {
            String method = "GET";
            String body = "";
            String path = "";
            Matcher parts = PART.matcher(examples.group(1).replace("$TOKEN", organizer));
            while (parts.find()) {
                if (parts.group(2) != null) {
                    method = "POST";
                    body = parts.group(2);
                } else if (parts.group(3) != null) {
                    path = parts.group(3)
                            .substring("https://bot.example.org".length())
                            .replace("/ID", "/" + id);
                }
            }
            HttpResponse<String> reply = ask(method, path, examples.group(1).contains("$TOKEN") ? organizer : "", body);
            assertThat(reply.statusCode())
                    .as(examples.group() + "\n" + reply.body())
                    .isBetween(200, 201);
            if (reply.statusCode() == 201) {
                id = json(reply).path("id").asString("");
                assertThat(reply.headers().firstValue("location")).contains("/api/alerts/" + id);
            }
            done.add(method + " " + path.replaceFirst("\\?.*", "").replace(id.isEmpty() ? "/ID" : id, "ID"));
        }
        assertThat(done)
                .contains(
                        "POST /api/lawmakers",
                        "GET /api/report",
                        "POST /api/audience",
                        "POST /api/alerts",
                        "POST /api/alerts/ID/submit",
                        "GET /api/alerts/ID",
                        "GET /api/alerts");
        JsonNode alert = json(ask("GET", "/api/alerts/" + id, viewer, ""));
        assertThat(alert.path("author").asString("")).isEqualTo("Ana");
        assertThat(alert.path("stage").asString("")).isEqualTo("checked");
        assertThat(alert.path("trail").toString()).contains("asked-for-approval");
        assertThat(bot("alert", "status", id).out()).contains("Ana");
    }

    @Test
    void aDraftThatCantBeReadNamesEveryPartWithWhatToChange() throws Exception {
        HttpResponse<String> refused = ask(
                "POST",
                "/api/alerts",
                organizer,
                "{\"action\": \"dance\", \"audience\": \"state=ZZ\", \"words\": {\"fr\": \"oui\"}, \"at\": 7,"
                        + " \"expires\": \"someday\", \"colour\": \"red\"}");
        assertIsProblem(refused, 422);
        List<String> fields = new ArrayList<>();
        for (JsonNode error : json(refused).path("errors")) {
            fields.add(error.path("field").asString(""));
            assertThat(error.path("fix").asString("")).isNotEmpty();
        }
        assertThat(fields).contains("action", "audience", "words.fr", "words", "at", "expires", "colour");
        for (String broken : List.of("[]", "{", "7")) {
            assertIsProblem(ask("POST", "/api/alerts", organizer, broken), 400);
        }
        assertIsProblem(ask("POST", "/api/alerts", organizer, "\"" + "x".repeat(20_000) + "\""), 413);
        assertIsProblem(ask("GET", "/api/alerts/none", organizer, ""), 404);
        assertIsProblem(ask("POST", "/api/alerts/none/submit", organizer, "{}"), 404);
        assertIsProblem(ask("GET", "/api/report?by=moon", viewer, ""), 422);
        assertIsProblem(ask("GET", "/api/report?from=2026-11-03", viewer, ""), 422);
        assertIsProblem(ask("GET", "/api/report?by=week&from=2026-11&to=2026-11", viewer, ""), 422);
    }

    @Test
    void whatTheCheckFindsIsToldAndNothingIsAsked() throws Exception {
        HttpResponse<String> drafted =
                ask("POST", "/api/alerts", organizer, DRAFT.replace("is near", "is http://x.example"));
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        String id = json(drafted).path("id").asString("");
        HttpResponse<String> refused = ask("POST", "/api/alerts/" + id + "/submit", organizer, "{}");
        assertIsProblem(refused, 422);
        assertThat(json(refused).path("errors").isEmpty()).isFalse();
        assertThat(ask("GET", "/api/alerts/" + id, viewer, "").body()).contains("\"stage\":\"draft\"");
    }

    @Test
    void theReportIsTheOneOfTheCommand() throws Exception {
        HttpResponse<String> report = ask("GET", "/api/report?by=month&from=2026-10&to=2026-11", viewer, "");
        assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
        assertThat(json(report))
                .isEqualTo(JsonMapper.shared()
                        .readTree(bot("report", "--by", "month", "--from", "2026-10", "--to", "2026-11", "--json")
                                .out()));
    }

    @Test
    void aTokenIsListedWithoutItsSecretAndEndsAtOnce() throws Exception {
        String secret = token("Ana", "viewer");
        assertThat(ask("GET", "/api/alerts", secret, "").statusCode()).isEqualTo(200);
        BotHere list = bot("token", "list", "--json");
        assertThat(list.out()).contains("\"purpose\":\"a test of viewer\"").doesNotContain(secret, organizer);
        JsonNode last = JsonMapper.shared().readTree(list.out());
        String id = "";
        for (JsonNode each : last) {
            id = bot("token").out().contains(each.path("id").asString(""))
                    ? each.path("id").asString("")
                    : id;
        }
        String made = bot("token", "new", "--for", "ana").out();
        String named = made.replaceAll("(?s).*revoke (\\w+).*", "$1");
        String text = made.lines().findFirst().orElseThrow();
        assertThat(bot("token", "revoke", named).out()).startsWith("Revoked: " + named);
        assertIsProblem(ask("GET", "/api/alerts", text, ""), 401);
        assertThat(bot("token", "revoke", named).exit()).isEqualTo(2);
        assertThat(bot("organizers", "audit").out()).contains("token revoked", "token made");
        assertThat(id).isNotEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret, organizer);
            }
        }
        assertThat(server.out() + server.err()).doesNotContain(secret, organizer);
    }

    @Test
    void aTokenNeverMayMoreThanItsOrganizerAndGoesWithThem() throws Exception {
        BotHere refused = bot("token", "new", "--for", "Vi", "--role", "organizer");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("a token can't do more than its organizer");
        assertThat(bot("token", "new", "--for", "Vi", "--role", "admin").exit()).isEqualTo(2);
        assertThat(bot("token", "new", "--for", "Nemo").err()).contains("Nobody called \"Nemo\" organizes");
        String vi = token("Vi", "viewer");
        assertThat(ask("GET", "/api/alerts", vi, "").statusCode()).isEqualTo(200);
        assertThat(bot("organizers", "remove", "Vi").exit()).isZero();
        assertIsProblem(ask("GET", "/api/alerts", vi, ""), 401);
    }

    @Test
    void whoAsksTooOftenHasToWait() throws Exception {
        String eager = token("Boss", "viewer");
        int status = 0;
        for (int i = 0; i < 121; i++) {
            status = ask("GET", "/api/openapi.json", eager, "").statusCode();
        }
        assertThat(status).isEqualTo(200);
        HttpResponse<String> last = null;
        for (int i = 0; i < 121; i++) {
            last = ask("GET", "/api/alerts/none", eager, "");
        }
        assertIsProblem(java.util.Objects.requireNonNull(last), 429);
        assertThat(last.headers().firstValue("retry-after")).contains("60");
    }

    @Test
    void aRequestWithABodyIsOneCall() throws Exception {
        String token = token("Boss", "organizer");
        for (int i = 0; i < 70; i++) {
            assertThat(ask("POST", "/api/audience", token, "{\"audience\": \"Texas\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void otherPathsAndMethodsAreProblemsToo() throws Exception {
        assertIsProblem(ask("GET", "/api/nothing", organizer, ""), 404);
        HttpResponse<String> wrong = ask("DELETE", "/api/alerts", organizer, "");
        assertIsProblem(wrong, 405);
        assertThat(wrong.headers().firstValue("allow").orElseThrow()).contains("GET", "POST");
        assertThat(ask("GET", "/api/openapi.json", "", "").headers().firstValue("content-type"))
                .contains("application/json");
        assertThat(ask("POST", "/api/lawmakers", "", "{\"place\": \"VT\"}").statusCode())
                .isEqualTo(200);
    }
}

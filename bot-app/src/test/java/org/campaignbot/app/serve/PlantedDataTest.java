package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;
import static org.campaignbot.app.serve.SlackScene.taken;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignbot.app.BotProcess;
import org.campaignbot.app.serve.KeptValues.Kept;
import org.campaignbot.people.Address;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.fake.Json;
import org.campaignbot.testkit.slack.Channel;
import org.campaignbot.testkit.telegram.Group;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nothing that people type, share or are called is stored anywhere: made-up words go through Telegram, Slack and the terminal while
 * sending fails and the process is killed, and then everything that a thief could find is searched for them.
 */
class PlantedDataTest {

    private static final long ANA = 7_421_900_113L;
    private static final String OPS_TOKEN = "the-token-of-the-operators";
    private static final String SECRET = "the-secret-of-the-scene";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final Plants plants = new Plants();

    @Test
    void nothingThatPeopleSaidOrSharedRestsAnywhere() throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        try (Scene telegram = new Scene(folder.resolve("data"));
                SlackScene slack = new SlackScene(folder.resolve("unused"), true)) {
            int port = onOnePort(telegram, slack);
            telegram.set("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
            List<String> hits = new ArrayList<>();
            try (ServerProcess server = telegram.server()) {
                groupsAndOddMessages(telegram);
                withFaults(telegram, slack);
                writesALetter(telegram, "first");
                fillsInForms(slack);
                hits.addAll(pagesOf(port));
                waitsWhenThePowerGoes(telegram, slack, server);
                hits.addAll(linesOf(server));
            }
            List<Kept> kept = KeptValues.of(telegram.data());
            assertThat(kept)
                    .as("messages were waiting, and what is sealed was opened")
                    .anyMatch(each -> each.column().equals("outbox.sealed") && holds(each, Long.toString(ANA)));
            hits.addAll(filesBelow(telegram.data()));
            hits.addAll(valuesOf(kept));
            try (ServerProcess server = telegram.server()) {
                Talk ana = telegram.api().talk(ana());
                ana.says("menu");
                telegram.awaitShown(ana, question("menu/choose"));
                hits.addAll(pagesOf(port));
                assertThat(server.stop()).isZero();
                hits.addAll(linesOf(server));
            }
            hits.addAll(onATerminal());
            hits.addAll(filesBelow(folder));
            hits.addAll(valuesOf(KeptValues.of(telegram.data())));
            assertThat(hits).isEmpty();
            assertThat(plants.values()).hasSizeGreaterThan(50);
        }
    }

    @Test
    void theSearchFindsWhatIsPlantedInEachKindOfPlace() throws Exception {
        String word = plants.plant("a word", "Ñandutíquill");
        String zip = plants.plant("a ZIP code", "05842");
        Path data = Files.createDirectories(folder.resolve("data"));
        DatabaseLocation location = new DatabaseLocation.Embedded(data);
        InstantSource clock = () -> Instant.parse("2026-11-24T15:00:00Z");
        try (Database database = Database.open(location, null, clock)) {
            database.blocks()
                    .mute(
                            new org.campaignbot.people.Person("paper", "1"),
                            new Address("paper", "a", "1", null),
                            word,
                            clock.instant());
            assertThat(filesBelow(data)).isEmpty();
            assertThat(valuesOf(KeptValues.of(data))).containsExactly("block.sealed: a word, UTF-8");
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("bot.sqlite"));
                    Statement statement = other.createStatement()) {
                statement.execute(
                        "insert into installation values ('" + zip + "', '{\"said\":\"\\u00d1andut\\u00edquill\"}')");
            }
            assertThat(filesBelow(data)).contains("bot.sqlite-wal: a word, JSON", "bot.sqlite-wal: a ZIP code, UTF-8");
        }
        assertThat(valuesOf(KeptValues.of(data)))
                .contains("installation.name: a ZIP code, UTF-8", "installation.content: a word, JSON");
        Files.write(data.resolve("heap.bin"), word.getBytes(StandardCharsets.UTF_16LE));
        assertThat(filesBelow(data)).contains("bot.sqlite: a ZIP code, UTF-8", "heap.bin: a word, UTF-16LE");
        assertThat(plants.in("log", "no flow ÑANDUTíQUILL, 1795305842001")).containsExactly("log: a word, UTF-8");
        assertThat(plants.in("page", "?q=%C3%91andut%C3%ADquill&zip=05842"))
                .containsExactly("page: a word, URL", "page: a ZIP code, UTF-8");
        for (int offset = 0; offset < 3; offset++) {
            byte[] around = ("-".repeat(offset) + word + "~").getBytes(StandardCharsets.UTF_8);
            assertThat(plants.in("metric", Base64.getEncoder().encodeToString(around)))
                    .as("Base64 after " + offset)
                    .isNotEmpty();
            assertThat(plants.in("metric", HexFormat.of().formatHex(around))).isNotEmpty();
        }
    }

    /** Makes one server serve both platforms; returns its port. */
    private static int onOnePort(Scene telegram, SlackScene slack) throws IOException {
        String data = telegram.data().toString();
        int unused = telegram.byWebhook();
        slack.variables().forEach(telegram::set);
        telegram.set("BOT_DATA", data);
        telegram.set("TELEGRAM_WEBHOOK_URL", slack.address("/telegram"));
        telegram.set("OPS_TOKEN", OPS_TOKEN);
        telegram.set("OPS_ADDRESS", "off");
        return Integer.parseInt(slack.variables().get("SERVER_PORT"));
    }

    private Person ana() {
        return new Person(ANA, plants.values().getOrDefault("her name", "nobody"), "en");
    }

    private void groupsAndOddMessages(Scene scene) {
        Person ana = new Person(ANA, plants.plant("her name", "Xanthequill"), "en");
        Talk talk = scene.api().talk(ana);
        talk.starts(plants.plant("a deep link", "vexillarywend"));
        Group group =
                new Group(-1_004_455_667L, plants.plant("a group", "Bramblewicket Neighbors"), Group.Kind.SUPERGROUP);
        scene.api().group(group, ana).addsBot();
        Talk inGroup = scene.api().talk(ana, group);
        inGroup.says("/call@campaign_test_bot " + plants.plant("words behind a command", "thistlemarrow"));
        inGroup.says("@campaign_test_bot " + plants.plant("a mention", "pebbleskirt") + " urgent help");
        talk.says("does the " + plants.plant("a question", "blorptangle") + " law reach my cousin?");
        talk.says("ICE is at " + plants.plant("an address of agents", "Wobblegate Lane"));
        talk.says("/claim " + plants.plant("a code", "QZXK-93PW-WJ7M"));
        talk.says("remind me tomorrow at 9 am to ring " + plants.plant("a reminder", "Fennimorewick"));
        long typed = talk.lastMessageId();
        talk.edits(typed, "I meant " + plants.plant("an edit", "Drumlinstoat"));
        talk.replies(typed, plants.plant("a reply", "mizzlethatch"));
        talk.sharesContact(
                new Person(5, plants.plant("a contact", "Ottilieglump"), "en"),
                plants.plant("a phone", "+12025550173"));
        talk.sharesVenue(44.5921733, -72.3140981, plants.plant("a venue", "The Snickerbarn"));
        plants.plant("latitude of a venue", "44.5921733");
        ObjectNode document = Json.object();
        document.put("caption", plants.plant("a caption", "gravelhymn"));
        document.putObject("document")
                .put("file_id", "f1")
                .put("file_unique_id", "u1")
                .put("file_name", plants.plant("a file's name", "quagletter.pdf"));
        talk.sends(document);
        ObjectNode forwarded = Json.object();
        forwarded
                .putObject("forward_origin")
                .put("type", "hidden_user")
                .put("date", 1)
                .put("sender_user_name", plants.plant("a forward's sender", "Hobnailskerry"));
        talk.sends(forwarded);
        talk.forgesPress(typed, plants.plant("a forged press", "kindleflask/mopsy"));
        scene.api()
                .deliver(
                        "poll_answer",
                        "{\"user\":{\"id\":7,\"first_name\":\"" + plants.plant("a voter", "Umberlatch") + "\"}}");
        scene.api().deliver("message", "{\"message_id\":\"" + plants.plant("a broken update", "spindrelcough") + "\"}");
        scene.api()
                .deliverBody("{\"update_id\":1,\"message\":{\"text\":\"" + plants.plant("broken JSON", "wrenfumble"));
        scene.api().awaitAllConfirmed(Scene.PATIENCE);
    }

    /** Each kind of failure at least once; a refusal quotes what was sent, as real ones do. */
    private void withFaults(Scene telegram, SlackScene slack) {
        var calls = telegram.api().faults();
        calls.next(1).of("sendMessage").internalError();
        calls.next(1).of("sendMessage").closeUnprocessed();
        calls.next(1).of("sendMessage").loseAnswer();
        calls.next(1).of("sendMessage").tooManyRequests(1);
        calls.next(1)
                .of("sendMessage")
                .body("{\"ok\":true,\"result\":\"" + plants.plant("a broken answer", "cloverhinge"));
        calls.next(1)
                .of("sendMessage")
                .answer(
                        400,
                        "Bad Request: can't parse entities near \"" + plants.plant("a refusal", "dapplesnork") + "\"");
        var methods = slack.slack().faults();
        methods.next(1).of("chat.postMessage").internalError();
        methods.next(1).of("chat.postMessage").closeUnprocessed();
        methods.next(1).of("chat.postMessage").rateLimited(1);
    }

    /** A letter from the first question to the office, with a ZIP code, a town and a position along the way. */
    private void writesALetter(Scene scene, String which) {
        Talk ana = scene.api().talk(ana());
        ana.says("menu");
        ana.says("find my lawmakers");
        ana.sharesLocation(44.6543217, -72.3098761);
        ana.says("write");
        ana.says("change my place");
        ana.says(which.equals("first") ? "05842" : "05827");
        ana.says("Use the letter coach");
        ana.says("My neighbor sold her " + plants.plant(which + " why", "grumblefrost" + which) + " to pay a lawyer.");
        ana.says("Mornings, the " + plants.plant(which + " place", "Tattercoombe" + which) + " clinic stands empty.");
        ana.says("a " + plants.plant(which + " instead", "moonladle" + which) + " for every school");
        ana.says(plants.plant(which + " name", "Peregrinaquirk" + which));
        ana.says(plants.plant(which + " town", "Lower Snoddlebury" + which));
        ana.says("Vote for the " + plants.plant(which + " ask", "Puddingstone" + which) + " amendment.");
        ana.says("How to send it");
        ana.says("1");
    }

    private void fillsInForms(SlackScene scene) {
        org.campaignbot.testkit.slack.Person who = new org.campaignbot.testkit.slack.Person(
                "U0QUILL",
                plants.plant("a name on Slack", "casimirthornapple"),
                "en-US",
                "America/Denver",
                org.campaignbot.testkit.slack.Person.Guest.NO);
        org.campaignbot.testkit.slack.Talk ben = scene.workspace().talk(who);
        Channel channel = Channel.ofPublic("C0PLAN", plants.plant("a channel", "juniperwhistle"));
        org.campaignbot.testkit.slack.Talk inChannel = scene.workspace().talk(who, channel);
        taken(scene.workspace().invitesBot(who, channel));
        taken(inChannel.mentions("what about " + plants.plant("a mention on Slack", "saltcrumpet")));
        taken(inChannel.command("/campaign", plants.plant("words behind a command on Slack", "lanternmoth")));
        taken(ben.says("hello"));
        taken(ben.says("write"));
        scene.awaitShown(ben, "ZIP code");
        taken(ben.presses("Fill in"));
        scene.slack().await(() -> ben.modal().isPresent(), SlackScene.PATIENCE, "no form was opened");
        taken(ben.form()
                .fills("ZIP code, town or state", plants.plant("a ZIP code on Slack", "82433"))
                .submits());
        taken(ben.says("help me write a letter"));
        scene.awaitShown(ben, "Your letter, in your own words");
        taken(ben.presses("Fill in"));
        scene.slack().await(() -> ben.modal().isPresent(), SlackScene.PATIENCE, "no form was opened");
        String label = ben.modal().orElseThrow().elements().get(0).label();
        taken(ben.form()
                .fills(label, "I mend " + plants.plant("a form's words", "ashwicker") + " chairs here.")
                .submits());
        scene.awaitShown(ben, "What have you seen where you live?");
        taken(ben.says("The " + plants.plant("typed on Slack", "copperfidget") + " mill lost four workers."));
        taken(ben.says("skip"));
        taken(ben.says(plants.plant("a letter's name on Slack", "Leocadiabrisk")));
        taken(ben.says(plants.plant("a letter's town on Slack", "Nether Wimblecott")));
        taken(ben.says("1"));
        scene.awaitShown(ben, "ashwicker");
        scene.slack()
                .faults()
                .next(1)
                .of("chat.postMessage")
                .body("{\"ok\":false,\"error\":\"invalid_blocks\",\"response_metadata\":{\"messages\":[\""
                        + plants.plant("a refusal by Slack", "harrowplume") + "\"]}}");
        taken(ben.says("menu"));
    }

    /** People go on while nothing can be sent; their messages are in the outbox when the process is killed. */
    private void waitsWhenThePowerGoes(Scene telegram, SlackScene slack, ServerProcess server)
            throws InterruptedException {
        plants.plant("a ZIP code", "05842");
        plants.plant("another ZIP code", "05827");
        plants.plant("latitude", "44.6543");
        plants.plant("longitude", "72.3098");
        Talk ana = telegram.api().talk(ana());
        telegram.awaitShown(ana, "Puddingstonefirst");
        var unsent = telegram.api().faults().next(10_000).of("sendMessage").internalError();
        var unposted =
                slack.slack().faults().next(10_000).of("chat.postMessage").internalError();
        writesALetter(telegram, "second");
        ana.says(plants.plant("words of the last minute", "Zephyrcrumb") + ", Wyoming");
        taken(slack.workspace()
                .talk(org.campaignbot.testkit.slack.Person.of("U0QUILL"))
                .says("in " + plants.plant("words of the last minute on Slack", "Meeteetse") + ", Wyoming"));
        telegram.api().awaitAllConfirmed(Scene.PATIENCE);
        unsent.awaitUsed(1, Scene.PATIENCE);
        server.kill();
        unsent.cancel();
        unposted.cancel();
    }

    /** Requests pages of all kinds, with plants in each part of the request, and returns the answers to search. */
    private List<String> pagesOf(int port) throws Exception {
        String path = plants.plant("a path", "snufflepath");
        String query = plants.plant("a query", "wickerquery");
        String header = plants.plant("a header", "tanglehead");
        String body = plants.plant("a body", "bumblebody");
        List<String> hits = new ArrayList<>();
        for (String line : List.of(
                "GET /" + path + "?q=" + query + " HTTP/1.1",
                "GET /telegram/" + path + " HTTP/1.1",
                "GET /slack/" + path + " HTTP/1.1",
                "GET /slack/oauth_redirect?error=" + query + "&state=" + query + "&code=" + query + " HTTP/1.1",
                "POST /telegram HTTP/1.1",
                "POST /slack/events?" + query + " HTTP/1.1",
                "GET /health?" + query + " HTTP/1.1",
                "GET /status?" + query + " HTTP/1.1",
                path + " /telegram HTTP/1.1",
                "GET /%" + path + " HTTP/1.1",
                "GET /" + path + " HTTP/9." + query)) {
            String answer = asked(
                    port,
                    line + "\r\nHost: 127.0.0.1\r\nX-Telegram-Bot-Api-Secret-Token: " + header
                            + "\r\nX-Slack-Signature: v0=" + header,
                    body);
            assertThat(answer).as(line).startsWith("HTTP/1.1 ");
            hits.addAll(plants.in("the page of " + line, answer));
        }
        String broken = asked(
                port, "POST /telegram HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Telegram-Bot-Api-Secret-Token: " + SECRET, body);
        hits.addAll(plants.in("the answer to a broken update", broken));
        for (String page : List.of("/health", "/status", "/metrics")) {
            HttpResponse<String> told = forOperators(port, page);
            if (page.equals("/metrics")) {
                assertThat(told.statusCode()).isEqualTo(200);
            }
            hits.addAll(plants.in(page, told.body()));
        }
        return hits;
    }

    private static HttpResponse<String> forOperators(int port, String page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                .header("Authorization", "Bearer " + OPS_TOKEN)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /**
     * Sends a request like a deliberately slow client: the body follows only when the server wants it. A server that refuses the
     * head but still gets a body may cut the connection before its answer is read.
     */
    private static String asked(int port, String head, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String wanted = "HTTP/1.1 100 \r\n\r\n";
            String first = new String(socket.getInputStream().readNBytes(wanted.length()), StandardCharsets.UTF_8);
            boolean isWanted = first.equals(wanted);
            if (isWanted) {
                socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return isWanted ? rest : first + rest;
        }
    }

    /** What people see on their own terminal is theirs; search where else their words went. */
    private List<String> onATerminal() throws Exception {
        Path data = Files.createDirectories(folder.resolve("terminal"));
        Map<String, String> variables = Map.of(
                "BOT_DATA", data.toString(), "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder.resolve("temporary"));
        String typed = String.join(
                "\n",
                "write",
                "Wyoming",
                "help me write a letter",
                "My " + plants.plant("a terminal's words", "rhubarbgale") + " shop lost its baker.",
                "skip",
                "skip",
                plants.plant("a terminal's name", "Isidorapluck"),
                plants.plant("a terminal's town", "Great Whifflebourne"),
                "1",
                "what is a " + plants.plant("a terminal's question", "flumboxery") + "?",
                "");
        BotProcess chat = BotProcess.run(variables, typed, "chat");
        assertThat(chat.out()).contains("rhubarbgale", "Isidorapluck");
        List<String> hits = new ArrayList<>(plants.in("the terminal's errors", chat.err()));
        BotProcess ask = BotProcess.run(variables, "", "ask", plants.plant("asked by a command", "gorsemitten"));
        hits.addAll(plants.in("the errors of ask", ask.err()));
        return hits;
    }

    private List<String> linesOf(ServerProcess server) {
        List<String> hits = new ArrayList<>(plants.in("what the server printed", server.out()));
        hits.addAll(plants.in("what the server complained of", server.err()));
        return hits;
    }

    private List<String> filesBelow(Path root) throws IOException {
        List<String> hits = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                hits.addAll(plants.in("the name of a file", name));
                hits.addAll(plants.in(name, Files.readAllBytes(file)));
            }
        }
        return hits;
    }

    private List<String> valuesOf(List<Kept> kept) {
        return kept.stream()
                .flatMap(each -> plants.in(each.column(), each.bytes()).stream())
                .distinct()
                .toList();
    }

    private static boolean holds(Kept kept, String part) {
        return kept.latin1().contains(part);
    }
}

package org.campaignbot.benchmarks.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.campaignbot.benchmarks.alert.AlertScene;
import org.campaignbot.benchmarks.alert.SignedUp;
import org.campaignbot.benchmarks.process.BotUnderTest;
import org.campaignbot.benchmarks.process.Heap;
import org.campaignbot.benchmarks.process.ProcessFigures;
import org.campaignbot.benchmarks.rounds.Samples;
import org.campaignbot.benchmarks.wire.Connection;
import org.campaignbot.benchmarks.wire.HttpMessage;
import org.campaignbot.benchmarks.wire.Loop;
import org.campaignbot.organizers.ApiToken;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.SentMessage;
import org.campaignbot.testkit.telegram.Talk;

/**
 * Measures the web surface of a bot with 100,000 subscribers, in a process of its own on 127.0.0.1: the first page, open chats, an
 * audience count, and the progress page of an alert that is being sent.
 *
 * <p>Arguments: a new folder, and some of {@code pages chats audience progress}. Start it in the checkout's folder; it exits with status 1
 * if an aim is missed.
 */
public final class WebRun implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");
    private static final Duration TO_BEGIN = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int SUBSCRIBERS = 100_000;
    private static final int USERS = 50;
    private static final int CHATS = 1_000;
    /** Requests that warm the page up before watchers are measured; ten watchers send as many in ten minutes. */
    private static final int WARM_UP = 3_000;

    private static final int WATCHERS = 10;
    private static final long ADMIN = 5_000_000_001L;

    /** The page asks as often as this while its figures change. */
    private static final Duration POLL = Duration.ofSeconds(2);

    private static final Duration PAGES = Duration.ofSeconds(15);
    private static final Duration WATCHED = Duration.ofSeconds(30);
    private static final int ROUNDS = 3;

    private static final List<String> AUDIENCES = List.of(
            "everybody",
            "New York and California",
            "represented by a Republican",
            "whose senator sits on Appropriations");

    private static final Pattern LINK = Pattern.compile("/console/enter/[A-Za-z0-9_-]+");
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern PRESS = Pattern.compile("name=\"press\" value=\"([^\"]+)\">Call my senators<");

    private final AlertScene scene;
    private final FakeBotApi api;
    private final BotUnderTest bot;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private boolean isMissed;

    private WebRun(Path folder) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        InstantSource clock = InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), BEGIN));
        scene = new AlertScene(folder, null, Base64.getEncoder().encodeToString(key), clock);
        api = FakeBotApi.start(FakeBotSettings.DEFAULTS
                .withLimits(new Limits(1_000, 0, 0, 0, Limits.DOCUMENTED.tolerance()))
                .withClock(clock));
        scene.with(database -> {
            new SignedUp(SUBSCRIBERS, 0).signUp(database, api, clock.instant());
            return true;
        });
        port = FreePort.find();
        Map<String, String> settings = scene.settings(api.token(), api.url(), port, 1)
                .with("BOT_CLOCK", clock.instant().toString())
                .with("WEB", "on")
                .with("WEB_REST", "on")
                .with("WEB_CONSOLE", "on")
                // So each chat can come from an address of its own.
                .with("TRUSTED_PROXIES", "127.0.0.1")
                // The launcher disables what measuring the heap needs; these options override it.
                .with("_JAVA_OPTIONS", "-XX:-DisableAttachMechanism")
                .environment();
        bot = BotUnderTest.start(List.of("./bot", "serve"), settings, folder.resolve("output.txt"));
    }

    /** Measures and prints a table. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("web-run");
        Files.createDirectories(folder);
        Set<String> parts = arguments.length > 1
                ? Set.of(Arrays.copyOfRange(arguments, 1, arguments.length))
                : Set.of("pages", "chats", "audience", "progress");
        boolean isMissed;
        try (WebRun run = new WebRun(folder)) {
            run.measure(parts);
            isMissed = run.isMissed;
        }
        System.exit(isMissed ? 1 : 0);
    }

    private void measure(Set<String> parts) throws IOException, InterruptedException {
        awaitPages();
        System.out.println("| measured | aim | figure | beside it |\n|---|---:|---:|---|");
        if (parts.contains("pages")) {
            pages();
        }
        if (parts.contains("chats")) {
            chats();
        }
        if (parts.contains("audience")) {
            audience();
        }
        if (parts.contains("progress")) {
            progress();
        }
        System.out.printf(Locale.ROOT, "%nload %.1f%n", ProcessFigures.loadAverage());
    }

    private void awaitPages() throws InterruptedException {
        long until = System.nanoTime() + TO_BEGIN.toNanos();
        while (System.nanoTime() < until) {
            try {
                if (get("/", "").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It may still be starting.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no page is served; see " + bot.output());
    }

    private void line(String what, double aim, String unit, double figure, String beside) {
        isMissed |= !(figure < aim);
        System.out.printf(Locale.ROOT, "| %s | %.0f %s | %.1f %s | %s |%n", what, aim, unit, figure, unit, beside);
    }

    /** The first page for users each of whom asks again as soon as they have the answer. */
    private void pages() throws IOException, InterruptedException {
        Samples warm = ask(PAGES);
        double before = ProcessFigures.processorSeconds(bot.pid());
        Samples samples = ask(PAGES);
        double used = ProcessFigures.processorSeconds(bot.pid()) - before;
        line(
                "first page, 99th of 100, " + USERS + " users",
                50,
                "ms",
                samples.millis(0.99),
                String.format(
                        Locale.ROOT,
                        "median %.1f ms, %,.0f pages a second, %.2f ms of processor time each; warm-up %.1f ms",
                        samples.millis(0.5),
                        samples.count() / (double) PAGES.toSeconds(),
                        1e3 * used / samples.count(),
                        warm.millis(0.99)));
    }

    private Samples ask(Duration howLong) throws IOException, InterruptedException {
        byte[] request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: en\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Samples samples = new Samples();
        try (Loop loop = new Loop("users")) {
            for (int i = 0; i < USERS; i++) {
                long[] sent = {0};
                Connection.Receiver user = (connection, message) -> {
                    taken(message, samples, System.nanoTime() - sent[0]);
                    sent[0] = System.nanoTime();
                    connection.send(request);
                };
                loop.execute(() -> {
                    try {
                        Connection connection = loop.connect(port, user);
                        sent[0] = System.nanoTime();
                        connection.send(request);
                    } catch (IOException refused) {
                        throw new IllegalStateException(refused);
                    }
                });
            }
            Thread.sleep(howLong.toMillis());
        }
        return samples;
    }

    private static void taken(HttpMessage message, Samples samples, long nanos) {
        if (message.status() != 200) {
            throw new IllegalStateException("the first page answers " + message.start());
        }
        samples.add(nanos);
    }

    /** Chats that ask for a ZIP code and show a call card; the first ten make what all chats share. */
    private void chats() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            chat(i);
        }
        double before = Heap.megabytesAfterCollection(bot.pid());
        double resident = ProcessFigures.residentMegabytes(bot.pid());
        for (int i = 10; i < 10 + CHATS; i++) {
            chat(i);
        }
        double after = Heap.megabytesAfterCollection(bot.pid());
        line(
                String.format(Locale.ROOT, "heap of %,d open chats", CHATS),
                50,
                "MB",
                after - before,
                String.format(
                        Locale.ROOT,
                        "%.1f KB each; %.1f MB before; resident memory grew by %.0f MB",
                        1e3 * (after - before) / CHATS,
                        before,
                        ProcessFigures.residentMegabytes(bot.pid()) - resident));
    }

    private void chat(int number) throws IOException, InterruptedException {
        String from = "X-Forwarded-For: 10.1." + number / 200 + "." + (1 + number % 200);
        HttpResponse<String> begun = post("/chat/start", "", from);
        String cookie = cookie(begun);
        String greeting = get("/chat", cookie).body();
        post("/chat", "form=" + found(FORM, greeting) + "&press=" + encoded(found(PRESS, greeting)), cookie, from);
        post("/chat", "form=" + found(FORM, get("/chat", cookie).body()) + "&typed=10001", cookie, from);
        String card = get("/chat", cookie).body();
        if (!card.contains("(NY)")) {
            throw new IllegalStateException("a chat doesn't come to its call: " + card);
        }
    }

    /** Counts of audiences, as programs ask for them; the console counts the same way. */
    private void audience() throws IOException, InterruptedException {
        ApiToken token = ApiToken.random(new SecureRandom());
        admin();
        scene.with(database -> database.apiTokens()
                .issue(
                        token,
                        database.organizers().all().get(0).id(),
                        Role.ORGANIZER,
                        "benchmark",
                        scene.clock().instant())
                .orElseThrow());
        for (String audience : AUDIENCES) {
            List<Double> millis = new ArrayList<>();
            double before = ProcessFigures.processorSeconds(bot.pid());
            for (int i = 0; i < 10; i++) {
                long begin = System.nanoTime();
                HttpResponse<String> counted = post(
                        "/api/audience",
                        "{\"audience\": \"" + audience + "\"}",
                        "Authorization: Bearer " + token.text(),
                        "Content-Type: application/json");
                millis.add((System.nanoTime() - begin) / 1e6);
                if (counted.statusCode() != 200) {
                    throw new IllegalStateException(counted.body());
                }
            }
            double used = ProcessFigures.processorSeconds(bot.pid()) - before;
            List<Double> sorted = millis.stream().sorted().toList();
            line(
                    String.format(Locale.ROOT, "audience of %,d: %s", SUBSCRIBERS, audience),
                    300,
                    "ms",
                    sorted.get(5),
                    String.format(
                            Locale.ROOT,
                            "median of ten; slowest %.0f ms; %.0f ms of processor time each",
                            sorted.get(9),
                            100 * used));
        }
    }

    /** The progress of an alert to everybody that goes out at one message a second, with and without watchers, in turns. */
    private void progress() throws IOException, InterruptedException {
        String session = signIn();
        scene.schedule();
        api.await(() -> scene.recipients() == SUBSCRIBERS, PATIENCE, "the recipients aren't chosen");
        String page = get("/console/alerts/" + AlertScene.ALERT, session).body();
        if (!page.contains("data-poll")) {
            throw new IllegalStateException("the progress page has no figures");
        }
        for (int i = 0; i < WARM_UP; i++) {
            figures(session);
        }
        watch(session, WATCHERS);
        List<Double> alone = new ArrayList<>();
        List<Double> watched = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            alone.add(watch(session, 0));
            watched.add(watch(session, WATCHERS));
        }
        double without = alone.stream().sorted().toList().get(ROUNDS / 2);
        double with = watched.stream().sorted().toList().get(ROUNDS / 2);
        line(
                WATCHERS + " watchers of the progress page, of a core",
                2,
                "%",
                with - without,
                String.format(
                        Locale.ROOT,
                        "%.1f %% with them, %.1f %% without, medians of %d half minutes",
                        with,
                        without,
                        ROUNDS));
    }

    /** The share of a core that the bot uses while this many people watch, in percent. */
    private double watch(String session, int watchers) throws InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(Math.max(1, watchers));
        double before = ProcessFigures.processorSeconds(bot.pid());
        long begin = System.nanoTime();
        long end = begin + WATCHED.toNanos();
        List<Future<Boolean>> watches = new ArrayList<>();
        for (int i = 0; i < watchers; i++) {
            long delay = POLL.toMillis() * i / watchers;
            watches.add(people.submit(() -> {
                Thread.sleep(delay);
                while (System.nanoTime() < end) {
                    figures(session);
                    Thread.sleep(POLL.toMillis());
                }
                return true;
            }));
        }
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        double used = ProcessFigures.processorSeconds(bot.pid()) - before;
        double seconds = (System.nanoTime() - begin) / 1e9;
        for (Future<Boolean> watch : watches) {
            try {
                watch.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a watcher got no figures", failed);
            }
        }
        people.shutdown();
        return 100 * used / seconds;
    }

    private void figures(String session) throws IOException, InterruptedException {
        if (get("/console/figures/" + AlertScene.ALERT, session).statusCode() != 200) {
            throw new IllegalStateException("no figures");
        }
    }

    /** Signs the admin in as people do, by a link from the bot, and returns the session's cookie. */
    private String signIn() throws IOException, InterruptedException {
        admin();
        Talk admin = api.talk(Person.of(ADMIN));
        admin.hasWrittenBefore();
        admin.says("console");
        api.await(() -> LINK.matcher(lastShown()).find(), PATIENCE, "no link into the console comes");
        return cookie(post(found(LINK, lastShown()), ""));
    }

    private String lastShown() {
        return api.shown(ADMIN).stream().map(SentMessage::text).collect(Collectors.joining("\n"));
    }

    /** Makes the admin, if there is none yet. */
    private void admin() {
        boolean isThere = scene.with(database -> {
            if (database.organizers().all().isEmpty()) {
                Instant now = scene.clock().instant();
                OneTimeCode code = OneTimeCode.random(new SecureRandom());
                String account = api.token().substring(0, api.token().indexOf(':'));
                database.organizers().invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, now);
                database.organizers().redeem(code, SignedUp.key(account, ADMIN), "u1", now);
            }
            return !database.organizers().all().isEmpty();
        });
        if (!isThere) {
            throw new IllegalStateException("there's no admin");
        }
    }

    private HttpResponse<String> get(String path, String header) throws IOException, InterruptedException {
        return send(request(path, header).GET());
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
        for (String header : headers) {
            if (!header.isEmpty()) {
                String[] parts = header.split(": ", 2);
                request.header(parts[0], parts[1]);
            }
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> reply) {
        return "Cookie: "
                + reply.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What a pattern finds in a text: its group, if it has one. */
    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("there is no " + pattern + " in: " + text);
        }
        return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
    }

    @Override
    public void close() {
        bot.close();
        api.close();
    }
}

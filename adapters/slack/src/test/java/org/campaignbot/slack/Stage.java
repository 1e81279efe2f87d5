package org.campaignbot.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;
import org.campaignbot.platform.Troubles;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.slack.blocks.SlackWords;
import org.campaignbot.slack.home.HomeView;
import org.campaignbot.slack.receive.CommandForm;
import org.campaignbot.slack.receive.SlackReply;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.settings.SlackSettings.Rates;
import org.campaignbot.testkit.RecordingOperator;
import org.campaignbot.testkit.SettableClock;
import org.campaignbot.testkit.slack.Channel;
import org.campaignbot.testkit.slack.Delivery;
import org.campaignbot.testkit.slack.FakeSlack;
import org.campaignbot.testkit.slack.Limits;
import org.campaignbot.testkit.slack.Person;
import org.campaignbot.testkit.slack.RequestUrls;
import org.campaignbot.testkit.slack.Talk;
import org.campaignbot.testkit.slack.Workspace;
import org.campaignbot.update.Update;
import org.jspecify.annotations.Nullable;

/** A fake Slack and a bot that it delivers to, with people in a workspace. */
final class Stage implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(20);
    static final String TEAM = "T0ACME";
    static final Person ANA = Person.of("U0ANA").speaking("es-MX");
    static final Person BEN = Person.of("U0BEN");
    static final Channel GENERAL = Channel.ofPublic("C0GENERAL", "general");

    static final Map<Language, SlackWords> WORDS = Map.of(
            Language.ENGLISH,
                    new SlackWords("Fill in a form", "Send", "Cancel", "That is too long.", "Owners may read."),
            Language.SPANISH,
                    new SlackWords(
                            "Rellenar un formulario", "Enviar", "Cancelar", "Es demasiado largo.", "Pueden leer."));

    static final Choice YES = new Choice.Press("Yes", "call", "ready", "yes");

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T17:00:00Z"));
    final FakeSlack slack;
    final Workspace acme;
    final RecordingOperator operator = new RecordingOperator();
    final List<Update> taken = new CopyOnWriteArrayList<>();
    final List<String> left = new CopyOnWriteArrayList<>();
    final SlackBot bot;
    final Talk ana;
    final Talk ben;
    /** How many of the next updates fail to commit. */
    final AtomicInteger failures = new AtomicInteger();

    volatile HomeView home = HomeView.NONE;
    volatile CommandForm commands = CommandForm.NONE;

    static {
        // The first call of a process loads classes, which takes longer on a busy machine than any timeout allows.
        try (FakeSlack first = FakeSlack.start();
                WebApi api = new WebApi(URI.create(first.apiUrl()), new Troubles(new RecordingOperator()))) {
            Answer unused = api.call("auth.test", first.workspace(TEAM).botToken(), Map.of());
        }
    }

    private final @Nullable HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Stage(boolean http, org.campaignbot.testkit.slack.SlackSettings settings) {
        slack = FakeSlack.start(settings.withClock(clock));
        acme = slack.workspace(TEAM);
        bot = new SlackBot(settings(slack, acme, http), host(null));
        server = http ? serve() : null;
        if (http) {
            slack.deliversTo(RequestUrls.all("http://127.0.0.1:" + port() + SlackHttp.EVENTS));
        } else {
            slack.deliversOverSockets();
        }
        ana = acme.talk(ANA);
        ben = acme.talk(BEN);
    }

    /** A stage with requests over HTTP and no limits. */
    static Stage http() {
        return http(org.campaignbot.testkit.slack.SlackSettings.DEFAULTS.withLimits(Limits.NONE));
    }

    static Stage http(org.campaignbot.testkit.slack.SlackSettings settings) {
        return new Stage(true, settings);
    }

    /** A stage with Socket Mode and no limits. */
    static Stage socket() {
        return new Stage(false, org.campaignbot.testkit.slack.SlackSettings.DEFAULTS.withLimits(Limits.NONE));
    }

    static SlackSettings settings(FakeSlack slack, Workspace workspace, boolean http) {
        return new SlackSettings(
                workspace.botToken(),
                http ? null : org.campaignbot.testkit.slack.SlackSettings.APP_TOKEN,
                org.campaignbot.testkit.slack.SlackSettings.SIGNING_SECRET,
                URI.create(slack.apiUrl()),
                SlackSettings.COMMAND,
                null,
                Rates.DEFAULT);
    }

    SlackHost host(SlackHost.@Nullable Many many) {
        return new SlackHost(
                WORDS,
                unused -> Optional.empty(),
                (own, locale) -> home.of(own, locale),
                (own, words, language) -> commands.of(own, words, language),
                operator,
                left::add,
                clock,
                many);
    }

    void intake(List<Update> updates) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the store is away");
        }
        taken.addAll(updates);
    }

    /** Waits until a delivery is acknowledged, and returns the newest update. */
    Update taken(Delivery delivery) {
        Delivery unused = delivery.awaitTaken(SOON);
        return taken.get(taken.size() - 1);
    }

    static Message message(String text, Choice... choices) {
        return new Message(RichText.of(text), List.of(choices), Visibility.EVERYONE, null, null, false, false);
    }

    long count(SlackCount slackCount) {
        return bot.counts().getOrDefault(slackCount.title(), -1L);
    }

    int port() {
        if (server == null) {
            throw new IllegalStateException("nothing is served");
        }
        return server.getAddress().getPort();
    }

    private HttpServer serve() {
        SlackHttp http = bot.http(this::intake);
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", exchange -> answer(http, exchange));
            started.setExecutor(threads);
            started.start();
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void answer(SlackHttp http, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        SlackReply reply = http.accept(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestURI().getRawQuery(),
                name -> exchange.getRequestHeaders().getFirst(name),
                body);
        byte[] answer = reply.body() == null ? new byte[0] : reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (reply.contentType() != null) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
        if (answer.length > 0) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    @Override
    public void close() {
        bot.close();
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
        slack.close();
    }
}

package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A strict fake of Slack on 127.0.0.1.
 *
 * <p>It refuses what Slack refuses, with Slack's errors, and records as {@link #violations} what Slack tolerates but a good app
 * doesn't do. People act through {@link Workspace#talk}, which also shows what each of them sees; the app's calls are in
 * {@link #log}. It uses the clock in the settings: if the app's clock can be set, give both the same. Thread-safe.
 *
 * <pre>{@code
 * FakeSlack slack = FakeSlack.start();
 * Workspace acme = slack.workspace("T0ACME");
 * ... a bot is started that calls slack.apiUrl() with acme.botToken() and checks SlackSettings.SIGNING_SECRET ...
 * slack.deliversTo(RequestUrls.all(addressOfTheBot));
 * Talk ana = acme.talk(Person.of("U0ANA").speaking("es-MX"));
 * ana.command("/bill", "").awaitTaken(Duration.ofSeconds(20));
 * ana.presses("Call");
 * ana.lastShown().text();
 * }</pre>
 */
public final class FakeSlack implements AutoCloseable {

    private final World world;
    private final Faults faults = new Faults();
    private final SlackServer server;
    private final SocketMode sockets;
    private final OAuth oauth;
    private volatile @Nullable HttpCarrier carrier;

    private FakeSlack(SlackSettings settings) {
        world = new World(settings);
        server = new SlackServer(settings.port());
        world.listensAt(server.url());
        sockets = new SocketMode(world);
        oauth = new OAuth(world);
        Outcome outcome = new Outcome(world, faults);
        Stream<Method> methods = Stream.of(
                        new ChatMethods(world).methods(),
                        new ConversationMethods(world).methods(),
                        new AuthMethods(world).methods(),
                        new ViewMethods(world).methods(),
                        new AppMethods(sockets, oauth).methods())
                .flatMap(Collection::stream);
        server.answers(WebApi.PATH, new WebApi(world, outcome, methods));
        server.answers(ResponseUrls.PATH, new ResponseUrlHandler(world, outcome));
        server.answers(OAuth.PATH, oauth);
    }

    /** Starts a fake with the default settings. */
    public static FakeSlack start() {
        return start(SlackSettings.DEFAULTS);
    }

    /**
     * Starts a fake.
     *
     * @throws java.io.UncheckedIOException if the port is taken or the log file can't be written
     */
    public static FakeSlack start(SlackSettings settings) {
        FakeSlack slack = new FakeSlack(settings);
        slack.server.start();
        return slack;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Its address, without a trailing slash. */
    public String url() {
        return server.url();
    }

    /** The address before a method's name, with a trailing slash. */
    public String apiUrl() {
        return url() + WebApi.PATH;
    }

    /** Where an installation starts: {@code /oauth/v2/authorize}, to which the app adds its parameters. */
    public String authorizeUrl() {
        return url() + OAuth.AUTHORIZE;
    }

    /** The app's calls. */
    public CallLog log() {
        return world.log;
    }

    /** Faults to inject. */
    public Faults faults() {
        return faults;
    }

    /** Socket Mode: its connections, and ways in which Slack ends them. */
    public SocketMode socketMode() {
        return sockets;
    }

    /** A workspace with the app installed, with the scopes of the settings, unless it was uninstalled since. */
    public Workspace workspace(String id) {
        return world.locked(() -> {
            boolean isNew = !world.teams.containsKey(id);
            Team team = world.team(id);
            if (isNew) {
                Installation unused = world.install(team, world.settings.scopes());
            }
            return new Workspace(world, team);
        });
    }

    /** A workspace without installing the app; a new one doesn't have it, so that OAuth can install it. */
    public Workspace workspaceWithoutApp(String id) {
        return world.locked(() -> new Workspace(world, world.team(id)));
    }

    /**
     * A person approves the installation that a link to {@link #authorizeUrl} asks for; returns the address that their browser is
     * sent to.
     *
     * @throws IllegalArgumentException if Slack would show an error instead of its page
     */
    public String approves(String authorizeLink, Workspace workspace, Person person) {
        return oauth.approve(authorizeLink, workspace.id(), person);
    }

    /** Delivers over HTTP from now on. */
    public void deliversTo(RequestUrls urls) {
        HttpCarrier before = carrier;
        HttpCarrier next = new HttpCarrier(world, urls);
        carrier = next;
        world.deliveries.by(next);
        if (before != null) {
            before.close();
        }
    }

    /** Whether the events address echoes a challenge, which Slack requires when it's set. */
    public boolean verifiesUrl() {
        return overHttp().verify();
    }

    /** Whether the commands address answers Slack's certificate check, {@code ssl_check=1}, with an empty 200. */
    public boolean checksCertificate() {
        return overHttp().checkCertificate();
    }

    private HttpCarrier overHttp() {
        HttpCarrier over = carrier;
        if (over == null) {
            throw new IllegalStateException("no request URL is set");
        }
        return over;
    }

    /** Delivers over Socket Mode from now on. */
    public void deliversOverSockets() {
        world.deliveries.by(sockets);
    }

    /** Delivers an event of any type, even an unknown one: a JSON object with its {@code type}. */
    public Delivery event(Workspace workspace, String event) {
        ObjectNode content = (ObjectNode) Json.read(event);
        return world.locked(() -> world.events.send(world.team(workspace.id()), null, content));
    }

    /** Delivers a whole event, as Slack sometimes does twice: an {@code event_callback} with its own {@code event_id}. */
    public Delivery eventAsItIs(String envelope) {
        ObjectNode content = (ObjectNode) Json.read(envelope);
        return world.locked(() -> world.events.sendWhole(
                content, content.path("event").path("type").asString("")));
    }

    /** What the app did that Slack tolerates or the documentation forbids; empty for a good app. */
    public List<String> violations() {
        return world.locked(world::violations);
    }

    /** How often the app was rate limited by its own doing, not by a test's order. */
    public int limitsReached() {
        return world.locked(world.rates::reached);
    }

    /** How often the app was rate limited for any reason: each is a 429. */
    public int timesToldToWait() {
        return world.locked(world.rates::told);
    }

    /** The calls that came before a wait had ended, with a quarter of a second of tolerance for calls on their way. */
    public List<String> earlyCalls() {
        return world.locked(world.rates::early);
    }

    /** How many deliveries the app has acknowledged. */
    public long taken() {
        return world.locked(world.deliveries::taken);
    }

    /** Waits until no delivery is pending. */
    public void awaitAllDelivered(Duration deadline) {
        await(() -> world.deliveries.underWay() == 0, deadline, "deliveries are still under way");
    }

    /** Waits for a condition; it's checked after each recorded call or finished delivery. */
    public void await(BooleanSupplier condition, Duration deadline, String otherwise) {
        world.log.await(log -> condition.getAsBoolean(), deadline, () -> otherwise);
    }

    /** Handles the control calls of another process; see {@link FakeSlackMain}. */
    void control(Control control) {
        server.answers(Control.PATH, control);
    }

    JsonNode status() {
        ObjectNode json = Json.object();
        json.put("taken", taken()).put("under_way", world.locked(world.deliveries::underWay));
        json.put("limits_reached", limitsReached()).put("told_to_wait", timesToldToWait());
        json.put("connections", sockets.connections());
        violations().forEach(json.putArray("violations")::add);
        earlyCalls().forEach(json.putArray("early_calls")::add);
        return json;
    }

    /** Releases what waits and stops listening. */
    @Override
    public void close() {
        faults.clear();
        world.deliveries.close();
        HttpCarrier over = carrier;
        if (over != null) {
            over.close();
        }
        sockets.close();
        server.close();
        world.log.close();
    }
}

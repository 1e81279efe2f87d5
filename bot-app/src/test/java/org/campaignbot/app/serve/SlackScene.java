package org.campaignbot.app.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Address;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.slack.Delivery;
import org.campaignbot.testkit.slack.FakeSlack;
import org.campaignbot.testkit.slack.Limits;
import org.campaignbot.testkit.slack.Person;
import org.campaignbot.testkit.slack.RequestUrls;
import org.campaignbot.testkit.slack.Retries;
import org.campaignbot.testkit.slack.SentMessage;
import org.campaignbot.testkit.slack.SlackSettings;
import org.campaignbot.testkit.slack.Talk;
import org.campaignbot.testkit.slack.Workspace;

/** A fake of Slack with a workspace, and a server that can be started and stopped. */
final class SlackScene implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");

    /**
     * Whole processes that start beside other servers' tests, on two cores, may acknowledge later than Slack's 3 seconds; how fast they do
     * alone is what {@code AcknowledgementRun} measures.
     */
    private static final Duration ON_A_SHARED_MACHINE = Duration.ofSeconds(20);

    private final InstantSource clock =
            InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), BEGIN));
    private final FakeSlack slack = FakeSlack.start(SlackSettings.DEFAULTS
            .withLimits(Limits.NONE)
            .withClock(clock)
            .withRetries(Retries.QUICK.ackedWithin(ON_A_SHARED_MACHINE)));
    private final Workspace workspace = slack.workspace("T0ACME");
    private final Map<String, String> variables = new HashMap<>();
    private final Path data;

    /** A scene whose server stores its data under a folder. */
    SlackScene(Path folder, boolean http) throws IOException {
        variables.put("SLACK_BOT_TOKEN", workspace.botToken());
        variables.put("SLACK_API_URL", slack.apiUrl());
        variables.put("SLACK_CHANNEL_RATE_PER_SECOND", "0");
        variables.put("PERSON_RATE_PER_MINUTE", "0");
        this.data = folder;
        variables.put("BOT_DATA", data.toString());
        variables.put("OPS_ADDRESS", "off");
        if (http) {
            int port = FreePort.find();
            variables.put("SLACK_SIGNING_SECRET", SlackSettings.SIGNING_SECRET);
            variables.put("SERVER_PORT", Integer.toString(port));
            slack.deliversTo(RequestUrls.all("http://127.0.0.1:" + port + "/slack/events"));
        } else {
            variables.put("SLACK_APP_TOKEN", SlackSettings.APP_TOKEN);
            slack.deliversOverSockets();
        }
    }

    /** A scene whose server any workspace may install; it doesn't know the app that {@link #workspace} has. */
    static SlackScene ofMany(Path folder) throws IOException {
        SlackScene scene = new SlackScene(folder, true);
        scene.variables.remove("SLACK_BOT_TOKEN");
        scene.variables.put("SLACK_CLIENT_ID", SlackSettings.CLIENT_ID);
        scene.variables.put("SLACK_CLIENT_SECRET", SlackSettings.CLIENT_SECRET);
        scene.variables.put("SLACK_REDIRECT_URL", scene.address("/slack/oauth_redirect"));
        return scene;
    }

    String address(String path) {
        return "http://127.0.0.1:" + variables.get("SERVER_PORT") + path;
    }

    /** A person opens the page, adds the bot to their workspace and comes back; returns what the page says then. */
    String installs(Workspace into, Person by) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newHttpClient();
        HttpResponse<String> begun = browser.send(
                HttpRequest.newBuilder(URI.create(address("/slack/install"))).build(), BodyHandlers.ofString());
        String link = begun.headers()
                .firstValue("Location")
                .orElseThrow()
                .replace("https://slack.com/oauth/v2/authorize", slack.authorizeUrl());
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        return browser.send(
                        HttpRequest.newBuilder(URI.create(slack.approves(link, into, by)))
                                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** Sets a variable of the server. */
    void set(String name, String value) {
        variables.put(name, value);
    }

    Map<String, String> variables() {
        return variables;
    }

    Path data() {
        return data;
    }

    /** The fake's clock; the server has its own, which starts at the same instant. */
    InstantSource clock() {
        return clock;
    }

    /** A person's conversation in their direct messages. */
    ConversationKey inPrivate(Person person) {
        return new ConversationKey(
                new Address("slack", workspace.id(), person.id(), null),
                new org.campaignbot.people.Person("slack", workspace.id() + "/" + person.id()));
    }

    FakeSlack slack() {
        return slack;
    }

    Workspace workspace() {
        return workspace;
    }

    /** Starts the server and waits until it is ready. */
    ServerProcess server() throws IOException, InterruptedException {
        return ServerProcess.ready(variables);
    }

    /** Starts the server in this process, for a test that doesn't need a separate one. */
    ServerHere serverHere() throws Exception {
        return ServerHere.start(variables);
    }

    /** Waits until a person's action was taken. */
    static void taken(Delivery delivery) {
        Delivery unused = delivery.awaitTaken(PATIENCE);
    }

    /** Waits until a person sees this text in one of the newest messages of a conversation. */
    SentMessage awaitShown(Talk talk, String part) {
        slack.await(
                () -> shown(talk, part).isPresent(),
                PATIENCE,
                "conversation " + talk.channel() + " does not show \"" + part + "\"");
        return shown(talk, part).orElseThrow();
    }

    private static Optional<SentMessage> shown(Talk talk, String part) {
        List<SentMessage> shown = talk.shownByBot();
        return shown.subList(Math.max(0, shown.size() - 3), shown.size()).stream()
                .filter(each -> each.text().contains(part))
                .findFirst();
    }

    @Override
    public void close() {
        slack.close();
    }
}

package org.campaignbot.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;
import org.campaignbot.testkit.telegram.SentMessage;
import org.campaignbot.testkit.telegram.Talk;

/** A fake of Telegram, and a server that can be started and stopped: the common part of whole-process tests. */
final class Scene implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FakeBotApi api;
    private final Map<String, String> variables = new HashMap<>();
    private final Path data;

    /** A scene whose server stores its data under a folder. */
    Scene(Path folder) throws IOException {
        this(folder, FakeBotSettings.DEFAULTS.withLimits(Limits.NONE));
    }

    /** The same with other settings for the fake. */
    Scene(Path folder, FakeBotSettings settings) throws IOException {
        this.api = FakeBotApi.start(settings);
        this.data = folder;
        variables.put("TELEGRAM_TOKEN", api.token());
        variables.put("TELEGRAM_API_URL", api.url());
        variables.put("TELEGRAM_CHAT_RATE_PER_SECOND", "0");
        variables.put("TELEGRAM_RATE_PER_SECOND", "0");
        variables.put("PERSON_RATE_PER_MINUTE", "0");
        variables.put("BOT_DATA", data.toString());
        // Parallel tests would otherwise use the same port.
        variables.put("OPS_ADDRESS", "off");
    }

    /** The same scene by webhook; returns the port. */
    int byWebhook() throws IOException {
        int port = FreePort.find();
        variables.put("TELEGRAM_MODE", "webhook");
        variables.put("TELEGRAM_WEBHOOK_URL", "http://127.0.0.1:" + port + "/telegram");
        variables.put("TELEGRAM_WEBHOOK_SECRET", "the-secret-of-the-scene");
        variables.put("SERVER_PORT", Integer.toString(port));
        return port;
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

    FakeBotApi api() {
        return api;
    }

    /** A person's conversation in their private chat. */
    ConversationKey inPrivate(long id) {
        String chat = Long.toString(id);
        String account = api.token().substring(0, api.token().indexOf(':'));
        return new ConversationKey(new Address("telegram", account, chat, null), new Person("telegram", chat));
    }

    /** Starts the server and waits until it is ready. */
    ServerProcess server() throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.ready(variables);
        api.awaitListening(PATIENCE);
        return server;
    }

    /** Starts the server in this process, for a test that doesn't need a separate one, and waits until it is ready. */
    ServerHere serverHere() throws Exception {
        ServerHere server = ServerHere.start(variables);
        api.awaitListening(PATIENCE);
        return server;
    }

    /** Waits until a chat shows this text in its newest message, or right above the line with the button that shares a position. */
    SentMessage awaitShown(Talk talk, String part) {
        return awaitShown(talk, part, PATIENCE);
    }

    /** The same, for a first answer that takes longer than a start. */
    SentMessage awaitShown(Talk talk, String part, Duration patience) {
        api.await(
                () -> shown(talk, part).isPresent(),
                patience,
                "chat " + talk.chat() + " does not show \"" + part + "\"");
        return shown(talk, part).orElseThrow();
    }

    private Optional<SentMessage> shown(Talk talk, String part) {
        List<SentMessage> shown = api.shown(talk.chat());
        return shown.subList(Math.max(0, shown.size() - 2), shown.size()).stream()
                .filter(each -> each.text().contains(part))
                .findFirst();
    }

    @Override
    public void close() {
        api.close();
    }
}

package org.campaignbot.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.campaignbot.benchmarks.wire.Connection;
import org.campaignbot.benchmarks.wire.HttpMessage;
import org.campaignbot.benchmarks.wire.Loop;

/**
 * Answers every update with the least possible work, so that its figures are the driver's.
 *
 * <p>One thread, with the driver's own reading and writing; the chat is found by its position in the text.
 */
final class NullBot implements Connection.Receiver {

    private static final byte[] OK = HttpMessage.response("200 OK", "");
    private static final String CHAT = "\"chat\":{\"id\":";

    private final Loop loop;
    private final int apiPort;
    private final String api;
    private final Deque<Connection> idle = new ArrayDeque<>();

    private NullBot(Loop loop, Map<String, String> settings) {
        this.loop = loop;
        String url = settings.getOrDefault("TELEGRAM_API_URL", "");
        apiPort = Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
        api = "/bot" + settings.get("TELEGRAM_TOKEN") + "/";
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> settings = System.getenv();
        try (Loop loop = new Loop("null bot")) {
            NullBot bot = new NullBot(loop, settings);
            loop.listen(Integer.parseInt(settings.getOrDefault("SERVER_PORT", "8080")), bot);
            loop.execute(() -> bot.call("setWebhook", "{\"url\":\"" + settings.get("TELEGRAM_WEBHOOK_URL") + "\"}"));
            Thread.currentThread().join();
        }
    }

    @Override
    public void received(Connection from, HttpMessage update) {
        from.send(OK);
        String body = new String(update.body(), StandardCharsets.ISO_8859_1);
        int begin = body.indexOf(CHAT) + CHAT.length();
        String chat = body.substring(begin, body.indexOf(',', begin));
        call("sendMessage", "{\"chat_id\":" + chat + ",\"text\":\"I have read what you wrote.\"}");
    }

    private void call(String method, String body) {
        Connection connection = idle.pollLast();
        try {
            if (connection == null) {
                connection = loop.connect(apiPort, (answered, response) -> idle.add(answered));
            }
            connection.send(HttpMessage.post(api + method, "", body));
        } catch (IOException refused) {
            throw new IllegalStateException("the driver does not listen", refused);
        }
    }
}

package org.campaignbot.benchmarks.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The minimum for a bot in Java: the JDK's server and client, no state, no disk.
 *
 * <p>It reads the chat of an update, sends one message there and answers 200. Its settings are the campaign bot's.
 */
final class BareHandler {

    private static final JsonFactory JSON = new JsonFactory();

    /** One thread per webhook connection, so that no update waits for a thread. */
    private static final int THREADS = 100;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;
    private final String secret;

    private BareHandler(Map<String, String> settings) {
        api = settings.get("TELEGRAM_API_URL") + "/bot" + settings.get("TELEGRAM_TOKEN") + "/";
        secret = settings.getOrDefault("TELEGRAM_WEBHOOK_SECRET", "");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> settings = System.getenv();
        BareHandler bot = new BareHandler(settings);
        String url = settings.getOrDefault("TELEGRAM_WEBHOOK_URL", "");
        int port = Integer.parseInt(settings.getOrDefault("SERVER_PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext(URI.create(url).getPath(), bot::serve);
        server.start();
        bot.call("setWebhook", "{\"url\":\"" + url + "\",\"secret_token\":\"" + bot.secret + "\"}");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!secret.equals(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            long chat = chat(exchange.getRequestBody().readAllBytes());
            call("sendMessage", "{\"chat_id\":" + chat + ",\"text\":\"I have read what you wrote.\"}");
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void call(String method, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static long chat(byte[] update) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), update)) {
            boolean inChat = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    inChat = "chat".equals(parser.currentName());
                } else if (inChat && token == JsonToken.VALUE_NUMBER_INT && "id".equals(parser.currentName())) {
                    return parser.getLongValue();
                }
            }
        }
        return 0;
    }
}

package org.campaignbot.benchmarks.acknowledgement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignbot.benchmarks.wire.Connection;
import org.campaignbot.benchmarks.wire.HttpMessage;
import org.campaignbot.benchmarks.wire.Loop;

/** A Slack Web API that accepts everything; used only in the driver's thread except where noted. */
final class WebApiSink implements Connection.Receiver {

    private static final String PATH = "/api/";
    private static final Set<String> SHOWS = Set.of("chat.postMessage", "chat.postEphemeral", "chat.update");

    private final int port;
    private Consumer<byte[]> reader = message -> {};
    private long messages;
    private long lastMessage = System.nanoTime();

    WebApiSink(Loop loop) throws IOException {
        port = loop.listen(0, this);
    }

    /** The address that a bot uses as Slack's; in any thread. */
    String url() {
        return "http://127.0.0.1:" + port + PATH;
    }

    /** Passes messages to this reader from now on, in their raw form. */
    void read(Consumer<byte[]> newReader) {
        reader = newReader;
    }

    /** The number of messages received. */
    long messages() {
        return messages;
    }

    /** When the last message came, by {@link System#nanoTime}. */
    long lastMessage() {
        return lastMessage;
    }

    @Override
    public void received(Connection connection, HttpMessage request) {
        String path = request.path();
        String method = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
        if (SHOWS.contains(method)) {
            messages++;
            lastMessage = System.nanoTime();
            reader.accept(request.body());
        }
        connection.send(HttpMessage.response("200 OK", answer(method, request.body())));
    }

    private String answer(String method, byte[] form) {
        return switch (method) {
            case "auth.test" ->
                "{\"ok\":true,\"url\":\"https://load.slack.com/\",\"team\":\"load\",\"user\":\"campaign_bot\",\"team_id\":\""
                        + SlackRequests.TEAM + "\",\"user_id\":\"" + SlackRequests.BOT_USER
                        + "\",\"bot_id\":\"B0LOADBOT\"}";
            case "users.info" -> "{\"ok\":true,\"user\":{\"id\":\"" + field("user", form) + "\",\"locale\":\"en-US\"}}";
            case "conversations.open" ->
                "{\"ok\":true,\"channel\":{\"id\":\"" + field("users", form).replaceFirst("^U", "D") + "\"}}";
            case "chat.postMessage", "chat.update" ->
                "{\"ok\":true,\"ts\":\"1795600000." + (100_000 + messages) + "\"}";
            default -> "{\"ok\":true}";
        };
    }

    /** A field whose value needs no form decoding. */
    private static String field(String name, byte[] form) {
        String text = new String(form, StandardCharsets.ISO_8859_1);
        int at = text.startsWith(name + "=") ? 0 : text.indexOf("&" + name + "=") + 1;
        int begin = at + name.length() + 1;
        int end = text.indexOf('&', begin);
        return text.substring(begin, end < 0 ? text.length() : end);
    }
}

package org.campaignbot.benchmarks.load;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.benchmarks.wire.Connection;
import org.campaignbot.benchmarks.wire.HttpMessage;
import org.campaignbot.benchmarks.wire.Loop;

/** A Bot API server that accepts everything, for several bots at once, identified by their tokens. */
final class BotApiSink implements Connection.Receiver {

    private final Map<String, Crowd> crowds = new HashMap<>();
    private final int port;

    BotApiSink(Loop loop) throws IOException {
        port = loop.listen(0, this);
    }

    /** The address that a bot uses as Telegram's. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Accepts another bot's calls from now on; only in the driver's thread. */
    void serve(String token, Crowd crowd) {
        crowds.put(token, crowd);
    }

    @Override
    public void received(Connection connection, HttpMessage request) {
        String[] path = request.path().split("/", 3);
        Crowd crowd = path.length == 3 && path[1].startsWith("bot") ? crowds.get(path[1].substring(3)) : null;
        if (crowd == null) {
            connection.send(HttpMessage.response(
                    "401 Unauthorized", "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}"));
            return;
        }
        String method = path[2].split("\\?", 2)[0];
        crowd.call(
                BotApiCall.read(method, request.body()),
                result -> connection.send(HttpMessage.response("200 OK", "{\"ok\":true,\"result\":" + result + "}")));
    }
}

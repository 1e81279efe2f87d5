package org.campaignbot.testkit.slack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** One POST to the app, with the JDK's plain connection, which costs a load run a third of the newer client. */
final class Push {

    static {
        // Keeps as many connections open as a load run needs, and disables silent retries of a push.
        System.setProperty("http.maxConnections", "100");
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private Push() {}

    static Ack of(String url, Map<String, String> headers, byte[] body, Duration ackWithin) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            int millis = Math.max(1, (int) ackWithin.toMillis());
            connection.setConnectTimeout(millis);
            connection.setReadTimeout(millis);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestMethod("POST");
            headers.forEach(connection::setRequestProperty);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            return answer(connection);
        } catch (SocketTimeoutException late) {
            return Ack.failed("http_timeout");
        } catch (IOException failed) {
            return Ack.failed("connection_failed");
        }
    }

    private static Ack answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        boolean noRetry = "1".equals(connection.getHeaderField("x-slack-no-retry"));
        String type = connection.getContentType();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Ack(status / 100 == 2 ? "" : "http_error", status, type == null ? "" : type, body, noRetry);
        }
    }
}

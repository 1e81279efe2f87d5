package org.campaignbot.testkit.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The result of pushing an update to a webhook.
 *
 * <p>It uses the JDK's plain connection, which costs a load run a third of the newer client.
 *
 * @param status the HTTP status, or 0 if none came
 * @param retryAfter the seconds that the webhook asked for, or 0
 * @param body the webhook's answer
 */
record Push(int status, int retryAfter, String body) {

    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final int CONNECTED_WITHIN_MILLIS = 5_000;
    private static final int ANSWERED_WITHIN_MILLIS = 60_000;
    private static final int LONGEST_RETRY_AFTER = 3600;

    static {
        // Keeps as many connections open as a bot may ask for, and disables silent retries of a push.
        System.setProperty("http.maxConnections", "100");
        System.setProperty("sun.net.http.retryPost", "false");
    }

    boolean isTaken() {
        return status / 100 == 2;
    }

    static Push of(String address, @Nullable String secret, String json) {
        try {
            URL url = URI.create(address).toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(CONNECTED_WITHIN_MILLIS);
            connection.setReadTimeout(ANSWERED_WITHIN_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            if (secret != null) {
                connection.setRequestProperty(SECRET_HEADER, secret);
            }
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            return answer(connection);
        } catch (IOException failed) {
            return new Push(0, 0, "");
        }
    }

    private static Push answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        int retryAfter = connection.getHeaderFieldInt("Retry-After", 0);
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Push(status, Math.max(0, Math.min(retryAfter, LONGEST_RETRY_AFTER)), body);
        }
    }
}

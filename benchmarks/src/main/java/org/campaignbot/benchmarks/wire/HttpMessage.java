package org.campaignbot.benchmarks.wire;

import java.nio.charset.StandardCharsets;

/**
 * A request or a response.
 *
 * @param start its first line
 * @param body its body, with any chunks joined
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on and never changed; a copy would cost what is being measured.
public record HttpMessage(String start, byte[] body) {

    private static final String JSON = "application/json";

    /** The path of a request. */
    public String path() {
        return start.split(" ", 3)[1];
    }

    /** The status of a response. */
    public int status() {
        return Integer.parseInt(start.split(" ", 3)[1]);
    }

    /** A request with JSON, as bytes. */
    public static byte[] post(String path, String extraHeaders, String json) {
        return post(path, extraHeaders, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    /** A request with a body of any type, as bytes. */
    public static byte[] post(String path, String extraHeaders, String type, byte[] body) {
        return bytes(
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type + "\r\n" + extraHeaders, body);
    }

    /** A response with JSON or nothing, as bytes. */
    public static byte[] response(String statusAndReason, String json) {
        return bytes(
                "HTTP/1.1 " + statusAndReason + "\r\nContent-Type: " + JSON + "\r\n",
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String head, byte[] body) {
        byte[] top = (head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[top.length + body.length];
        System.arraycopy(top, 0, whole, 0, top.length);
        System.arraycopy(body, 0, whole, top.length, body.length);
        return whole;
    }
}

package org.campaignbot.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to a request: status, headers and body. */
public final class WebReply {

    public static final String HTML = "text/html; charset=utf-8";
    public static final String JSON = "application/json";

    /**
     * What a browser may load and do on every page: our own style, script and pictures, and forms that lead to us. Nothing else, from
     * nowhere else, and in nobody's frame but for {@link #framed} and {@link #framedBy}.
     */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self';"
            + " img-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** Headers of every answer. No page is stored: on a shared computer it would tell what somebody read or typed. */
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
            "Cache-Control", "no-store");

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private WebReply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers, by name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The body, which isn't to be changed; empty if there is none. */
    public byte[] body() {
        return body;
    }

    /** An answer with the headers of every answer. */
    public static WebReply of(int status, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
        headers.put("Content-Type", contentType);
        return new WebReply(status, headers, body);
    }

    /** The same with a text. */
    public static WebReply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Leads the browser on with a GET, so that a reload repeats nothing. */
    public static WebReply seeOther(String path) {
        return of(303, "text/plain; charset=utf-8", "").with("Location", path);
    }

    /** The same answer for a frame on any site. */
    WebReply framed() {
        return framedBy("*");
    }

    /** The same answer for a frame on one site, such as {@code https://example.org}. */
    public WebReply framedBy(String site) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.remove("X-Frame-Options");
        more.computeIfPresent(
                "Content-Security-Policy",
                (name, policy) -> policy.replace("frame-ancestors 'none'", "frame-ancestors " + site));
        more.put("Cross-Origin-Resource-Policy", "cross-origin");
        return new WebReply(status, more, body);
    }

    /** This reply to a request; over https it tells the browser to use nothing but https for a year. */
    WebReply to(WebRequest request) {
        return request.secure() ? with("Strict-Transport-Security", "max-age=31536000") : this;
    }

    /** The same answer with another header. */
    public WebReply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WebReply(status, more, body);
    }
}

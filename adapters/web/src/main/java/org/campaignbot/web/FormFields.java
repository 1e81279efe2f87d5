package org.campaignbot.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a form or a query string. Of fields of one name the first counts; what can't be decoded is left out. */
public record FormFields(Map<String, String> values) {

    /** Reads an encoded form or query; null has no fields. */
    public static FormFields of(@Nullable String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                try {
                    String name = decoded(pair.substring(0, at));
                    fields.putIfAbsent(name, decoded(pair.substring(at + 1)));
                } catch (IllegalArgumentException brokenEscape) {
                    // A broken escape: the field counts as missing.
                }
            }
        }
        return new FormFields(fields);
    }

    /** Reads a body. */
    public static FormFields of(byte[] body) {
        return of(new String(body, StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A field's value, or an empty text. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }
}

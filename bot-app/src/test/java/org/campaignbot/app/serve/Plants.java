package org.campaignbot.app.serve;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Made-up words that people say to the bot, and a search for each of them in every form that a program might give it.
 *
 * <p>The search ignores the case of ASCII letters, except in Base64. A plant of digits counts only if there is no digit next to it,
 * because five digits are part of many timestamps.
 */
final class Plants {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Records a plant with a description, such as "ZIP code", and returns it. */
    String plant(String what, String value) {
        String before = values.put(what, value);
        if (before != null && !before.equals(value)) {
            throw new IllegalArgumentException("planted otherwise before: " + what);
        }
        return value;
    }

    /** Each plant by its description. */
    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Finds plants in some bytes, and in which form: "place: what, form". */
    List<String> in(String place, byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        String lower = all.toLowerCase(Locale.ROOT);
        List<String> hits = new ArrayList<>();
        values.forEach((what, value) -> forms(value).forEach((form, wanted) -> {
            boolean found = form.startsWith("Base64")
                    ? all.contains(wanted)
                    : stands(lower, wanted.toLowerCase(Locale.ROOT), isDigits(value));
            if (found) {
                hits.add(place + ": " + what + ", " + form);
            }
        }));
        return hits;
    }

    List<String> in(String place, String text) {
        return in(place, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isDigits(String value) {
        return value.chars().allMatch(Character::isDigit);
    }

    private static boolean stands(String text, String wanted, boolean alone) {
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean joined = (at > 0 && Character.isDigit(text.charAt(at - 1)))
                    || (end < text.length() && Character.isDigit(text.charAt(end)));
            if (!alone || !joined) {
                return true;
            }
        }
        return false;
    }

    /** The forms of a value as Latin-1 strings, by name; duplicates appear once. */
    static Map<String, String> forms(String value) {
        Map<String, String> forms = new LinkedHashMap<>();
        add(forms, "UTF-8", encoded(value, StandardCharsets.UTF_8));
        add(forms, "Latin-1", value);
        add(forms, "UTF-16LE", encoded(value, StandardCharsets.UTF_16LE));
        add(forms, "UTF-16BE", encoded(value, StandardCharsets.UTF_16BE));
        add(forms, "hex", HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)));
        add(forms, "URL", URLEncoder.encode(value, StandardCharsets.UTF_8));
        add(forms, "JSON", escaped(value, each -> "\\u%04x".formatted((int) each)));
        add(forms, "HTML", escaped(value, each -> "&#" + (int) each + ";"));
        for (int offset = 0; offset < 3; offset++) {
            String inner = inBase64(value, offset);
            add(forms, "Base64 at " + offset, inner);
            add(forms, "Base64 for URLs at " + offset, inner.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    private static void add(Map<String, String> forms, String name, String form) {
        if (!forms.containsValue(form)) {
            forms.put(name, form);
        }
    }

    private static String encoded(String value, Charset charset) {
        return new String(value.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private static String escaped(String value, Function<Character, String> escape) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            text.append(each < 128 ? Character.toString(each) : escape.apply(each));
        }
        return text.toString();
    }

    /** The Base64 characters that depend only on the value, if it follows this many bytes. */
    private static String inBase64(String value, int offset) {
        byte[] bytes = (" ".repeat(offset) + value).getBytes(StandardCharsets.UTF_8);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return whole.substring((offset * 8 + 5) / 6, bytes.length * 8 / 6);
    }
}

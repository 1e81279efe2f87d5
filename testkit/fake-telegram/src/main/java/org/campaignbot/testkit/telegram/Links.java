package org.campaignbot.testkit.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses that Telegram opens from a button or a text: http, https and its own tg. */
final class Links {

    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern START = Pattern.compile("[?&](?:start|startgroup)=([^&#]*)");

    /** The format of the value after {@code start=} in a deep link. */
    static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Links() {}

    static boolean isOpened(String address) {
        return problem(address) == null;
    }

    /** Why a button can't lead to an address, in Telegram's words, or null. */
    static @Nullable String problem(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        Matcher scheme = SCHEME.matcher(lower);
        String found = scheme.matches() ? scheme.group(1) : "";
        if (found.equals("tg")) {
            return null;
        }
        boolean isHost = found.contains(".");
        if (!found.isEmpty() && !found.equals("http") && !found.equals("https") && !isHost) {
            return "Unsupported URL protocol";
        }
        return hostOf(found.isEmpty() || isHost ? "http://" + lower : lower).contains(".") ? null : "Wrong HTTP URL";
    }

    /** Why Telegram won't open an address as a Mini App, in its words, or null. */
    static @Nullable String pageProblem(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return problem(address) != null
                ? problem(address)
                : lower.startsWith("https://") ? null : "Only HTTPS links are allowed";
    }

    private static String hostOf(String address) {
        try {
            String host = new URI(address).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException notAnAddress) {
            return "";
        }
    }

    /** What is wrong with the payload of a deep link into Telegram, or null; other addresses have none. */
    static @Nullable String payloadProblem(String address) {
        if (!address.startsWith("https://t.me/") || address.startsWith("https://t.me/share/")) {
            return null;
        }
        Matcher start = START.matcher(address);
        return start.find() && !PAYLOAD.matcher(start.group(1)).matches()
                ? "the start value of a deep link is 1 to 64 of A-Z a-z 0-9 _ -"
                : null;
    }
}

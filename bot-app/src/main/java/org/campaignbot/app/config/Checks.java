package org.campaignbot.app.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a group of settings. It never quotes a value, which may be a secret in the wrong place. */
final class Checks {

    /** No sensible rate or limit is larger. */
    private static final int MOST = 999_999;

    private static final Pattern HOST = Pattern.compile("|[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");
    private static final String EXAMPLE = "https://bot.example.org/telegram";

    private final List<String> problems = new ArrayList<>();

    /** Settings that can't be used; it carries a sentence or two about each problem. */
    static final class Failed extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> problems;

        private Failed(List<String> problems) {
            super(String.join("\n", problems));
            this.problems = List.copyOf(problems);
        }

        List<String> problems() {
            return problems;
        }
    }

    /** Records that a setting can't be used, and what to do. */
    void refuse(String setting, String finding) {
        problems.add(setting + " " + finding);
    }

    /** Refuses a setting whose text doesn't have this form. */
    void form(String setting, @Nullable String text, Pattern form, String finding) {
        if (text != null && !form.matcher(text).matches()) {
            refuse(setting, finding);
        }
    }

    /** Refuses what isn't a host; an empty text is none. */
    void host(String setting, String text, String example) {
        form(
                setting,
                text,
                HOST,
                "isn't a host. Give its name or IP address without a port, such as " + example + ", or leave it out.");
    }

    /** Refuses a negative number, and one above the largest possible one, which is told in these words. */
    void number(String setting, @Nullable Integer number, int most, String tooMuch) {
        if (number != null && number < 0) {
            refuse(setting, "isn't a number. Give a whole number, or leave it out.");
        } else if (number != null && number > most) {
            refuse(setting, tooMuch);
        }
    }

    /** Refuses what isn't a rate; 0 is no limit. */
    void rate(String setting, @Nullable Integer rate) {
        if (rate != null && (rate < 0 || rate > MOST)) {
            refuse(setting, "is not a number. Give a whole number, or 0 for no limit.");
        }
    }

    /** An address with https, or with http on this machine; null if it isn't set or was refused. */
    @Nullable
    URI address(String setting, @Nullable String text) {
        URI address = text == null ? null : uri(text);
        if (text != null && address == null) {
            refuse(setting, "is not an address. Give one such as " + EXAMPLE + ".");
        } else if (address != null
                && !"https".equals(address.getScheme())
                && !("http".equals(address.getScheme()) && isLoopback(address.getHost()))) {
            refuse(setting, "is not encrypted. Use https; http is for this machine alone (127.0.0.1).");
            return null;
        }
        return address;
    }

    private static @Nullable URI uri(String text) {
        try {
            URI address = new URI(text);
            boolean isUsable =
                    address.getHost() != null && address.getRawUserInfo() == null && address.getRawFragment() == null;
            return isUsable ? address : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    /** Whether a host is this machine, judged by its name only, because DNS can't be trusted with that. */
    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        if (!host.matches("[0-9.]+|\\[[0-9a-fA-F:.]+]")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    /**
     * Ends the checks.
     *
     * @throws Failed if anything was refused
     */
    void end() {
        if (!problems.isEmpty()) {
            throw new Failed(problems);
        }
    }
}

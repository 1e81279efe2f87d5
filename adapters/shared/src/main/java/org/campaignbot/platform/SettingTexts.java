package org.campaignbot.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings of one platform as named texts, and what is wrong with them; an empty text counts as not set. */
public final class SettingTexts {

    private static final Pattern RATE_FORM = Pattern.compile("[0-9]{1,6}");

    private final Map<String, String> texts;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * An unusable setting; its value is left out, because it may be a secret.
     *
     * @param setting its name
     * @param finding what is wrong
     * @param mend what to do
     */
    public record Problem(String setting, String finding, String mend) {
        @Override
        public String toString() {
            return setting + " " + finding + " " + mend;
        }
    }

    /** Settings by name, with no problems found yet. */
    public SettingTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Whether any setting with this prefix is set. */
    public boolean hasAny(String prefix) {
        return texts.entrySet().stream()
                .anyMatch(each ->
                        each.getKey().startsWith(prefix) && !each.getValue().isBlank());
    }

    /** Refuses all settings with this prefix except these names; {@code of} says whose settings they are. */
    public void refuseOthers(String prefix, Set<String> names, String of) {
        texts.keySet().stream()
                .filter(name -> name.startsWith(prefix) && !names.contains(name))
                .sorted()
                .forEach(name -> refuse(
                        name,
                        "isn't a setting of this bot.",
                        "The settings of " + of + " are "
                                + String.join(", ", names.stream().sorted().toList()) + "."));
    }

    /** The text of a setting without surrounding space; empty if it isn't set. */
    public String text(String name) {
        return texts.getOrDefault(name, "").strip();
    }

    /** A whole number of at most six digits, 0 for no limit; the normal one if it isn't set or was refused. */
    public int rate(String name, int normal) {
        String rate = text(name);
        if (rate.isEmpty()) {
            return normal;
        }
        if (!RATE_FORM.matcher(rate).matches()) {
            refuse(name, "is not a number.", "Give a whole number, or 0 for no limit.");
            return normal;
        }
        return Integer.parseInt(rate);
    }

    /** An address with https, or with http on this machine; null if it was refused, with an example of a valid one. */
    public @Nullable URI address(String name, String example) {
        URI address;
        try {
            address = new URI(text(name));
        } catch (URISyntaxException notAnAddress) {
            refuse(name, "is not an address.", "Give one such as " + example + ".");
            return null;
        }
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            refuse(name, "is not an address.", "Give one such as " + example + ".");
            return null;
        }
        boolean secure = "https".equals(address.getScheme());
        if (!secure && !("http".equals(address.getScheme()) && isLoopback(host))) {
            refuse(name, "is not encrypted.", "Use https; http is for this machine alone (127.0.0.1).");
            return null;
        }
        return address;
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

    /** Records that a setting can't be used. */
    public void refuse(String setting, String finding, String mend) {
        problems.add(new Problem(setting, finding, mend));
    }

    /** The problems, in the order in which they were found. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}

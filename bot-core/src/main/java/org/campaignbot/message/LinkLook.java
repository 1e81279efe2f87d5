package org.campaignbot.message;

import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a link by what its readers see of it. */
public final class LinkLook {

    /**
     * Services that hide where a link leads, so that neither the reader nor this bot can tell. The list is fixed and has those
     * that occur in campaign messages; any others are reported as a host that no record names.
     */
    private static final Set<String> SHORTENERS = Set.of(
            "bit.ly",
            "bitly.com",
            "buff.ly",
            "cutt.ly",
            "dub.sh",
            "is.gd",
            "lnkd.in",
            "ow.ly",
            "rb.gy",
            "rebrand.ly",
            "s.id",
            "shorturl.at",
            "short.gy",
            "t.co",
            "t.ly",
            "tiny.cc",
            "tinyurl.com",
            "v.gd",
            "goo.gl",
            "linktr.ee");

    private static final Pattern HOST = Pattern.compile(
            "(?<![\\p{L}\\p{N}.-])((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+(?:\\p{L}{2,}|xn--[a-z0-9-]+))(?![\\p{L}\\p{N}-])");

    /** File extensions, which look like the endings of hosts. */
    private static final Set<String> FILES = Set.of(
            "csv", "doc", "docx", "html", "htm", "jpg", "jpeg", "odt", "pdf", "png", "ppt", "pptx", "txt", "xls",
            "xlsx");

    private LinkLook() {}

    /** The host in a label, if it isn't the link's own; empty if the label names no host, or the host where the link leads. */
    public static Optional<String> foreignHost(String label, URI address) {
        String host = host(address);
        Matcher named = HOST.matcher(Normalizer.normalize(label, Normalizer.Form.NFKC));
        while (named.find()) {
            String shown = named.group(1).toLowerCase(Locale.ROOT);
            String ending = shown.substring(shown.lastIndexOf('.') + 1);
            if (!FILES.contains(ending) && !belongs(host, bare(shown))) {
                return Optional.of(shown);
            }
        }
        return Optional.empty();
    }

    /** Whether an address has a name before its host that readers take for the host, such as {@code https://amnesty.org@evil.test}. */
    public static boolean hasUserInformation(URI address) {
        String authority = address.getRawAuthority();
        return authority != null && authority.contains("@");
    }

    /** Whether an address belongs to a service that hides where it leads. */
    public static boolean isShortened(URI address) {
        return SHORTENERS.contains(host(address));
    }

    /** The host of an address as readers compare it, in lower case and without {@code www}; empty if it has none. */
    public static String host(URI address) {
        return address.getHost() == null ? "" : bare(address.getHost().toLowerCase(Locale.ROOT));
    }

    /** Whether a host is the same as another one or a subdomain of it. */
    public static boolean belongs(String host, String other) {
        return host.equals(other) || host.endsWith("." + other);
    }

    private static String bare(String host) {
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }
}

package org.campaignbot.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The variables about a CRM that gets reports: {@code CRM_URL} and so on.
 *
 * @param url where events are posted, or null for nowhere; its path may be a secret by itself, as with many webhooks
 * @param secret what signs them
 * @param localHost the one host that may be in our own network, or empty for none
 */
@ConfigurationProperties("crm")
public record CrmSettings(
        @Secret @Nullable String url,
        @Secret @Nullable String secret,
        @DefaultValue("") String localHost) {

    /** The variable for the address. */
    public static final String URL = "CRM_URL";

    /** The variable for the one host that may be in our own network. */
    public static final String LOCAL_HOST = "CRM_LOCAL_HOST";

    private static final String SECRET = "CRM_SECRET";

    private static final int SECRET_BYTES = 32;

    /** Of 32 random bytes, about 30 differ; fewer than half aren't random. */
    private static final int DIFFERENT_BYTES = 16;

    private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2})+");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]+={0,2}");

    /** What applies where nothing is set. */
    public static final CrmSettings OFF = new CrmSettings(null, null, "");

    public CrmSettings {
        Checks checks = new Checks();
        checks.host(LOCAL_HOST, localHost, "crm.internal");
        if (url != null && !isAddress(url, localHost)) {
            checks.refuse(
                    URL,
                    "isn't an https address. Give one such as https://crm.example.org/hooks/bot; http is for the host of "
                            + LOCAL_HOST + " alone.");
        }
        if (secret != null && !isRandom(secret)) {
            checks.refuse(
                    SECRET,
                    "isn't " + SECRET_BYTES
                            + " random bytes. Take what `openssl rand -base64 32` prints, and give it to"
                            + " the CRM, too.");
        }
        if (url != null && secret == null) {
            checks.refuse(
                    SECRET,
                    "is missing, and what " + URL + " gets is signed with it. Take what `openssl rand"
                            + " -base64 32` prints, and give it to the CRM, too.");
        } else if (url == null && secret != null) {
            checks.refuse(URL, "is missing, though " + SECRET + " is set. Set both or neither.");
        }
        checks.end();
    }

    private static boolean isAddress(String text, String localHost) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && localHost.equalsIgnoreCase(uri.getHost())));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /** Whether a text in hex or Base64 has enough bytes, and enough different ones. It can't tell a poor secret from chance. */
    private static boolean isRandom(String text) {
        byte[] bytes;
        if (HEX.matcher(text).matches()) {
            bytes = HexFormat.of().parseHex(text);
        } else if (BASE64.matcher(text).matches()) {
            try {
                bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            } catch (IllegalArgumentException cutOff) {
                return false;
            }
        } else {
            return false;
        }
        BitSet different = new BitSet();
        for (byte each : bytes) {
            different.set(each & 0xff);
        }
        return bytes.length >= SECRET_BYTES && different.cardinality() >= DIFFERENT_BYTES;
    }

    /** Whether there's a CRM. */
    public boolean isOn() {
        return url != null;
    }

    /** The host alone; the rest is secret. */
    @Override
    public String toString() {
        return "CrmSettings[" + (url == null ? "" : URI.create(url).getHost()) + "]";
    }
}

package org.campaignbot.app.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * How operators look at a running server.
 *
 * @param token what opens their pages on the port of HTTP, or null: then nothing does
 * @param address where a second port is for them, or null for none
 * @param isChosen whether that address was set, so that a start without it would be otherwise than somebody thinks
 * @param isLogJson whether each line of the log is an object of JSON
 */
public record OpsSettings(
        @Nullable String token, @Nullable InetSocketAddress address, boolean isChosen, boolean isLogJson) {

    /** The variable of the token. */
    public static final String TOKEN = "OPS_TOKEN";

    /** The variable of the second port, as {@code 127.0.0.1:8081}. */
    public static final String ADDRESS = "OPS_ADDRESS";

    /** The variable of the log's form: {@code text} or {@code json}. */
    public static final String LOG_FORMAT = "LOG_FORMAT";

    /** What {@link #ADDRESS} says for no second port. */
    public static final String OFF = "off";

    static final int SHORTEST_TOKEN = 16;
    private static final InetSocketAddress DEFAULT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8081);
    private static final String BEARER = "Bearer ";
    private static final int MOST_PORTS = 65_535;

    /**
     * Reads the settings.
     *
     * @throws SettingProblem that tells what is wrong with them, and quotes nothing
     */
    static OpsSettings of(@Nullable String token, @Nullable String address, @Nullable String format)
            throws SettingProblem {
        if (format != null && !format.equals("text") && !format.equals("json")) {
            throw new SettingProblem(LOG_FORMAT + " is neither text nor json. Give one of them, or leave it out.");
        }
        if (token != null && token.strip().length() < SHORTEST_TOKEN) {
            throw new SettingProblem(TOKEN + " is too short to be a secret. Take what `openssl rand -hex 20` prints.");
        }
        boolean isOff = OFF.equals(address);
        InetSocketAddress where = address == null ? DEFAULT : isOff ? null : address(address);
        OpsSettings settings =
                new OpsSettings(token == null ? null : token.strip(), where, address != null, "json".equals(format));
        if (where != null && !settings.isLocal() && token == null) {
            throw new SettingProblem(ADDRESS + " lets other machines ask, so " + TOKEN
                    + " must be set, too. Take what `openssl rand -hex 20` prints, or an address such as"
                    + " 127.0.0.1:8081.");
        }
        return settings;
    }

    private static InetSocketAddress address(String text) throws SettingProblem {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MOST_PORTS || port.matches("0+")) {
            throw new SettingProblem(
                    ADDRESS + " is no address. Give one such as 127.0.0.1:8081, or " + OFF + " for none.");
        }
        InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), Integer.parseInt(port));
        if (address.isUnresolved()) {
            throw new SettingProblem(ADDRESS + " names a machine that nobody knows. Give an address of this one.");
        }
        return address;
    }

    /** Whether only this machine reaches the second port. */
    public boolean isLocal() {
        return address != null && address.getAddress().isLoopbackAddress();
    }

    /** Whether the value of a header {@code Authorization} is the token's; how long that takes tells nothing of it. */
    public boolean opens(@Nullable String authorization) {
        if (token == null || authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        byte[] given = authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given);
    }

    /** The same without the token, which belongs into no log. */
    @Override
    public String toString() {
        return "OpsSettings[" + address + "]";
    }
}

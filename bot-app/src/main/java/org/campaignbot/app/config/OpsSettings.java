package org.campaignbot.app.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * How operators monitor a running server.
 *
 * @param token the token for their pages on the HTTP port, or null to close those pages
 * @param address the address of a second port for operators, or null for none
 * @param isChosen whether that address was set explicitly, so that the server mustn't start without it
 * @param isLogJson whether each log line is a JSON object
 */
public record OpsSettings(
        @Nullable String token, @Nullable InetSocketAddress address, boolean isChosen, boolean isLogJson) {

    /** The variable for the token. */
    public static final String TOKEN = "OPS_TOKEN";

    /** The variable for the second port, like {@code 127.0.0.1:8081}. */
    public static final String ADDRESS = "OPS_ADDRESS";

    /** The value of {@link #ADDRESS} that turns the second port off. */
    public static final String OFF = "off";

    static final int SHORTEST_TOKEN = 16;
    private static final InetSocketAddress DEFAULT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8081);
    private static final String BEARER = "Bearer ";
    private static final int MOST_PORTS = 65_535;

    /**
     * Reads the settings.
     *
     * @throws SettingProblem if something is wrong with them; it quotes no values
     */
    static OpsSettings of(@Nullable String token, @Nullable String address, boolean isLogJson) throws SettingProblem {
        if (token != null && token.length() < SHORTEST_TOKEN) {
            throw new SettingProblem(TOKEN + " is too short to be a secret. Take what `openssl rand -hex 20` prints.");
        }
        boolean isOff = OFF.equals(address);
        InetSocketAddress where = address == null ? DEFAULT : isOff ? null : address(address);
        OpsSettings settings = new OpsSettings(token, where, address != null, isLogJson);
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
                    ADDRESS + " isn't an address. Give one such as 127.0.0.1:8081, or " + OFF + " for none.");
        }
        InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), Integer.parseInt(port));
        if (address.isUnresolved()) {
            throw new SettingProblem(
                    ADDRESS + " names a machine that can't be found. Give one of this machine's addresses.");
        }
        return address;
    }

    /** Whether only this machine can reach the second port. */
    public boolean isLocal() {
        return address != null && address.getAddress().isLoopbackAddress();
    }

    /** Whether an {@code Authorization} header carries the token; compares in constant time. */
    public boolean opens(@Nullable String authorization) {
        if (token == null || authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        byte[] given = authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given);
    }

    /** The same without the token, which must not be logged. */
    @Override
    public String toString() {
        return "OpsSettings[" + address + "]";
    }
}

package org.campaignbot.app.config;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The port of HTTP: where it listens, and which proxies are believed.
 *
 * @param address the address that it binds
 * @param port the port that was asked for, or null
 * @param proxies the proxies whose word on a client's address counts
 */
public record HttpSettings(InetAddress address, @Nullable Integer port, TrustedProxies proxies) {

    private static final int DEFAULT_PORT = 8080;

    /** What holds where nothing is set: this machine alone, and a proxy on it. */
    public static final HttpSettings DEFAULT =
            new HttpSettings(InetAddress.getLoopbackAddress(), null, TrustedProxies.THIS_MACHINE);

    /** The same on another port. */
    public HttpSettings on(@Nullable Integer port) {
        return new HttpSettings(address, port, proxies);
    }

    /** The port that it listens on, if it does. */
    public int portOrDefault() {
        return port == null ? DEFAULT_PORT : port;
    }
}

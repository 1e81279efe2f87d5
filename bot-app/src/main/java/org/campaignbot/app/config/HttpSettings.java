package org.campaignbot.app.config;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP port: where it listens, and which proxies are trusted.
 *
 * @param address the address that it binds to
 * @param port the configured port, or null
 * @param proxies the proxies that are trusted to report a client's address
 */
public record HttpSettings(InetAddress address, @Nullable Integer port, TrustedProxies proxies) {

    /** The paths of the server's own pages. */
    public static final Set<String> OWN_PATHS = Set.of("/health", "/status", "/metrics");

    private static final int DEFAULT_PORT = 8080;

    /** The defaults: only this machine, and a proxy on it. */
    public static final HttpSettings DEFAULT =
            new HttpSettings(InetAddress.getLoopbackAddress(), null, TrustedProxies.THIS_MACHINE);

    /** The same on another port. */
    public HttpSettings on(@Nullable Integer port) {
        return new HttpSettings(address, port, proxies);
    }

    /** The port that it listens on. */
    public int portOrDefault() {
        return port == null ? DEFAULT_PORT : port;
    }
}

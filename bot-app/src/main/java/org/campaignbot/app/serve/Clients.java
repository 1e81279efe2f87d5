package org.campaignbot.app.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.campaignbot.app.config.TrustedProxies;
import org.jspecify.annotations.Nullable;

/** Identifies the client of a request, for limits only: an address never grants access. */
final class Clients {

    /** An IPv6 client has a whole network of addresses. */
    private static final int NETWORK_BYTES = 8;

    private final TrustedProxies proxies;

    Clients(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** The client of a request; null if it came through a trusted proxy that doesn't name one. */
    @Nullable
    String of(HttpServletRequest request) {
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        try {
            // Always numeric, so nothing is looked up.
            Optional<InetAddress> client = proxies.client(InetAddress.getByName(request.getRemoteAddr()), forwarded);
            return client.map(Clients::name).orElse(null);
        } catch (UnknownHostException noAddress) {
            return request.getRemoteAddr();
        }
    }

    /** Whether the client speaks https, to us or to a trusted proxy. */
    boolean isSecure(HttpServletRequest request) {
        try {
            return request.isSecure()
                    || ("https".equals(request.getHeader("X-Forwarded-Proto"))
                            && proxies.trust(InetAddress.getByName(request.getRemoteAddr())));
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /** The name for an address and all others of its holder's network. */
    static String name(InetAddress address) {
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}

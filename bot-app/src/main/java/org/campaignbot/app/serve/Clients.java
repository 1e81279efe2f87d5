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

/** Tells whose a request is, for limits alone: nothing is opened to anybody because of an address. */
final class Clients {

    /** One client of IPv6 has a whole network of addresses. */
    private static final int NETWORK_BYTES = 8;

    private final TrustedProxies proxies;

    Clients(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** The client of a request; null where it came by a trusted proxy that does not tell. */
    @Nullable
    String of(HttpServletRequest request) {
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        try {
            // Always in figures, so nothing is looked up.
            Optional<InetAddress> client = proxies.client(InetAddress.getByName(request.getRemoteAddr()), forwarded);
            return client.map(Clients::name).orElse(null);
        } catch (UnknownHostException noAddress) {
            return request.getRemoteAddr();
        }
    }

    /** What stands for an address and for all that its holder has beside it. */
    static String name(InetAddress address) {
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}

package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            TrustedProxies.of("127.0.0.1, 10.1.0.0/16,2001:db8::/32").orElseThrow();

    private static InetAddress address(String text) {
        return TrustedProxies.address(text).orElseThrow();
    }

    private static Optional<InetAddress> client(String peer, String... forwarded) {
        return PROXIES.client(address(peer), List.of(forwarded));
    }

    @Test
    void aProxyIsOneOfTheAddressesAndBlocks() {
        assertThat(List.of("127.0.0.1", "10.1.255.3", "2001:db8:1::9"))
                .allSatisfy(each -> assertThat(PROXIES.trust(address(each))).isTrue());
        assertThat(List.of("127.0.0.2", "10.2.0.0", "2001:db9::1", "::1"))
                .allSatisfy(each -> assertThat(PROXIES.trust(address(each))).isFalse());
    }

    @Test
    void whatAStrangerForwardsIsNotBelieved() {
        assertThat(client("192.0.2.9", "198.51.100.1")).contains(address("192.0.2.9"));
    }

    @Test
    void theRightmostAddressThatIsNoProxyIsTheClient() {
        assertThat(client("127.0.0.1", "198.51.100.1, 192.0.2.7, 10.1.2.3")).contains(address("192.0.2.7"));
        assertThat(client("127.0.0.1", "198.51.100.1", "192.0.2.7")).contains(address("192.0.2.7"));
    }

    @Test
    void whereTheProxiesTellNoneNobodyIsTheClient() {
        assertThat(client("127.0.0.1")).isEmpty();
        assertThat(client("127.0.0.1", "10.1.2.3")).isEmpty();
        assertThat(client("127.0.0.1", "198.51.100.1, unknown")).isEmpty();
    }
}

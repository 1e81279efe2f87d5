package org.campaignbot.app.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The proxies in front of the bot. What they tell of a client's address is believed, and the same of nobody else. */
public final class TrustedProxies {

    /** A proxy on this machine. */
    public static final TrustedProxies THIS_MACHINE =
            new TrustedProxies(List.of(Block.of(new byte[] {127, 0, 0, 0}, 8), Block.of(loopback6(), 128)));

    /** Letters of which a numeric address is made; anything else could be a name, which would be looked up. */
    private static final Pattern NUMERIC =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

    private final List<Block> blocks;

    private TrustedProxies(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /**
     * Addresses that begin alike.
     *
     * @param begin how they begin, as a number
     * @param rest how many bits are left behind it
     * @param bits how many bits an address has: 32 or 128
     */
    private record Block(BigInteger begin, int rest, int bits) {

        static Block of(byte[] address, int prefix) {
            int bits = address.length * Byte.SIZE;
            return new Block(new BigInteger(1, address).shiftRight(bits - prefix), bits - prefix, bits);
        }

        boolean holds(byte[] address) {
            return address.length * Byte.SIZE == bits && begin.equals(new BigInteger(1, address).shiftRight(rest));
        }
    }

    /**
     * Reads proxies: addresses and CIDR blocks between commas.
     *
     * @return empty where one of them is neither
     */
    public static Optional<TrustedProxies> of(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            String[] parts = each.strip().split("/", -1);
            Optional<InetAddress> address = address(parts[0]);
            if (address.isEmpty()
                    || parts.length > 2
                    || (parts.length == 2 && !BITS.matcher(parts[1]).matches())) {
                return Optional.empty();
            }
            byte[] bytes = address.get().getAddress();
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : bytes.length * Byte.SIZE;
            if (bits > bytes.length * Byte.SIZE) {
                return Optional.empty();
            }
            blocks.add(Block.of(bytes, bits));
        }
        return Optional.of(new TrustedProxies(blocks));
    }

    /** Whether an address is one of theirs. */
    public boolean trust(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.holds(address.getAddress()));
    }

    /**
     * Tells whose a request is.
     *
     * @param peer who sent it
     * @param forwarded the values of {@code X-Forwarded-For} in their order
     * @return the peer, where it is no trusted proxy; else the rightmost address that is none, or empty where the proxies name none
     */
    public Optional<InetAddress> client(InetAddress peer, List<String> forwarded) {
        if (!trust(peer)) {
            return Optional.of(peer);
        }
        List<String> named = new ArrayList<>();
        forwarded.forEach(value -> Collections.addAll(named, value.split(",", -1)));
        for (int i = named.size() - 1; i >= 0; i--) {
            Optional<InetAddress> address = address(named.get(i).strip());
            // What stands left of something illegible was not written by a proxy of ours.
            if (address.isEmpty() || !trust(address.get())) {
                return address;
            }
        }
        return Optional.empty();
    }

    /** An address in figures; names are never looked up. */
    static Optional<InetAddress> address(String text) {
        if (!NUMERIC.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static byte[] loopback6() {
        byte[] address = new byte[16];
        address[15] = 1;
        return address;
    }
}

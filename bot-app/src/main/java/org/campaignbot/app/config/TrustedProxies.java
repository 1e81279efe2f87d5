package org.campaignbot.app.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The proxies in front of the bot. Only they are trusted to report a client's address. */
public final class TrustedProxies {

    /** A proxy on this machine. */
    public static final TrustedProxies THIS_MACHINE =
            new TrustedProxies(List.of(Block.of(new byte[] {127, 0, 0, 0}, 8), Block.of(loopback6(), 128)));

    /** The characters of a numeric address; anything else could be a name, which would trigger a look-up. */
    private static final Pattern NUMERIC =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

    private final List<Block> blocks;

    private TrustedProxies(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /**
     * A block of addresses with a common prefix.
     *
     * @param begin the prefix, as a number
     * @param rest the number of bits after the prefix
     * @param bits the length of an address in bits: 32 or 128
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
     * Reads proxies: addresses and CIDR blocks, separated by commas.
     *
     * @return empty if one of them is neither
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

    /** Whether an address belongs to a trusted proxy. */
    public boolean trust(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.holds(address.getAddress()));
    }

    /**
     * Determines the client of a request.
     *
     * @param peer the address that sent the request
     * @param forwarded the values of {@code X-Forwarded-For} in order
     * @return the peer if it isn't a trusted proxy; else the rightmost address that isn't one, or empty if the proxies name none
     */
    public Optional<InetAddress> client(InetAddress peer, List<String> forwarded) {
        if (!trust(peer)) {
            return Optional.of(peer);
        }
        List<String> named = new ArrayList<>();
        forwarded.forEach(value -> Collections.addAll(named, value.split(",", -1)));
        for (int i = named.size() - 1; i >= 0; i--) {
            Optional<InetAddress> address = address(named.get(i).strip());
            // No trusted proxy wrote the entries to the left of an illegible one.
            if (address.isEmpty() || !trust(address.get())) {
                return address;
            }
        }
        return Optional.empty();
    }

    /** A numeric address; names are never looked up. */
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

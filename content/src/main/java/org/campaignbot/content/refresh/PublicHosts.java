package org.campaignbot.content.refresh;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connects to hosts on the public Internet, by https alone; one host that a setting names may be anywhere, also by http.
 *
 * <p>A name is looked up before anything is sent, and again by Java when it connects. So the address is judged once more on the
 * connection itself, before a byte leaves: a name that turned into an address of our own network meanwhile gets nothing.
 */
public final class PublicHosts {

    /** Why a host isn't asked. */
    public enum Refusal {
        /** The address isn't https. */
        NOT_ENCRYPTED,
        /** There's no such host. */
        UNKNOWN,
        /** It is this machine, or in a private network. */
        NOT_PUBLIC
    }

    /** Finds the addresses of a host. */
    public interface LookUp {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final String localHost;
    private final LookUp lookUp;

    /**
     * Public hosts and one more.
     *
     * @param localHost the host that may be anywhere, or empty for none
     */
    public PublicHosts(String localHost) {
        this(localHost, InetAddress::getAllByName);
    }

    /** The same with another way to find addresses. */
    public PublicHosts(String localHost, LookUp lookUp) {
        this.localHost = localHost;
        this.lookUp = lookUp;
    }

    private boolean isLocal(URI address) {
        return localHost.equalsIgnoreCase(address.getHost());
    }

    /** Why this host isn't asked; empty if it may be. Looking a name up can take as long as the network likes. */
    public Optional<Refusal> refusal(URI address) {
        if (isLocal(address)) {
            return Optional.empty();
        } else if (!"https".equalsIgnoreCase(address.getScheme())) {
            return Optional.of(Refusal.NOT_ENCRYPTED);
        }
        try {
            for (InetAddress each : lookUp.of(address.getHost())) {
                if (!isPublic(each)) {
                    return Optional.of(Refusal.NOT_PUBLIC);
                }
            }
        } catch (UnknownHostException unknown) {
            return Optional.of(Refusal.UNKNOWN);
        }
        return Optional.empty();
    }

    /**
     * A connection that isn't made yet, follows no redirect, and fails before a byte leaves if the address isn't public.
     *
     * @throws IOException or IllegalArgumentException if it isn't an address
     */
    public Guarded open(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        Sockets sockets = new Sockets();
        boolean isDirect = ProxySelector.getDefault().select(address).get(0).type() == Proxy.Type.DIRECT;
        if (connection instanceof HttpsURLConnection https && isDirect && !isLocal(address)) {
            https.setSSLSocketFactory(sockets);
        }
        connection.setInstanceFollowRedirects(false);
        return new Guarded(connection, sockets);
    }

    /** A connection with the guard that judges its address. */
    public static final class Guarded {

        private final HttpURLConnection connection;
        private final Sockets sockets;

        private Guarded(HttpURLConnection connection, Sockets sockets) {
            this.connection = connection;
            this.sockets = sockets;
        }

        /** The connection. */
        public HttpURLConnection connection() {
            return connection;
        }

        /** Whether it failed because the address that Java found isn't public. */
        public boolean metPrivateAddress() {
            return sockets.met != null;
        }
    }

    /** Whether an address is on the public Internet, by the registries of special addresses (RFC 6890 and its successors). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            return first != 0
                    && first < 240
                    && !(first == 100 && second >= 64 && second < 128)
                    && !(first == 192 && second == 0 && bytes[2] == 0)
                    && !(first == 198 && (second == 18 || second == 19));
        }
        // Only 2000::/3 is given out; of it, Teredo and 6to4 carry addresses of version 4.
        return (first & 0xe0) == 0x20
                && !(first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0)
                && !(first == 0x20 && second == 0x02);
    }

    /**
     * Wraps connections to public addresses in TLS. Java asks it once a connection stands and nothing was sent, since it makes no
     * sockets itself.
     */
    private static final class Sockets extends SSLSocketFactory {

        private final SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
        private volatile @Nullable InetAddress met;

        @Override
        public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
            if (!isPublic(connected.getInetAddress())) {
                met = connected.getInetAddress();
                connected.close();
                throw new IOException("not a public address");
            }
            return usual.createSocket(connected, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw new IOException("only connected sockets are wrapped");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket(host.getHostAddress(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return usual.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return usual.getSupportedCipherSuites();
        }
    }
}

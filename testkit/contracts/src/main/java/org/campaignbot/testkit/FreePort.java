package org.campaignbot.testkit;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1 for servers that need to be told theirs. */
public final class FreePort {

    private static final int FIRST = 10_000;

    /**
     * Where Linux begins to hand out ports to outgoing connections (net.ipv4.ip_local_port_range): one of those may be
     * lost to another test's connection before the server that was told it opens it.
     */
    private static final int FIRST_OF_CONNECTIONS = 32_768;

    private FreePort() {}

    /** A port that was free a moment ago and that no outgoing connection takes. */
    public static int find() throws IOException {
        while (true) {
            try (ServerSocket socket =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(FIRST, FIRST_OF_CONNECTIONS))) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one will be free.
            }
        }
    }
}

package org.campaignbot.content.refresh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks {@link PublicHosts} for files. */
final class PublicWeb {

    /**
     * The limits of a download.
     *
     * @param connect the time for the look-up of the host, and for each connection
     * @param silence the time without a byte
     * @param total the time for all files
     * @param bytes the size of one file
     */
    record Limits(Duration connect, Duration silence, Duration total, long bytes) {

        static final Limits USUAL =
                new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(2), Feed.MOST_BYTES);
    }

    /** An answer, whose body is in the file already. */
    record Answer(int status, HttpURLConnection head) {

        /** A header on one line; empty if it isn't there. */
        String header(String name) {
            return Optional.ofNullable(head.getHeaderField(name)).orElse("").replace('\t', ' ');
        }
    }

    /** Ends a download with a refusal. */
    static final class Refusing extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient RefreshRefusal refusal;

        Refusing(RefreshRefusal.Kind kind, String reason) {
            super(reason);
            this.refusal = new RefreshRefusal(kind, reason);
        }

        RefreshRefusal refusal() {
            return refusal;
        }
    }

    static final int OK = 200;

    /** GitHub Pages says text/yaml, GitHub's raw files text/plain, simple servers the last one, as for a feed. */
    private static final Pattern TYPES = Pattern.compile(
            "(text/plain|(text|application)/(x-|vnd\\.)?yaml|application/octet-stream)( *;.*)?",
            Pattern.CASE_INSENSITIVE);

    private static final int CHUNK = 1 << 14;

    private final PublicHosts hosts;
    private final Limits limits;
    private long deadline;

    PublicWeb(PublicHosts hosts, Limits limits) {
        this.hosts = hosts;
        this.limits = limits;
    }

    /** Begins a download: from now on the time for all of it runs. */
    void begin() {
        deadline = System.nanoTime() + limits.total().toNanos();
    }

    /**
     * Sends a request, and saves the body of a good answer.
     *
     * @param file what is asked for, to be named in a refusal
     * @param to the file to write; null to ask for the head alone
     */
    Answer ask(URI address, Map<String, String> headers, String file, @Nullable Path to) throws Refusing {
        check(address);
        PublicHosts.Guarded guarded;
        try {
            guarded = hosts.open(address);
            guarded.connection().setRequestMethod(to == null ? "HEAD" : "GET");
        } catch (IOException | IllegalArgumentException notAnAddress) {
            throw noAddress();
        }
        HttpURLConnection connection = guarded.connection();
        connection.setConnectTimeout((int) limits.connect().toMillis());
        connection.setReadTimeout((int) limits.silence().toMillis());
        connection.setRequestProperty("User-Agent", "campaign-bot");
        connection.setRequestProperty("Accept", "*/*");
        headers.forEach(connection::setRequestProperty);
        Receiving receiving = new Receiving(connection, file, to);
        try {
            return within(receiving, deadline - System.nanoTime(), tooSlow(file));
        } catch (ExecutionException failure) {
            throw guarded.metPrivateAddress() ? notPublic(address.getHost()) : receiving.refusal(failure.getCause());
        } finally {
            connection.disconnect();
        }
    }

    /** Does something that may block in a thread of its own, for so long. */
    private static <T> T within(Callable<T> work, long nanos, Refusing late) throws Refusing, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "download");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw late;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new Refusing(RefreshRefusal.Kind.SERVER, "the bot is stopping");
        }
    }

    private static Refusing tooSlow(String file) {
        return new Refusing(RefreshRefusal.Kind.SERVER, "the server is too slow with " + file + "; try again later");
    }

    /** Refuses an address that isn't the local host's, and isn't public or encrypted. */
    private void check(URI address) throws Refusing {
        String host = address.getHost();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (host == null
                || !scheme.matches("https?")
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null) {
            throw noAddress();
        }
        Refusing unknown = new Refusing(
                RefreshRefusal.Kind.SERVER, "no host " + host + " can be found; look at the address and the network");
        Optional<PublicHosts.Refusal> refusal;
        try {
            refusal = within(() -> hosts.refusal(address), limits.connect().toNanos(), unknown);
        } catch (ExecutionException notFound) {
            throw unknown;
        }
        if (refusal.isPresent()) {
            throw switch (refusal.get()) {
                case UNKNOWN -> unknown;
                case NOT_PUBLIC -> notPublic(host);
                case NOT_ENCRYPTED ->
                    new Refusing(
                            RefreshRefusal.Kind.ADDRESS,
                            "the address is not encrypted; use https, or set " + Download.LOCAL_HOST
                                    + " to a host of your own network");
            };
        }
    }

    static Refusing noAddress() {
        return new Refusing(
                RefreshRefusal.Kind.ADDRESS,
                "that is not the address of a folder or a feed; give one such as " + Download.USUAL);
    }

    private static Refusing notPublic(String host) {
        return new Refusing(
                RefreshRefusal.Kind.ADDRESS,
                host + " is this machine or in a private network; set " + Download.LOCAL_HOST
                        + " to it if that is meant");
    }

    /** An answer that is arriving. */
    private final class Receiving implements Callable<Answer> {

        private final HttpURLConnection connection;
        private final String file;
        private final @Nullable Path to;
        private volatile boolean hasBegun;

        Receiving(HttpURLConnection connection, String file, @Nullable Path to) {
            this.connection = connection;
            this.file = file;
            this.to = to;
        }

        @Override
        public Answer call() throws IOException, Refusing {
            int status = connection.getResponseCode();
            if (status == OK && to != null) {
                hasBegun = true;
                long announced = connection.getContentLengthLong();
                judge(announced);
                long taken = take(to);
                if (announced >= 0 && taken < announced) {
                    throw new IOException("cut off");
                }
            }
            return new Answer(status, connection);
        }

        private void judge(long announced) throws Refusing {
            String type = Optional.ofNullable(connection.getContentType()).orElse("application/octet-stream");
            if (!TYPES.matcher(type.strip()).matches()) {
                throw refusing("the server gives " + file + " as " + type.toLowerCase(Locale.ROOT)
                        + ", so it is not the file; is the address that of the folder with the files?");
            } else if (connection.getContentEncoding() != null) {
                throw refusing("the server gives " + file + " packed, though nobody asked for that");
            } else if (announced < 0 && connection.getHeaderField("Transfer-Encoding") == null) {
                throw refusing("the server does not say where " + file + " ends, so a part could pass for the whole");
            } else if (announced > limits.bytes()) {
                throw tooLarge();
            }
        }

        private long take(Path target) throws IOException, Refusing {
            byte[] chunk = new byte[CHUNK];
            long bytes = 0;
            try (InputStream in = connection.getInputStream();
                    OutputStream out = writing(() -> Files.newOutputStream(target))) {
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    int length = read;
                    bytes += length;
                    if (bytes > limits.bytes()) {
                        throw tooLarge();
                    }
                    writing(() -> {
                        out.write(chunk, 0, length);
                        return out;
                    });
                }
            }
            return bytes;
        }

        private OutputStream writing(Callable<OutputStream> what) throws Refusing {
            try {
                return what.call();
            } catch (Exception full) {
                throw new Refusing(
                        RefreshRefusal.Kind.UNREADABLE,
                        file + " cannot be saved; look at the disk with the temporary files");
            }
        }

        private Refusing tooLarge() {
            return refusing(file + " is larger than " + (limits.bytes() >> 20) + " MB, many times what the source has");
        }

        private Refusing refusing(String reason) {
            return new Refusing(RefreshRefusal.Kind.SERVER, reason);
        }

        Refusing refusal(@Nullable Throwable cause) {
            if (cause instanceof Refusing refusing) {
                return refusing;
            } else if (cause instanceof SocketTimeoutException) {
                return tooSlow(file);
            } else if (hasBegun) {
                return refusing(file + " was cut off on its way; try again later");
            }
            return refusing(
                    cause instanceof SSLException
                            ? "the server cannot prove by a certificate that it is the one"
                            : "the server cannot be reached, or ended the connection; look at the network");
        }
    }
}

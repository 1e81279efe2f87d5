package org.campaignbot.content.refresh;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.campaignbot.content.refresh.SourceState.Validators;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the five files of the member source from the address of their folder.
 *
 * <p>The server is a stranger: it's asked by https at a public address only, it may not send us to another host, and neither its
 * size nor its slowness is ours. One host, which a setting names, may be in our own network and may use plain http.
 */
public final class Download {

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
                new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(2), 64L << 20);
    }

    /** Where the source publishes its files. */
    public static final String USUAL = "https://unitedstates.github.io/congress-legislators/";

    /** The setting that names the one host that may be in our own network. */
    public static final String LOCAL_HOST = "DIRECTORY_LOCAL_HOST";

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 3;

    /** GitHub Pages says text/yaml, GitHub's raw files text/plain, simple servers the last one. */
    private static final Pattern TYPES = Pattern.compile(
            "(text/plain|(text|application)/(x-|vnd\\.)?yaml|application/octet-stream)( *;.*)?",
            Pattern.CASE_INSENSITIVE);

    private final URI folder;
    private final String localHost;
    private final Limits limits;
    private final HttpClient client;
    private long deadline;

    /**
     * A download.
     *
     * @param address the address of the folder, such as {@link #USUAL}
     * @param localHost the host that may be in our own network, or empty for none
     */
    public Download(String address, String localHost) {
        this(address, localHost, Limits.USUAL);
    }

    Download(String address, String localHost, Limits limits) {
        this.folder = folder(address);
        this.localHost = localHost;
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    /** The address as that of a folder; an empty one, which is refused later, if it's no address. */
    private static URI folder(String address) {
        try {
            return new URI(address.endsWith("/") ? address : address + "/");
        } catch (URISyntaxException notAnAddress) {
            return URI.create("");
        }
    }

    /** The result of a download. */
    sealed interface Result {

        /** The files are in the folder. */
        record Fetched(SourceState state) implements Result {}

        /** The source is still in the known state. */
        record NothingNew() implements Result {}

        /** There are no files to use. */
        record Refused(RefreshRefusal refusal) implements Result {}
    }

    /** Ends a download with a refusal. */
    private static final class Refusing extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient RefreshRefusal refusal;

        Refusing(RefreshRefusal.Kind kind, String reason) {
            super(reason);
            this.refusal = new RefreshRefusal(kind, reason);
        }
    }

    URI address() {
        return folder;
    }

    /**
     * Fetches the files.
     *
     * @param to an empty folder for them
     * @param known the state of the tables in force; if it's still that of the source, nothing is fetched
     */
    Result fetch(Path to, Optional<SourceState> known) {
        deadline = System.nanoTime() + limits.total().toNanos();
        try {
            Map<String, Validators> fetched = new LinkedHashMap<>();
            List<String> unchanged = new ArrayList<>();
            for (String file : Upstream.FILES) {
                Validators before = known.map(state -> state.of(file)).orElse(Validators.NONE);
                Optional<Validators> state = get(file, to, before);
                state.ifPresentOrElse(each -> fetched.put(file, each), () -> unchanged.add(file));
            }
            if (fetched.isEmpty()) {
                return new Result.NothingNew();
            }
            for (String file : unchanged) {
                Optional<Validators> state = get(file, to, Validators.NONE);
                state.ifPresent(each -> fetched.put(file, each));
            }
            SourceState state = new SourceState(folder, fetched);
            if (state.isMixed()) {
                throw new Refusing(
                        RefreshRefusal.Kind.MIXED,
                        "the server's files are not of one day: it says that they changed at different times");
            }
            // What was fetched first changed meanwhile if a new publication came in between.
            String first = fetched.keySet().iterator().next();
            if (state.of(first).contradicts(head(first))) {
                throw new Refusing(
                        RefreshRefusal.Kind.MIXED,
                        first + " changed while the others were fetched; they may not be of one day, so try again");
            }
            return new Result.Fetched(state);
        } catch (Refusing refusing) {
            return new Result.Refused(refusing.refusal);
        }
    }

    /** Fetches a file; empty if it's still in a state that isn't empty. */
    private Optional<Validators> get(String file, Path to, Validators before) throws Refusing {
        URI address = folder.resolve(file);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpRequest.Builder request = request(address).GET();
            if (!before.etag().isEmpty()) {
                request.header("If-None-Match", before.etag());
            }
            if (!before.modified().isEmpty()) {
                request.header("If-Modified-Since", before.modified());
            }
            HttpResponse<?> answer = send(request.build(), file, to.resolve(file));
            if (REDIRECTS.contains(answer.statusCode())) {
                address = redirected(address, file, answer);
            } else if (answer.statusCode() == NOT_MODIFIED && !before.isEmpty()) {
                return Optional.empty();
            } else if (answer.statusCode() == OK) {
                return Optional.of(validators(answer));
            } else {
                throw new Refusing(
                        RefreshRefusal.Kind.SERVER,
                        "the server answers " + answer.statusCode() + " when asked for " + file
                                + "; is the address that of the folder with the files?");
            }
        }
        throw new Refusing(
                RefreshRefusal.Kind.SERVER, "the server sends us from address to address when asked for " + file);
    }

    private Validators head(String file) throws Refusing {
        HttpRequest request = request(folder.resolve(file))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<?> answer = send(request, file, null);
        return answer.statusCode() == OK ? validators(answer) : Validators.NONE;
    }

    private HttpRequest.Builder request(URI address) throws Refusing {
        check(address);
        return HttpRequest.newBuilder(address).header("User-Agent", "campaign-bot");
    }

    private static Validators validators(HttpResponse<?> answer) {
        return new Validators(header(answer, "ETag"), header(answer, "Last-Modified"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("").replace('\t', ' ');
    }

    private static URI redirected(URI from, String file, HttpResponse<?> answer) throws Refusing {
        try {
            URI to = from.resolve(header(answer, "Location"));
            if (from.getHost().equalsIgnoreCase(to.getHost())
                    && from.getPort() == to.getPort()
                    && from.getScheme().equalsIgnoreCase(to.getScheme())) {
                return to;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Refused below.
        }
        throw new Refusing(
                RefreshRefusal.Kind.SERVER,
                "the server sends us to another host when asked for " + file
                        + "; if the files have moved there, give that address");
    }

    /**
     * Refuses an address that isn't the local host's, and isn't public or encrypted.
     *
     * <p>The client looks the host up again. Java keeps the answer for 30 seconds, and a machine of our network that got in between
     * would still have to prove by a certificate that it is the host.
     */
    private void check(URI address) throws Refusing {
        String host = address.getHost();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (host == null
                || !scheme.matches("https?")
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || folder.getRawQuery() != null) {
            throw new Refusing(
                    RefreshRefusal.Kind.ADDRESS, "that is not the address of a folder; give one such as " + USUAL);
        }
        if (host.equalsIgnoreCase(localHost)) {
            return;
        }
        if (!scheme.equals("https")) {
            throw new Refusing(
                    RefreshRefusal.Kind.ADDRESS,
                    "the address is not encrypted; use https, or set " + LOCAL_HOST + " to a host of your own network");
        }
        for (InetAddress each : lookUp(host)) {
            if (!isPublic(each)) {
                throw new Refusing(
                        RefreshRefusal.Kind.ADDRESS,
                        host + " is this machine or in a private network; set " + LOCAL_HOST
                                + " to it if that is meant");
            }
        }
    }

    private InetAddress[] lookUp(String host) throws Refusing {
        CompletableFuture<InetAddress[]> found = CompletableFuture.supplyAsync(() -> {
            try {
                return InetAddress.getAllByName(host);
            } catch (UnknownHostException unknown) {
                throw new UncheckedIOException(unknown);
            }
        });
        try {
            return found.get(limits.connect().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ending) {
            throw interrupted();
        } catch (ExecutionException | TimeoutException unknown) {
            throw new Refusing(
                    RefreshRefusal.Kind.SERVER,
                    "no host " + host + " can be found; look at the address and the network");
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

    /** Sends a request, and saves the body of a good answer. */
    private HttpResponse<?> send(HttpRequest request, String file, @Nullable Path to) throws Refusing {
        Receiving receiving = new Receiving(file);
        try (OutputStream out = to == null ? OutputStream.nullOutputStream() : Files.newOutputStream(to)) {
            CompletableFuture<HttpResponse<Void>> answer =
                    client.sendAsync(request, head -> receiving.begin(head, to != null, out));
            try {
                CompletableFuture<Object> end = CompletableFuture.anyOf(answer, receiving.refused);
                while (true) {
                    long left = Math.min(receiving.last + limits.silence().toNanos(), deadline) - System.nanoTime();
                    if (left <= 0) {
                        throw new Refusing(
                                RefreshRefusal.Kind.SERVER,
                                "the server is too slow with " + file + "; try again later");
                    }
                    try {
                        return (HttpResponse<?>) end.get(left, TimeUnit.NANOSECONDS);
                    } catch (TimeoutException quiet) {
                        // If bytes came meanwhile, there is time left.
                    }
                }
            } finally {
                answer.cancel(true);
            }
        } catch (InterruptedException ending) {
            throw interrupted();
        } catch (ExecutionException failure) {
            throw refusal(failure.getCause(), file, receiving);
        } catch (IOException full) {
            throw new Refusing(
                    RefreshRefusal.Kind.UNREADABLE,
                    file + " cannot be saved; look at the disk with the temporary files");
        }
    }

    private static Refusing interrupted() {
        Thread.currentThread().interrupt();
        return new Refusing(RefreshRefusal.Kind.SERVER, "the bot is stopping");
    }

    private static Refusing refusal(@Nullable Throwable cause, String file, Receiving receiving) {
        if (cause instanceof Refusing refusing) {
            return refusing;
        }
        if (receiving.hasBegun) {
            return new Refusing(RefreshRefusal.Kind.SERVER, file + " was cut off on its way; try again later");
        }
        return new Refusing(
                RefreshRefusal.Kind.SERVER,
                cause instanceof SSLException
                        ? "the server cannot prove by a certificate that it is the one"
                        : cause instanceof HttpTimeoutException
                                ? "the server is too slow with " + file + "; try again later"
                                : "the server cannot be reached, or ended the connection; look at the network");
    }

    /** An answer that is arriving. */
    private final class Receiving {

        private final String file;
        private final CompletableFuture<HttpResponse<Void>> refused = new CompletableFuture<>();
        private volatile long last = System.nanoTime();
        private volatile boolean hasBegun;
        private long bytes;

        Receiving(String file) {
            this.file = file;
        }

        HttpResponse.BodySubscriber<Void> begin(HttpResponse.ResponseInfo head, boolean hasBody, OutputStream out) {
            last = System.nanoTime();
            if (head.statusCode() != OK || !hasBody) {
                return BodySubscribers.replacing(null);
            }
            hasBegun = true;
            String type = head.headers().firstValue("Content-Type").orElse("application/octet-stream");
            if (!TYPES.matcher(type.strip()).matches()) {
                refuse("the server gives " + file + " as " + type.toLowerCase(Locale.ROOT)
                        + ", so it is not the file; is the address that of the folder with the files?");
            } else if (head.headers().firstValue("Content-Encoding").isPresent()) {
                refuse("the server gives " + file + " packed, though nobody asked for that");
            } else if (head.headers().firstValue("Content-Length").isEmpty()
                    && head.headers().firstValue("Transfer-Encoding").isEmpty()) {
                refuse("the server does not say where " + file + " ends, so a part could pass for the whole");
            } else if (head.headers().firstValueAsLong("Content-Length").orElse(0) > limits.bytes()) {
                refuseSize();
            }
            return BodySubscribers.ofByteArrayConsumer(chunk -> chunk.ifPresent(each -> take(each, out)));
        }

        private void take(byte[] chunk, OutputStream out) {
            last = System.nanoTime();
            bytes += chunk.length;
            if (bytes > limits.bytes()) {
                refuseSize();
            } else if (!refused.isDone()) {
                try {
                    out.write(chunk);
                } catch (IOException full) {
                    refused.completeExceptionally(new Refusing(
                            RefreshRefusal.Kind.UNREADABLE,
                            file + " cannot be saved; look at the disk with the temporary files"));
                }
            }
        }

        private void refuseSize() {
            refuse(file + " is larger than " + (limits.bytes() >> 20) + " MB, many times what the source has");
        }

        private void refuse(String reason) {
            refused.completeExceptionally(new Refusing(RefreshRefusal.Kind.SERVER, reason));
        }
    }
}

package campaignbot.testkit.telegram;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Pushes updates to the address that the bot gave.
 *
 * <p>Messages stand in a queue for each chat and presses in one for each person; of each queue one is on its way at a time, and one
 * that fails holds up those behind it. Anything but a 2xx is a failure and comes again after a wait that doubles.
 */
final class Webhook implements AutoCloseable {

    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);
    private static final int LONGEST_RETRY_AFTER = 3600;

    private final World world;
    private final String address;
    private final @Nullable String secret;
    private final int mostConnections;
    private final ExecutorService workers = Executors.newFixedThreadPool(2, Daemons.named("fake-webhook"));
    private final ScheduledExecutorService waits =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("fake-webhook-waits"));
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(workers)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Deque<Lane> ready = new ArrayDeque<>();
    private int onTheirWay;
    private boolean closed;
    private volatile @Nullable String lastError;
    private volatile long lastErrorAt;

    /** The updates of one chat or person, the first of which is on its way or waits to go again. */
    private static final class Lane {
        final String name;
        final Deque<Updates.Update> queue = new ArrayDeque<>();
        int failures;

        Lane(String name) {
            this.name = name;
        }
    }

    Webhook(World world, String address, @Nullable String secret, int mostConnections) {
        this.world = world;
        this.address = address;
        this.secret = secret;
        this.mostConnections = mostConnections;
    }

    String address() {
        return address;
    }

    int mostConnections() {
        return mostConnections;
    }

    @Nullable
    String lastError() {
        return lastError;
    }

    long lastErrorAt() {
        return lastErrorAt;
    }

    void push(Updates.Update update) {
        synchronized (this) {
            Lane lane = lanes.get(update.lane());
            if (lane == null) {
                lane = new Lane(update.lane());
                lanes.put(lane.name, lane);
                ready.add(lane);
            }
            lane.queue.add(update);
        }
        pump();
    }

    /** Sends the first of each ready queue, as many at once as the bot allows. */
    private void pump() {
        for (Lane lane = nextReady(); lane != null; lane = nextReady()) {
            Lane sending = lane;
            var unused = client.sendAsync(request(first(sending)), HttpResponse.BodyHandlers.ofString())
                    .whenComplete((response, failure) -> finished(sending, response, failure));
        }
    }

    private synchronized @Nullable Lane nextReady() {
        if (closed || onTheirWay >= mostConnections || ready.isEmpty()) {
            return null;
        }
        onTheirWay++;
        return ready.remove();
    }

    private synchronized Updates.Update first(Lane lane) {
        return lane.queue.element();
    }

    private HttpRequest request(Updates.Update update) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(ANSWERED_WITHIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(update.json()));
        if (secret != null) {
            request.header(SECRET_HEADER, secret);
        }
        return request.build();
    }

    private void finished(Lane lane, @Nullable HttpResponse<String> response, @Nullable Throwable failure) {
        Updates.Update update = first(lane);
        boolean settled = response != null && response.statusCode() / 100 == 2;
        if (response != null && settled) {
            settle(update, false, response.body());
        } else {
            lastErrorAt = world.now().getEpochSecond();
            lastError = response == null
                    ? "Connection failed: "
                            + (failure == null ? "" : failure.getClass().getSimpleName())
                    : "Wrong response from the webhook: " + response.statusCode();
            settled = ++lane.failures >= world.settings.redelivery().attempts();
            if (settled) {
                settle(update, true, "");
            }
        }
        goOn(lane, settled, response);
        pump();
    }

    private void settle(Updates.Update update, boolean givenUp, String body) {
        world.lock.lock();
        try {
            if (givenUp) {
                world.updates.giveUp(update.id());
            } else {
                world.updates.confirm(update.id());
            }
            if (body.contains("\"method\"")) {
                world.violation("webhook: a method call in the answer, whose outcome the bot never learns");
            }
        } finally {
            world.lock.unlock();
        }
    }

    private synchronized void goOn(Lane lane, boolean settled, @Nullable HttpResponse<String> response) {
        onTheirWay--;
        if (!settled) {
            Duration wait = world.settings.redelivery().after(lane.failures);
            long asked = response == null ? 0 : retryAfter(response);
            long millis = Math.max(wait.toMillis(), TimeUnit.SECONDS.toMillis(asked));
            if (!closed) {
                var unused = waits.schedule(() -> again(lane), millis, TimeUnit.MILLISECONDS);
            }
            return;
        }
        lane.failures = 0;
        lane.queue.remove();
        if (lane.queue.isEmpty()) {
            lanes.remove(lane.name);
        } else {
            ready.add(lane);
        }
    }

    private void again(Lane lane) {
        synchronized (this) {
            ready.add(lane);
        }
        pump();
    }

    private static long retryAfter(HttpResponse<String> response) {
        String given = response.headers().firstValue("Retry-After").orElse("0");
        return given.matches("[0-9]{1,4}") ? Math.min(Long.parseLong(given), LONGEST_RETRY_AFTER) : 0;
    }

    /** Sends nothing more; what is on its way may still be taken. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        waits.shutdownNow();
        workers.shutdown();
    }
}

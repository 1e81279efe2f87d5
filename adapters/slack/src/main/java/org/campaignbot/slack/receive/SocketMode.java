package org.campaignbot.slack.receive;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.campaignbot.platform.Counts;
import org.campaignbot.platform.Troubles;
import org.campaignbot.sending.Backoff;
import org.campaignbot.slack.api.LibraryStatistics;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.slack.workspace.Workspaces;
import org.jspecify.annotations.Nullable;

/**
 * Receives requests over a connection that the bot opens, keeps open, and renews when Slack asks for it or it breaks.
 *
 * <p>An envelope is acknowledged once its update is committed; otherwise Slack delivers it again.
 */
public final class SocketMode implements AutoCloseable {

    /** How often the connection is checked. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    /** How long a connection may take to open. */
    private static final int TRIES = 5;

    /** How long work in progress may continue when the bot stops. */
    private static final Duration END = Duration.ofSeconds(2);

    /**
     * How long a connection may keep the first words that it carried. Its buffers, and those of TLS below it, hold each event until
     * a longer one comes, and are freed with it.
     */
    private static final Duration KEPT = Duration.ofMinutes(20);

    /** When a failed renewal is retried. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final int THREADS = 16;

    /** The maximum number of envelopes waiting for a thread; more aren't accepted and are redelivered. */
    private static final int WAITING = 1_000;

    private final String appToken;
    private final WebApi api;
    private final Workspaces workspaces;
    private final SlackDispatcher slackDispatcher;
    private final Counts counts;
    private final Troubles troubles;
    private final InstantSource clock;
    private final Slack slack;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final BlockingQueue<Boolean> renewals = new ArrayBlockingQueue<>(1);
    private final ThreadPoolExecutor workers;
    private final Thread keeper = new Thread(this::keep, "slack-socket");
    private volatile boolean closed;
    private volatile @Nullable SocketConnection connection;

    public SocketMode(
            String appToken,
            WebApi api,
            Workspaces workspaces,
            SlackDispatcher slackDispatcher,
            Counts counts,
            Troubles troubles,
            InstantSource clock) {
        this.appToken = appToken;
        this.api = api;
        this.workspaces = workspaces;
        this.slackDispatcher = slackDispatcher;
        this.counts = counts;
        this.troubles = troubles;
        this.clock = clock;
        SlackConfig config = new SlackConfig();
        LibraryStatistics.end(config);
        slack = Slack.getInstance(config);
        keeper.setDaemon(true);
        workers = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "slack-envelope");
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
    }

    /** Starts connecting, and continues until closed, whatever Slack does. */
    public void start() {
        keeper.start();
    }

    /** Whether there's a connection, as far as known. */
    public boolean isConnected() {
        return connection != null;
    }

    /** Renews a connection that has kept what people said for long enough. */
    public void dropExpired() {
        SocketConnection present = connection;
        Instant now = clock.instant();
        if (present != null && present.isDue(now, now.plus(AGAIN))) {
            boolean unused = renewals.offer(true);
        }
    }

    private void keep() {
        boolean renewed = false;
        while (!closed) {
            boolean alive;
            try {
                alive = workspaces.isReady() && ((!renewed && isAlive()) || connect());
            } catch (RuntimeException failure) {
                alive = false;
            }
            if (alive) {
                backoff.reset();
                troubles.over(SlackTrouble.SOCKET_REFUSED);
            } else {
                counts.add(SlackCount.SOCKET_FAILED);
            }
            try {
                Duration rest = alive ? LOOK : backoff.next();
                renewed = renewals.poll(rest.toMillis(), TimeUnit.MILLISECONDS) != null;
            } catch (InterruptedException ending) {
                return;
            }
        }
    }

    private boolean isAlive() {
        SocketConnection present = connection;
        return present != null && present.isAlive();
    }

    /** Opens a connection, and only then closes the previous one: Slack gives a few seconds' notice before it closes one. */
    private boolean connect() {
        Answer answer = api.call("apps.connections.open", appToken, Map.of());
        String url = answer instanceof Answer.Done done ? SlackJson.text(done.json(), "url") : "";
        if (url.isEmpty()) {
            if (answer instanceof Answer.Refused refused && refused.retryAfter() == null) {
                troubles.met(SlackTrouble.SOCKET_REFUSED);
            }
            return false;
        }
        SocketConnection fresh;
        try {
            fresh = new SocketConnection(slack, appToken, url, this::received);
        } catch (URISyntaxException noAddress) {
            return false;
        }
        boolean alive = false;
        for (int tries = 0; !alive && tries < TRIES && !closed; tries++) {
            alive = fresh.isAlive() || pause();
        }
        if (!alive || closed) {
            fresh.close();
            return false;
        }
        SocketConnection old = connection;
        connection = fresh;
        counts.add(SlackCount.SOCKET_CONNECTED);
        if (old != null) {
            old.close();
        }
        if (closed) {
            // The bot stopped meanwhile, and may have closed the old one only.
            fresh.close();
        }
        return true;
    }

    private boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void received(SocketConnection from, String message) {
        try {
            workers.execute(() -> answer(from, message));
        } catch (RejectedExecutionException full) {
            counts.add(SlackCount.REQUEST_PUT_OFF);
        }
    }

    private void answer(SocketConnection from, String message) {
        JsonObject envelope = SlackJson.object(message);
        if (envelope == null) {
            counts.add(SlackCount.UPDATE_MALFORMED);
            return;
        }
        if (SlackJson.text(envelope, "type").equals("disconnect")) {
            boolean unused = renewals.offer(true);
            return;
        }
        String id = SlackJson.text(envelope, "envelope_id");
        if (id.isEmpty()) {
            // A greeting.
            return;
        }
        from.carries(clock.instant().plus(KEPT));
        try {
            SlackReply reply = slackDispatcher.socket(envelope);
            if (reply.status() == 200) {
                from.acknowledge(id, reply);
            }
        } catch (RuntimeException broken) {
            // The connection was lost meanwhile: the envelope is redelivered and recognized by its id.
            counts.add(SlackCount.REQUEST_PUT_OFF);
        }
    }

    @Override
    public void close() {
        closed = true;
        keeper.interrupt();
        workers.shutdown();
        try {
            boolean unused = workers.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        SocketConnection present = connection;
        if (present != null) {
            present.close();
        }
        try {
            slack.close();
        } catch (Exception closing) {
            // Nothing of it is in use any more.
        }
    }
}

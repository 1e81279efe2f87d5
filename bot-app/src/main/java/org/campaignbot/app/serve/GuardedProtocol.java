package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.campaignbot.app.config.TrustedProxies;

/**
 * Tomcat's HTTP with two limits that it lacks: connections per address, and the time for a whole head.
 *
 * <p>Tomcat's own timeout restarts with each byte. Tomcat creates this class by name.
 */
public final class GuardedProtocol extends Http11NioProtocol {

    private static final Duration WATCH = Duration.ofSeconds(2);

    private final GuardedEndpoint guarded;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "http-heads");
        thread.setDaemon(true);
        return thread;
    });

    /** A protocol that trusts no proxy yet. */
    public GuardedProtocol() {
        this(new GuardedEndpoint());
    }

    private GuardedProtocol(GuardedEndpoint endpoint) {
        super(endpoint);
        this.guarded = endpoint;
    }

    /** Sets the proxies whose connections aren't counted, since they carry those of many clients. */
    void trust(TrustedProxies proxies) {
        guarded.trust(proxies);
    }

    @Override
    public void start() throws Exception {
        super.start();
        // It ends with the protocol, and a round throws nothing.
        ScheduledFuture<?> unused = watch.scheduleWithFixedDelay(
                guarded::endSlowHeads, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        watch.shutdownNow();
        super.stop();
    }
}

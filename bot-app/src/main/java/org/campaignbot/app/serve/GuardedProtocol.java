package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.campaignbot.app.config.TrustedProxies;

/**
 * Tomcat's HTTP with two limits that it lacks: the connections of one address, and the time that a whole head may take.
 *
 * <p>Tomcat's own limit of time begins anew with each byte. It makes this class by its name.
 */
public final class GuardedProtocol extends Http11NioProtocol {

    private static final Duration WATCH = Duration.ofMillis(500);

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

    /** Says whose connections are not counted, since they hold those of many. */
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

package org.campaignbot.app.watch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.storage.QueueDepths;
import org.jspecify.annotations.Nullable;

/**
 * Metrics in the Prometheus format; docs/metrics.md lists them.
 *
 * <p>Events are counted where they happen, for the hourly log line; this class only exposes them, and loads nothing before the
 * first request. Label values come from the code, never from input: no id, text, flow, seat, state or language.
 */
public final class Metrics {

    /** How long a database result is reused, so that frequent scrapes cause no load. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private static final double MILLIS = 1_000;

    private final Sources sources;
    private @Nullable PrometheusMeterRegistry registry;
    private volatile @Nullable QueueDepths queues;
    private Instant queuesAt = Instant.EPOCH;

    /**
     * Where the figures come from.
     *
     * @param counts how often events happened since the start, by source (the bot, or a platform) and kind
     * @param queues queue lengths; throws while the database doesn't answer
     * @param data the folder whose disk is measured
     * @param tables the date of the tables
     */
    public record Sources(
            Health health,
            Supplier<Commits> commits,
            Supplier<Map<String, Map<String, Long>>> counts,
            Supplier<QueueDepths> queues,
            Path data,
            Supplier<LocalDate> tables,
            InstantSource clock) {}

    /**
     * The commits of turns since the start.
     *
     * @param nanos how long those that succeeded took together
     */
    public record Commits(long done, long nanos, long failed) {}

    public Metrics(Sources sources) {
        this.sources = sources;
    }

    /** All metrics as they are now. */
    public synchronized String text() {
        PrometheusMeterRegistry present = registry;
        if (present == null) {
            present = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            registerOnce(present);
            registry = present;
        }
        // There may be new kinds and jobs since the last scrape; existing meters are left alone.
        count(present);
        stand(present, "job", sources.health::jobs);
        stand(present, "platform", sources.health::platforms);
        lookAtQueues();
        return present.scrape();
    }

    private void registerOnce(PrometheusMeterRegistry to) {
        new JvmMemoryMetrics().bindTo(to);
        new JvmThreadMetrics().bindTo(to);
        new UptimeMetrics().bindTo(to);
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            FunctionTimer.builder(
                            "jvm.gc",
                            each,
                            GarbageCollectorMXBean::getCollectionCount,
                            GarbageCollectorMXBean::getCollectionTime,
                            TimeUnit.MILLISECONDS)
                    .tag("gc", each.getName())
                    .register(to);
        }
        FunctionTimer.builder(
                        "bot.commits",
                        sources,
                        all -> all.commits.get().done(),
                        all -> all.commits.get().nanos(),
                        TimeUnit.NANOSECONDS)
                .register(to);
        FunctionCounter.builder(
                        "bot.commits.failed", sources, all -> all.commits.get().failed())
                .register(to);
        gauge(to, "bot.up", each -> each.sources.health.isUp() ? 1 : 0);
        gauge(to, "bot.disk.free.bytes", each -> each.sources.data.toFile().getUsableSpace());
        gauge(to, "bot.disk.size.bytes", each -> each.sources.data.toFile().getTotalSpace());
        gauge(to, "bot.tables.age.days", Metrics::daysOfTables);
        for (Lane lane : Lane.values()) {
            Gauge.builder(
                            "bot.messages.waiting",
                            this,
                            each -> each.waiting(all -> all.messages().get(lane)))
                    .tag("lane", lane.name().toLowerCase(Locale.ROOT))
                    .register(to);
        }
        for (State state : State.values()) {
            Gauge.builder(
                            "bot.alert.recipients",
                            this,
                            each -> each.waiting(all -> all.recipients().get(state)))
                    .tag("stage", state.name().toLowerCase(Locale.ROOT))
                    .register(to);
        }
    }

    private long daysOfTables() {
        return ChronoUnit.DAYS.between(
                sources.tables.get(),
                sources.clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private void count(PrometheusMeterRegistry to) {
        sources.counts
                .get()
                .forEach((source, counts) -> counts.keySet()
                        .forEach(kind -> FunctionCounter.builder(
                                        "bot.events",
                                        sources,
                                        all -> all.counts
                                                .get()
                                                .getOrDefault(source, Map.of())
                                                .getOrDefault(kind, 0L))
                                .tag("source", source)
                                .tag("kind", kind)
                                .register(to)));
    }

    private void stand(PrometheusMeterRegistry to, String what, Supplier<List<ComponentHealth>> all) {
        for (ComponentHealth each : all.get()) {
            for (Status status : Status.values()) {
                Gauge.builder("bot." + what, this, now -> find(all, each.name()).status() == status ? 1 : 0)
                        .tag(what, each.name())
                        .tag("status", status.word())
                        .register(to);
            }
            Gauge.builder("bot." + what + ".last.age.seconds", this, now -> now.age(find(all, each.name())))
                    .tag(what, each.name())
                    .register(to);
        }
    }

    private static ComponentHealth find(Supplier<List<ComponentHealth>> all, String name) {
        return all.get().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private double age(ComponentHealth componentHealth) {
        return componentHealth.last() == null
                ? Double.NaN
                : Duration.between(componentHealth.last(), sources.clock.instant())
                                .toMillis()
                        / MILLIS;
    }

    private double waiting(ToDoubleFunction<QueueDepths> figure) {
        QueueDepths present = queues;
        return present == null ? Double.NaN : figure.applyAsDouble(present);
    }

    private void lookAtQueues() {
        Instant now = sources.clock.instant();
        if (Duration.between(queuesAt, now).abs().compareTo(FRESH) < 0) {
            return;
        }
        try {
            queues = sources.queues.get();
        } catch (RuntimeException away) {
            queues = null;
        }
        queuesAt = now;
    }

    private void gauge(PrometheusMeterRegistry to, String name, ToDoubleFunction<Metrics> value) {
        Gauge.builder(name, this, value).register(to);
    }
}

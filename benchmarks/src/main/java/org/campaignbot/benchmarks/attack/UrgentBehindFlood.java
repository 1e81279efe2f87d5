package org.campaignbot.benchmarks.attack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignbot.benchmarks.rounds.Samples;
import org.campaignbot.testkit.telegram.Person;

/** S6: people who need help while thousands wait for an answer, at the bot's default rates. */
final class UrgentBehindFlood implements Attack {

    private static final int WAITING = 10_000;
    private static final int SECONDS_TO_FLOOD = 75;
    private static final int SENDERS = 64;
    private static final int CRIES = 30;
    private static final long FIRST = 1_000_000;

    @Override
    public List<Finding> run(Path folder) throws Exception {
        try (Arena arena = Arena.started(folder)) {
            Map<Long, Long> arrived = new ConcurrentHashMap<>();
            for (long person = FIRST; person < FIRST + WAITING + CRIES; person++) {
                arena.telegram().talk(Person.of(person)).hasWrittenBefore();
            }
            arena.telegram().log().listen(call -> arrived.putIfAbsent(call.chat(), System.nanoTime()));
            int taken = flood(arena);
            int answered = arrived.size();
            Samples waits = new Samples();
            for (int i = 0; i < CRIES; i++) {
                long person = FIRST + WAITING + i;
                long begin = System.nanoTime();
                arena.door().typed(person, "ice is at my door");
                boolean unused = Arena.await(() -> arrived.containsKey(person), 12);
                waits.add(arrived.getOrDefault(person, System.nanoTime()) - begin);
            }
            double p99 = waits.millis(0.99);
            return List.of(Finding.of(
                    "S6",
                    String.format(
                            Locale.ROOT,
                            "%,d people write once; while some %,d of them wait for an answer, %d others type \"ice is"
                                    + " at my door\"",
                            taken,
                            taken - answered,
                            CRIES),
                    "p99 within a second",
                    String.format(Locale.ROOT, "median %,.0f ms, p99 %,.0f ms", waits.millis(0.5), p99),
                    p99 <= 1_000 && taken == WAITING));
        }
    }

    /** Everyone writes once; returns how many got a 200. */
    private static int flood(Arena arena) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_FLOOD);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> {
                for (int person = next.getAndIncrement();
                        person < WAITING && System.nanoTime() < end;
                        person = next.getAndIncrement()) {
                    taken.addAndGet(write(client, arena, FIRST + person));
                }
            });
        }
        senders.shutdown();
        boolean unused = senders.awaitTermination(SECONDS_TO_FLOOD + 30L, TimeUnit.SECONDS);
        return taken.get();
    }

    private static int write(HttpClient client, Arena arena, long person) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + arena.port() + Door.TELEGRAM))
                .header("X-Telegram-Bot-Api-Secret-Token", Door.SECRET)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(arena.door().update(person, "hello")))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200 ? 1 : 0;
        } catch (java.io.IOException refused) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}

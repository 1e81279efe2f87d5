package org.campaignbot.benchmarks.alert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.Person;

/**
 * People who talk to the bot while an alert is sent, a different one each time, and subscribers who stop their alerts meanwhile.
 *
 * <p>Subscribers count as stopped once the bot has answered them; messages that were in flight before that may still arrive.
 */
final class Bystanders implements AutoCloseable {

    /** One word of each kind per this many messages of the alert: each is answered, and answers go first. */
    private static final int MESSAGES = 100;

    private static final long FIRST_CHAT = 5_500_000_001L;

    /** How long after its answer the last message may arrive that was sent before the bot was told to stop. */
    private static final long ON_ITS_WAY_NANOS = 1_000_000_000L;

    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private final FakeBotApi api;
    private final Map<Long, Long> asked = new ConcurrentHashMap<>();
    private final Map<Long, Long> ending = new ConcurrentHashMap<>();
    private final Map<Long, Long> ended = new ConcurrentHashMap<>();
    private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sentAfterTheEnd = new AtomicInteger();
    private final long pauseMillis;
    private final List<Long> leaving;
    private final Thread thread;
    private volatile boolean isOver;

    /**
     * People who start talking at once.
     *
     * @param perSecond how many messages the bot may send
     */
    Bystanders(FakeBotApi api, SignedUp people, int perSecond) {
        this.api = api;
        this.pauseMillis = MESSAGES * 1_000L / perSecond;
        // From the end of the queue, so that most of them haven't got it yet.
        this.leaving = people.awake()
                .skip(people.awake().count() / 2)
                .limit(1_000)
                .boxed()
                .toList();
        api.log().listen(this::heard);
        thread = new Thread(this::talk, "bystanders");
        thread.start();
    }

    private void heard(Call call) {
        if (!call.accepted() || !call.method().equals("sendMessage")) {
            return;
        }
        boolean isAlert = AlertScene.isIn(call.text());
        Long since = isAlert ? null : asked.remove(call.chat());
        if (since != null) {
            waits.add(call.nanos() - since);
        }
        if (!isAlert && ending.remove(call.chat()) != null) {
            ended.put(call.chat(), call.nanos());
        }
        Long end = isAlert ? ended.get(call.chat()) : null;
        if (end != null && call.nanos() - end > ON_ITS_WAY_NANOS) {
            sentAfterTheEnd.incrementAndGet();
        }
    }

    private void talk() {
        try {
            for (int i = 0; !isOver; i++) {
                long chat = FIRST_CHAT + i;
                asked.put(chat, System.nanoTime());
                api.talk(Person.of(chat)).says("help");
                if (i < leaving.size()) {
                    ending.put(leaving.get(i), System.nanoTime());
                    api.talk(Person.of(leaving.get(i))).says("STOP");
                }
                Thread.sleep(pauseMillis);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops talking. */
    void stop() throws InterruptedException {
        isOver = true;
        thread.join();
    }

    @Override
    public void close() {
        isOver = true;
        thread.interrupt();
    }

    /** How many help requests were answered. */
    int answers() {
        return waits.size();
    }

    /** The number of messages they were sent: those answers, and one to each who stopped their alerts. */
    int sent() {
        return waits.size() + ended.size();
    }

    /** The answer time in milliseconds at a percentile. */
    double percentile(int ofHundred) {
        List<Long> sorted;
        synchronized (waits) {
            sorted = waits.stream().sorted().toList();
        }
        int index = Math.min(sorted.size() - 1, sorted.size() * ofHundred / 100);
        return sorted.isEmpty() ? Double.NaN : sorted.get(index) / NANOS_IN_A_MILLISECOND;
    }

    /** How many have stopped their alerts, or are about to. */
    long left() {
        return ended.size() + (long) ending.size();
    }

    /** How many got the alert after stopping. */
    int sentAfterTheEnd() {
        return sentAfterTheEnd.get();
    }
}

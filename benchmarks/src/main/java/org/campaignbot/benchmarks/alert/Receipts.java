package org.campaignbot.benchmarks.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.FakeBotApi;

/** The alerts that people received, according to the fake Telegram server. */
final class Receipts {

    private final Map<Long, Integer> byChat = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final List<Long> moments = new ArrayList<>();

    Receipts(FakeBotApi api) {
        api.log().listen(this::heard);
    }

    private void heard(Call call) {
        if (call.accepted() && call.method().equals("sendMessage") && AlertScene.isIn(call.text())) {
            byChat.merge(call.chat(), 1, Integer::sum);
            count.incrementAndGet();
            synchronized (moments) {
                moments.add(call.nanos());
            }
        }
    }

    /** The number received. */
    long count() {
        return count.get();
    }

    /** How many of these chats got it. */
    long among(LongStream chats) {
        return chats.filter(byChat::containsKey).count();
    }

    /** How many chats got it more than once. */
    long twice() {
        return byChat.values().stream().filter(times -> times > 1).count();
    }

    /** Whether a chat got it. */
    boolean has(long chat) {
        return byChat.containsKey(chat);
    }

    /** When each arrived, by {@link System#nanoTime}, in order. */
    List<Long> moments() {
        synchronized (moments) {
            return moments.stream().sorted().toList();
        }
    }
}

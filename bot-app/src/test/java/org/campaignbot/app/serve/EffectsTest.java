package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.memory.MemoryEffectResults;
import org.campaignbot.platform.Counts;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.SettableClock;
import org.campaignbot.update.EffectResults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final PrintWriter out = new PrintWriter(new StringWriter());
    private final Effects effects =
            new Effects(new WatchedJobs(clock, () -> {}), new Counts(), new Console(out, out, clock));
    private final MemoryEffectResults stored = new MemoryEffectResults();
    private final EffectResults results = effects.watching(stored);
    private final BlockingQueue<Integer> handedOn = new LinkedBlockingQueue<>();
    private volatile boolean isCommitted;

    @BeforeEach
    void handOn() {
        effects.handOn(() -> handedOn.add(isCommitted ? stored.waiting(10).size() : -1));
    }

    @AfterEach
    void close() {
        effects.close();
    }

    @Test
    void aResultIsHandedOnAsSoonAsItsEffectsAreCommitted() throws Exception {
        effects.execute(() -> {
            results.add(answer("a1"));
            results.add(answer("a2"));
            isCommitted = true;
        });
        assertThat(handedOn.poll(1, TimeUnit.MINUTES)).isEqualTo(2);
    }

    /** The thread has room for one more round, which news and effects share. */
    @Test
    void newsTakesNoRoomFromEffectsThatComeAfterIt() throws Exception {
        CountDownLatch let = new CountDownLatch(1);
        BlockingQueue<String> ran = new LinkedBlockingQueue<>();
        effects.execute(() -> {
            try {
                let.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        results.add(answer("a1"));
        effects.execute(() -> ran.add("effects"));
        let.countDown();
        assertThat(ran.poll(1, TimeUnit.MINUTES)).isEqualTo("effects");
    }

    @Test
    void newsThatNoEffectBroughtIsHandedOnAtOnceToo() throws Exception {
        isCommitted = true;
        results.add(answer("a1"));
        assertThat(handedOn.poll(1, TimeUnit.MINUTES)).isEqualTo(1);
    }

    private static EffectResults.Answer answer(String id) {
        return new EffectResults.Answer(id, ANA, new Event.Answered("flow", Map.of()));
    }
}

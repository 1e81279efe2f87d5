package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignbot.app.serve.BodyBudget.Share;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private static final long MOST = 32L << 20;

    private final ClientShares clients = new ClientShares();
    private final BodyBudget budget = new BodyBudget(MOST, clients);

    private Share begin(String client) {
        return Objects.requireNonNull(budget.begin(client));
    }

    @Test
    void whateverEndsWhileItGrowsAllIsGivenBackOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicLong most = new AtomicLong();
        List<Callable<Void>> requests = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Random random = new Random(i);
            requests.add(() -> {
                Share share = budget.begin("client-" + random.nextInt(40));
                if (share == null) {
                    return null;
                }
                // The end comes from another thread, as with a timeout or a cut connection, and again from this one.
                Future<?> elsewhere = random.nextBoolean() ? threads.submit(share::close) : null;
                for (int grown = 0; grown < 8 && share.grow(4_096 << random.nextInt(7)); grown++) {
                    most.accumulateAndGet(budget.held(), Math::max);
                }
                share.close();
                share.close();
                assertThat(elsewhere == null || !elsewhere.isCancelled()).isTrue();
                return null;
            });
        }
        for (Future<Void> each : threads.invokeAll(requests)) {
            each.get();
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        assertThat(budget.held()).isZero();
        assertThat(clients.count()).isZero();
        assertThat(most.get()).isPositive().isLessThanOrEqualTo(MOST);
    }

    @Test
    void aClientHoldsTwoMebibytesAndAHundredRequests() {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            shares.add(begin("a"));
        }
        assertThat(budget.begin("a")).isNull();
        assertThat(shares.get(0).grow(2 << 20)).isTrue();
        assertThat(shares.get(1).grow(1)).isFalse();
        assertThat(begin("b").grow(1 << 20)).isTrue();
        shares.forEach(Share::close);
        assertThat(begin("a").grow(2 << 20)).isTrue();
    }

    @Test
    void whereLargeBodiesFillTheirPartSmallOnesStillCome() {
        int large = 512 * 1024;
        int taken = 0;
        while (begin("large-" + taken).grow(large)) {
            taken++;
        }
        assertThat((long) taken * large).isEqualTo(MOST / 4 * 3);
        assertThat(begin("small").grow(BodyBudget.SMALL)).isTrue();
    }

    @Test
    void ofNoClientOnlyTheWholeIsBounded() {
        for (int i = 0; i < 500; i++) {
            assertThat(Objects.requireNonNull(budget.begin(null)).grow(4_096)).isTrue();
        }
        assertThat(budget.held()).isEqualTo(500 * 4_096);
        assertThat(clients.count()).isZero();
    }

    @Test
    void whatHasEndedGrowsNoMore() {
        Share share = begin("a");
        share.close();
        assertThat(share.grow(1)).isFalse();
        assertThat(budget.held()).isZero();
        assertThat(clients.count()).isZero();
    }
}

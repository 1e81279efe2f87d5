package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecheckedTest {

    private final AtomicBoolean due = new AtomicBoolean();

    private final Rechecked<Integer> count = new Rechecked<>(0, value -> due.get(), value -> value + 1);

    @Test
    void itIsCheckedOnlyWhenDue() {
        assertThat(count.get()).isZero();
        due.set(true);
        assertThat(count.get()).isEqualTo(1);
        due.set(false);
        assertThat(count.get()).isEqualTo(1);
    }

    @Test
    void whileOneThreadChecksTheOthersUseWhatTheyHave() {
        AtomicReference<String> seen = new AtomicReference<>("");
        CompletableFuture<Rechecked<String>> itself = new CompletableFuture<>();
        itself.complete(new Rechecked<>("old", "old"::equals, value -> {
            seen.set(CompletableFuture.supplyAsync(() -> itself.join().get()).join());
            return "new";
        }));
        assertThat(itself.join().get()).isEqualTo("new");
        assertThat(seen.get()).isEqualTo("old");
    }

    @Test
    void aValueThatAnotherThreadJustCheckedIsNotCheckedAgain() {
        CompletableFuture<Rechecked<Integer>> itself = new CompletableFuture<>();
        AtomicBoolean first = new AtomicBoolean(true);
        itself.complete(new Rechecked<>(
                0,
                value -> {
                    // Between this look and the lock another thread checks it.
                    if (value == 0 && first.getAndSet(false)) {
                        CompletableFuture.supplyAsync(() -> itself.join().get()).join();
                    }
                    return value == 0;
                },
                value -> value + 1));
        assertThat(itself.join().get()).isEqualTo(1);
    }

    @Test
    void itCanBeCheckedBeforeItIsDue() {
        count.checkNow();
        assertThat(count.get()).isEqualTo(1);
    }

    @Test
    void afterACheckThatFailedTheNextOneIsTried() {
        AtomicBoolean fails = new AtomicBoolean(true);
        Rechecked<Integer> shaky = new Rechecked<>(0, value -> value == 0, value -> {
            if (fails.getAndSet(false)) {
                throw new IllegalStateException("away");
            }
            return 1;
        });
        assertThatIllegalStateException().isThrownBy(shaky::get);
        assertThat(shaky.get()).isEqualTo(1);
    }
}

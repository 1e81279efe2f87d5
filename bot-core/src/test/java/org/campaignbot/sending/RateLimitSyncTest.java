package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process never uses more of a limit than the others have been told. */
class RateLimitSyncTest extends SenderCase {

    private static final int MOST = 30;
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Listeners NOBODY =
            new Listeners(messages -> {}, mock(ChatChangeListener.class), mock(SenderJournal.class));

    @Override
    PaperChannel paper() {
        return new PaperChannel(new RateLimits(new RateLimits.Limit(MOST, SECOND), null, null, 1, null));
    }

    @Test
    void whatIsSentWhileASmallerShareIsOnItsWayIsKeptFreeForIt() {
        Crowded crowded = new Crowded();
        crowded.send(1);
        time.run();
        assertThat(crowded.said).containsExactly(0);
        crowded.duringTheNext = () -> crowded.send(20);
        time.advance(SECOND);
        assertThat(paper.sent).hasSize(21);
        assertThat(crowded.said)
                .as("first all it might still send, then the twenty of the last second")
                .endsWith(MOST, 20);
    }

    @Test
    void aProcessWithoutAShareKeepsFreeOnlyWhatItHasSent() {
        Crowded crowded = new Crowded();
        crowded.send(3);
        time.run();
        assertThat(crowded.said).containsExactly(0);
        assertThat(paper.sent).hasSize(3);
    }

    @Test
    void anAccountThatAsksDuringARoundGetsAnotherAtOnce() {
        List<Runnable> during = new ArrayList<>();
        RateLimitSync sync = new RateLimitSync(
                SharedRateLimits.ALONE,
                new AbstractCollection<>() {
                    @Override
                    public Iterator<ChannelSender> iterator() {
                        during.forEach(Runnable::run);
                        return Collections.emptyIterator();
                    }

                    @Override
                    public int size() {
                        return 0;
                    }
                },
                new CompletionBatcher(outbox, alerts, NOBODY, time, List.of(), claimed -> {}, () -> {}),
                NOBODY,
                time,
                () -> {});
        sync.run(time.instant());
        assertThat(sync.due()).as("no account is in use").isEqualTo(Instant.MAX);
        during.add(sync::ask);
        sync.run(time.instant());
        assertThat(sync.due()).isEqualTo(time.instant());
    }

    /** Limits that another process begins to share after the first grant. */
    private final class Crowded implements SharedRateLimits {

        private final List<Integer> said = new ArrayList<>();
        private Runnable duringTheNext = () -> {};
        private final Sender sender = sender(SendingSettings.DEFAULT, this);
        private int sent;

        void send(int messages) {
            for (int i = 0; i < messages; i++) {
                Outgoing each = reply("chat" + sent, "message" + sent);
                sent++;
                outbox.commit(List.of(each));
                sender.committed(List.of(each));
            }
            time.run();
        }

        @Override
        public Grant refresh(Account account, Need all, Need alerts) {
            said.add(all.occupied());
            Runnable meanwhile = duringTheNext;
            duringTheNext = () -> {};
            meanwhile.run();
            int places = said.size() == 1 ? MOST : MOST / 2;
            return new Grant(places, Integer.MAX_VALUE, time.instant().plus(LEASE), Instant.MIN);
        }

        @Override
        public void resumeNotBefore(Account account, Instant instant) {}

        @Override
        public void surrender() {}
    }
}

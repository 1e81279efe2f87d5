package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.State;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.people.Address;
import org.campaignbot.update.ConversationStore.Commit;
import org.jspecify.annotations.Nullable;

/** A memory outbox that counts what a database would have to do, and fails on demand. */
final class CountingOutbox implements Outbox {

    int settlings;
    int taken;
    /** How often somebody looked for messages. */
    int looks;

    Runnable beforeSettling = () -> {};
    /** The lease of claims that aren't renewed in time; null if they don't expire. */
    @Nullable
    Duration lease;

    private final MemoryStore memory;
    private final InstantSource clock;
    private final Set<String> ids = new LinkedHashSet<>();
    private int turns;

    CountingOutbox(InstantSource clock) {
        this.clock = clock;
        this.memory = new MemoryStore(clock);
    }

    /** Commits messages as one turn. */
    synchronized void commit(List<Outgoing> messages) {
        String update = "update" + turns++;
        ConversationKey whose =
                new ConversationKey(messages.get(0).to(), messages.get(0).person());
        long version = memory.load(List.of(whose)).values().stream()
                .mapToLong(saved -> saved.version())
                .sum();
        memory.commit(List.of(new Commit(whose, version, update, State.fresh(), messages, List.of())));
        messages.forEach(each -> ids.add(each.id()));
    }

    /** The ids of all unsettled messages. */
    synchronized List<String> ids() {
        return List.copyOf(ids);
    }

    @Override
    public void take(Wanted wanted, Consumer<List<Claimed>> into) {
        looks++;
        memory.take(wanted, claimed -> {
            taken += claimed.size();
            into.accept(claimed.stream().map(this::leased).toList());
        });
    }

    private Claimed leased(Claimed claimed) {
        return lease == null
                ? claimed
                : new Claimed(
                        claimed.message(),
                        claimed.since(),
                        clock.instant().plus(lease),
                        claimed.mayHaveLeft(),
                        claimed.used());
    }

    @Override
    public List<Claimed> takeAllOf(Address chat) {
        return memory.takeAllOf(chat);
    }

    @Override
    public void accept(int room) {
        memory.accept(room);
    }

    @Override
    public List<Claimed> handOver(List<Outgoing> committed) {
        return memory.handOver(committed);
    }

    @Override
    public synchronized void add(List<Outgoing> messages) {
        memory.add(messages);
        messages.forEach(each -> ids.add(each.id()));
    }

    @Override
    public synchronized void settle(List<String> ended, List<ChatUse> uses) {
        beforeSettling.run();
        settlings++;
        memory.settle(ended, uses);
        ids.removeAll(Set.copyOf(ended));
    }

    @Override
    public void release(List<String> released) {
        memory.release(released);
    }

    @Override
    public Instant renew(List<String> held) {
        return lease == null ? memory.renew(held) : clock.instant();
    }

    @Override
    public void move(Address from, Address to) {
        memory.move(from, to);
    }
}

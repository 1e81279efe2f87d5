package campaignbot.delivery;

import campaignbot.message.Fit;
import campaignbot.message.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Empties the outbox through the channels; one at a time works, so nothing is reordered. */
public final class Sender {

    private static final int BATCH = 100;

    private final Outbox outbox;
    private final Map<String, Channel> channels;

    /** A sender over these channels. */
    public Sender(Outbox outbox, Collection<? extends Channel> channels) {
        this.outbox = outbox;
        this.channels = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    }

    /** Is told what was committed just now, which may leave. */
    public void committed(List<Outgoing> messages) {
        if (!messages.isEmpty()) {
            drain();
        }
    }

    /** Sends what waits, until the outbox is empty or a send must be tried again later; returns how many left. */
    public synchronized int drain() {
        int sent = 0;
        List<Outgoing> batch = outbox.claim(BATCH);
        while (!batch.isEmpty()) {
            List<String> settled = new ArrayList<>();
            List<String> later = new ArrayList<>();
            Set<campaignbot.people.Address> stalled = new HashSet<>();
            for (Outgoing outgoing : batch) {
                // A later message of the same chat must not overtake one that has to wait.
                if (stalled.contains(outgoing.to()) || isToBeTriedAgain(send(outgoing))) {
                    stalled.add(outgoing.to());
                    later.add(outgoing.id());
                } else {
                    settled.add(outgoing.id());
                }
            }
            outbox.settle(settled);
            outbox.release(later);
            sent += settled.size();
            batch = later.isEmpty() ? outbox.claim(BATCH) : List.of();
        }
        return sent;
    }

    private static boolean isToBeTriedAgain(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Unknown || outcome instanceof SendOutcome.Wait;
    }

    private SendOutcome send(Outgoing outgoing) {
        Channel channel = channels.get(outgoing.to().channel());
        if (channel == null) {
            return new SendOutcome.Refused("no channel named " + outgoing.to().channel());
        }
        SendOutcome last = new SendOutcome.Sent();
        for (Message part : Fit.fit(outgoing.message(), channel.surface(outgoing.to()))) {
            last = channel.send(outgoing.to(), part, null);
            if (!(last instanceof SendOutcome.Sent)) {
                return last;
            }
        }
        return last;
    }
}

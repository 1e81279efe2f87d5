package org.campaignbot.sending;

import java.util.concurrent.Executor;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;

/**
 * Sends messages that no outbox holds, bypassing the queues and rate limits of its channel.
 *
 * @param workers its own threads, so that nothing else delays it
 */
record UnstoredSender(Channel channel, Executor workers, Listeners listeners) {

    /** Sends a message; calls {@code inVain} if the platform accepted none of it, so that it is worth a retry. */
    void send(Outgoing outgoing, Runnable inVain) {
        listeners.guard(() -> workers.execute(() -> listeners.guard(() -> sendParts(outgoing, inVain))));
    }

    private void sendParts(Outgoing outgoing, Runnable inVain) {
        boolean begun = false;
        for (Message part : Fit.fit(outgoing.message(), channel.surface(outgoing.to()))) {
            SendOutcome outcome = channel.send(outgoing.to(), outgoing.person(), part, null);
            if (outcome instanceof SendOutcome.Refused refused) {
                listeners.refused(channel.name(), outgoing.lane(), refused.why());
                return;
            } else if (outcome instanceof SendOutcome.Wait && !begun) {
                inVain.run();
                return;
            }
            begun = true;
        }
    }
}

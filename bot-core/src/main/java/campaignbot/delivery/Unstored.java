package campaignbot.delivery;

import campaignbot.message.Fit;
import campaignbot.message.Message;
import java.util.concurrent.Executor;

/**
 * Sends what no outbox holds, past the queues and the pace of its channel.
 *
 * @param workers threads of its own, so that nothing else keeps it waiting
 */
record Unstored(Channel channel, Executor workers, Listeners listeners) {

    /** Calls this where the platform took none of it yet, so that it is worth another try. */
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

package org.campaignbot.app.serve;

import java.util.List;
import java.util.function.Consumer;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateProcessor;

/**
 * The way of what people do on every platform into the reception, which returns once that is committed.
 *
 * @param job how that goes
 */
record IngressQueue(UpdateProcessor reception, WatchedJob job) implements Consumer<List<Update>> {

    @Override
    public void accept(List<Update> updates) {
        job.run(() -> reception.receive(updates));
    }
}

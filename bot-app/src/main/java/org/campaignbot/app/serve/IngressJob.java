package org.campaignbot.app.serve;

import java.util.List;
import java.util.function.Consumer;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateProcessor;

/**
 * Passes people's updates from every platform to the update processor, and returns when they are committed.
 *
 * @param job tracks the health of this work
 */
record IngressJob(UpdateProcessor updateProcessor, WatchedJob job) implements Consumer<List<Update>> {

    @Override
    public void accept(List<Update> updates) {
        job.run(() -> updateProcessor.receive(updates));
    }
}

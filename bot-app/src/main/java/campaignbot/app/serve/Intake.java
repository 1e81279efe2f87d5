package campaignbot.app.serve;

import campaignbot.app.watch.Job;
import campaignbot.reception.Reception;
import campaignbot.reception.Update;
import java.util.List;
import java.util.function.Consumer;

/**
 * The way of what people do on every platform into the reception, which returns once that is committed.
 *
 * @param job how that goes
 */
record Intake(Reception reception, Job job) implements Consumer<List<Update>> {

    @Override
    public void accept(List<Update> updates) {
        job.run(() -> reception.receive(updates));
    }
}

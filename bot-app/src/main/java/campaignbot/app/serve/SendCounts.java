package campaignbot.app.serve;

import campaignbot.app.watch.Job;
import campaignbot.delivery.Deliveries;
import campaignbot.delivery.Outgoing.Lane;
import campaignbot.delivery.SenderJournal;
import campaignbot.storage.StorageFailure;
import java.util.List;
import java.util.Locale;

/** Counts how messages ended, and tells what a platform will never take. */
final class SendCounts implements Deliveries, SenderJournal {

    private final Job job;
    private final Counts counts;
    private final Console console;

    SendCounts(Job job, Counts counts, Console console) {
        this.job = job;
        this.counts = counts;
        this.console = console;
    }

    @Override
    public void ended(List<Ended> messages) {
        messages.forEach(each -> counts.add("messages." + each.fate().name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void refused(String channel, Lane lane, String why) {
        console.trouble("The platform " + channel + " refused a message for good: " + why);
    }

    @Override
    public void failed(String kind, String place) {
        job.failed();
        counts.add("messages.failed");
        String line = "Sending met " + kind + " in " + place + "; it goes on.";
        if (kind.equals(StorageFailure.class.getName())) {
            console.troubles().perhapsDatabase(line);
        } else {
            console.trouble(line);
        }
    }
}

package org.campaignbot.app.serve;

import java.util.List;
import java.util.Locale;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.platform.Counts;
import org.campaignbot.sending.DeliveryListener;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.sending.SenderJournal;
import org.campaignbot.storage.failure.StorageFailure;

/** Counts the results of messages, and reports what a platform will never accept. */
final class SendCounts implements DeliveryListener, SenderJournal {

    private final WatchedJob watchedJob;
    private final Counts counts;
    private final Console console;

    SendCounts(WatchedJob watchedJob, Counts counts, Console console) {
        this.watchedJob = watchedJob;
        this.counts = counts;
        this.console = console;
    }

    @Override
    public void ended(List<Ended> messages) {
        messages.forEach(each -> counts.add("messages." + each.status().name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void refused(String channel, Lane lane, String why) {
        console.trouble("The platform " + channel + " refused a message for good: " + why);
    }

    @Override
    public void failed(String kind, String place) {
        watchedJob.failed();
        counts.add("messages.failed");
        String line = "Sending met " + kind + " in " + place + "; it goes on.";
        if (kind.equals(StorageFailure.class.getName())) {
            console.troubles().perhapsDatabase(line);
        } else {
            console.trouble(line);
        }
    }
}

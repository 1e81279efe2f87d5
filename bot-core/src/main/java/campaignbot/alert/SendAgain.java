package campaignbot.alert;

import java.time.Instant;
import java.util.List;

/** Sends an alert again to those of whom nobody knows whether they got it, where an organizer wants that; some will get it twice. */
public final class SendAgain {

    private final Alerts alerts;
    private final Recipients recipients;

    /** Over the alerts and recipients of one store. */
    public SendAgain(Alerts alerts, Recipients recipients) {
        this.alerts = alerts;
        this.recipients = recipients;
    }

    /**
     * Lets them wait again. Whoever pressed the button did get it, and is not among them.
     *
     * @param shown how many they are, as the organizer was shown
     */
    public DeskAnswer run(String id, String shown, Actor by, Instant now) {
        Alert alert = alerts.find(id).orElse(null);
        if (alert == null) {
            return new DeskAnswer.Refused(AlertRefusal.NO_SUCH_ALERT);
        }
        AlertStep step = AlertLife.sendAgain(alert, shown, by, now);
        if (step instanceof AlertStep.Refused refused) {
            return new DeskAnswer.Refused(refused.why());
        }
        AlertStep.Taken taken = (AlertStep.Taken) step;
        if (!alerts.save(taken.alert(), taken.entry())) {
            return new DeskAnswer.Refused(AlertRefusal.CHANGED_MEANWHILE);
        }
        // After a crash before this the alert comes to its end again, and the organizer may repeat it.
        recipients.again(id, now);
        return new DeskAnswer.Done(taken.alert().version(taken.alert().version() + 1), List.of());
    }
}

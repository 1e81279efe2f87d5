package org.campaignbot.alert.sending;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.sending.Recipients.Figure;
import org.campaignbot.alert.sending.Recipients.State;

/** Adds up the figures of alerts from their recipients. */
public final class RecipientFigures implements AlertFigures {

    private static final String CAPPED = State.WITHHELD.word() + "/" + Recipients.CAPPED;
    private static final String WITHHELD = State.WITHHELD.word() + "/";
    private static final String FAILED = State.FAILED.word() + "/";

    private final Recipients recipients;

    /** Figures over the recipients of a store. */
    public RecipientFigures(Recipients recipients) {
        this.recipients = recipients;
    }

    @Override
    public Figures of(String alert) {
        Map<String, Long> sums = new HashMap<>();
        Map<String, Long> failed = new HashMap<>();
        Map<String, Long> outcomes = new HashMap<>();
        Map<String, Long> byState = new HashMap<>();
        Map<LocalDate, Long> byDay = new HashMap<>();
        for (Figure each : recipients.figures(alert)) {
            String what = each.what();
            long number = each.number();
            sums.merge(what, number, Long::sum);
            if (what.startsWith(FAILED)) {
                failed.merge(what.substring(FAILED.length()), number, Long::sum);
            } else if (what.startsWith(WITHHELD) && !what.equals(CAPPED)) {
                // People who left before it came, and everyone after a stop, didn't get it either.
                failed.merge(what.substring(WITHHELD.length()), number, Long::sum);
            } else if (what.startsWith(Figure.TOLD)) {
                outcomes.merge(what.substring(Figure.TOLD.length()), number, Long::sum);
            } else if (what.equals(State.SENT.word())) {
                byState.merge(each.home().isEmpty() ? AudienceCount.NO_STATE : each.home(), number, Long::sum);
                byDay.merge(LocalDate.parse(each.day()), number, Long::sum);
            }
        }
        // No platform of the bot reports delivery, only that it accepted the message.
        return new Figures(
                sum(sums, State.WAITING.word()),
                sum(sums, State.SENT.word()),
                failed,
                sum(sums, State.EXPIRED.word()),
                sum(sums, State.UNKNOWN.word()),
                sum(sums, CAPPED),
                sum(sums, Figure.STARTED),
                outcomes,
                sum(sums, Figure.OPTED_OUT),
                byState,
                byDay);
    }

    private static long sum(Map<String, Long> sums, String what) {
        return sums.getOrDefault(what, 0L);
    }
}

package org.campaignbot.memory;

import java.time.Instant;
import java.util.List;
import org.campaignbot.outcomes.NumberReports;
import org.campaignbot.outcomes.WrongNumbers;

/** Reports of wrong numbers in this process's memory. */
public final class MemoryWrongNumbers implements WrongNumbers {

    private NumberReports reports = NumberReports.NONE;

    @Override
    public synchronized void report(String reporter, String number, Instant at) {
        reports = reports.with(reporter, number, at);
    }

    @Override
    public synchronized void withdraw(String reporter, String number, Instant at) {
        reports = reports.without(reporter, number, at);
    }

    @Override
    public synchronized void dismiss(String number) {
        reports = reports.dismissed(number);
    }

    @Override
    public synchronized List<Reported> reported() {
        return reports.reported();
    }
}

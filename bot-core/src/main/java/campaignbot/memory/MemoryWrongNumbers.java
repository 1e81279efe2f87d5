package campaignbot.memory;

import campaignbot.tally.NumberReports;
import campaignbot.tally.WrongNumbers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Counts reports of wrong numbers in this process's memory. */
public final class MemoryWrongNumbers implements WrongNumbers {

    private final AtomicReference<NumberReports> reports = new AtomicReference<>(NumberReports.NONE);

    @Override
    public void report(String reporter, String number, Instant at) {
        reports.updateAndGet(all -> all.with(reporter, number, at));
    }

    @Override
    public void withdraw(String reporter, String number, Instant at) {
        reports.updateAndGet(all -> all.without(reporter, number, at));
    }

    @Override
    public void dismiss(String number) {
        reports.updateAndGet(all -> all.dismissed(number));
    }

    @Override
    public List<Reported> reported() {
        return reports.get().reported();
    }
}

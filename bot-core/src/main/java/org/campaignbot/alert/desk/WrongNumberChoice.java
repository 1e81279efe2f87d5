package org.campaignbot.alert.desk;

import java.time.Instant;
import java.util.function.Supplier;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.CorrectionRequest;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.Version;

/** What an organizer can do with a number that callers found wrong, in a chat or on the web: hide it from every card, or show it again. */
public record WrongNumberChoice(WrongNumbers numbers, Settings settings, Supplier<Directory> directory) {

    /** What became of it; the word is the one that packs have. */
    public enum Result {
        HIDDEN,
        SHOWN,
        /** No lawmaker has the number any more. */
        GONE,
        /** Somebody else changed something at the same moment. */
        AGAIN;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Hides a number, which takes it off the list. */
    public Result hide(String number, String who, Instant at) {
        Version before = settings.current();
        CorrectionRequest.Answer answer =
                CorrectionRequest.hiding(number).answer(directory.get(), before, EasternTime.dateAt(at));
        if (answer instanceof CorrectionRequest.Answer.Accepted accepted) {
            Change change = Corrections.making(accepted.corrections(), who, at, before);
            if (!settings.change(before, change)) {
                return Result.AGAIN;
            }
        }
        numbers.dismiss(number);
        return answer instanceof CorrectionRequest.Answer.Accepted ? Result.HIDDEN : Result.GONE;
    }

    /** Takes the hiding of a number back. */
    public Result show(String number, String who, Instant at) {
        Version before = settings.current();
        Change change = Corrections.takingBack(number, who, at, before);
        if (change.values().isEmpty()) {
            return directory.get().hasNumber(number) ? Result.SHOWN : Result.GONE;
        }
        return settings.change(before, change) ? Result.SHOWN : Result.AGAIN;
    }
}

package org.campaignbot.settings;

import java.time.LocalDate;
import java.util.Locale;
import org.campaignbot.directory.Congress;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Whether a correction counts now.
 *
 * @param day when it began or ended, or will begin; null if that isn't known
 */
public record CorrectionStanding(Stage stage, @Nullable LocalDate day) {

    /** How a correction stands. */
    public enum Stage {
        IN_FORCE,
        BEGINS,
        /** Its last day is over. */
        ENDED,
        /** Its last day is over, but the tables are still known to be wrong. */
        ENDED_UNKNOWN,
        /** The tables changed. */
        TABLES_CHANGED,
        /** The state's new map is here. */
        MAP_CAME;

        /** The word for it, such as {@code in-force}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How a correction stands on an Eastern day with these tables. */
    public static CorrectionStanding of(Correction correction, Directory tables, LocalDate today) {
        LocalDate until =
                correction.note().until().filter(day -> !today.isBefore(day)).orElse(null);
        if (correction instanceof Correction.KeptMap kept) {
            LocalDate starts = Congress.start(kept.congress());
            return until != null
                    ? new CorrectionStanding(Stage.ENDED, until)
                    : !tables.isCorrectedBy(kept)
                            ? new CorrectionStanding(Stage.MAP_CAME, null)
                            : today.isBefore(starts)
                                    ? new CorrectionStanding(Stage.BEGINS, starts)
                                    : new CorrectionStanding(Stage.IN_FORCE, null);
        } else if (!tables.isCorrectedBy(correction)) {
            return until == null
                    ? new CorrectionStanding(Stage.TABLES_CHANGED, null)
                    : new CorrectionStanding(Stage.ENDED, until);
        } else if (until != null) {
            return new CorrectionStanding(Stage.ENDED_UNKNOWN, until);
        }
        return correction instanceof Correction.Holder holder && today.isBefore(holder.since())
                ? new CorrectionStanding(Stage.BEGINS, holder.since())
                : new CorrectionStanding(Stage.IN_FORCE, null);
    }
}

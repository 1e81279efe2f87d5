package org.campaignbot.app.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.campaignbot.platform.Check;
import org.jspecify.annotations.Nullable;

/**
 * A finding of the doctor about one part of an installation.
 *
 * @param level how bad it is
 * @param subject what was checked, in a word or two
 * @param finding what was found, as a sentence
 * @param fix what to do, as a sentence; null if there is nothing to do
 */
record DoctorFinding(
        Level level,
        String subject,
        String finding,
        @Nullable String fix) {

    /** How bad a finding is. */
    enum Level {
        /** As it should be. */
        OK,
        /** The bot works, but the operator should know this. */
        WARNING,
        /** The bot doesn't work, or it may lose or expose something. */
        PROBLEM
    }

    static DoctorFinding ok(String subject, String finding) {
        return new DoctorFinding(Level.OK, subject, finding, null);
    }

    static DoctorFinding warning(String subject, String finding, String fix) {
        return new DoctorFinding(Level.WARNING, subject, finding, fix);
    }

    static DoctorFinding problem(String subject, String finding, @Nullable String fix) {
        return new DoctorFinding(Level.PROBLEM, subject, finding, fix);
    }

    /** Converts the finding of a platform's adapter. */
    static DoctorFinding of(Check check) {
        Level level = switch (check.level()) {
            case FINE -> Level.OK;
            case WARNING -> Level.WARNING;
            case PROBLEM -> Level.PROBLEM;
        };
        return new DoctorFinding(level, check.subject(), check.finding(), check.fix());
    }

    /** The finding on one line, with what to do below it. */
    String text() {
        String word = level.name().toLowerCase(Locale.ROOT);
        return String.format("%-8s %-13s %s", word, subject, finding)
                + (fix == null ? "" : "\n" + " ".repeat(23) + fix);
    }

    /** The same as the fields of a JSON object. */
    Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("level", level.name().toLowerCase(Locale.ROOT));
        row.put("subject", subject);
        row.put("finding", finding);
        if (fix != null) {
            row.put("fix", fix);
        }
        return row;
    }
}

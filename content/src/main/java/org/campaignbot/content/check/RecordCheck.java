package org.campaignbot.content.check;

import java.time.LocalDate;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Value;

/** Finds records whose review is overdue. */
final class RecordCheck {

    /** How long a number counts as verified, in days (content brief, 7c). */
    private static final int VERIFIED_DAYS = 90;

    private RecordCheck() {}

    static void check(PackCheck.Subject subject, LocalDate today) {
        subject.pack().records().forEach((name, value) -> {
            if (value instanceof Value.Row record) {
                Place place = subject.outline().of("records", name);
                if (record.fields().get("review_after") instanceof Value.Day review && today.isAfter(review.date())) {
                    subject.report(
                            ProblemKind.REVIEW_OVERDUE,
                            place,
                            "\"" + name + "\" was to be looked at again after " + review.date());
                }
                if (record.fields().get("verified_on") instanceof Value.Day verified
                        && today.isAfter(verified.date().plusDays(VERIFIED_DAYS))) {
                    subject.report(
                            ProblemKind.VERIFICATION_OLD,
                            place,
                            "the number of \"" + name + "\" was verified on " + verified.date());
                }
            }
        });
    }
}

package org.campaignbot.content.check;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Value;
import org.campaignbot.message.LinkLook;

/** Finds records whose review is overdue, and those that send readers to a weak source. */
final class RecordCheck {

    /** How long a number counts as verified, in days (content brief, 7c). */
    private static final int VERIFIED_DAYS = 90;

    /** Hosts that copy, translate or gather what others report. */
    private static final Set<String> WEAK = Set.copyOf(Lines.of("weak-sources.txt"));

    private RecordCheck() {}

    static void check(PackCheck.Subject subject, LocalDate today) {
        subject.pack().records().forEach((name, value) -> {
            if (value instanceof Value.Row record) {
                Place place = subject.outline().of("records", name);
                sources(record)
                        .filter(host -> WEAK.stream().anyMatch(weak -> host.equals(weak) || host.endsWith("." + weak)))
                        .forEach(host -> subject.report(
                                ProblemKind.WEAK_SOURCE, place, "\"" + name + "\" sends readers to " + host));
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

    private static Stream<String> sources(Value.Row record) {
        return record.fields().get("sources") instanceof Value.Rows sources
                ? sources.rows().stream()
                        .flatMap(row -> row.fields().get("source") instanceof Value.Link link
                                ? Stream.of(LinkLook.host(link.address()))
                                : Stream.empty())
                : Stream.empty();
    }
}

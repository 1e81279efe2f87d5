package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.readability.ReadabilityScore;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;

/** Finds texts that are too hard to read: the words of a step, or a text of a record, in any language. */
final class ReadingCheck {

    private ReadingCheck() {}

    static void check(PackCheck.Subject subject, Exceptions exceptions) {
        subject.eachStep((flow, step) -> {
            TextPart part = TextPart.of(subject, flow, step);
            for (Language language : subject.pack().languages()) {
                SaidText text = SaidText.of(part.words(language));
                List<String> lines = new ArrayList<>(text.lines());
                lines.addAll(text.quotes());
                step(subject, part, language, ReadabilityScore.of(language, lines), exceptions);
            }
        });
        subject.pack().records().forEach((name, value) -> {
            if (value instanceof Value.Row record) {
                record.fields().forEach((field, text) -> {
                    if (text instanceof Value.Translated translated) {
                        translated
                                .words()
                                .forEach((language, words) -> judge(
                                        subject,
                                        subject.outline().of("records", name),
                                        name + "." + field,
                                        language,
                                        List.of(words)));
                    }
                });
            }
        });
    }

    /** What any text may not be is one mistake, and what this kind of text may not be is another one. */
    private static void step(
            PackCheck.Subject subject,
            TextPart part,
            Language language,
            ReadabilityScore score,
            Exceptions exceptions) {
        int grade = part.limits().grade();
        int ease = part.limits().ease();
        String hard = score.complaint(
                Math.max(grade, ReadabilityScore.HIGHEST_GRADE), Math.min(ease, ReadabilityScore.LOWEST_EASE));
        String complaint = score.complaint(grade, ease);
        if (!complaint.isEmpty()) {
            ProblemKind kind = hard.isEmpty() ? ProblemKind.GRADE_TOO_HIGH : ProblemKind.HARD_TO_READ;
            if (!exceptions.allow(part.flow().name(), part.step().name(), language, kind.code())) {
                subject.report(kind, part.place(), "\"" + part.name() + "\" in \"" + language + "\" " + complaint);
            }
        }
    }

    private static void judge(
            PackCheck.Subject subject, Place place, String what, Language language, List<String> lines) {
        String complaint = ReadabilityScore.of(language, lines).complaint();
        if (!complaint.isEmpty()) {
            subject.report(ProblemKind.HARD_TO_READ, place, "\"" + what + "\" in \"" + language + "\" " + complaint);
        }
    }
}

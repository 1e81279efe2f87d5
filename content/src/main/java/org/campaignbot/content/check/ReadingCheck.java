package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.readability.ReadabilityScore;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.people.Language;

/** Finds texts that are too hard to read: the words of a step, or a text of a record, in any language. */
final class ReadingCheck {

    private ReadingCheck() {}

    static void check(PackCheck.Subject subject) {
        subject.eachStep((flow, step) -> {
            Place place = subject.outline().of(flow.name(), step.name());
            for (Language language : subject.pack().languages()) {
                List<Wording> said = Stream.of(
                                step.say(),
                                step.ask() == null ? null : step.ask().question())
                        .flatMap(Stream::ofNullable)
                        .filter(wording -> wording.byLanguage().containsKey(language))
                        .toList();
                SaidText text = SaidText.of(
                        said.stream().map(wording -> wording.in(language)).toList());
                List<String> lines = new ArrayList<>(text.lines());
                lines.addAll(text.quotes());
                judge(subject, place, flow.name() + "/" + step.name(), language, lines);
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

    private static void judge(
            PackCheck.Subject subject, Place place, String what, Language language, List<String> lines) {
        String complaint = ReadabilityScore.of(language, lines).complaint();
        if (!complaint.isEmpty()) {
            subject.report(ProblemKind.HARD_TO_READ, place, "\"" + what + "\" in \"" + language + "\" " + complaint);
        }
    }
}

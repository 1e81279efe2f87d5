package org.campaignbot.content.check;

import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Language;

/** Finds buttons that are too long to read at a glance, and words that are wider than a phone. */
final class ButtonCheck {

    /** How many characters a button may have. */
    static final int LONGEST_ENGLISH = 20;

    /** How many it may have in Spanish and every other language: the same thing takes more letters there. */
    static final int LONGEST = 24;

    private final PackCheck.Subject subject;
    private final Exceptions exceptions;
    private final LongestText longest;
    private final Labels labels;

    private ButtonCheck(PackCheck.Subject subject, Exceptions exceptions) {
        this.subject = subject;
        this.exceptions = exceptions;
        this.longest = new LongestText(subject.pack());
        this.labels = new Labels(subject.pack());
    }

    static void check(PackCheck.Subject subject, Exceptions exceptions) {
        ButtonCheck check = new ButtonCheck(subject, exceptions);
        for (Language language : subject.pack().languages()) {
            check.label(
                    check.labels.longest(subject.pack().menuLabel(), language),
                    language,
                    subject.outline().of(),
                    "the menu label",
                    "",
                    "");
            subject.eachStep((flow, step) -> {
                check.wide(flow, step, language);
                for (Answer answer :
                        step.ask() == null ? List.<Answer>of() : step.ask().answers()) {
                    check.label(
                            check.labels.longest(answer.label(), language),
                            language,
                            subject.outline().of(flow.name(), step.name(), answer.name()),
                            "the button \"" + answer.name() + "\"",
                            flow.name(),
                            step.name());
                }
            });
        }
    }

    private void label(String label, Language language, Place place, String what, String flow, String step) {
        int most = language.equals(Language.ENGLISH) ? LONGEST_ENGLISH : LONGEST;
        int length = label.codePointCount(0, label.length());
        // One that no phone shows whole is reported as such.
        if (length > most
                && length <= Surface.TIGHTEST.labelLimit()
                && !exceptions.allow(flow, step, language, ProblemKind.LONG_BUTTON.code())) {
            subject.report(
                    ProblemKind.LONG_BUTTON,
                    place,
                    what + " in \"" + language + "\" has " + length + " characters of at most " + most + ": \"" + label
                            + "\"");
        }
    }

    private void wide(Flow flow, Step step, Language language) {
        TextPart part = TextPart.of(subject, flow, step);
        longest.variants(part.words(language), language).stream()
                .flatMap(variant -> Stream.ofNullable(Phone.tooWide(variant.blocks())))
                .distinct()
                .filter(word -> !exceptions.allow(flow.name(), step.name(), language, ProblemKind.TOO_WIDE.code()))
                .forEach(word -> subject.report(
                        ProblemKind.TOO_WIDE,
                        part.place(),
                        "\"" + part.name() + "\" in \"" + language + "\" has a word of " + word.length()
                                + " characters, and a phone shows " + Phone.COLUMNS + " in a line: \"" + word + "\""));
    }
}

package org.campaignbot.content.check;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Wording;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Language;

/** Checks that the answers of a question are distinguishable and fit the tightest surface. */
final class AnswerCheck {

    /** How many answers a reader takes in at a glance. */
    private static final int MOST_ANSWERS = 6;

    /**
     * The longest value that a button carries, with its separator: a seat, its holder and the kind of its number, such as
     * {@code .NY-S1_G000555_office2}.
     */
    private static final int LONGEST_CARRIED = 22;

    /** The name of the answer that the engine adds to every question. */
    private static final String MENU = "menu";

    private final PackCheck.Subject subject;
    private final Pack pack;

    private AnswerCheck(PackCheck.Subject subject) {
        this.subject = subject;
        this.pack = subject.pack();
    }

    static void check(PackCheck.Subject subject) {
        AnswerCheck check = new AnswerCheck(subject);
        check.length(subject.pack().menuLabel(), subject.outline().of(), "the menu label");
        subject.eachStep((flow, step) -> {
            if (step.ask() != null) {
                check.question(flow, step, step.ask().answers());
            }
        });
    }

    private void question(Flow flow, Step step, List<Answer> answers) {
        boolean menuAdded = Labels.addsMenu(pack, flow, step);
        if (menuAdded) {
            name(flow, step, MENU);
        }
        for (Answer answer : answers) {
            name(flow, step, answer.name());
            length(answer.label(), place(flow, step, answer), "the label of \"" + answer.name() + "\"");
        }
        if (answers.size() > MOST_ANSWERS) {
            subject.report(
                    ProblemKind.MANY_ANSWERS,
                    subject.outline().of(flow.name(), step.name()),
                    "\"" + step.name() + "\" has " + answers.size() + " answers; " + MOST_ANSWERS + " are enough");
        }
        for (Language language : pack.languages()) {
            distinct(flow, step, answers, menuAdded, language);
        }
    }

    private void distinct(Flow flow, Step step, List<Answer> answers, boolean menuAdded, Language language) {
        Map<String, String> labels = new HashMap<>();
        Map<String, String> heard = new HashMap<>();
        if (menuAdded) {
            Labels.of(pack.menuLabel().in(language)).forEach(label -> labels.put(Fold.fold(label.text()), MENU));
        }
        for (Answer answer : answers) {
            for (Labels.Label label : Labels.of(answer.label().in(language))) {
                if (label.whole()) {
                    claim(ProblemKind.SAME_LABEL, labels, Fold.fold(label.text()), flow, step, answer);
                }
            }
        }
        heard.putAll(labels);
        for (Answer answer : answers) {
            for (String words : answer.heard().getOrDefault(language, List.of())) {
                claim(ProblemKind.SAME_HEARD, heard, words, flow, step, answer);
            }
        }
    }

    private void claim(
            ProblemKind kind, Map<String, String> claims, String words, Flow flow, Step step, Answer answer) {
        String other = claims.putIfAbsent(words, answer.name());
        if (other != null && !other.equals(answer.name())) {
            subject.report(
                    kind,
                    place(flow, step, answer),
                    "\"" + words + "\" means \"" + other + "\" as well as \"" + answer.name() + "\"");
        }
    }

    private void name(Flow flow, Step step, String answer) {
        String payload = flow.name() + "/" + step.name() + "/" + answer;
        // The payload of a button in a slot's message carries one mark more.
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length
                + (step.slot() == null ? 0 : 1)
                + (Objects.requireNonNull(step.ask()).manner().carries() == null ? 0 : LONGEST_CARRIED);
        if (bytes > Surface.TIGHTEST.payloadBytes()) {
            subject.report(
                    ProblemKind.NAME_TOO_LONG,
                    subject.outline().of(flow.name(), step.name(), answer),
                    "\"" + payload + "\" has " + bytes + " bytes");
        }
    }

    private void length(Wording label, Place place, String what) {
        for (Language language : label.byLanguage().keySet()) {
            for (Labels.Label text : Labels.of(Objects.requireNonNull(label.in(language)))) {
                if (text.text().length() > Surface.TIGHTEST.labelLimit()) {
                    subject.report(
                            ProblemKind.LONG_LABEL,
                            place,
                            what + " in \"" + language + "\" has " + text.text().length() + " characters");
                }
            }
        }
    }

    private Place place(Flow flow, Step step, Answer answer) {
        return subject.outline().of(flow.name(), step.name(), answer.name());
    }
}

package org.campaignbot.content.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignbot.content.pack.Outline;
import org.campaignbot.content.pack.TextRules;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.readability.Limits;
import org.campaignbot.content.readability.TextKind;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.people.Language;

/**
 * The words of one step, what they are for, and how long and hard they may be.
 *
 * @param kind what its author says it is, else what follows from the step
 * @param limits those of the kind, with what the flow and the step say themselves
 */
record TextPart(Flow flow, Step step, TextKind kind, Limits limits, Place place) {

    static TextPart of(PackCheck.Subject subject, Flow flow, Step step) {
        Outline outline = subject.outline();
        TextRules ofFlow = outline.textRules(flow.name());
        TextRules ofStep = outline.textRules(flow.name() + "/" + step.name());
        TextKind kind = ofStep.kind() != null
                ? ofStep.kind()
                : ofFlow.kind() != null ? ofFlow.kind() : byDefault(subject, flow, step);
        // A step with a kind of its own isn't what its flow's limits are about.
        Limits limits = ofStep.kind() != null && ofStep.kind() != ofFlow.kind()
                ? kind.limits()
                : kind.limits().with(ofFlow.limits());
        return new TextPart(flow, step, kind, limits.with(ofStep.limits()), outline.of(flow.name(), step.name()));
    }

    private static TextKind byDefault(PackCheck.Subject subject, Flow flow, Step step) {
        if (flow.name().equals(subject.pack().start())) {
            return TextKind.GREETING;
        } else if (!flow.urgent().isEmpty()) {
            return TextKind.URGENT;
        } else if (subject.outline().topics().stream()
                .anyMatch(topic ->
                        topic.flow().equals(flow.name()) && topic.step().equals(step.name()))) {
            return TextKind.TOPIC;
        }
        return step.ask() == null ? TextKind.RECEIPT : TextKind.QUESTION;
    }

    /** Its name in problems, as {@code call/ready}. */
    String name() {
        return flow.name() + "/" + step.name();
    }

    /** What it says and asks in a language; nothing where that isn't translated. */
    List<Words> words(Language language) {
        return Stream.of(step.say(), step.ask() == null ? null : step.ask().question())
                .filter(Objects::nonNull)
                .map(Wording::byLanguage)
                .flatMap(words -> Stream.ofNullable(words.get(language)))
                .toList();
    }
}

package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Command;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;

/** Checks that each command starts its flow when typed, whatever language the person speaks. */
final class CommandCheck {

    /** The command that platforms send when a person opens the bot; the name of a flow may follow it. */
    private static final String START = "start";

    private CommandCheck() {}

    static void check(PackCheck.Subject subject) {
        for (Command command : subject.pack().profile().commands()) {
            for (Language language : subject.pack().languages()) {
                String started = started(subject.pack(), Fold.fold(command.name()), language);
                if (!command.name().equals(START) && !command.flow().equals(started)) {
                    subject.report(
                            ProblemKind.UNHEARD_COMMAND,
                            subject.outline().of("pack", "commands", command.name()),
                            "\"" + command.name() + "\" starts "
                                    + (started.isEmpty() ? "no flow" : "the flow \"" + started + "\""));
                    break;
                }
            }
        }
    }

    /** The flow that words start for a reader of a language; words in the reader's language come first. */
    private static String started(Pack pack, String folded, Language reader) {
        List<Language> languages = new ArrayList<>(List.of(reader));
        languages.addAll(pack.languages());
        return languages.stream()
                .map(language -> pack.heard(language).get(folded))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}

package campaignbot.content.check;

import campaignbot.content.problem.ProblemKind;
import campaignbot.flow.Command;
import campaignbot.flow.Fold;
import campaignbot.flow.Pack;
import campaignbot.people.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes sure that each command starts its flow when it is typed, whatever language its person speaks. */
final class CommandCheck {

    /** The command that platforms send when somebody opens the bot; it may name a flow behind it. */
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

    /** The flow that words start for a reader of a language: the reader's own words count first. */
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

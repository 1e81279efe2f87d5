package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.audience.AudiencePhrase;
import org.campaignbot.alert.audience.AudienceTerms;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.check.AlertCheck;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.desk.AlertPreviews;
import org.campaignbot.alert.desk.AlertTime;
import org.campaignbot.alert.desk.CheckContext;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.Shell;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.message.Fit;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks and shows an alert from a file before there is a database, a token or an organizer; keeps nothing. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an alert in a file, the one that ./bot alert draft --file takes, and shows it as Telegram and Slack would.",
            "It needs no database, token or organizer, keeps nothing, and counts nobody. The exit code is 1 if something is wrong."
        })
final class AlertRehearseCommand implements Callable<Integer> {

    /** What only the subscribers can tell. */
    private static final Set<Finding.Kind> OF_SUBSCRIBERS =
            Set.of(Finding.Kind.AUDIENCE_EMPTY, Finding.Kind.AUDIENCE_LARGE, Finding.Kind.NOBODY_LEFT);

    private static final Actor WRITER = new Actor("rehearsal", "rehearsal", Role.ORGANIZER);

    @Parameters(paramLabel = "FILE", description = "A YAML file with action, topic, audience, at, expires and words.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--behind", description = "Show what three kinds of readers see behind its button, too.")
    private boolean behind;

    @Option(names = "--wire", description = "Show exactly what is sent to each platform, too.")
    private boolean wire;

    @Option(names = "--json", description = "Write a JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        InstantSource clock = shell.clock();
        try (KeptChanges settings = KeptChanges.open(shell.storage(), content.campaign(), clock)) {
            AlertSituation situation = new AlertSituation(
                    content,
                    settings,
                    id -> Optional.empty(),
                    clock,
                    spec.commandLine().getErr()::println);
            return rehearse(situation, clock.instant());
        } catch (AlertSituation.Unreadable unreadable) {
            throw (Exception) unreadable.getCause();
        }
    }

    private int rehearse(AlertSituation situation, Instant now) throws Exception {
        CheckContext present = situation.get();
        AudienceTerms terms = new AudienceTerms(
                present.directory(),
                EasternTime.dateAt(now),
                present.pack().languages(),
                present.surfaces().keySet(),
                Set.of());
        Draft draft = AlertDraftOptions.of(file).draft(null, terms, now);
        Alert alert = ((AlertTransition.Taken)
                        AlertStateMachine.draft("rehearsal", Alert.Kind.NEW, null, draft, WRITER, now))
                .alert();
        AudienceCount nobody = new AudienceCount(0, 0, Map.of(), Map.of(), Map.of());
        List<Finding> findings = present
                .check(now)
                .findings(new AlertCheck.Subject(alert, nobody, OptionalLong.empty(), List.of()), now)
                .stream()
                .filter(each -> !OF_SUBSCRIBERS.contains(each.kind()))
                .toList();
        boolean passes = findings.stream().noneMatch(each -> each.severity() == Finding.Severity.ERROR);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.write(row(draft, findings, passes)));
            return passes ? 0 : 1;
        }
        findings.forEach(out::println);
        out.println(
                passes
                        ? "The check passes" + (findings.isEmpty() ? "." : ", with warnings.")
                        : "The check found errors. Fix them in " + file + ".");
        AlertWords.understood(draft).forEach(out::println);
        out.println("It's for " + AudiencePhrase.of(draft.audience(), terms, Language.ENGLISH)
                + ". ./bot alert audience counts them once there are subscribers.");
        shown(alert, situation, now).forEach(out::println);
        return passes ? 0 : 1;
    }

    private List<String> shown(Alert alert, AlertSituation situation, Instant now) {
        CheckContext present = situation.get();
        List<String> lines = new ArrayList<>();
        new TreeMap<>(AlertSituation.SURFACES)
                .forEach((platform, surface) -> present.pack().languages().stream()
                        .filter(alert.draft().words()::containsKey)
                        .forEach(language -> {
                            lines.add("--- On " + platform + ", " + language);
                            Fit.fit(present.preview().of(alert, language), surface)
                                    .forEach(message -> lines.addAll(AlertPreviewCommand.lines(message)));
                        }));
        if (wire) {
            for (AlertPreviews.Leaving each : situation.previews().leaving(alert, AlertPreviewCommand.PLATFORMS)) {
                lines.addAll(AlertPreviewCommand.lines(each));
            }
        }
        if (behind) {
            for (AlertPreviews.Behind each : situation.previews().behind(alert, AlertSituation.SURFACES, now)) {
                lines.addAll(AlertPreviewCommand.lines(each));
            }
        }
        return lines;
    }

    private static Map<String, Object> row(Draft draft, List<Finding> findings, boolean passes) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("passes", passes);
        row.put("findings", findings.stream().map(Finding::toString).toList());
        row.put("audience", AudienceText.write(draft.audience()));
        row.put("begins", draft.at() == null ? "" : AlertTime.write(draft.at()));
        row.put("expires", AlertTime.write(draft.expires()));
        return row;
    }
}

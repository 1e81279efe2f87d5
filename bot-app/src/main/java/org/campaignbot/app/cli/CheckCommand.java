package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.CampaignCheck;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.Shell;
import org.campaignbot.content.Problem;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Severity;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a campaign's pack and the fact tables. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Proves a campaign's pack and the fact tables: each problem with file, line, column and how to mend it.",
            "Ends with 1 where there is an error; warnings alone end with 0."
        })
public final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CAMPAIGN", arity = "0..1", description = "The campaign; by default the one being served.")
    private @Nullable String name;

    @Option(
            names = "--release",
            description = "Name besides what must be set or verified before a launch; this alone changes no exit code.")
    private boolean release;

    @Option(
            names = "--translate",
            paramLabel = "LANGUAGE",
            description =
                    "Print what is missing or stale in a language, as files of words to fill in, and check nothing.")
    private @Nullable String translate;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content(name);
        if (translate != null) {
            return translate(content, new Language(translate));
        }
        LocalDate today = EasternTime.dateAt(shell.clock().instant());
        CampaignCheck check = CampaignCheck.of(content, today);
        int code = report(content, check.problems());
        if (release && check.pack() != null) {
            try (KeptChanges kept = KeptChanges.open(shell.storage(), content.campaign(), shell.clock())) {
                report(new ReleaseCheck(check.pack(), kept.current(), today));
            }
        }
        return code;
    }

    private int translate(Content content, Language language) {
        DirectoryTables.Result tables = DirectoryTables.read(content.tables());
        if (tables instanceof DirectoryTables.Result.Broken broken) {
            return report(content, broken.problems());
        }
        Deferred<Directory> directory = Deferred.of(() -> ((DirectoryTables.Result.Read) tables).directory());
        return skeleton(
                PackReader.read(content.folder(), content.campaign(), Campaign.vocabulary(directory)), language);
    }

    private int skeleton(PackRead read, Language language) {
        PrintWriter out = spec.commandLine().getOut();
        if (read.pack() == null || !read.pack().languages().contains(language)) {
            read.errors().forEach(out::println);
            out.println(
                    read.pack() == null
                            ? "The pack has errors; mend them first."
                            : "The pack does not list the language \"" + language
                                    + "\". Add it to languages in pack.yaml.");
            return 1;
        }
        String skeleton = read.outline().skeleton(language);
        out.print(skeleton.isEmpty() ? "# Nothing is missing or stale in \"" + language + "\".\n" : skeleton);
        out.flush();
        return 0;
    }

    private void report(ReleaseCheck check) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> missing = check.missing();
        missing.forEach(each -> out.println("before a launch: " + each));
        out.println(missing.size() + (missing.size() == 1 ? " thing" : " things")
                + " to set or verify before a launch, and the warnings above to look at.");
    }

    private int report(Content content, List<Problem> problems) {
        PrintWriter out = spec.commandLine().getOut();
        problems.forEach(problem ->
                out.println(ProblemKind.severity(problem) == Severity.ERROR ? problem : "warning: " + problem));
        long errors = problems.stream()
                .filter(problem -> ProblemKind.severity(problem) == Severity.ERROR)
                .count();
        out.println(content.campaign() + ": " + errors + (errors == 1 ? " error, " : " errors, ")
                + (problems.size() - errors) + (problems.size() - errors == 1 ? " warning." : " warnings."));
        return errors == 0 ? 0 : 1;
    }
}

package org.campaignbot.app.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.Shell;
import org.campaignbot.directory.Directory;
import org.campaignbot.people.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how the bot would interpret a free-form question. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what a free question is taken to mean: the id of a topic or action, unsure, or none.",
            "With - it reads one question a line, which may begin with a language and a tab, and writes one JSON object a line."
        })
public final class AskCommand implements Callable<Integer> {

    @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "What somebody asks, or - for standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String[] question;

    @Option(names = "--lang", paramLabel = "en|es", defaultValue = "en", description = "The language of the chat.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String language;

    @Option(names = "--json", description = "Write a JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        AskReport report =
                new AskReport(Campaign.read(content, AskCommand::noTables).matcher());
        Language spoken = new Language(language);
        String joined = String.join(" ", question);
        if (joined.equals("-")) {
            BufferedReader lines = shell.lines();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(report.jsonOfLine(line, spoken));
            }
        } else {
            out.println(json ? report.json(joined, spoken) : report.line(joined, spoken));
        }
        out.flush();
        return 0;
    }

    /** Matching needs no tables, so none are read. */
    private static Directory noTables() {
        throw new IllegalStateException("no question asks for a place");
    }
}

package org.campaignbot.app.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.config.Shell;
import org.campaignbot.content.understanding.Matched;
import org.campaignbot.content.understanding.QuestionMatcher;
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
            out.println(json ? report.json(joined, spoken) : report.line(joined));
        }
        out.flush();
        return 0;
    }

    /** Matching needs no tables, so none are read. */
    private static Directory noTables() {
        throw new IllegalStateException("no question asks for a place");
    }

    /** Reports how a question was interpreted, as a JSON object or as a line for a person. */
    static final class AskReport {

        private static final double THOUSANDTHS = 1000;

        private final QuestionMatcher matcher;

        AskReport(QuestionMatcher matcher) {
            this.matcher = matcher;
        }

        /** The object for a line, which may start with a language and a tab. */
        String jsonOfLine(String line, Language otherwise) {
            int tab = line.indexOf('\t');
            boolean named = tab > 0 && line.substring(0, tab).matches("[a-z]{2,3}");
            return named ? json(line.substring(tab + 1), new Language(line.substring(0, tab))) : json(line, otherwise);
        }

        /** The object for a question: {@code question}, {@code lang}, {@code answer}, {@code offered}, {@code confidence}. */
        String json(String question, Language language) {
            Matched matched = matcher.match(question);
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("question", question);
            object.put("lang", language.code());
            object.put("answer", matched.answer());
            object.put("offered", matched.offered());
            object.put("confidence", Math.round(matched.confidence() * THOUSANDTHS) / THOUSANDTHS);
            return JsonOutput.write(object);
        }

        /** The same as one line of text. */
        String line(String question) {
            Matched matched = matcher.match(question);
            String meaning = switch (matched.answer()) {
                case Matched.UNSURE -> "unsure; it would offer " + String.join(", ", matched.offered());
                case Matched.NONE -> "nothing of this campaign; nearest is " + matched.nearest();
                default -> matched.answer();
            };
            return String.format(Locale.ROOT, "%s (%.2f)", meaning, matched.confidence());
        }
    }
}

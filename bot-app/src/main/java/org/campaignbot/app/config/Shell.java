package org.campaignbot.app.config;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The environment variables and standard streams that a command uses instead of the process's own.
 *
 * @param variables the environment
 * @param in what is typed or piped in, as UTF-8
 * @param out the output; it may need a flush
 * @param err errors, in words; each line is flushed
 */
public record Shell(Map<String, String> variables, InputStream in, PrintStream out, PrintStream err) {

    /** A command line that knows its shell. */
    public interface Typed {

        /** The shell for all its commands. */
        Shell shell();
    }

    /** The shell of this process; text is UTF-8 in every locale. */
    public static Shell ofProcess() {
        return new Shell(
                System.getenv(),
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** The shell of the running command. */
    public static Shell of(CommandSpec spec) {
        return ((Typed) spec.root().userObject()).shell();
    }

    /** The clock of this installation. */
    public InstantSource clock() throws SettingProblem {
        return clock(null);
    }

    /**
     * The clock of this installation, or one that an option starts at another instant.
     *
     * @throws SettingProblem if the one that applies isn't a valid instant
     */
    public InstantSource clock(@Nullable String option) throws SettingProblem {
        return Clocks.of(option, Variables.of(variables).installation().botClock());
    }

    /** The content that the variables name. */
    public Content content() throws SettingProblem {
        return content(null);
    }

    /**
     * The content that the variables name.
     *
     * @param campaign the campaign named on the command line, or null
     * @throws SettingProblem if the folder doesn't exist
     */
    public Content content(@Nullable String campaign) throws SettingProblem {
        return Content.of(variables, campaign);
    }

    /**
     * Where this installation stores its data, as the variables say.
     *
     * @throws SettingProblem if one of them can't be used
     */
    public StorageSettings storage() throws SettingProblem {
        return StorageSettings.of(variables);
    }

    /**
     * Where reports are sent, as the variables say.
     *
     * @throws SettingProblem if one of them can't be used
     */
    public CrmSettings crm() throws SettingProblem {
        Variables known = Variables.of(variables);
        known.fileProblems().forEach(known::refuse);
        CrmSettings bound = known.bindOrCreate(CrmSettings.class);
        if (bound == null || !known.problems().isEmpty()) {
            throw new SettingProblem(String.join("\n", known.problems()));
        }
        return bound;
    }

    /** Reads lines that are typed or piped in. */
    public BufferedReader lines() {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The account that runs the command, for the history of what was changed. */
    public static String who() {
        return System.getProperty("user.name", "unknown");
    }

    /** Says that another change came first, and returns the command's exit code. */
    public static int lost(CommandSpec spec) {
        spec.commandLine().getErr().println("Somebody changed the settings just now. Look at them, and try again.");
        return 1;
    }
}

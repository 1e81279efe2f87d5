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
 * The environment variables and standard streams that a command runs with, in place of those of the process.
 *
 * @param variables the environment
 * @param in what is typed or piped in, as UTF-8
 * @param out what is printed; it may have to be flushed
 * @param err what goes wrong, in words; each line is flushed
 */
public record Shell(Map<String, String> variables, InputStream in, PrintStream out, PrintStream err) {

    /** A command line that knows the shell it was typed into. */
    public interface Typed {

        /** The shell for all its commands. */
        Shell shell();
    }

    /** The shell of this process; text is UTF-8 whatever its locale. */
    public static Shell ofProcess() {
        return new Shell(
                System.getenv(),
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** The shell that a command was typed into. */
    public static Shell of(CommandSpec spec) {
        return ((Typed) spec.root().userObject()).shell();
    }

    /** The clock of this installation. */
    public InstantSource clock() throws SettingProblem {
        return clock(null);
    }

    /**
     * The clock of this installation, or one that an option started elsewhere.
     *
     * @throws SettingProblem where the one that counts is no instant
     */
    public InstantSource clock(@Nullable String option) throws SettingProblem {
        return Clocks.of(option, variables.get(Clocks.VARIABLE));
    }

    /** The content that the variables name. */
    public Content content() throws SettingProblem {
        return content(null);
    }

    /**
     * The content that the variables name.
     *
     * @param campaign the campaign named on the command line, or null
     * @throws SettingProblem where there is no such folder
     */
    public Content content(@Nullable String campaign) throws SettingProblem {
        return Content.of(variables, campaign);
    }

    /**
     * Where the variables say that this installation keeps what it keeps.
     *
     * @throws SettingProblem where one cannot be used
     */
    public StorageSettings storage() throws SettingProblem {
        return StorageSettings.of(variables);
    }

    /** Lines that are typed or piped in. */
    public BufferedReader lines() {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}

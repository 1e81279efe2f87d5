package org.campaignbot.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.Shipped;

/**
 * Runs a command of the bot inside the test's process, and holds its output and exit code.
 *
 * <p>What only a separate process shows, such as library output or the files that a killed process leaves, is tested with
 * {@link BotProcess}.
 */
public record BotHere(String out, String err, int exit) {

    /** Runs a command on the shipped content. */
    public static BotHere run(String input, String... arguments) {
        return run(Map.of(), input, arguments);
    }

    /** Runs a command with these variables set. */
    public static BotHere run(Map<String, String> variables, String input, String... arguments) {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.put(Content.FOLDER_VARIABLE, Shipped.CONTENT.folder().toString());
        all.putAll(BotProcess.VARIABLES);
        all.putAll(variables);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                all,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int exit = Bot.run(shell, arguments);
        return new BotHere(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exit);
    }
}

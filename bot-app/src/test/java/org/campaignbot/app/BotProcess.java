package org.campaignbot.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.app.config.StorageSettings;

/** Runs the bot as a separate process, and holds its output and exit code. */
public record BotProcess(String out, String err, int exit) {

    /** Variables for every test run: a time, and a data folder without tables that were applied on this computer. */
    static final Map<String, String> VARIABLES = Map.of(
            Clocks.VARIABLE,
            "2026-11-24T15:00:00Z",
            StorageSettings.DATA,
            Shipped.CONTENT.data().toString());

    private static final long PATIENCE_SECONDS = 60;

    /** Runs the bot on the shipped content. */
    public static BotProcess run(String input, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), input, arguments);
    }

    /** Runs the bot with these variables set. */
    public static BotProcess run(Map<String, String> variables, String input, String... arguments)
            throws IOException, InterruptedException {
        Process process = begin(variables, arguments);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException closedEarly) {
            // A command that needs no input may already have ended.
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the bot did not end: " + out + err);
        }
        return new BotProcess(out, err, process.exitValue());
    }

    /** Starts the bot with these variables set, for a test that stops it. */
    public static Process begin(Map<String, String> variables, String... arguments) throws IOException {
        List<String> command = BotJvm.command();
        command.add(Bot.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // A bare locale, as on many servers: the output must still be UTF-8.
        builder.environment().put("LANG", "C");
        builder.environment().putAll(VARIABLES);
        builder.environment().putAll(variables);
        return builder.start();
    }
}

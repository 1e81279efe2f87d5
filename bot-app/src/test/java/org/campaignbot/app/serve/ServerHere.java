package org.campaignbot.app.serve;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shipped;

/** A server in the test's process, with a clock of the test; kills are tested with {@link ServerProcess}. */
final class ServerHere implements AutoCloseable {

    private final Server server;
    private final StringWriter out;
    private final StringWriter err;

    private ServerHere(Server server, StringWriter out, StringWriter err) {
        this.server = server;
        this.out = out;
        this.err = err;
    }

    /** Starts a server with these variables set, on a clock that starts at the same instant as that of {@link ServerProcess}. */
    static ServerHere start(Map<String, String> variables) throws Exception {
        return start(variables, Clocks.of(null, ServerProcess.BEGIN));
    }

    /** Starts a server with these variables set, on a clock that replaces {@code BOT_CLOCK}. */
    static ServerHere start(Map<String, String> variables, InstantSource clock) throws Exception {
        ServerSettings settings = settings(variables, clock);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), clock);
        ServeCommand.LibraryLog.to(console);
        Server server = Server.of(settings, console, () -> {});
        server.open();
        return new ServerHere(server, out, err);
    }

    /** The settings of a server with these variables set, on that clock. */
    static ServerSettings settings(Map<String, String> variables, InstantSource clock) throws SettingProblem {
        Map<String, String> all = new HashMap<>(variables);
        all.put(Content.FOLDER_VARIABLE, Shipped.CONTENT.folder().toString());
        ServerSettings read = ServerSettings.need(all);
        return new ServerSettings(
                read.telegram(),
                read.slack(),
                read.turnsAMinute(),
                read.canary(),
                read.http(),
                read.web(),
                read.storage(),
                read.ops(),
                read.directory(),
                read.crm(),
                read.content(),
                clock);
    }

    /** The errors printed for the operator. */
    String err() {
        return err.toString();
    }

    /** The output printed for the operator. */
    String out() {
        return out.toString();
    }

    /** Shuts it down. */
    void stop() {
        server.close();
    }

    @Override
    public void close() {
        server.close();
    }
}

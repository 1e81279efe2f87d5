package campaignbot.app.serve;

import campaignbot.app.installation.Content;
import campaignbot.app.installation.EnvironmentReader;
import campaignbot.app.installation.ServerSettings;
import campaignbot.app.installation.Shipped;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A server in the process of the test, which can give it its own clock; whatever kills a process is tested with {@link ServerProcess}. */
final class ServerHere implements AutoCloseable {

    private final Server server;
    private final StringWriter trouble;

    private ServerHere(Server server, StringWriter trouble) {
        this.server = server;
        this.trouble = trouble;
    }

    /** Starts one with these variables set, on a clock in place of {@code BOT_CLOCK}. */
    static ServerHere start(Map<String, String> variables, InstantSource clock) throws Exception {
        Map<String, String> all = new HashMap<>(variables);
        all.put(Content.FOLDER_VARIABLE, Shipped.CONTENT.folder().toString());
        ServerSettings read = EnvironmentReader.need(all);
        ServerSettings settings = new ServerSettings(
                read.telegram(),
                read.slack(),
                read.turnsAMinute(),
                read.canary(),
                read.http(),
                read.storage(),
                read.ops(),
                read.content(),
                clock);
        StringWriter trouble = new StringWriter();
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(trouble), clock);
        LibraryLog.to(console);
        Server server = Server.of(settings, console);
        server.open(() -> {});
        return new ServerHere(server, trouble);
    }

    /** What went wrong, as whoever runs it is told. */
    String trouble() {
        return trouble.toString();
    }

    @Override
    public void close() {
        server.close();
    }
}

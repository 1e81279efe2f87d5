package org.campaignbot.app.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.OpsSettings;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.app.config.WebSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.telegram.TelegramWebhook;

/**
 * A server without users: it starts, answers some updates and ends, so that the launcher can record what it needs.
 *
 * <p>A stand-in for Telegram on this machine accepts everything; its data is deleted afterwards.
 */
public final class Rehearsal {

    private static final String SECRET = "rehearsal";

    /** Texts that need no escaping in JSON, each with at least one answer. */
    private static final List<String> TALK = List.of("/start", "call", "Wyoming");

    private static final String ME = "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"Rehearsal\","
            + "\"username\":\"rehearsal_bot\",\"can_read_all_group_messages\":false}}";
    private static final String YES =
            "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1," + "\"chat\":{\"id\":1,\"type\":\"private\"}}}";
    private static final String NOTHING = "{\"ok\":true,\"result\":[]}";
    private static final long LONGEST_SECONDS = 20;

    /** How many people say all this. JDK 25 also remembers which code ran often, and compiles it sooner. */
    private static final int PEOPLE = 150;

    private final CountDownLatch answers = new CountDownLatch(TALK.size() * PEOPLE);
    private final Path folder;
    private final HttpServer telegram;
    private final Shell shell;

    private Rehearsal(Path folder, HttpServer telegram, Shell shell) {
        this.folder = folder;
        this.telegram = telegram;
        this.shell = shell;
    }

    /** Rehearses both ingress modes, on the content that a shell names. */
    public static void run(Shell shell) throws Exception {
        Database.unpackDriver();
        Path folder = Files.createTempDirectory("rehearsal");
        HttpServer telegram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try {
            Rehearsal rehearsal = new Rehearsal(folder, telegram, shell);
            telegram.createContext("/", rehearsal::answer);
            telegram.start();
            rehearsal.byWebhook();
            rehearsal.byPolling();
        } finally {
            telegram.stop(0);
            delete(folder);
        }
    }

    private void byWebhook() throws Exception {
        int port = freePort();
        URI webhook = URI.create("http://127.0.0.1:" + port + "/telegram");
        Map<String, String> more = Map.of(
                "TELEGRAM_MODE",
                "webhook",
                "TELEGRAM_WEBHOOK_URL",
                webhook.toString(),
                "TELEGRAM_WEBHOOK_SECRET",
                SECRET,
                ServerSettings.PORT,
                Integer.toString(port),
                WebSettings.WEB,
                "on");
        serve(more, () -> {
            for (int person = 1; person <= PEOPLE; person++) {
                for (String text : TALK) {
                    deliver(webhook, person, text);
                }
            }
            if (!answers.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing was answered");
            }
            visit(webhook);
        });
    }

    private void byPolling() throws Exception {
        serve(Map.of("TELEGRAM_MODE", "polling"), () -> {});
    }

    /** Serves as the command does, settings included, until something is done. */
    private void serve(Map<String, String> more, ServeCommand.Opened opened) throws Exception {
        Map<String, String> variables = new HashMap<>(more);
        for (String name : List.of(Content.FOLDER_VARIABLE, Content.CAMPAIGN_VARIABLE)) {
            String value = shell.variables().get(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        variables.put("TELEGRAM_TOKEN", "1:rehearsal");
        variables.put("TELEGRAM_RATE_PER_SECOND", "0");
        variables.put(
                "TELEGRAM_API_URL", "http://127.0.0.1:" + telegram.getAddress().getPort());
        variables.put(StorageSettings.DATA, folder.toString());
        variables.put(OpsSettings.ADDRESS, "127.0.0.1:" + freePort());
        PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        CompletableFuture<Integer> end = new CompletableFuture<>();
        int unused = ServeCommand.serve(variables, nowhere, nowhere, end, () -> {
            opened.run();
            end.complete(0);
        });
    }

    /** Opens the first page, looks a place up and begins a chat. */
    private static void visit(URI webhook) throws IOException {
        for (String path : List.of("/", "/lawmakers", "/chat/start")) {
            HttpURLConnection connection =
                    (HttpURLConnection) webhook.resolve(path).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            if (!path.equals("/")) {
                connection.setDoOutput(true);
                connection.getOutputStream().write("place=Wyoming".getBytes(StandardCharsets.UTF_8));
            }
            if (connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST) {
                throw new IOException(path + " was answered by " + connection.getResponseCode());
            }
        }
    }

    private static void deliver(URI webhook, int person, String text) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) webhook.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty(TelegramWebhook.SECRET_HEADER, SECRET);
        connection.getOutputStream().write("""
                        {"update_id":%d,"message":{"message_id":1,"date":1,
                        "from":{"id":%d,"is_bot":false,"first_name":"A","language_code":"en"},
                        "chat":{"id":%d,"type":"private"},"text":"%s"}}""".formatted(
                        person * TALK.size() + TALK.indexOf(text), person, person, text)
                .getBytes(StandardCharsets.UTF_8));
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("the delivery was answered by " + connection.getResponseCode());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            exchange.getRequestBody().readAllBytes();
            byte[] body = answerTo(method).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, body.length);
            exchange.getResponseBody().write(body);
            if (method.equals("sendmessage")) {
                answers.countDown();
            }
        }
    }

    private static String answerTo(String method) {
        return switch (method) {
            case "getme" -> ME;
            case "getupdates" -> NOTHING;
            default -> YES;
        };
    }

    /** A free port below those that Linux gives to outgoing connections, one of which could take it first. */
    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket socket =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 32_768))) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one will be free.
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

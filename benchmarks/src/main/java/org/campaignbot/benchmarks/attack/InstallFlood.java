package org.campaignbot.benchmarks.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignbot.testkit.slack.Person;
import org.campaignbot.testkit.slack.SlackSettings;
import org.campaignbot.testkit.slack.Workspace;

/** S11: thousands of started installations, which must not evict one that someone is in the middle of. */
final class InstallFlood implements Attack {

    private static final int FLOOD = 10_000;
    private static final int SENDERS = 32;
    private static final int SECONDS = 45;

    @Override
    public List<Finding> run(Path folder) throws Exception {
        try (Arena arena = new Arena(folder, folder.resolve("data"))) {
            arena.unset("SLACK_BOT_TOKEN");
            arena.set("SLACK_CLIENT_ID", SlackSettings.CLIENT_ID);
            arena.set("SLACK_CLIENT_SECRET", SlackSettings.CLIENT_SECRET);
            arena.set("SLACK_REDIRECT_URL", "http://127.0.0.1:" + arena.port() + "/slack/oauth_redirect");
            arena.knowsTheQuestions();
            arena.start();
            HttpClient browser = HttpClient.newHttpClient();
            HttpResponse<String> begun = browser.send(install(arena), BodyHandlers.ofString());
            String link = begun.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException("no link: " + begun.statusCode()))
                    .replace(
                            "https://slack.com/oauth/v2/authorize",
                            arena.slack().authorizeUrl());
            String cookie = begun.headers().firstValue("Set-Cookie").orElse("");
            int sent = flood(arena);
            Workspace workspace = arena.slack().workspaceWithoutApp("T0NEWCOMER");
            String back = arena.slack().approves(link, workspace, Person.of("U0NEW"));
            HttpResponse<String> end = browser.send(
                    HttpRequest.newBuilder(URI.create(back))
                            .header("Cookie", cookie.split(";", 2)[0])
                            .build(),
                    BodyHandlers.ofString());
            return List.of(Finding.of(
                    "S11",
                    sent + " GETs of `/slack/install` by one client after somebody began",
                    "theirs goes on to its end",
                    workspace.isInstalled() ? "installed" : "refused by " + end.statusCode(),
                    workspace.isInstalled()));
        }
    }

    private static HttpRequest install(Arena arena) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + arena.port() + "/slack/install"))
                .build();
    }

    private static int flood(Arena arena) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> {
                while (begun.getAndIncrement() < FLOOD && System.nanoTime() < end) {
                    try {
                        client.send(install(arena), BodyHandlers.discarding());
                        sent.incrementAndGet();
                    } catch (IOException refused) {
                        // A bot may turn away a client that comes too often.
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }
            });
        }
        senders.shutdown();
        boolean unused = senders.awaitTermination(SECONDS + 30L, TimeUnit.SECONDS);
        return sent.get();
    }
}

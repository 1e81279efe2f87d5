package org.campaignbot.benchmarks.acknowledgement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.campaignbot.benchmarks.process.BotSettings;
import org.campaignbot.benchmarks.process.BotUnderTest;
import org.campaignbot.benchmarks.process.ProcessFigures;
import org.campaignbot.benchmarks.wire.Lines;
import org.campaignbot.benchmarks.wire.Loop;
import org.campaignbot.testkit.FreePort;

/** A running process, with the Slack that delivers to it. */
final class Contestant implements AutoCloseable {

    /** The launcher may have to build the bot first. */
    private static final Duration TO_START = Duration.ofMinutes(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Slack waits three seconds; late answers must still be seen. */
    private static final int SECONDS_TO_ACKNOWLEDGE = 20;

    /** Sending is over when no message came for this long. */
    private static final Duration QUIET = Duration.ofMillis(300);

    /** One per user at the largest number of users; how many Slack opens isn't documented. */
    private static final int CONNECTIONS = 200;

    private static final String SIGNING_SECRET = "0123456789abcdef0123456789abcdef";

    private final Contender contender;
    private final Loop loop;
    private final WebApiSink sink;
    private final SlackUsers users;
    private final BotUnderTest process;

    private Contestant(Contender contender, Loop loop, WebApiSink sink, SlackUsers users, BotUnderTest process) {
        this.contender = contender;
        this.loop = loop;
        this.sink = sink;
        this.users = users;
        this.process = process;
    }

    /**
     * Starts a process and waits until it answers Slack; for the campaign bot, also until it has shown the button that people
     * will press.
     *
     * @param command the program and its arguments
     * @param folder a new folder for its data and output
     */
    static Contestant start(Contender contender, List<String> command, Loop loop, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        WebApiSink sink = new WebApiSink(loop);
        int port = FreePort.find();
        BotSettings settings = BotSettings.onSlack("xoxb-load-run", SIGNING_SECRET, sink.url(), port, folder)
                .unlimitedOnSlack()
                .with(RunClock.VARIABLE, RunClock.START);
        SlackRequests requests = new SlackRequests(SIGNING_SECRET, RunClock.from(RunClock.START));
        Lines lines = new Lines(loop, port, CONNECTIONS);
        BotUnderTest process = BotUnderTest.start(command, settings.environment(), folder.resolve("output.txt"));
        Contestant started = new Contestant(contender, loop, sink, new SlackUsers(lines, requests), process);
        try {
            started.awaitReady(lines, requests);
            if (contender == Contender.OURS) {
                started.learnButton(lines, requests);
            }
            return started;
        } catch (IllegalStateException failed) {
            process.close();
            throw failed;
        }
    }

    private void awaitReady(Lines lines, SlackRequests requests) throws InterruptedException {
        long until = System.nanoTime() + TO_START.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            CompletableFuture<Integer> answer = new CompletableFuture<>();
            loop.execute(() -> lines.deliver(requests.challenge(), answer::complete));
            if (answer.join() == 200) {
                return;
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        }
        throw failure("did not answer Slack");
    }

    private void learnButton(Lines lines, SlackRequests requests) throws InterruptedException {
        CountDownLatch learned = new CountDownLatch(1);
        loop.execute(() -> {
            sink.read(message -> {
                SlackButton button = SlackButton.find(SlackUsers.LABEL, message);
                if (button != null) {
                    users.know(button);
                    sink.read(further -> {});
                    learned.countDown();
                }
            });
            lines.deliver(requests.message(0, SlackUsers.WORDS), status -> {});
        });
        // A new installation first learns its questions, and the answer to words waits for that.
        if (!learned.await(TO_START.toSeconds(), TimeUnit.SECONDS)) {
            throw failure("showed no button \"" + SlackUsers.LABEL + "\" after \"" + SlackUsers.WORDS + "\"");
        }
    }

    private IllegalStateException failure(String what) {
        return new IllegalStateException(contender.shown() + " " + what + "; what it said is in "
                + process.output().toAbsolutePath());
    }

    /**
     * Runs a round with this many people for this many seconds.
     *
     * @throws IllegalStateException if an acknowledgement is missing
     */
    Figures round(int people, double seconds) throws InterruptedException {
        Round round = new Round();
        double processor = ProcessFigures.processorSeconds(process.pid());
        double driver = loop.processorSeconds();
        long messages = loop.ask(sink::messages);
        long begin = System.nanoTime();
        loop.execute(() -> users.begin(round, people));
        TimeUnit.NANOSECONDS.sleep(Math.round(seconds * 1e9));
        CountDownLatch allAcknowledged = loop.ask(users::end);
        long end = System.nanoTime();
        if (!allAcknowledged.await(SECONDS_TO_ACKNOWLEDGE, TimeUnit.SECONDS)) {
            throw failure("left a request without an answer");
        }
        double behind = awaitQuiet(end);
        double used = ProcessFigures.processorSeconds(process.pid()) - processor;
        double drove = loop.processorSeconds() - driver;
        return loop.ask(() -> {
            double all = Math.max(1, round.acknowledged());
            return new Figures(
                    round.inTime() / ((end - begin) / 1e9),
                    round.millis(0.5),
                    round.millis(0.99),
                    used * 1000 / all,
                    drove * 1e6 / all,
                    (sink.messages() - messages) / all,
                    behind,
                    round.refused());
        });
    }

    /** Waits until no more messages come, and returns how many seconds after the end the last one came. */
    private double awaitQuiet(long end) throws InterruptedException {
        long last = loop.ask(sink::lastMessage);
        while (System.nanoTime() - Math.max(last, end) < QUIET.toNanos()) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            last = loop.ask(sink::lastMessage);
        }
        return Math.max(0, last - end) / 1e9;
    }

    /** The process's resident memory in megabytes. */
    double residentMegabytes() {
        return ProcessFigures.residentMegabytes(process.pid());
    }

    Contender contender() {
        return contender;
    }

    @Override
    public void close() {
        process.close();
    }
}

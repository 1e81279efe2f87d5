package org.campaignbot.benchmarks.crash;

import java.io.IOException;
import org.campaignbot.benchmarks.process.PostgresServer;

/** A bot's database server; if the bot doesn't survive its crash, that is reported and the bot restarted. */
final class DatabaseCrash implements Victim {

    private final PostgresServer server;
    private final BotProcess bot;

    DatabaseCrash(PostgresServer server, BotProcess bot) {
        this.server = server;
        this.bot = bot;
    }

    @Override
    public void kill() throws IOException, InterruptedException {
        server.kill();
    }

    @Override
    public void restart() throws IOException {
        server.restart();
        if (!bot.isAlive()) {
            System.out.println("the bot has ended with its database server");
            bot.restart();
        }
    }
}

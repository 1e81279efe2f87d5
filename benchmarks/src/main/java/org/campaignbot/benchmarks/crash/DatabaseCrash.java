package org.campaignbot.benchmarks.crash;

import java.io.IOException;
import org.campaignbot.benchmarks.process.PostgresServer;

/** The database server of a bot; where the bot did not outlive it, that is told and the bot started again. */
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

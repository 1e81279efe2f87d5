package org.campaignbot.benchmarks.attack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.campaignbot.benchmarks.process.PostgresServer;

/** S14: how long a request is held while PostgreSQL is down. */
final class DatabaseAway implements Attack {

    private static final int REQUESTS = 5;
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Override
    public List<Finding> run(Path folder) throws Exception {
        try (PostgresServer server = PostgresServer.start(folder.resolve("postgresql"));
                Arena arena = new Arena(folder, folder.resolve("data"))) {
            arena.set("DATABASE_URL", server.url());
            arena.set("BOT_KEY", KEY);
            arena.knowsTheQuestions();
            arena.start();
            arena.door().typed(1, "menu");
            server.kill();
            List<Long> held = new ArrayList<>();
            int refused = 0;
            for (int i = 0; i < REQUESTS; i++) {
                Door.Answer answer = arena.door().typed(2, "menu");
                held.add(answer.millis());
                refused += answer.status() == 503 ? 1 : 0;
            }
            return List.of(Finding.of(
                    "S14",
                    REQUESTS + " updates one by one after PostgreSQL was killed",
                    "each 503 within 3 seconds",
                    refused + " by 503, after " + held + " ms",
                    refused == REQUESTS && held.stream().allMatch(each -> each <= 3_000)));
        }
    }
}

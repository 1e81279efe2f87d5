package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Pools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedAtOnceTest {

    private static final int ROUNDS = 60;
    private static final int OPENERS = 12;

    @TempDir
    private Path folder;

    @Test
    void allWhoOpenANewDatabaseAtOnceGetIt() throws Exception {
        ExecutorService openers = Executors.newFixedThreadPool(OPENERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                DatabaseLocation location = new DatabaseLocation.Embedded(folder.resolve("round-" + round));
                Callable<Boolean> open = () -> {
                    try (Connections connections = Pools.open(location, false)) {
                        return connections.dialect() == Dialect.SQLITE;
                    }
                };
                List<Future<Boolean>> opened = openers.invokeAll(
                        Stream.generate(() -> open).limit(OPENERS).toList());
                for (Future<Boolean> each : opened) {
                    assertThat(each.get()).isTrue();
                }
            }
        } finally {
            openers.shutdownNow();
        }
    }
}

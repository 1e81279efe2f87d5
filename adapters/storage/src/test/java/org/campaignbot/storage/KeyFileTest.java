package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sealing.KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final int ROUNDS = 100;
    private static final int PROCESSES = 4;

    @Test
    void ofManyWhoMakeTheFirstKeyAllGetTheSame(@TempDir Path folder) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
        try {
            for (int i = 0; i < ROUNDS; i++) {
                Path data = Files.createDirectory(folder.resolve("data-" + i));
                List<Callable<String>> makers = new ArrayList<>();
                for (int j = 0; j < PROCESSES; j++) {
                    makers.add(() -> new KeyFile(data).make().text());
                }
                List<String> keys = new ArrayList<>();
                for (Future<String> made : threads.invokeAll(makers)) {
                    keys.add(made.get());
                }
                assertThat(keys).containsOnly(keys.get(0));
                assertThat(names(data)).containsExactly(KeyFile.NAME);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aReplacedKeyIsReadWithTheOneBefore(@TempDir Path folder) throws Exception {
        KeyFile file = new KeyFile(folder);
        BotKey first = file.make();
        BotKey second = BotKey.random().inPlaceOf(first);
        file.replace(second);
        BotKey read = Objects.requireNonNull(file.read());
        assertThat(read.text()).isEqualTo(second.text());
        assertThat(Objects.requireNonNull(read.previous()).text()).isEqualTo(first.text());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}

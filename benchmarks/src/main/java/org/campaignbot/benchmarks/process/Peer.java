package org.campaignbot.benchmarks.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small bot of another framework, in {@code benchmarks/peers}. */
public final class Peer {

    private static final Path FOLDER = Path.of("benchmarks", "peers");

    private Peer() {}

    /**
     * The program that runs a script, and its arguments, relative to the checkout's folder.
     *
     * @throws IllegalStateException if what the peers need isn't installed
     */
    public static List<String> node(String script) {
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            throw new IllegalStateException("the peers aren't installed: npm ci --ignore-scripts --prefix " + FOLDER
                    + ", in the checkout's folder");
        }
        return List.of("node", FOLDER.resolve(script).toString());
    }
}

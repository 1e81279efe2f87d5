package org.campaignbot.benchmarks.acknowledgement;

import java.nio.file.Path;
import java.util.List;
import org.campaignbot.benchmarks.process.Peer;

/** A contender in the measurement. */
enum Contender {
    /** The campaign bot as shipped, over SQLite. */
    OURS("campaign bot") {
        @Override
        List<String> command() {
            return List.of("./bot", "serve");
        }
    },
    /** A Bolt for JavaScript bot, which answers each with a message and keeps nothing. */
    BOLT("Bolt for JavaScript") {
        @Override
        List<String> command() {
            return Peer.node("bolt.js");
        }
    },
    /** {@link BareVerifier}; its server keeps as many idle connections as the driver opens. */
    BARE("bare JDK handler") {
        @Override
        List<String> command() {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dsun.net.httpserver.maxIdleConnections=1000",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BareVerifier.class.getName());
        }
    };

    private final String shown;

    Contender(String shown) {
        this.shown = shown;
    }

    /** The program and its arguments, relative to the checkout's folder. */
    abstract List<String> command();

    /** Its name in tables. */
    String shown() {
        return shown;
    }
}

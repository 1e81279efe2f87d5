package org.campaignbot.benchmarks.load;

import java.nio.file.Path;
import java.util.List;
import org.campaignbot.benchmarks.process.Peer;

/** The bots measured in a load run. */
enum Setup {
    /** The campaign bot as shipped, over SQLite. */
    OURS("campaign bot, SQLite", Setup.EVERYTHING) {
        @Override
        List<String> command() {
            return List.of("./bot", "serve");
        }
    },
    /** The same of another checkout, named by the property {@code load.other}, to compare two commits in one run. */
    OTHER("the other checkout, SQLite", Setup.EVERYTHING) {
        @Override
        List<String> command() {
            return List.of(System.getProperty("load.other", ".") + "/bot", "serve");
        }
    },
    /** The campaign bot as shipped, over PostgreSQL. */
    POSTGRESQL("campaign bot, PostgreSQL", Setup.EVERYTHING) {
        @Override
        List<String> command() {
            return OURS.command();
        }
    },
    /** A grammY bot, in {@code benchmarks/peers}. */
    GRAMMY("grammY", Setup.NOTHING) {
        @Override
        List<String> command() {
            return Peer.node("grammy.js");
        }
    },
    /** A Telegraf bot, in {@code benchmarks/peers}. */
    TELEGRAF("Telegraf", Setup.NOTHING) {
        @Override
        List<String> command() {
            return Peer.node("telegraf.js");
        }
    },
    /** {@link BareHandler} with the JDK's own defaults. */
    BARE("bare JDK handler", Setup.NO_STATE) {
        @Override
        List<String> command() {
            return java(BareHandler.class);
        }
    },
    /** {@link NullBot}, whose figures are the driver's own ceiling. */
    NULL("null bot", Setup.NO_STATE) {
        @Override
        List<String> command() {
            return java(NullBot.class);
        }
    };

    private static final String EVERYTHING = "the turn, its messages and counts, synced before the update is confirmed";
    private static final String NOTHING = "nothing; sessions in memory";
    private static final String NO_STATE = "nothing; no state";

    private final String shown;
    private final String keeps;

    Setup(String shown, String keeps) {
        this.shown = shown;
        this.keeps = keeps;
    }

    /** The program and its arguments, relative to the checkout's folder. */
    abstract List<String> command();

    /** Its name in tables. */
    String shown() {
        return shown;
    }

    /** What of a turn it still has after a crash. */
    String keeps() {
        return keeps;
    }

    /** Whether it can ask for updates, too; the others only have a webhook. */
    boolean polls() {
        return this != BARE && this != NULL;
    }

    /** Whether it's the campaign bot. */
    boolean isOurs() {
        return this == OURS || this == OTHER || this == POSTGRESQL;
    }

    /** What its people do. */
    Journey journey() {
        return polls() ? Journey.CALLING : Journey.WITHOUT_ANSWERS;
    }

    private static List<String> java(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }
}

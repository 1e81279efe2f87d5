package org.campaignbot.benchmarks.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The bots measured in a load run. */
enum Setup {
    /** The campaign bot as shipped, over SQLite. */
    OURS("campaign bot") {
        @Override
        List<String> command() {
            return List.of("./bot", "serve");
        }
    },
    /** {@link BareHandler} with the JDK's own defaults. */
    BARE("bare JDK handler") {
        @Override
        List<String> command() {
            return java(BareHandler.class);
        }
    },
    /** The minimal grammY bot of {@code benchmarks/grammy}. */
    GRAMMY("grammY") {
        @Override
        List<String> command() {
            Path folder = Path.of("benchmarks", "grammy");
            if (!Files.isDirectory(folder.resolve("node_modules"))) {
                throw new IllegalStateException("grammY is not installed: npm ci --ignore-scripts --prefix " + folder
                        + ", in the checkout's folder");
            }
            return List.of("node", folder.resolve("bot.js").toString());
        }
    },
    /** {@link NullBot}, whose figures are the driver's own ceiling. */
    NULL("null bot") {
        @Override
        List<String> command() {
            return java(NullBot.class);
        }
    };

    private final String shown;

    Setup(String shown) {
        this.shown = shown;
    }

    /** The program and its arguments, relative to the checkout's folder. */
    abstract List<String> command();

    /** Its name in tables. */
    String shown() {
        return shown;
    }

    /** What its people do; the campaign bot has more to say than one sentence. */
    Journey journey() {
        return this == OURS ? Journey.READING : Journey.ANY_WORDS;
    }

    private static List<String> java(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }
}

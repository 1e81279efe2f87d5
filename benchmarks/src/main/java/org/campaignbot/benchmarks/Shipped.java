package org.campaignbot.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.content.understanding.QuestionMatcher;
import org.campaignbot.conversation.PackVocabulary;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Pack;

/** The shipped campaign and tables, read from the checkout in which the benchmarks were started. */
final class Shipped {

    /** The instant of every measurement, so that none depends on the day it runs. */
    static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private static final Path CONTENT = Path.of("content");
    private static final String CAMPAIGN = "welcoming-communities";

    private Shipped() {}

    /** A file or folder of the content. */
    static Path content(String name) {
        Path path = CONTENT.resolve(name);
        if (!Files.exists(path)) {
            throw new IllegalStateException(
                    "there is no " + path + ": start the measurements in the checkout's folder");
        }
        return path;
    }

    /** Reads the tables, without the boundaries. */
    static Directory directory() {
        DirectoryTables.Result result = DirectoryTables.read(content("directory"));
        if (result instanceof DirectoryTables.Result.Read read) {
            return read.directory();
        }
        throw new IllegalStateException(result.toString());
    }

    /** Reads the campaign's pack. */
    static Pack pack(PackVocabulary packVocabulary) {
        content("campaigns");
        Pack pack = PackReader.read(CONTENT, CAMPAIGN, packVocabulary).pack();
        if (pack == null) {
            throw new IllegalStateException("the pack has errors: see ./bot check");
        }
        return pack;
    }

    /** The campaign over the given tables. */
    static Campaign campaign(Directory directory) {
        PackVocabulary packVocabulary = Campaign.vocabulary(() -> directory);
        Pack pack = pack(packVocabulary);
        return new Campaign(
                pack, packVocabulary, QuestionMatcher.read(CONTENT, pack).matcher());
    }
}

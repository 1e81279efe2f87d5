package org.campaignbot.content.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.content.ShippedCampaign;

/** The chats that ship, each held once for all tests. */
final class ShippedChats {

    static final List<Transcript> ALL = read();

    private static final TranscriptRunner RUNNER = new TranscriptRunner(ShippedCampaign.PACK, ShippedCampaign::engine);
    private static final Map<String, TranscriptRun> RUNS = new HashMap<>();

    private ShippedChats() {}

    /** How a chat comes out. */
    static TranscriptRun run(Transcript chat) {
        return RUNS.computeIfAbsent(chat.file(), file -> RUNNER.run(chat));
    }

    private static List<Transcript> read() {
        try {
            return Transcripts.of(ShippedCampaign.FOLDER);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

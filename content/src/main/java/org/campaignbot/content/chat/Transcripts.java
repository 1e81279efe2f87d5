package org.campaignbot.content.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads the transcripts of a campaign, which are filed by what people do in them. */
public final class Transcripts {

    private static final String ENDING = ".chat";

    private Transcripts() {}

    /**
     * Reads all transcripts below a campaign's folder {@code chats}, in the order of their names; regular files only.
     *
     * @throws IOException if one can't be read
     */
    public static List<Transcript> of(Path campaignFolder) throws IOException {
        Path chats = campaignFolder.resolve("chats");
        if (!Files.isDirectory(chats)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(chats)) {
            List<Transcript> transcripts = new ArrayList<>();
            for (Path file : files.filter(each ->
                            each.toString().endsWith(ENDING) && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                transcripts.add(read(file));
            }
            return transcripts;
        }
    }

    /**
     * Reads one transcript.
     *
     * @throws IOException if the file can't be read
     */
    public static Transcript read(Path file) throws IOException {
        return TranscriptReader.read(file.toString(), Files.readString(file));
    }
}

package org.campaignbot.content.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Opens the files of a campaign, even an untrusted one: only regular files of at most 1 MB in the campaign's own folder.
 *
 * <p>Anything else could hang the bot or fill its memory (a pipe, a device), or give it files from outside the pack.
 */
public final class PackFile {

    /** The maximum size in bytes: far more than anyone writes. */
    private static final int LARGEST = 1_000_000;

    private PackFile() {}

    /**
     * The bytes of a file, or null if it has a problem.
     *
     * @param campaign the folder of the campaign that the file belongs to
     * @param problems where the problem is reported, at the start of the file
     */
    public static byte @Nullable [] read(Path campaign, Path file, Problems problems) {
        Place place = Place.startOf(file.toString().replace('\\', '/'));
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(campaign.toRealPath())) {
                problems.add(ProblemKind.FOREIGN_FILE, place, "this is a link to a file outside the campaign");
                return null;
            } else if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                // Opening a pipe would block until something writes into it.
                problems.add(ProblemKind.UNREADABLE_FILE, place, "this is not an ordinary file");
                return null;
            }
            try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length <= LARGEST) {
                    return bytes;
                }
            }
            problems.add(ProblemKind.FILE_TOO_LARGE, place, "this has more than 1 MB");
        } catch (IOException e) {
            problems.add(
                    ProblemKind.UNREADABLE_FILE,
                    place,
                    Files.exists(file) ? "this cannot be read" : "there is no such file");
        }
        return null;
    }
}

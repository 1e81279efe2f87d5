package org.campaignbot.content.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.content.Problem;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.content.tables.TableList;

/** Makes a feed of the tables of a folder, or of those in force. */
public final class FeedPack {

    /**
     * The result.
     *
     * @param bytes the size of the feed; 0 if the tables can't be published
     * @param problems why not
     * @param doubts what the bots that get it will refuse in it, unless it's meant for the first days of a Congress
     */
    public record Outcome(int bytes, List<String> problems, List<String> doubts, LocalDate asOf) {

        public Outcome {
            problems = List.copyOf(problems);
            doubts = List.copyOf(doubts);
        }
    }

    private FeedPack() {}

    /**
     * Packs and signs tables.
     *
     * @param folder a folder with all tables
     * @param applied the tables that stand in place of older ones of that folder, if any
     * @param out the file to write, which changes at once, since a web server may be giving the former one
     */
    public static Outcome of(
            Path folder,
            Optional<Path> applied,
            Path out,
            FeedKey.Pair signer,
            long version,
            LocalDate made,
            LocalDate expires)
            throws IOException, GeneralSecurityException {
        DirectoryTables.Result result = DirectoryTables.read(folder, applied);
        if (result instanceof DirectoryTables.Result.Broken broken) {
            return failed(broken.problems(), made);
        }
        TableList list = ((DirectoryTables.Result.Read) result).list();
        List<Problem> boundaries = DirectoryTables.checkBoundaries(folder, applied);
        if (!boundaries.isEmpty()) {
            return failed(boundaries, made);
        }
        List<String> problems = new ArrayList<>();
        if (!list.namesAsOf().equals(list.asOf())) {
            problems.add("the names are of " + list.namesAsOf() + " and the numbers of " + list.asOf()
                    + "; a feed is of one day");
        }
        if (list.asOf().isAfter(made)) {
            problems.add("the tables are of " + list.asOf() + ", and today is " + made);
        }
        MemberTables members = MemberTables.inForce(list);
        List<String> doubts = Plausibility.doubts(
                        members, TableChange.between(members, members), Map.of(), Optional.of(list.asOf()), made)
                .stream()
                .map(RefreshRefusal::reason)
                .toList();
        int bytes =
                problems.isEmpty() ? write(out, Feed.pack(TableFiles.all(list), signer, version, made, expires)) : 0;
        return new Outcome(bytes, problems, doubts, list.asOf());
    }

    private static int write(Path out, byte[] feed) throws IOException {
        Path target = out.toAbsolutePath();
        Path draft = target.resolveSibling(
                "." + target.getFileName() + "-" + ProcessHandle.current().pid());
        Files.write(draft, feed);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return feed.length;
    }

    private static Outcome failed(List<Problem> problems, LocalDate made) {
        return new Outcome(0, problems.stream().map(Problem::toString).toList(), List.of(), made);
    }
}

package org.campaignbot.app.config;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.campaignbot.content.Problem;
import org.campaignbot.content.chat.Transcript;
import org.campaignbot.content.chat.TranscriptRunner;
import org.campaignbot.content.chat.Transcripts;
import org.campaignbot.content.check.GivenAnswer;
import org.campaignbot.content.check.PackCheck;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.content.understanding.QuestionMatcher;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Pack;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a campaign's pack, its questions and the fact tables found in the files.
 *
 * @param pack the pack as it was read, or null if it couldn't be
 */
public record CampaignCheck(
        List<Problem> problems, @Nullable Pack pack) {

    public CampaignCheck {
        problems = List.copyOf(problems);
    }

    /**
     * Checks some content for a day; it takes seconds, since it reads everything anew and replays all transcripts.
     *
     * @throws IOException if a transcript can't be read
     */
    public static CampaignCheck of(Content content, LocalDate today) throws IOException {
        DirectoryTables.Result tables = DirectoryTables.read(content.tables());
        if (tables instanceof DirectoryTables.Result.Broken broken) {
            return new CampaignCheck(broken.problems(), null);
        }
        Deferred<Directory> directory = Deferred.of(() -> ((DirectoryTables.Result.Read) tables).directory());
        List<Problem> problems = new ArrayList<>(DirectoryTables.checkBoundaries(content.tables()));
        problems.addAll(DirectoryTables.checkPoints(content.tables()));
        PackRead read = PackReader.read(content.folder(), content.campaign(), Campaign.vocabulary(directory));
        if (read.pack() == null) {
            problems.addAll(read.problems());
            return new CampaignCheck(problems, null);
        }
        QuestionMatcher.Result questions = Campaign.questions(content, read.pack());
        if (!questions.problems().isEmpty()) {
            problems.addAll(questions.problems());
            problems.addAll(read.problems());
            return new CampaignCheck(problems, null);
        }
        Campaign campaign = new Campaign(read.pack(), Campaign.vocabulary(directory), questions.matcher());
        problems.addAll(PackCheck.check(read, today, uses(content, campaign), campaign.understanding()));
        return new CampaignCheck(problems, read.pack());
    }

    /** The answers that the transcripts use. */
    private static Set<GivenAnswer> uses(Content content, Campaign campaign) throws IOException {
        TranscriptRunner runner = new TranscriptRunner(campaign.pack(), campaign::engine);
        Set<GivenAnswer> uses = new HashSet<>();
        for (Transcript transcript : Transcripts.of(content.campaignFolder())) {
            for (String path : runner.run(transcript).paths()) {
                String[] names = path.split("/", -1);
                if (names.length == 3) {
                    uses.add(new GivenAnswer(names[0], names[1], names[2]));
                }
            }
        }
        return uses;
    }
}

package campaignbot.content.check;

import campaignbot.content.Problem;
import campaignbot.content.pack.Outline;
import campaignbot.content.pack.PackRead;
import campaignbot.content.problem.Place;
import campaignbot.content.problem.ProblemKind;
import campaignbot.content.problem.Problems;
import campaignbot.flow.Flow;
import campaignbot.flow.Pack;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Checks a pack that has been read. */
public final class PackCheck {

    private PackCheck() {}

    /** All that is wrong with a pack on a day: what the reader found and, where it could read the pack, what the checks find. */
    public static List<Problem> check(PackRead read, LocalDate today) {
        return check(read, today, null);
    }

    /**
     * All that is wrong with a pack on a day, answers that no chat gives among it.
     *
     * @param uses the answers that the pack's chats give, or null where they are not known
     */
    public static List<Problem> check(PackRead read, LocalDate today, @Nullable Set<Use> uses) {
        Problems problems = new Problems();
        problems.addAll(read.problems());
        if (read.pack() != null) {
            Subject subject = new Subject(read.pack(), read.outline(), problems);
            RepairCheck.check(subject);
            ReachCheck.check(subject);
            CircleCheck.check(subject);
            MenuCheck.check(subject);
            AnswerCheck.check(subject);
            HeardCheck.check(subject);
            CommandCheck.check(subject);
            RecordCheck.check(subject, today);
            ParagraphCheck.check(subject);
            TruthCheck.check(subject);
            LinkCheck.check(subject);
            ReadingCheck.check(subject);
            if (uses != null) {
                UseCheck.check(subject, uses);
            }
        }
        return problems.sorted();
    }

    /** What every check looks at, and where it reports to. */
    record Subject(Pack pack, Outline outline, Problems problems) {

        /** Shows every step with its flow. */
        void eachStep(BiConsumer<Flow, campaignbot.flow.Step> visitor) {
            pack.flows().values().forEach(flow -> flow.steps().values().forEach(step -> visitor.accept(flow, step)));
        }

        void report(ProblemKind kind, Place place, String message) {
            problems.add(kind, place, message);
        }
    }
}

package org.campaignbot.content.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.campaignbot.content.Problem;
import org.campaignbot.content.pack.Outline;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.jspecify.annotations.Nullable;

/** Checks a pack after it has been read. */
public final class PackCheck {

    private PackCheck() {}

    /** All problems of a pack on a day: the reader's and, if it could read the pack, those of the checks. */
    public static List<Problem> check(PackRead read, LocalDate today) {
        return check(read, today, null);
    }

    /**
     * All problems of a pack on a day, including answers that no chat gives.
     *
     * @param uses the answers that the pack's chats give, or null if they aren't known
     */
    public static List<Problem> check(PackRead read, LocalDate today, @Nullable Set<GivenAnswer> uses) {
        return check(read, today, uses, null);
    }

    /**
     * All problems of a pack on a day, including answers that no chat gives, and ordinary sentences that raise the alarm.
     *
     * @param uses the answers that the pack's chats give, or null if they aren't known
     * @param understanding what free text is taken for, or null if it isn't known
     */
    public static List<Problem> check(
            PackRead read, LocalDate today, @Nullable Set<GivenAnswer> uses, @Nullable Understanding understanding) {
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
            Exceptions exceptions = new Exceptions(subject);
            ReadingCheck.check(subject, exceptions);
            BudgetCheck.check(subject, exceptions);
            TurnCheck.check(subject, exceptions);
            ButtonCheck.check(subject, exceptions);
            PhraseCheck.check(subject, exceptions);
            exceptions.reportUnused();
            UrgentLinkCheck.check(subject);
            if (uses != null) {
                UseCheck.check(subject, uses);
            }
            if (understanding != null) {
                AlarmCheck.check(subject, understanding);
            }
        }
        return problems.sorted();
    }

    /** The pack that every check looks at, and where it reports problems. */
    record Subject(Pack pack, Outline outline, Problems problems) {

        /** Visits every step with its flow. */
        void eachStep(BiConsumer<Flow, org.campaignbot.flow.Step> visitor) {
            pack.flows().values().forEach(flow -> flow.steps().values().forEach(step -> visitor.accept(flow, step)));
        }

        void report(ProblemKind kind, Place place, String message) {
            problems.add(kind, place, message);
        }
    }
}

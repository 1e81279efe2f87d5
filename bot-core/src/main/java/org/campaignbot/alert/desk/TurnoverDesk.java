package org.campaignbot.alert.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Turnover;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.update.EffectResults;

/**
 * Tells organizers 30, 7 and 1 days ahead what a new Congress brings, offers its names while they lack numbers, and puts them in
 * force at a press; does nothing for people without that role.
 */
public final class TurnoverDesk {

    /** The effect that puts the offered names in force; its argument {@code act} is always {@code use}. */
    public static final String EFFECT = "new-names";

    private static final String AHEAD = "turnover-ahead";
    private static final String NAMES = "turnover-names";
    private static final String DONE = "turnover-names-done";
    private static final String REFUSED = "turnover-names-refused";

    /** The flows that tell the result of the effect, and the news. */
    public static final Map<String, Set<String>> TOLD = Map.of(EFFECT, Set.of(AHEAD, NAMES, DONE, REFUSED));

    /** The facts of its results that aren't plain texts. */
    public static final List<StepValue> RESULTS =
            StepValue.of("turnover_begins:day turnover_days:count names_day:day names_without:count");

    /** What became of names that were to be put in force. */
    public enum Outcome {
        /** They are in force within a minute. */
        USED,
        /** There are no such names any more: they or newer ones are in force, or the source has more. */
        GONE,
        /** The server has just started, and hasn't looked yet. */
        SOON,
        /** They can't be written. */
        FAILED
    }

    private final AdminNews news;

    /** Sends its news through this. */
    public TurnoverDesk(AdminNews news) {
        this.news = news;
    }

    /** Creates the handler, over what puts the offered names in force. */
    public static EffectHandler over(Organizers organizers, OrganizerNotifier.Reach reach, Supplier<Outcome> useNames) {
        return EffectHandler.of(EFFECT, (conversation, effect) -> {
            boolean mayUse = organizers
                    .of(conversation.person())
                    .filter(each -> each.role().covers(Role.ORGANIZER))
                    .isPresent();
            reach.answers()
                    .add(new EffectResults.Answer(
                            id(reach, conversation, effect),
                            conversation,
                            mayUse
                                    ? new Event.Answered(
                                            DONE, Map.of("names_note", new Value.Text(word(useNames.get()))))
                                    : new Event.Answered(REFUSED, Map.of())));
        });
    }

    private static String id(OrganizerNotifier.Reach reach, ConversationKey conversation, Effect effect) {
        String name = conversation + "/" + effect.turn() + "/" + effect.ordinal();
        return OrganizerNotifier.id(reach.names().apply(name));
    }

    /** Tells what is coming, if it's one of the days for that; each is told once. */
    public void remind(LocalDate today) {
        Turnover turnover = Turnover.after(today);
        if (turnover.isReminder()) {
            String stage = word(turnover.stage());
            news.tell(
                    "turnover/" + turnover.congress() + "/" + stage,
                    AHEAD,
                    Map.of(
                            "turnover", new Value.Text(stage),
                            "turnover_begins", new Value.Day(turnover.begins()),
                            "turnover_days", new Value.Count((int) turnover.days())),
                    news.ofOrganizers());
        }
    }

    /**
     * Offers names without numbers; those of one day are offered once.
     *
     * @param day the date of the source
     * @param without how many members have no number in it
     */
    public void offer(LocalDate day, int without) {
        news.tell(
                "names/" + day,
                NAMES,
                Map.of("names_day", new Value.Day(day), "names_without", new Value.Count(without)),
                news.ofOrganizers());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

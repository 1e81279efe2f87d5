package org.campaignbot.lookup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Meaning;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;

/**
 * The step that tells whose senators somebody in another place calls: "my sister in Phoenix wants to call, too". The place of the
 * person who asks stays what it is.
 */
public final class ElsewhereStep {

    private static final Pattern OF_SENATORS = Pattern.compile("(?i)\\bsena[td]or");

    private ElsewhereStep() {}

    /** The step, over the current directory. */
    public static JavaStep of(Supplier<Directory> directory) {
        return new JavaStep(
                "home.elsewhere",
                "Lists the Senate seats of the only state that typed words name, or that has the only place they can mean.",
                Set.of(Home.HOME, Facts.TYPED),
                Set.of("other", "own", "named", "several", "none"),
                StepValue.of("elsewhere=other|own|named|several|none elsewhere_name?@elsewhere=other|own|named|several"
                        + " elsewhere_senators?@elsewhere=other|own|named|several[" + SeatRows.SEAT + "]"),
                input -> named(input, directory.get()));
    }

    /**
     * {@code other} than the person's own state, {@code own}, {@code named} if theirs isn't known, {@code several} if it isn't and the words
     * ask for senators and may mean several districts, or {@code none}.
     */
    private static Result named(Input input, Directory tables) {
        LocalDate today = EasternTime.dateAt(input.now());
        String typed = input.facts().text(Facts.TYPED);
        Lookup lookup = typed == null ? null : tables.asking(typed, today);
        List<String> states =
                lookup == null ? List.of() : states(lookup).distinct().toList();
        List<Seat> senators = states.size() == 1
                ? tables.senateSeats(states.get(0), today).stream()
                        .sorted(Comparator.comparing(seat -> seat.holder().isEmpty()))
                        .toList()
                : List.of();
        if (senators.stream().allMatch(seat -> seat.holder().isEmpty())) {
            return Result.of("none").with("elsewhere", new Value.Text("none"));
        }
        String home = Home.of(input.facts(), tables);
        String whose = home == null
                ? lookup instanceof Lookup.Choice && OF_SENATORS.matcher(typed).find() ? "several" : "named"
                : Home.state(home).equals(states.get(0)) ? "own" : "other";
        return Result.of(whose)
                .with("elsewhere", new Value.Text(whose))
                .with("elsewhere_name", new Value.Text(Home.stateName(states.get(0))))
                .with("elsewhere_senators", SeatRows.of(senators));
    }

    private static Stream<String> states(Lookup lookup) {
        if (lookup instanceof Lookup.StateOnly only) {
            return Stream.of(only.state());
        } else if (lookup instanceof Lookup.Choice choice && !choice.meanings().isEmpty()) {
            return choice.meanings().stream().map(Meaning::state);
        }
        return lookup.districts().stream().map(District::state);
    }
}

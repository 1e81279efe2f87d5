package campaignbot.lookup;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.District;
import campaignbot.directory.EasternTime;
import campaignbot.flow.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes the option that was picked as the home, or asks on within a state that was; named {@code home.pick}. */
public final class PickHome implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public PickHome(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "home.pick";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("found", "which", "lost");
    }

    @Override
    public Set<String> gives() {
        return Set.of(Home.HOME, Home.HOME_NAME, Home.CANDIDATES);
    }

    @Override
    public Result run(Input input) {
        String picked = input.facts().text(Home.PICKED);
        List<Value.Row> candidates =
                input.facts().value(Home.CANDIDATES) instanceof Value.Rows rows ? rows.rows() : List.of();
        // A single one can be said yes to, without being picked.
        Optional<Value.Row> row = candidates.stream()
                .filter(each -> picked == null ? candidates.size() == 1 : picked.equals(value(each)))
                .findFirst();
        if (row.isEmpty()) {
            return Result.of("lost");
        }
        int map = Candidates.mapOf(row.get());
        List<District> districts = Candidates.districtsOf(row.get());
        if (districts.size() == 1 && !Home.stateIsEnough(input.facts())) {
            return Home.found(Result.of("found"), districts.get(0).toString(), map);
        } else if (districts.size() > 1 && districts.size() <= Candidates.MOST && !Home.stateIsEnough(input.facts())) {
            return Result.of("which")
                    .with(
                            Home.CANDIDATES,
                            Candidates.districts(districts, map, directory.get(), EasternTime.dateAt(input.now())));
        }
        return Home.found(Result.of("found"), value(row.get()), map);
    }

    private static String value(Value.Row candidate) {
        return ((Value.Text) Objects.requireNonNull(candidate.fields().get("value"))).text();
    }
}

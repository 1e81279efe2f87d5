package campaignbot.lookup;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.District;
import campaignbot.directory.EasternTime;
import campaignbot.directory.Seat;
import campaignbot.flow.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells who sits for the home of a person, seat by seat, as of the tables' date; named {@code home.seats}. */
public final class HomeSeats implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public HomeSeats(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "home.seats";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ready", "missing");
    }

    @Override
    public Set<String> gives() {
        return Set.of("seats", Home.HOME_NAME, "level", "tables_as_of", Home.REDRAWN);
    }

    @Override
    public Result run(Input input) {
        Directory tables = directory.get();
        String home = Home.of(input.facts(), tables);
        if (home == null) {
            return Result.of("missing");
        } else if (Home.isRedrawn(input.facts(), tables)) {
            return Result.of("missing")
                    .with(Home.HOME_NAME, new Value.Text(Home.name(home)))
                    .with(Home.REDRAWN, new Value.Text("yes"));
        }
        LocalDate today = EasternTime.dateAt(input.now());
        Optional<District> district = Home.district(home).filter(each -> tables.mapServes(each.state(), today));
        List<Seat> seats = district.map(each -> tables.seats(each, today))
                .orElseGet(() -> tables.senateSeats(Home.state(home), today));
        return Result.of("ready")
                .with("seats", SeatRows.of(seats))
                .with(Home.HOME_NAME, new Value.Text(Home.name(district.isPresent() ? home : Home.state(home))))
                .with("level", new Value.Text(district.isPresent() ? "district" : "state"))
                .with("tables_as_of", new Value.Day(tables.asOf()));
    }
}

package campaignbot.party;

import campaignbot.conversation.JavaStep;
import java.util.Set;

/** Tells whether a party can be opened where the person writes; named {@code party.place}. */
public final class PartyPlace implements JavaStep {

    @Override
    public String name() {
        return "party.place";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("group", "alone");
    }

    @Override
    public Set<String> gives() {
        return Set.of();
    }

    @Override
    public Result run(Input input) {
        return Result.of(input.facts().text(Facts.IN_GROUP) == null ? "alone" : "group");
    }
}

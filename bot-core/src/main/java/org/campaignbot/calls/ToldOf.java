package org.campaignbot.calls;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Fold;

/**
 * Which lawmaker a typed report is about, if it says: by name, or as the first, the second or the other one.
 *
 * @param seat the lawmaker; empty if the report doesn't say
 * @param isSeveral whether it's about more than one, so nothing can be counted yet
 */
record ToldOf(Optional<Seat> seat, boolean isSeveral) {

    /** What can come after "the other" if it's a lawmaker. "The other end" and "al segundo intento" aren't. */
    private static final String GOES_ON =
            "(?=$| (?:was|is|had|has|got|went|just|said|picked|answered|rang|never|didnt|did|doesnt|i"
                    + "|and|but|no|me|mi|si|ya|y|pero|le|lo|la|dio|da|estaba|esta|contesto|contestaron|salio|deje|hable|fue|tambien)\\b)";

    private static final Pattern FIRST = pattern("first", "primer[oa]?");
    private static final Pattern SECOND = pattern("second", "segund[oa]");
    private static final Pattern OTHER = pattern("other", "otr[oa]");

    private static final ToldOf NOBODY = new ToldOf(Optional.empty(), false);

    private static Pattern pattern(String english, String spanish) {
        return Pattern.compile("\\b" + english + " (?:one|senator)\\b|\\b(?:the " + english + "|(?:el|la|al|del) "
                + spanish + ")" + GOES_ON);
    }

    /**
     * Reads a report.
     *
     * @param sitting whom the round calls, in the order of their cards
     * @param open whose card is open
     * @param called the ids of the seats of the round that were called already
     */
    static ToldOf of(String said, List<Seat> sitting, Optional<Seat> open, List<String> called) {
        Set<Seat> spokenOf = new HashSet<>(Directory.spokenOf(said, sitting));
        if (spokenOf.isEmpty() && sitting.size() == 2) {
            String words = Fold.fold(said);
            Seat first = sitting.get(0);
            Seat second = sitting.get(1);
            if (FIRST.matcher(words).find()) {
                spokenOf.add(first);
            }
            if (SECOND.matcher(words).find()) {
                spokenOf.add(second);
            }
            if (OTHER.matcher(words).find() && open.isPresent()) {
                // After a report on one, the other one is the one on the screen.
                Seat other = open.get().equals(first) ? second : first;
                spokenOf.add(called.contains(other.id()) ? open.get() : other);
            }
        }
        return spokenOf.size() == 1
                ? new ToldOf(spokenOf.stream().findFirst(), false)
                : spokenOf.isEmpty() ? NOBODY : new ToldOf(Optional.empty(), true);
    }
}

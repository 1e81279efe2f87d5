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
 * Whom a report in words is about, where the words say it: by name, or as the first, the second or the other one.
 *
 * @param seat the lawmaker; empty if the words don't say it
 * @param isSeveral whether they speak of more than one, so that nothing can be counted yet
 */
record ToldOf(Optional<Seat> seat, boolean isSeveral) {

    private static final String NOT_A_TIME = "(?! (?:time|call|try|ring|thing|number|vez|llamada|numero|dia|linea))";

    private static final Pattern FIRST = Pattern.compile(
            "\\bfirst (?:one|senator|office)\\b|\\b(?:the first|(?:el|la|al) primer[oa]?)\\b" + NOT_A_TIME);

    private static final Pattern SECOND = Pattern.compile(
            "\\bsecond (?:one|senator|office)\\b|\\b(?:the second|(?:el|la|al) segund[oa])\\b" + NOT_A_TIME);

    private static final Pattern OTHER = Pattern.compile(
            "\\bother (?:one|senator|guy|lady)\\b|\\b(?:the other|(?:el|la|al|del) otr[oa])\\b" + NOT_A_TIME);

    private static final ToldOf NOBODY = new ToldOf(Optional.empty(), false);

    /**
     * Reads a report.
     *
     * @param sitting whom the round calls, in the order of their cards
     * @param open whose card is open
     * @param isBegun whether somebody of the round was called already
     */
    static ToldOf of(String said, List<Seat> sitting, Optional<Seat> open, boolean isBegun) {
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
                // After the first report, the other one is the one on the screen.
                Seat other = open.get().equals(first) ? second : first;
                spokenOf.add(isBegun ? open.get() : other);
            }
        }
        return spokenOf.size() == 1
                ? new ToldOf(spokenOf.stream().findFirst(), false)
                : spokenOf.isEmpty() ? NOBODY : new ToldOf(Optional.empty(), true);
    }
}

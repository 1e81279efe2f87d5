package org.campaignbot.calls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.Spoken;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Fold;

/**
 * Which lawmaker a typed report is about, if it says: by name, or as the first, the second or the other one.
 *
 * @param seat the lawmaker; empty if the report doesn't say
 * @param isSeveral whether it's about more than one, so nothing can be counted yet
 */
record ReportSubject(Optional<Seat> seat, boolean isSeveral) {

    /** What can come after "the other" if it's a lawmaker. "The other end" and "al segundo intento" aren't. */
    private static final String GOES_ON =
            "(?=$| (?:was|is|wont|wouldnt|says|hasnt|isnt|aint|wants|supports|backs|had|has|got|went|just|said|picked|answered|rang|never|didnt|did|doesnt|i"
                    + "|and|but|no|not|still|todavia|aun|me|mi|si|ya|y|pero|le|lo|la|dio|da|estaba|esta|contesto|contestaron|salio|que|q|nos|dijo|dice|dicen|apoya|va|vota|sigue|tampoco|deje|hable|fue|tambien)\\b)";

    private static final String WHO =
            "(?:one|senator|guy|fella|fellow|dude|man|card|lady|gal|woman|person)(?:s|s office|s ppl|s people)?";

    private static final Pattern FIRST = pattern("(?:first|1st)", "(?:primer[oa]?|1er[oa]?|de arriba)");
    private static final Pattern SECOND = pattern("(?:second|2nd)", "(?:segund[oa]|2d[oa]|de abajo)");
    private static final Pattern OTHER = pattern("other", "otr[oa]");
    private static final Pattern ON_TOP = Pattern.compile("\\bthe one (?:on|at the) top\\b|\\bthe top one\\b");
    private static final Pattern BELOW =
            Pattern.compile("\\bthe one (?:on|at) the bottom\\b|\\bthe bottom one\\b|\\bthe one below\\b");

    private static final Pattern OTHER_ONE = Pattern.compile(
            "\\b(?:other|second) (?:one|senator|guy|lady)s?\\b|\\bthe other\\b|\\b(?:el|la|al|del) otr[oa]\\b(?! (?:oficina|dia|vez|lado))");

    /** A question about somebody tells of no call to them: "I read him all of it. Who's the other one?" */
    private static final Pattern ASKS = Pattern.compile(
            "^(?:(?:y|and|so|ok|okay|ahora|pues|oiga|oye) )*(?:who|whos|whats|what|which|wheres|where"
                    + "|can (?:you|u)|could (?:you|u)|puedes?|podrias?|como (?:es|se llama|le)|cual|quien|que numero|dame|deme|pasame|paseme|mandame|mandeme|muestrame|give me|gimme|send me|show me|i thought|i wonder|creia|pensaba|sigue (?:el|la|con))\\b");

    /** What a question tells of a call all the same: "left one for Kelly, ok?" has it before the question. */
    private static final Pattern TELLS = Pattern.compile(
            "\\b(?:left|talked|spoke|called|busy|answered|picked up|hung up|voicemail|deje|hable|llame|contest\\w+|colg\\w+|ocupado)\\b");

    /** What asks for somebody's card, in words with names cut out. */
    private static final Pattern WANTED =
            Pattern.compile("@ ?s? (?:phone )?(?:number|card|info|script|numero|telefono)\\b"
                    + "|\\b(?:number|numero|telefono|card|tarjeta|script|info) (?:(?:for|of|to|de|del|para|the|el|la|senator|senador|senadora|sen) )*@"
                    + "|\\b(?:asked for|asked about|said|meant|want|need|give me|gimme|show me|now|pedi|dije|quiero|necesito|dame|deme|ahora)"
                    + " (?:(?:for|the|a|al|el|la|de|senator|senador|senadora|sen|con) )*@(?: (?:now|instead|please|pls|porfa|ahora|tho|though))*$"
                    + "|@[^@]*\\b(?:his|her|su) (?:phone )?(?:number|numero|telefono)\\b");

    private static final ReportSubject NOBODY = new ReportSubject(Optional.empty(), false);

    private static Pattern pattern(String english, String spanish) {
        return Pattern.compile("\\b" + english + " " + WHO + "\\b|\\b(?:the " + english + "|(?:el|la|al|del) " + spanish
                + "(?: senadora?)?)" + GOES_ON);
    }

    /**
     * Reads a report.
     *
     * @param sitting whom the round calls, in the order of their cards
     * @param open whose card is open
     * @param called the ids of the seats of the round that were called already
     */
    static ReportSubject of(String said, List<Seat> sitting, Optional<Seat> open, List<String> called) {
        String told = done(said, sitting);
        Set<Seat> spokenOf = new HashSet<>(Directory.spokenOf(told, sitting));
        if (spokenOf.isEmpty() && sitting.size() == 2) {
            String words = Fold.fold(told);
            Seat first = sitting.get(0);
            Seat second = sitting.get(1);
            if (FIRST.matcher(words).find() || ON_TOP.matcher(words).find()) {
                spokenOf.add(first);
            }
            if (SECOND.matcher(words).find() || BELOW.matcher(words).find()) {
                spokenOf.add(second);
            }
            if (OTHER.matcher(words).find()) {
                other(sitting, open, called).ifPresent(spokenOf::add);
            }
        }
        return spokenOf.size() == 1
                ? new ReportSubject(spokenOf.stream().findFirst(), false)
                : spokenOf.isEmpty() ? NOBODY : new ReportSubject(Optional.empty(), true);
    }

    /** The other one of two, where somebody asks for them: "dame el otro número", "who's the other senator". */
    static Optional<Seat> other(String said, List<Seat> sitting, Optional<Seat> open, List<String> called) {
        return OTHER_ONE.matcher(Fold.fold(said)).find() ? other(sitting, open, called) : Optional.empty();
    }

    /**
     * The lawmaker whose card somebody asks for beside another's name: Kelly in "kelly's number. remind me to call gallego", and whoever
     * isn't Gallego in "gallego tonight. who's the other one". Empty if the text doesn't say.
     */
    static Optional<Seat> wanted(String typed, List<Seat> sitting) {
        List<Seat> before = new ArrayList<>();
        for (String clause : Clauses.all(typed).toList()) {
            Spoken spoken = Directory.spoken(clause, sitting);
            List<Seat> named = spoken.named().stream().distinct().toList();
            if (named.size() == 1 && WANTED.matcher(spoken.text()).find()) {
                return Optional.of(named.get(0));
            } else if (named.isEmpty()
                    && sitting.size() == 2
                    && before.size() == 1
                    && OTHER_ONE.matcher(Fold.fold(clause)).find()) {
                return sitting.stream().filter(seat -> !before.contains(seat)).findFirst();
            }
            named.stream().filter(seat -> !before.contains(seat)).forEach(before::add);
        }
        return Optional.empty();
    }

    /** After a report on one, the other one is the one on the screen. */
    private static Optional<Seat> other(List<Seat> sitting, Optional<Seat> open, List<String> called) {
        return open.filter(seat -> sitting.size() == 2).map(seat -> {
            Seat other = sitting.get(seat.equals(sitting.get(0)) ? 1 : 0);
            return called.contains(other.id()) ? seat : other;
        });
    }

    /** What a report says that was done, without what is yet to be done or asked: "left a vm, can i do the other one later". */
    static String done(String said, List<Seat> sitting) {
        List<String> clauses = Clauses.all(said).toList();
        // "Ill do kelly now. got his machine" and "trying kelly. got his machine" name whose machine it was.
        List<String> done = IntStream.range(0, clauses.size())
                .filter(i -> !ReportWords.isAsked(said, clauses, i)
                        || Directory.spokenOf(clauses.get(i), sitting).isEmpty()
                        || TELLS.matcher(Fold.fold(clauses.get(i))).find())
                .filter(i -> !ASKS.matcher(Fold.fold(clauses.get(i))).find()
                        && !ReportWords.ASKS_OF_RECORD
                                .matcher(Fold.fold(clauses.get(i)))
                                .find()
                        && !ReportWords.GOES_ON
                                .matcher(Fold.fold(clauses.get(i)))
                                .find()
                        && !(i + 1 == clauses.size()
                                && ReportWords.isNextUp(said, clauses, i, Directory.spoken(clauses.get(i), sitting))))
                .filter(i -> !ReportWords.isAhead(clauses.get(i))
                        || (i + 1 < clauses.size()
                                && !ReportWords.isAhead(clauses.get(i + 1))
                                && ReportWords.isAtOnce(said, clauses.get(i), clauses.get(i + 1))))
                .mapToObj(clauses::get)
                .toList();
        return done.isEmpty() || done.size() == clauses.size() ? said : String.join(", ", done);
    }
}

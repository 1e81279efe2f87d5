package org.campaignbot.letters;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.TypedSentences;
import org.campaignbot.flow.Value;

/** Finds the lawmaker that a letter is for in somebody's words: "just to Senator Collins", "Dear Senator Luján", "Grassley". */
final class Addressee {

    /** What stands before a name that the letter goes to. */
    private static final String TO =
            "(?:to|for|dear|para|pa|p|a|al|querid[oa]|estimad[oa]|write|writing|escribirle a|(?:donde dice|where it says) (?:el |the )?(?:nombre|name|lawmaker) (?:pon|ponga|ponle|put|write|say))\\s+(?:(?:el|la|the|my|mi)\\s+)?";

    private static final String TITLE =
            "(?:sen|senator|senador|senadora|rep|representative|representante|congressman|congresswoman|congresista)\\s+";

    /** What a message may have around a name that it consists of: "Grassley please". */
    private static final String COURTESY =
            "(?:\\s+(?:please|pls|only|just|por favor|porfa|nada mas|nadamas|nomas|nama|nama mas|solamente|solo))?";

    private Addressee() {}

    /** The seat of the one lawmaker whom a text names so; empty if it names none or several. */
    static Optional<String> in(String text, List<Value.Row> holders) {
        List<String> named = holders.stream()
                .filter(holder -> isNamed(text, field(holder, "name"), field(holder, "last_name")))
                .map(holder -> field(holder, "seat"))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static boolean isNamed(String text, String name, String last) {
        String full = "(?:" + Pattern.quote(Fold.fold(name)) + "|" + Pattern.quote(Fold.fold(last)) + ")";
        Pattern to = Pattern.compile("\\b" + TO + "(?:" + TITLE + ")?" + full + "\\b");
        Pattern alone = Pattern.compile("(?:" + TITLE + ")?" + full + COURTESY);
        return to.matcher(Fold.fold(text)).find()
                || TypedSentences.in(text).stream()
                        .flatMap(sentence -> Stream.of(sentence.split("[,;]\\s*", -1)))
                        .map(Fold::fold)
                        .anyMatch(sentence -> alone.matcher(sentence).matches());
    }

    private static String field(Value.Row row, String field) {
        return row.fields().get(field) instanceof Value.Text text ? text.text() : "";
    }
}

package org.campaignbot.alert.check;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;

/**
 * Finds words that speak as a campaign's organization, which volunteers may only quote until it backs the bot.
 *
 * <p>"AIUSA says that …" reports an opinion; "we at AIUSA" and "AIUSA asks you" claim to be it.
 */
record SpeakingAs(List<Pattern> claims) {

    /** The kind of record whose {@code names} lists the organization's names, separated by commas. */
    private static final String KIND = "organization";

    /** Finds nothing. */
    static final SpeakingAs NOBODY = new SpeakingAs(List.of());

    /** Patterns that claim to be someone, with {@code NAME} for their name: English, then Spanish. */
    private static final List<String> CLAIMS = List.of(
            "\\b(?:we|us|i)\\b,? (?:are |am |at |of |from |as |in |here at |the people of )*NAME",
            "\\b(?:this|here) is NAME",
            "\\b(?:on behalf|in the name) of NAME",
            "NAME (?:asks|urges|needs|wants|invites|calls on|thanks|tells) (?:you|all of you|everyone|everybody)",
            "\\b(?:your|the|our) (?:friends at |team at |team of )?NAME(?: team)?$",
            "^\\W*NAME(?: team)?\\W*$",
            "\\b(?:somos|soy|nosotr[oa]s,? (?:en|de|desde)|aqui|les habla|le habla|le escribe) NAME",
            "\\b(?:en nombre|de parte) de NAME",
            "NAME (?:le|les|te|os|nos) (?:pide|ruega|invita|llama|necesita|agradece)",
            "\\b(?:el|su|nuestro) equipo de NAME");

    SpeakingAs {
        claims = List.copyOf(claims);
    }

    /** Finds claims to be the organization that a pack names; finds nothing if it names none. */
    static SpeakingAs anyOf(Pack pack) {
        List<String> names = pack.records().values().stream()
                .flatMap(SpeakingAs::names)
                .map(name -> plain(name).strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return new SpeakingAs(names.stream()
                .flatMap(name -> CLAIMS.stream().map(claim -> pattern(claim, name)))
                .toList());
    }

    private static Stream<String> names(Value record) {
        return record instanceof Value.Row row
                        && row.fields().get("kind") instanceof Value.Text kind
                        && kind.text().equals(KIND)
                        && row.fields().get("names") instanceof Value.Text list
                ? Stream.of(list.text().split(",", -1))
                : Stream.empty();
    }

    private static Pattern pattern(String claim, String name) {
        // A longer form of the name counts too: "Amnesty International USA".
        String longer = "(?:the )?(?<![\\p{L}])" + Pattern.quote(name) + "(?: international| internacional)?(?: usa)?";
        return Pattern.compile(
                claim.replace("NAME", longer), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);
    }

    /** The first words of a text that claim it. */
    Optional<String> firstIn(String text) {
        String plain = plain(text);
        return claims.stream()
                .map(claim -> claim.matcher(plain))
                .filter(Matcher::find)
                .map(claim -> claim.group().strip())
                .findFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}

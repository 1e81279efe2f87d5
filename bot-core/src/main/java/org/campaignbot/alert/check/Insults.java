package org.campaignbot.alert.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.alert.check.NamedLawmakers.Mention;

/**
 * Finds insults of lawmakers, from a closed list that was reviewed word by word: words for a person, none for a law or for money.
 *
 * <p>A word counts only next to a person, and not if it describes a thing ("racist policies").
 */
final class Insults {

    private static final Set<String> WORDS = Set.of(
            "bigot",
            "clown",
            "coward",
            "cowards",
            "cretin",
            "criminal",
            "crook",
            "crooks",
            "disgusting",
            "evil",
            "fascist",
            "fascists",
            "idiot",
            "idiots",
            "imbecile",
            "liar",
            "liars",
            "monster",
            "monsters",
            "moron",
            "morons",
            "nazi",
            "nazis",
            "pathetic",
            "pig",
            "racist",
            "scum",
            "scumbag",
            "spineless",
            "stupid",
            "thug",
            "thugs",
            "traitor",
            "traitors",
            "asqueroso",
            "asquerosa",
            "basura",
            "cerdo",
            "cerda",
            "cobarde",
            "cobardes",
            "corrupto",
            "corrupta",
            "criminales",
            "desgraciado",
            "desgraciada",
            "estupido",
            "estupida",
            "fascista",
            "fascistas",
            "idiotas",
            "imbecil",
            "imbeciles",
            "ladron",
            "ladrona",
            "ladrones",
            "maldito",
            "maldita",
            "mentiroso",
            "mentirosa",
            "mentirosos",
            "miserable",
            "monstruo",
            "payaso",
            "payasa",
            "ratero",
            "ratera",
            "racista",
            "racistas",
            "sinverguenza",
            "traidor",
            "traidora",
            "traidores",
            "vendido",
            "vendida");

    /** Unnamed lawmakers. */
    private static final Set<String> LAWMAKERS = Set.of(
            "senator",
            "senators",
            "representative",
            "representatives",
            "congressman",
            "congresswoman",
            "lawmaker",
            "lawmakers",
            "senador",
            "senadora",
            "senadores",
            "representante",
            "representantes",
            "congresista",
            "congresistas");

    /** Things that such a word may describe. */
    private static final Set<String> THINGS = Set.of(
            "act",
            "bill",
            "budget",
            "ideas",
            "law",
            "laws",
            "plan",
            "policies",
            "policy",
            "system",
            "ley",
            "leyes",
            "plans",
            "politica",
            "politicas",
            "sistema",
            "investigations",
            "justice",
            "record",
            "records",
            "code",
            "charges");

    /** How many words may come between an insult and its target. */
    private static final int BEFORE = 2;

    private static final int AFTER = 5;

    private Insults() {}

    /** The first insult of a person, together with the person, as written. */
    static Optional<String> firstIn(SaidWords said, List<Mention> mentions) {
        for (int at = 0; at < said.words().size(); at++) {
            boolean isInsult = WORDS.contains(said.words().get(at).folded())
                    && !(said.inOneSentence(at, at + 1)
                            && THINGS.contains(said.words().get(at + 1).folded()))
                    && !(at > 0 && THINGS.contains(said.words().get(at - 1).folded()));
            if (isInsult) {
                int insult = at;
                Optional<String> aimed = mentions.stream()
                        .filter(Mention::isSure)
                        .flatMap(mention -> aimed(said, insult, mention.first(), mention.last()).stream())
                        .findFirst()
                        .or(() -> unnamed(said, insult));
                if (aimed.isPresent()) {
                    return aimed;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unnamed(SaidWords said, int insult) {
        for (int at = Math.max(0, insult - AFTER); at < Math.min(said.words().size(), insult + AFTER); at++) {
            if (LAWMAKERS.contains(said.words().get(at).folded())) {
                Optional<String> aimed = aimed(said, insult, at, at);
                if (aimed.isPresent()) {
                    return aimed;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> aimed(SaidWords said, int insult, int first, int last) {
        boolean isBefore = insult < first && first - insult <= BEFORE;
        boolean isAfter = insult > last
                && insult - last <= AFTER
                && !said.words().get(last).owns();
        return said.inOneSentence(insult, first) && (isBefore || isAfter)
                ? Optional.of(said.shown(Math.min(insult, first), Math.max(insult, last)))
                : Optional.empty();
    }
}

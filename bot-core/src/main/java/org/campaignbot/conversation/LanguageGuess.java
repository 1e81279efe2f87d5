package org.campaignbot.conversation;

import java.util.List;
import java.util.Set;
import org.campaignbot.flow.Fold;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Tells from small words that somebody writes Spanish on a phone that is set to English.
 *
 * <p>It only says so when nothing speaks for English: names of places, such as Los Angeles or La Puente, aren't enough, and neither
 * is one borrowed word.
 */
final class LanguageGuess {

    private static final Language SPANISH = new Language("es");

    /** Messages that are Spanish all by themselves. */
    private static final Set<String> WHOLE = Set.of(
            "hola",
            "buenas",
            "buenos dias",
            "buenas tardes",
            "buenas noches",
            "hola buenas",
            "llamar",
            "llamar ahora",
            "ayuda urgente");

    /** The same in English. */
    private static final Set<String> WHOLE_ENGLISH = Set.of("urgent help");

    /** Words that only Spanish has. */
    private static final Set<String> SPANISH_WORDS = Set.of(
            "quiero",
            "quisiera",
            "necesito",
            "donde",
            "como",
            "que",
            "cuando",
            "quien",
            "cual",
            "por",
            "para",
            "porque",
            "mis",
            "nos",
            "soy",
            "estoy",
            "esta",
            "estan",
            "tengo",
            "puedo",
            "puede",
            "hablo",
            "habla",
            "hablar",
            "vivo",
            "vivimos",
            "llamar",
            "llamo",
            "llame",
            "gracias",
            "ayuda",
            "ayudar",
            "tambien",
            "pero",
            "con",
            "sin",
            "senador",
            "senadora",
            "senadores",
            "espanol",
            "ingles",
            "ley",
            "codigo",
            "buenos",
            "buenas",
            "hola",
            "dejar",
            "deje",
            "contestaron",
            "contesto",
            "mensaje",
            "numero",
            "hay",
            "les",
            "mucho",
            "muy",
            "ya",
            "digo",
            "decir",
            "hago",
            "hacer",
            "miedo",
            "gente",
            "familia",
            "aqui",
            "ahora",
            "favor",
            "desde",
            "ayer",
            "anoche",
            "estamos",
            "somos",
            "hermano",
            "hermana",
            "esposo",
            "esposa",
            "hijo",
            "hija",
            "hijos",
            "vecino",
            "vecina",
            "nuestro",
            "nuestra",
            "alguien",
            "nadie",
            "afuera",
            "cerca",
            "ahorita",
            "llevaron",
            "agarraron",
            "agarro",
            "detuvieron",
            "detuvo",
            "pararon",
            "tio",
            "tia",
            "primo",
            "prima",
            "sobrino",
            "sobrina",
            "abuelo",
            "abuela",
            "cunado",
            "suegra",
            "hace",
            "rato",
            "sabemos",
            "trabajo",
            "puerta",
            "llevo",
            "eso",
            "esto",
            "sirve",
            "importa",
            "dime",
            "dice",
            "dicen",
            "digan",
            "tiene",
            "tienen",
            "telefono",
            "buzon",
            "lleno",
            "carcel",
            "abogado",
            "detenido",
            "detenida",
            "papeles",
            "deportar",
            "deportan",
            "deporten",
            "usted",
            "nomas");

    /** Words that Spanish shares with names and with English. */
    private static final Set<String> SHARED_WORDS = Set.of(
            "de", "del", "la", "las", "los", "el", "en", "un", "una", "y", "a", "me", "mi", "no", "si", "es", "se",
            "al", "lo", "q");

    /** Words that only English has. */
    private static final Set<String> ENGLISH_WORDS = Set.of(
            "the", "i", "im", "my", "is", "are", "was", "what", "how", "who", "where", "when", "do", "does", "did",
            "you", "your", "and", "or", "of", "in", "on", "for", "to", "can", "want", "call", "need", "have", "has",
            "not", "it", "this", "that", "with", "from", "they", "he", "she", "we", "please", "speak", "say", "said",
            "about");

    private LanguageGuess() {}

    /** Whether a text has words that Spanish shares with English, such as "mi novio me pega", where another language is spoken. */
    static boolean mayBeAnother(String text, Language spoken) {
        return !spoken.equals(SPANISH)
                && List.of(Fold.fold(text).split(" ", -1)).stream()
                        .anyMatch(word -> SPANISH_WORDS.contains(word) || SHARED_WORDS.contains(word));
    }

    /** The language that a text is in as far as its small words tell, English too; null if they tell nothing, or of two. */
    static @Nullable Language written(String text) {
        List<String> words = List.of(Fold.fold(text).split(" ", -1));
        boolean isEnglish = WHOLE_ENGLISH.contains(Fold.fold(text))
                || (words.stream().anyMatch(ENGLISH_WORDS::contains)
                        && words.stream().noneMatch(SPANISH_WORDS::contains));
        return isEnglish ? Language.ENGLISH : of(text);
    }

    /** The language that a text is surely written in; null if that isn't sure. */
    static @Nullable Language of(String text) {
        String folded = Fold.fold(text);
        List<String> words = List.of(folded.split(" ", -1));
        long spanish = words.stream().filter(SPANISH_WORDS::contains).count();
        long shared = words.stream().filter(SHARED_WORDS::contains).count();
        boolean english = words.stream().anyMatch(ENGLISH_WORDS::contains);
        boolean sure = WHOLE.contains(folded) || (!english && spanish > 0 && spanish + shared > 1);
        return sure ? SPANISH : null;
    }
}

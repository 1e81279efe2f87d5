package org.campaignbot.flow;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes a yes as people type it, in English or Spanish: "yep sounds good", "ya ok", "sí mijo", "simón". */
public final class SaysYes {

    /** More words than this don't only agree. */
    private static final int MOST_WORDS = 12;

    /** Words of which one is a yes. */
    private static final Set<String> YES = words("""
            absolutely acuerdo alright alrighty bet certainly correct course definitely exactly k kk ok okay okey okie perfect sounds sure totally yas yea
            yeah yeahh yep yes yess yessir yup yuh
            afirmativo aja andale asi claro correcto dale exacto mero obvio okis orale perfecto sale si sii siii sip sipi simon supuesto va vale
            """);

    /** What somebody begins with who says yes and then more: "sip llevo 6 años aca". */
    private static final Set<String> SURE = words("aja claro sii siii si sip sipi simon yea yeah yep yes yess yup yuh");

    /** Thanks may be a polite no: "ok thanks" signs nobody up, but "yes, thanks" does. */
    private static final Set<String> THANKS = words("thank thanks thx ty gracias");

    /** What a yes may have around it. */
    private static final Set<String> AROUND = words("""
            ah ahead all and cool do fine go good great here hey i it its lets live man me nice of oh please pls plz right send set so thank
            thanks that thats them there this thx to ty u uh um well with works ya you
            aca ahi alla alli aqui ay bien bn bueno como con de doy el en es esta eso excelente estoy favor gracias hijo hombre lo listo los me mi mija mijita mijo muy
            nena nene oiga ok oye pa por porfa porfis porfavor pos pues que senor senora ta todo un uy vivimos vivo y ya
            """);

    /** What takes a yes back, or makes it a part of something else. */
    private static final Pattern OBJECTION = Pattern.compile(
            "\\b(?:but|not|dont|doesnt|cant|wont|never|except|instead|wrong|if|when|wait|hold|later|tomorrow|maybe|almost|after"
                    + "|pero|mejor|sino|nunca|tampoco|cambi\\w*|mal|luego|despues|manana|esper\\w*|quizas?|tal vez|casi|cuando"
                    + "|nope|nah|no(?! (?:mas|hay)\\b))\\b");

    /** "No problem", "cómo no": a no that agrees. */
    private static final Pattern AGREEING_NO = Pattern.compile("\\b(?:no problem|como no|por que no|y por que no)\\b");

    private SaysYes() {}

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.strip().split("\\s+", -1)));
    }

    /** Whether a word is a yes. */
    public static boolean isYes(String folded) {
        return YES.contains(folded);
    }

    /** Whether a text says yes and nothing else. */
    public static boolean only(String text) {
        List<String> said = said(text);
        boolean hasThanks = said.stream().anyMatch(THANKS::contains);
        return !said.isEmpty()
                && said.stream().anyMatch(hasThanks ? SURE::contains : YES::contains)
                && said.stream().allMatch(word -> YES.contains(word) || AROUND.contains(word));
    }

    /** Whether a text begins with a yes, whatever it goes on with: "sí ahí vivo mijo". */
    public static boolean first(String text) {
        List<String> said = said(text);
        return said.stream()
                .dropWhile(word -> !SURE.contains(word) && AROUND.contains(word))
                .findFirst()
                .filter(SURE::contains)
                .isPresent();
    }

    /** The words of a text that may be a yes; none if it asks or objects. */
    private static List<String> said(String text) {
        String folded = AGREEING_NO.matcher(Fold.fold(text)).replaceAll("ok");
        List<String> words = List.of(folded.split(" ", -1));
        boolean isAsking = text.indexOf('?') >= 0 || text.indexOf('¿') >= 0;
        return folded.isEmpty()
                        || isAsking
                        || words.size() > MOST_WORDS
                        || OBJECTION.matcher(folded).find()
                ? List.of()
                : words;
    }
}

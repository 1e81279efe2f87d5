package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the part of a longer text that says where a person lives, by the words before it: "I live in", "vivo en", "near". */
final class PlaceSentence {

    /** How surely a place follows. */
    enum Lead {
        /** "I live in": where a person lives now. */
        HOME,
        /** "Registered in": home, unless they say that they live somewhere else. */
        VOTE,
        /** "I'm in", "here in", "calling from". */
        HERE,
        /** "from", "soy de": perhaps only where a person was born. */
        ORIGIN,
        /** "near", "in": anything. */
        LOOSE;

        /** Whether such words name a home. */
        boolean isHome() {
            return this == HOME || this == VOTE;
        }
    }

    /**
     * What follows such words.
     *
     * @param start the index of the first of those words
     * @param tail the index of the first word after them
     */
    record Part(Lead lead, int start, int tail) {}

    private record Marker(Lead lead, List<String> words) {
        boolean isAt(Query story, int index) {
            return PlaceSentence.isAt(story, index, words);
        }
    }

    /** Whether words stand at an index, and another one after them. */
    private static boolean isAt(Query story, int index, List<String> words) {
        return index + words.size() < story.size()
                && story.words().subList(index, index + words.size()).equals(words);
    }

    /** The longest come first, since "live in" is a part of "i live in". */
    private static final List<Marker> MARKERS = markers();

    /** Words shortly before, by which it isn't the person's own home. */
    private static final Set<String> NOT_MINE = Set.of(
            "hes",
            "shes",
            "theyre",
            "husband",
            "wife",
            "kids",
            "uncle",
            "aunt",
            "esposo",
            "esposa",
            "marido",
            "tio",
            "tia",
            "hijos",
            "dont",
            "not",
            "never",
            "used",
            "who",
            "they",
            "people",
            "you",
            "he",
            "she",
            "families",
            "folks",
            "immigrants",
            "didnt",
            "once",
            "nunca",
            "antes",
            "quien",
            "quienes",
            "ellos",
            "que",
            "family",
            "parents",
            "mom",
            "dad",
            "friend",
            "friends",
            "cousin",
            "brother",
            "sister",
            "son",
            "daughter",
            "familia",
            "hijo",
            "hija",
            "hermano",
            "hermana",
            "papa",
            "mama");

    private static final Set<String> BUT = Set.of("but", "pero", "though", "aunque", "originally", "originalmente");

    private static final Set<String> IN = Set.of("in", "en");

    private static final int REACH = 2;

    /** Words by which people say what they are or do, which a place follows: "I'm a retired teacher in", "I own a bakery in". */
    private static final List<List<String>> ROLES = Stream.of("""
                im a|im an|im the|i am a|i am an|i am the|were a|we are a|were the|we are the|i own|we own|i run|we run|i teach|we teach|i work
                we work|i farm|we farm|i pastor|i have a|we have a|soy una|soy un|soy el|soy la|yo soy|soy|somos un|somos una|somos
                tengo un|tengo una|tenemos un|tenemos una|trabajo|trabajamos|doy clases""".strip().split("[|\\n]\\s*", -1))
            .map(words -> List.of(words.split(" ", -1)))
            .toList();

    /** Words by which somebody says their name, which a place follows: "this is Darlene from". */
    private static final List<List<String>> NAMES = Stream.of(
                    "this is", "my name is", "name is", "names", "my names", "me llamo", "mi nombre es", "soy")
            .map(words -> List.of(words.split(" ", -1)))
            .toList();

    private static final int MOST_WORDS_OF_A_ROLE = 7;

    private static final int MOST_WORDS_OF_A_NAME = 3;

    private static final Set<String> FROM = Set.of("from", "de", "desde");

    /** Words after which a place isn't the speaker's: "I'm a friend of a man in". */
    private static final Set<String> OF_OTHERS = Set.of(
            "of",
            "who",
            "whose",
            "about",
            "for",
            "with",
            "born",
            "worried",
            "detained",
            "locked",
            "nacido",
            "nacida",
            "raised",
            "sobre",
            "para",
            "con",
            "detenido",
            "detenida",
            "against",
            "contra",
            "to",
            "and",
            "y",
            "man",
            "guy",
            "someone",
            "alguien");

    /** The speaker. What comes before belongs to another sentence: "he is not. I live in Reno". */
    private static final Set<String> SPEAKER = Set.of("i", "we", "yo", "nosotros");

    private PlaceSentence() {}

    private static List<Marker> markers() {
        List<Marker> all = new ArrayList<>();
        add(all, Lead.HOME, """
                live in|live on|live near|live around|live at|live by|live outside|live outside of|live just outside|living in
                live close to|living near|residing in|reside in|resident of|based in|located in|moved to|moved down to|moved up to|moved out to|moved over to|moved back to|my zip is
                my zip code is|my zipcode is|zip is|zip code is|zipcode is|my state is|my city is|my town is|my address is
                address is|home is in|my home is in|home is|my home is|constituent from
                constituent in|constituent of|i stay in|staying in|live in the city of
                vivo en|vivo cerca de|vivimos en|viviendo en|resido en|mi codigo postal es|codigo postal es|mi estado es
                mi ciudad es|mi pueblo es|mi direccion es|me mude a|radico en|vivo ahora en|vivo por""");
        add(all, Lead.VOTE, """
                registered in|registered to vote in|registered back home in|registered to vote back home in|registered at home in|registration is in
                vote in|i vote in|vote back home in|voter in|voter from|voto en|votamos en|registrado en|registrada en|inscrito en|inscrita en""");
        add(all, Lead.HERE, """
                my senators in|my senators from|my senators for|my senators here in|my senators of|my lawmakers in|my reps in
                my senator in|my senator from|my senator here in|my congressman in|my congresswoman in|my rep in
                mis senadores de|mis senadores en|mi senador de|mi senador en|mi senadora de|mi senadora en|mi senador aqui en|mis senadores por|mis senadores aqui en|mis legisladores de
                im in|i am in|we are in|were in|im at|i am at|im near|i am near|im by|im over in|im out in|im down in|im up in
                here in|calling from|greetings from|hello from|saludos desde|hola desde|writing from|texting from|im based in|im close to|im outside|im outside of|ive been in|i have been in|weve been in|ive been living in
                estoy en|estamos en|ando en|andamos en|ahora en|aqui en|aca en|llamo de|llamo desde|escribo desde|escribo de|estoy cerca de""");
        add(all, Lead.ORIGIN, "im from|i am from|we are from|were from|from|soy de|somos de|vengo de|yo soy de");
        add(
                all,
                Lead.LOOSE,
                "in|near|by|around|outside|outside of|close to|just outside|en|cerca de|desde|de|at|zip|zip code|zipcode");
        all.sort(Comparator.comparingInt((Marker marker) -> marker.words().size())
                .reversed());
        return List.copyOf(all);
    }

    private static void add(List<Marker> all, Lead lead, String lines) {
        for (String words : lines.strip().split("[|\\n]\\s*", -1)) {
            all.add(new Marker(lead, List.of(words.strip().split(" ", -1))));
        }
    }

    /** Whether a place after "I'm from" may be left behind: "soy de Ponce, pero mi hija me trajo pa' acá". */
    static boolean isLeftBehind(Query story, Part part) {
        return part.lead() == Lead.ORIGIN
                && story.words().subList(part.tail(), story.size()).stream().anyMatch(BUT::contains);
    }

    /** Whether somebody says that they are in a place: "I'm in", "ando en". "Hello from Georgia" may be hers. */
    static boolean isInside(Query story, Part part) {
        return part.lead() == Lead.HERE && IN.contains(story.word(part.tail() - 1));
    }

    /** The parts in which a place may be named, the surest first and of equal ones the last. */
    static List<Part> parts(Query story) {
        List<Part> parts = new ArrayList<>();
        int i = 0;
        while (i < story.size()) {
            Marker marker = at(story, i);
            if (marker == null) {
                i++;
                continue;
            }
            if (marker.lead() == Lead.LOOSE || isMine(story, i)) {
                Lead lead = isOfTheSpeaker(story, i, marker) ? Lead.HERE : marker.lead();
                parts.add(new Part(lead, i, i + marker.words().size()));
            }
            i += marker.words().size();
        }
        parts.sort(Comparator.comparing(Part::lead).thenComparing(Part::start, Comparator.reverseOrder()));
        return parts;
    }

    private static @Nullable Marker at(Query story, int index) {
        for (Marker marker : MARKERS) {
            if (marker.isAt(story, index)) {
                return marker;
            }
        }
        return null;
    }

    /** Whether the speaker has just said what they are or do, or their name. */
    private static boolean isOfTheSpeaker(Query story, int start, Marker marker) {
        if (marker.words().size() > 1) {
            return false;
        }
        String word = marker.words().get(0);
        return (IN.contains(word) && follows(story, start, ROLES, MOST_WORDS_OF_A_ROLE))
                || (FROM.contains(word) && follows(story, start, NAMES, MOST_WORDS_OF_A_NAME));
    }

    /** Whether one of these openings stands before a word of the same clause, with nobody else between. */
    private static boolean follows(Query story, int end, List<List<String>> openings, int most) {
        for (int from = end - 1; from >= Math.max(0, end - most); from--) {
            if (story.afterComma().get(from + 1)) {
                return false;
            }
            int begin = from;
            if (openings.stream().anyMatch(words -> isAt(story, begin, words) && begin + words.size() <= end)) {
                return true;
            }
            if (NOT_MINE.contains(story.word(from)) || OF_OTHERS.contains(story.word(from))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isMine(Query story, int start) {
        if (start > 0 && SPEAKER.contains(story.word(start - 1))) {
            return true;
        }
        for (int i = start; i > 0 && i > start - REACH && !story.afterComma().get(i); i--) {
            if (NOT_MINE.contains(story.word(i - 1))) {
                return false;
            }
        }
        return true;
    }
}

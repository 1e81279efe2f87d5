package org.campaignbot.content.understanding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.Repair;
import org.campaignbot.conversation.Understanding.Clear;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.conversation.Understanding.Meaning;
import org.campaignbot.conversation.Understanding.Nothing;
import org.campaignbot.conversation.Understanding.ToTheBot;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.TypedSentences;
import org.jspecify.annotations.Nullable;

/**
 * Tells which sentences of a part of a letter are said to the bot: "His little girl cries every Sunday. Do you think they read these?"
 * The others belong in the letter.
 */
final class WhileWriting {

    /**
     * From so much on, a sentence beside others is left out. "That gave me hope" has 0.997, as have many short ones that could be said to
     * anybody.
     */
    private static final float TO_THE_BOT = 0.998f;

    /** The same where it asks something. */
    private static final float TO_THE_BOT_IF_ASKING = 0.85f;

    /** The same where it's small talk, as in "hold on, my kid is crying". */
    private static final float TO_THE_BOT_IF_TALK = 0.77f;

    /** The same where it begins with an apology: "sorry about the spelling". */
    private static final float TO_THE_BOT_IF_SORRY = 0.5f;

    private static final Pattern SORRY = Pattern.compile(
            "^(?:and |but |y |pero )?(?:(?:i am |im )?(?:so |very )?sorry(?! for| that)|oops|ugh|perdon\\w*|disculp\\w*|ay|uy)\\b");

    /** What only says who the letter is for: "This is only for Senator Grassley, please." */
    private static final Pattern ADDRESS = Pattern.compile(
            "^(?:(?:and|also|but|oh|y|pero|ah) )?(?:(?:this|it|the letter|my letter|la carta|esta carta|esto) (?:is|goes|should go|es|va) )?"
                    + "(?:que (?:sea|vaya) )?(?:only |just |solo |solamente |nomas )?(?:to|for|para|al?|dear) .{3,40}$");

    /** What only asks the bot if it got something, or says that it was told or didn't answer: "did you get that part", "I just said". */
    private static final Pattern GOT_IT = Pattern.compile(
            "\\b(?:did|do) (?:you|u) (?:get|got|put|add|have|catch|include) (?:that|it|this|all)\\b|\\b(?:si )?(?:puso|pusiste|anoto|anotaste) (?:eso|esa parte|lo que)\\b"
                    + "|^(?:you|u) (?:did not|didnt|never) answer(?:ed)? (?:me|my question)$"
                    + "|^(?:(?:but|well|oh|ok|pero|ay) )*(?:(?:you|u) (?:didnt|did not|never) (?:say|answer|tell me)(?: me)? about the (?:stamp|mail|paper|letter|address|length|print\\w*)"
                    + "|(?:i |just |really |also |y |yo )*(?:dont|do not|didnt|no) (?:want|wanna|quiero|quisiera) (?:to )?(?:get in(?:to)?|be in|meterme en|tener) (?:any |ningun )?(?:trouble|problems?|problemas?)(?: (?:w|with|at|by|for|con|en|por) .{1,30})?"
                    + "|i (?:just|already) (?:said|told you)(?: (?:that|so|it|already))?|i told you(?: already)?|ya (?:le|te|lo|se lo) (?:dije|platique|conte)(?: mij[oa])?(?: lo de(?:l| la| los)? \\w+(?: \\w+)?)?)$");

    /** What is said of the letter as a whole: its language and length, whether it's read, and whom it goes to. */
    private static final Pattern OF_THE_LETTER = Pattern.compile(
            "^(?:(?:y|and|but|pero|oye|hey|ok|please|porfa) )*(?:(?:puedes?|podrias?|l[ao] puedes?) (?:poner|hacer|traducir|escribir|acortar)(?:l[ao]|mel[ao])?|(?:pon|haz|escribe|haga|ponga|escriba|traduce|traduzca)l[ao])"
                    + " (?:en (?:ingles|espanol)|(?:un poco )?mas (?:cort|larg|bonit|formal|clar|simpl)\\w+|bonit\\w+)\\b"
                    + "|\\b(?:make|write|put|translate) (?:it|this|that|the letter|my letter) (?:a (?:bit|little) )?(?:shorter|longer|(?:in|into) (?:english|spanish)|nicer)\\b"
                    + "|^(?:how long .*)?(?:(?:and|but|so) )*(?:will|do|does|would) (?:\\w+ ){1,3}(?:even |really |actually )?(?:read|see) (?:it|this|these|them|my letter)$"
                    + "|^(?:(?:a|para) l[oa]s (?:2|dos) senadores|a (?:los|las) (?:2|dos)) (?:mand|envi)\\w+$");

    /** What somebody puts before words that they say again: "I just said, rural hospitals". "I already told you in March" is the letter's. */
    private static final Pattern SAID_BEFORE = Pattern.compile(
            "^(?:(?:but|well|oh|ok|pero|ay),? )?(?:i (?:just|already) (?:said|told you)|(?:ya|se) lo dije|ya le dije|ya te dije|le acabo de decir)(?:[,:]|(?<=ya te dije)(?=\\s+(?:la|el|l[ao]s|que|q)\\s))\\s+(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    /** What says how to sign the letter, which the coach takes out itself. */
    private static final Pattern SIGNS = Pattern.compile("\\bsign (?:it|the letter|my letter)\\b");

    /** "To Moreno" can be nothing else. */
    private static final int WORDS_OF_A_BARE_ADDRESS = 2;

    /** More words say more than a name. */
    private static final int MOST_WORDS_OF_AN_ADDRESS = 9;

    /** What leads back from the bot to the letter: "You didn't answer me. Anyway, I care because". */
    private static final Pattern BACK = Pattern.compile(
            "^(?:anyways?|well|okay|ok|so|en fin|bueno|pues|como sea)[,:]?\\s+(?=\\S)", Pattern.CASE_INSENSITIVE);

    /** What asks the bot to put something in, and what that is: "also put that I'm a veteran", "oye y pon en la carta que ...". */
    private static final Pattern PUT_IN = Pattern.compile(
            "^(?:(?:oh|hey|and|also|plus|please|can you|could you|oye|ah|y|tambi[e\u00e9]n|adem[a\u00e1]s|por favor|porfa),?\\s+)*"
                    + "(?:make sure (?:it|the letter) (?:says|mentions)(?: that)?|(?:put|add|say|mention|include|write|pon(?:ga)?(?:le)?|agr[e\u00e9]g(?:a|ue)(?:le)?|a\u00f1ad(?:e|a)|diga|menciona|mencione|incluy(?:e|a))"
                    + "(?:\\s+(?:in|into|to|en))?(?:\\s+(?:it|there|ah[i\u00ed]|(?:the|my|la|mi) (?:letter|carta)))?(?:\\s+(?:also|too|tambi[e\u00e9]n))?"
                    + "\\s+(?:that|que|q|k))\\s+(?<own>\\S+\\s+\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** Wants something out of a letter, whatever else is asked beside it: "take out the first line. then how do i send it". */
    private static final Pattern TAKES_OUT = Pattern.compile(
            "^(?:\\S+ ){0,3}?(?:(?:take|leave|cut) (?:\\S+ ){0,4}?out|get rid of|remove|delete|quit(?:a|e|ar)(?:le|me|mele)?|borr(?:a|e)(?:le|me)?|sac(?:a|que)(?:le|me)?)\\b");

    private final QuestionMatcher matcher;
    private final Destinations destinations;

    /**
     * A sentence of a text.
     *
     * @param own what of it belongs in the letter; empty if nothing does
     * @param asked what it asks the bot or wants of it; null if nothing that's known
     * @param isAddress whether it only says who the letter is for
     */
    private record Sentence(
            String text, String own, @Nullable Destination asked, boolean isAddress) {
        /** Whether the bot says that it was left out. An apology is dropped without a word, and the coach reads an address itself. */
        boolean isLeftOut() {
            return own.isEmpty()
                    && asked == null
                    && !isAddress
                    && !SORRY.matcher(Fold.fold(text)).find();
        }
    }

    WhileWriting(QuestionMatcher matcher, Destinations destinations) {
        this.matcher = matcher;
        this.destinations = destinations;
    }

    /**
     * What a text means to somebody who is writing.
     *
     * @param meaning what it means to anybody else
     * @param asking the flow that asks for the parts
     */
    Meaning read(Meaning meaning, String text, String asking) {
        // "Delete everything" is never a part of a letter.
        if (meaning instanceof Clear clear && clear.to().flow().equals(Repair.FORGET)) {
            return new ToTheBot(meaning, "", "");
        }
        List<String> sentences = TypedSentences.in(text);
        return sentences.size() == 1
                ? readOne(meaning, text.strip(), asking)
                : readSeveral(
                        meaning,
                        text.strip(),
                        sentences.stream()
                                .map(sentence -> sentence(sentence, asking))
                                .toList());
    }

    private Meaning readOne(Meaning meaning, String text, String asking) {
        String own = putIn(text);
        Destination wanted = wanted(text, asking);
        if (own != null) {
            return new ToTheBot(new Nothing(), own, "");
        } else if (wanted != null) {
            return new ToTheBot(new Clear(wanted), "", "");
        }
        return matcher.isForTheBot(text) ? new ToTheBot(meaning, "", "") : meaning;
    }

    private Meaning readSeveral(Meaning meaning, String text, List<Sentence> sentences) {
        String joined = join(sentences.stream().map(Sentence::own));
        String own = sentences.get(0).own().isEmpty() ? BACK.matcher(joined).replaceFirst("") : joined;
        Destination wanted = last(sentences, asked -> !destinations.isAnswer(asked));
        // If no sentence is for the bot, their sum isn't, though a name among them looks like it.
        boolean isAll =
                !own.equals(text) && matcher.isForTheBot(text) && (matcher.isForTheBot(own) || matcher.asks(own));
        if (own.isEmpty() || isAll) {
            return new ToTheBot(wanted != null ? new Clear(wanted) : meaning, "", "");
        } else if (own.equals(text)) {
            return meaning;
        }
        Destination question = last(sentences, destinations::isAnswer);
        Meaning said = wanted != null
                ? new Clear(wanted, false, false, question)
                : question != null ? new Clear(question) : new Nothing();
        return new ToTheBot(
                said, own, join(sentences.stream().filter(Sentence::isLeftOut).map(Sentence::text)));
    }

    private static @Nullable Destination last(List<Sentence> sentences, Predicate<Destination> is) {
        return sentences.stream()
                .map(Sentence::asked)
                .filter(Objects::nonNull)
                .filter(is)
                .reduce((one, later) -> later)
                .orElse(null);
    }

    private static String join(Stream<String> sentences) {
        return sentences.filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
    }

    private Sentence sentence(String text, String asking) {
        String own = putIn(text);
        if (own != null) {
            return new Sentence(text, own, null, false);
        }
        if (SIGNS.matcher(Fold.fold(text)).find()) {
            return new Sentence(text, text, null, false);
        } else if (GOT_IT.matcher(Fold.fold(text)).find()
                || OF_THE_LETTER.matcher(Fold.fold(text)).find()) {
            return new Sentence(text, "", null, false);
        }
        Destination wanted = wanted(text, asking);
        if (wanted != null) {
            return new Sentence(text, "", wanted, false);
        }
        boolean isAddress = Fold.words(text) <= MOST_WORDS_OF_AN_ADDRESS
                && ADDRESS.matcher(Fold.fold(text)).find()
                && (matcher.namesLawmaker(text) || Fold.words(text) == WORDS_OF_A_BARE_ADDRESS);
        if (isAddress) {
            return new Sentence(text, "", null, true);
        }
        float share = matcher.forTheBot(text);
        String answer = matcher.ordinary(text, QuestionMatcher.Around.NOTHING).answer();
        Destination to = destinations.of(answer);
        boolean isAnswered = share >= TO_THE_BOT_IF_ASKING
                && to != null
                && to.step() != null
                && destinations.isAnswer(to)
                && matcher.asks(text);
        if (isAnswered) {
            return new Sentence(text, "", to, false);
        }
        return new Sentence(text, share >= least(text, answer) ? "" : text, null, false);
    }

    /** What somebody asks to put in, or says again, as a sentence of its own; null if they don't. */
    private static @Nullable String putIn(String text) {
        Matcher put = PUT_IN.matcher(text);
        Matcher again = SAID_BEFORE.matcher(text);
        if (!put.matches() && !again.find()) {
            return null;
        }
        String own = put.matches() ? put.group("own") : text.substring(again.end());
        return Character.toUpperCase(own.charAt(0)) + own.substring(1);
    }

    /** How likely it has to be that a sentence is said to the bot, by the ordinary answer to it. */
    private float least(String text, String answer) {
        if (SORRY.matcher(Fold.fold(text)).find()) {
            return TO_THE_BOT_IF_SORRY;
        } else if (matcher.isToTheBot(answer)) {
            return TO_THE_BOT_IF_TALK;
        }
        return Asking.asks(text) ? TO_THE_BOT_IF_ASKING : TO_THE_BOT;
    }

    /** Whether a text wants something taken out of what was written. */
    boolean takesOut(String text) {
        return TAKES_OUT.matcher(Fold.fold(text)).find();
    }

    /** What a text surely wants of the flow that asks, such as to see the letter, or what that flow has to say to it; null if nothing. */
    @Nullable
    Destination wanted(String text, String asking) {
        return near(matcher.decidedWhileWriting(text), asking);
    }

    /** The same where that flow asks for no part of the letter: "change St. Mary's to my church" is about the letter above. */
    @Nullable
    Destination wantedOnceWritten(String text, String asking) {
        Destination wanted = wanted(text, asking);
        return wanted == null ? near(matcher.decidedOnceWritten(text), asking) : wanted;
    }

    private @Nullable Destination near(Optional<String> answer, String asking) {
        Destination to = answer.map(destinations::of).orElse(null);
        if (to == null || to.step() == null) {
            return null;
        }
        if (to.flow().equals(asking)) {
            return to;
        }
        Destination near = new Destination(asking, Repair.AT + to.step());
        return destinations.isAnswer(near) ? near : null;
    }
}

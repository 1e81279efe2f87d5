package org.campaignbot.calls;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.directory.Spoken;
import org.campaignbot.flow.Fold;

/**
 * The words people report calls with, in English and Spanish: the patterns {@link ReportedCalls} reads a clause with.
 *
 * <p>All are for folded text, in which names are replaced by {@link Spoken#NAME}.
 */
final class ReportWords {

    private static final String LINKS =
            "(?:(?:for|with|to|at|of|from|a|al|con|de|del|para|the|el|la|lo|es|sen|senator|senador|senadora|mr|mrs|ms|miss|sr|sra|it|was|that) )*";

    static final Pattern NAME = Pattern.compile(LINKS + Spoken.NAME);

    /** What denies the other of two: "I left it for fetterman, not the other", "no al otro". */
    static final Pattern NOT_THE_OTHER =
            Pattern.compile("\\b(?:(?:not|instead of|rather than) (?:(?:to|for|on|with|at) )?the other"
                    + "|(?:no|en vez de) (?:(?:a|con|para|en|de) )?(?:al|del|el|la) otr[oa])\\b"
                    + "(?! (?:day|time|side|end|state|number|office|dia|vez|lado|estado|numero|oficina|cosa))");

    /** What denies the name after it: "left it for masto, not rosen", "no era gallego". A "no" that begins the text only disagrees. */
    static final Pattern DENIED = Pattern.compile(
            "(?:\\b(?:not|wasnt|isnt|instead of|rather than|en vez de|en lugar de|no (?:era|fue|es)"
                    + "|(?:puso|pusiste|apunto|apuntaste|anoto|anotaste|you put|you counted|it says|it said)(?: (?:que|q|k|it|that))?(?: (?:era|fue|was|is|a|con))?) "
                    + LINKS
                    + "|(?<!\\b(?:wait|ok|okay|oh|ay|ah|no|espera|pero|but|y|que|q))(?<=\\w) no (?:(?:for|with|to|a|al|con|de|para|el|la) )*)$");

    /** What says whose call it was: "that was rosen", "era con kelly". */
    static final Pattern WAS = Pattern.compile(
            "\\b(?:(?:that|it|this)(?:s| was| is)|i meant|meant|era|fue|eran|quise decir|queria decir|me referia|voicemail was)"
                    + " (?:(?:for|with|to|at|a|al|con|de|del|para|the|el|la|lo) )*" + Spoken.NAME);

    /** The same before somebody who is none of the person's lawmakers: "that was adams". */
    static final Pattern WAS_ANOTHER = Pattern.compile(
            "\\b(?:(?:that|it|this)(?:s| was| is)|i meant|meant|era|fue|eran|quise decir|queria decir|me referia)\\b");

    static final Pattern CHANGE = Pattern.compile(
            "\\b(?:change|fix|correct|undo|delete|remove|cambi\\w*|corrig\\w*|corrij\\w*|arregl\\w*|borr\\w*|quita\\w*|quite(?:l[oa]s?|me\\w*))\\b");

    /** How the first clause of a correction begins. A "no" is one only if it stands alone: "no contestaron" is a report. */
    static final Pattern CORRECTS = Pattern.compile(
            "^(?:(?:hey|ok|okay|oh|ay|ah|um|uh|ugh|hay|o sea q|o sea que|y|lol|omg|crap|shoot|dang|damn|ups|uy) )*(?:no$|no no\\b|no (?=(?:that|it)(?:s| was)\\b)|not (?:a |the |my )?(?:voicemail|vm|message|machine|person|busy)\\b|(?:no )?wait\\b|oops|sorry|actually|scratch"
                    + "|i meant|my bad|mistake|perdon|espera\\b|espere\\b|(?:no )?me equivoque|(?:no )?me confundi|quise decir|digo\\b)");

    /** What tells the bot again what it was told: "not voicemail, I said I talked to a person". What an office was told is none of that. */
    static final Pattern ECHOES = Pattern.compile(
            "^(?:no )*not (?:a |the |my )?(?:voicemail|vm|message|machine|person|busy)\\b|\\bi (?:already )?told you\\b|\\bi (?:already )?said i (?:talked|spoke|left)\\b"
                    + "|\\bya te dije\\b|\\b(?:le|te) dije (?:que|q) (?:si )?(?:hable|deje)\\b");

    /** How a clause begins that takes back what stands before it: "i only called kim. no jk i did both". */
    static final Pattern RETRACTS = Pattern.compile(
            "^(?:(?:no|nah|wait|ok|oh|lol|haha|ay|jaja|jajaja|espera|espere) )*"
                    + "(?:jk|just kidding|kidding|joking|im joking|nvm|never ?mind|mentira|es broma|era broma|bromeo|no es cierto)\\b");

    /** How a clause ends that takes back all of itself: "i talked to both lol jk". */
    static final Pattern IN_JEST = Pattern.compile(
            "\\w (?:jk|j k|just kidding|es broma|era broma|bromeo|mentira)(?: (?:lol|lmao|haha|xd|ja\\w*))*$");

    /** What someone plans to do or asks to do: "can i do the other one later", "voy a llamarle a kelly". */
    private static final Pattern AHEAD = Pattern.compile(
            "\\b(?:can|could|should|may|shall|do|will|might) i\\b|\\b(?:ill|i will|i wanna|i want to|i have to|i need to|i gotta|let me|lemme)\\b"
                    + "|(?<!\\b(?:he|she|it|they|who|that|office|guy|lady|senator) )\\bwill (?:do|call|try|phone|ring|dial)\\b"
                    + "|\\b(?:gonna|going to|wanna|gotta|about to) (?:call|do|try|phone|ring|dial|leave|talk)\\b|\\bremind\\w*\\b"
                    + "|\\b(?:puedo|podria|debo|quiero|quisiera|voy a|vamos a|tengo que|me falta|me queda|me toca)\\b"
                    + "|\\b(?:the other|other one|el otro|la otra|al otro)\\b.*\\b(?:tomorrow|tmrw|tonight|tonite|later|manana|luego|despues|al rato|mas tarde)\\b"
                    + "|\\b(?:tomorrow|tmrw|(?<!esta |la |de )manana)\\b.*\\b(?:the other|other one|el otro|la otra|al otro)\\b"
                    + "|\\b(?:skip|skipping|me salt[oe]|sal[tl]arme|brinc\\w+me)\\b"
                    + "|\\b(?:llamo|marco|hablo) (?:(?:a|al|con) \\S+ )?(?:manana|luego|despues|al rato|de rato|mas tarde|ahorita|a la salida|saliendo|cuando|como a las|a las? \\w+"
                    + "|en la (?:noche|tarde|manana)|en mi (?:break|descanso|hora)|el (?:lunes|martes|miercoles|jueves|viernes)|otro dia)\\b|\\b(?:llamare|marcare|recuerd\\w*|recordar\\w*|avis[ae]me)\\b");

    /** What someone is about to do at once, so that what comes next is about it: "ill do kelly now. got his machine". */
    private static final Pattern AT_ONCE = Pattern.compile("\\b(?:now|rn|right away|ahora|ahorita)\\b");

    private static final String THEN =
            "(?:(?:ok|okay|so|and|then|ugh|well|im|i am|ill|just|gonna|y|pues|bueno|entonces|ya) )*";

    /** A clause that only says who's next: "trying bennet now", "bennet's next", "ahora con bennet". */
    private static final Pattern NEXT_UP = Pattern.compile("^" + THEN
            + "(?:(?:now|trying|try|calling|call|dialing|phoning|do|doing|on to|onto|off to|moving (?:on|along) to|going to|next is|next up(?: is)?|up next(?: is)?|now for|time for"
            + "|ahora|sigue|sigo|voy|vamos|paso|pasando|marcando|llamando|marcandole|llamandole) )+(?:(?:now|with|to|for|sen|senator|con|a|al|la|el) )*"
            + Spoken.NAME + "(?: (?:now|next|then|instead|ahora|entonces))*$"
            + "|^" + THEN + Spoken.NAME + "(?: s)?(?: is)?(?: (?:now|next|up next|then|ahora|sigue))+$");

    /** A call that isn't going to be made: "not gonna call masto today". */
    private static final Pattern WONT = Pattern.compile(
            "\\b(?:not|aint) (?:gonna|going to|about to) (?:call|do|try|phone|bother)\\b"
                    + "|\\b(?:dont|do not) (?:wanna|want to|feel like|have time to|think i can) (?:call|calling|do|doing|try|phone)\\b"
                    + "|\\b(?:ya )?no (?:quiero|tengo ganas de|tengo tiempo de|alcanzo a) (?:llamar|marcar|hablar)\\w*\\b|\\b(?:wont|will not) (?:call|be calling)\\b|\\bno (?:le |les |la |lo )?(?:voy a|pienso) (?:llamar|marcar|hablar)\\w*\\b");

    private static final Pattern NEGATED =
            Pattern.compile("\\b(?:not|never|no|didnt|havent|hasnt|wasnt|dont|nunca|tampoco|todavia)\\b");

    /** Two names that stand for one thing: "neither cruz nor cornyn". */
    static final Pattern JOINED = Pattern.compile(
            Spoken.NAME + "(?: (?:and|or|nor|n|o|u|ni|y|e|a|con|with|for|to|the|sen|senator))* " + Spoken.NAME);

    /** Words for nobody at all: "we called nobody", "no hemos llamado a nadie". */
    static final Pattern NOBODY = Pattern.compile(
            "\\b(?:any(?: ?one| ?body)|nobody|no ?one|none|neither|nadie|naiden?|nadien|ningun[oa]?)\\b");

    static final Pattern ALL = Pattern.compile(
            "\\b(?:all|everything|both|either|todos?|todas?|amb[oa]s|l[oa]s (?:dos|2)|(?:the|those) (?:two|2))\\b");

    /** Someone other than the people already mentioned: "i havent called anyone else". */
    static final Pattern ELSE = Pattern.compile("\\b(?:else|other|mas|otr[oa]s?)\\b");

    static final Pattern TALK =
            Pattern.compile("\\b(?:habl\\w*|platic\\w*|convers\\w*|talk\\w*|spoke\\w*|speak\\w*)\\b");

    static final Pattern CALL = Pattern.compile("\\b(?:llam\\w*|marc\\w*|telefon\\w*|call\\w*|phon\\w*|dial\\w*)\\b");

    /** A voicemail that wasn't left: "went to voicemail, havent left one yet". */
    static final Pattern NOT_LEFT = Pattern.compile(
            "\\b(?:havent|have not|didnt|did not|not|no|todavia no|aun no)(?: \\w+)?"
                    + " (?:left?|leave|leaving|dej\\w+|grab\\w+)(?: (?:one|it|any|any?thing|a|un|el|ningun|message|voicemail|vm|mensaje|recado|nada))*(?: (?:yet|todavia|aun))?$");

    static final Pattern NO_SUCH_CALL = Pattern.compile(
            "\\b(?:wasnt|isnt|not|no (?:fue|era|es))(?: (?:a|an|the|un|una|el|la))* (?:voicemails?|vm|message|machine|mensaje|recado|buzon|maquina)\\b");

    /** The House member, where only senators are called. A "rep" who answers is a staffer. */
    static final Pattern OF_THE_HOUSE = Pattern.compile(
            "\\b(?:called|call|phoned|rang|tried|for|with) (?:the|my|our) (?:house )?(?:rep|representative)\\b"
                    + "|\\b(?:my|our) (?:house )?(?:rep|representative)\\b|\\bhouse (?:member|rep|guy|lady)\\b"
                    + "|\\bcongress ?(?:wo)?man\\b|\\bmi (?:representante|congresista)\\b|\\b(?:al|el|la) congresista\\b");

    static final Pattern ONE = Pattern.compile(
            "\\b(?:con|a|en|de|del) un[oa] (?:me|le|no|si|deje|hable|se|contest\\w*|dio|da|fue|estaba|ya|nomas|solo|sono|salio)\\b"
                    + "|^un[oa] (?:me|no|si|contest\\w*|estaba|dio|sono)\\b"
                    + "|\\bone (?:of them )?(?:was|went|had|hung|picked|answered|got|said|i)\\b|\\b(?:with|at|for|got|to|called|reached) one\\b(?! of (?:his|her|their)\\b)");

    static final Pattern THE_OTHER = Pattern.compile("\\b(?:the other|other one|el otro|la otra|al otro|del otro)\\b");

    /** What points at one of two without a name; what's left is what came of the call. */
    static final Pattern POINTERS = Pattern.compile(
            "\\b(?:with|to|for|at|con|a|en|de|del|al)?(?: ?\\b(?:the|el|la))? ?\\b(?:first one|second one|other one|primer[oa]|segund[oa]|otr[oa]|un[oa]|est[ea]|this one)"
                    + "(?= (?:me|le|no|si|fue|hable|dej\\w*|se|contest\\w*|dio|da|estaba|ya|was|went|had|hung|picked|answered|got|said|i|left|rang|some|a|she|he|they|solo|sono|salio)\\b)");

    static final Pattern THIS = Pattern.compile("\\b(?:con|a) est[ea] (?!numero|oficina)|\\bthis (?:one|guy|lady) ");

    static final Pattern GOES_ON = Pattern.compile(
            "^(?:(?:ok|so|now|y|and|whats|what about|where is|dame|cual es|quien es) )*(?:(?:the|el|la) )?(?:(?:other|next)(?: (?:one|guy|dude|fella|lady|senator|man|woman))?|otr[oa]"
                    + "|siguiente|whos (?:the )?next(?: one)?|who is next|whos left|(?:whos|who is) the other(?: one| guy| lady| senator)?|quien sigue|quien falta|quien es (?:el|la) otr[oa])$");

    /** Somebody picked up after all: "no wait, it was a person". */
    static final Pattern WAS_A_PERSON = Pattern.compile(
            "\\b(?:it was|that was|era|fue)(?: an?| una?)?(?: real| actual| live)? (?:person|human|guy|lady|man|woman|persona|muchach[oa]|senora?)\\b");

    static final Pattern ALSO = Pattern.compile("\\b(?:too|also|as well|tambien|tampoco)\\b");

    /** A call to somebody who was called before: "then i called gallego again and it's still the machine so i hung up". */
    static final Pattern ONCE_MORE = Pattern.compile(
            "\\b(?:called|tried|rang|phoned|dialed)\\b(?:.*\\b(?:again|one more time|once more|a second time)|(?: \\w+){0,3} back)\\b"
                    + "|\\b(?:llame|marque|intente|hable|trate)\\b.*\\b(?:otra vez|de nuevo|de vuelta|nuevamente)\\b|\\bvolvi a (?:marcar|llamar|intentar|hablar)");

    /** Says that somebody was reached: "crapo picked up", "kelly's office finally answered", "con Budd sí hablé". */
    static final Pattern PICKED_UP =
            Pattern.compile("^(?:(?:omg|wow|ok|so|and|but|then|y|pero|en|lo de|la de|lol) )*" + Spoken.NAME
                    + "(?: s)?(?: (?:office|people|staff|oficina))?(?: (?:actually|finally|really|just|even|si|me))*(?: (?:picked up|answered|contesto|contestaron))(?: (?:the phone|me|lol))*$"
                    + "|^(?:(?:pero|y|es que|que|q) )*(?:con|a) (?:(?:el|la|lo|de|del|oficina) )*" + Spoken.NAME
                    + " (?:yo )?si (?:le )?(?:hable|platique|pude hablar|pude platicar|logre hablar|me contest\\w+|me atendi\\w+)\\b"
                    + "|^(?:(?:but|and|i mean|cause|bc) )*i did (?:talk|speak|get through|get thru) (?:to|with) (?:\\w+ (?:at|from|in) )?"
                    + Spoken.NAME
                    + "|^(?:(?:but|and|with) )*" + Spoken.NAME
                    + "(?: s)?(?: office)? i did (?:talk|speak|reach|get through|get thru)\\b");

    /** Says that another one answered, where the one before didn't: "gallego didn't answer, kelly's office did". */
    static final Pattern DID_SO =
            Pattern.compile("^(?:(?:but|and|pero|y|en|con|in|at|la|el|lo|de|oficina) )*" + Spoken.NAME
                    + "(?: s)?(?: (?:office|people|staff|oficina))?(?: (?:did|si|did tho|did though|si contesto))$");

    /** What was told before, and is no report: "ya te dije las 2". */
    static final Pattern TOLD_BEFORE = Pattern.compile(
            "^(?:(?:no|pero|but|and|y|que|q|ay|i mean|yeah|si|ok|como) )*(?:ya te (?:(?:lo|la|las|los) )?(?:dije|conte)|i (?:already |just )*(?:told (?:you|u|ya)|said (?:that|it|so)))"
                    + "(?: (?:lo|las?|los|de|both|the|of|them|all|that|it|so) ?)*(?: ?(?:2|dos|two|todo|everything|ya|already|before|antes))*$");

    /** Words that a call is over, and not what came of it: "ossoff and warnock both done". */
    static final Pattern ONLY_DONE = Pattern.compile(
            "^(?:(?:and|both|all|are|is|so|now|ok|y|e|ya|l[oa]s dos|amb[oa]s|estan|con) )*(?:done|finished|list[oa]s?|hech[oa]s?|terminad[oa]s?)(?: (?:now|too|ya|tambien|thx|thanks|gracias|lol|yay))*$");

    /** Words that say of another call what was said of the one before: "y con la otra también". */
    static final Pattern ONLY_ALSO = Pattern.compile(
            "^(?:(?:and|y|e|con|a|with|for|to|the|la|el|l[ao]s|otr[oa]|other|one|kind of|hice|did) ?)*(?:tambien|too|also|as well|lo mismo|igual|the same|same)$");

    /** How a clause begins that says whose call it was, before the name: "no, fue con el mismo, el durbin". */
    static final Pattern WAS_OPEN = Pattern.compile("^(?:no )?(?:era|fue|it was|that was|i meant)\\b");

    /** What swaps what was told of two: "ay no perdón, fue al revés". */
    static final Pattern SWAPPED = Pattern.compile(
            "\\b(?:al reves|(?:the )?other way (?:a)?round|backwards|swapped|los cambie|las cambie)\\b");

    static final Pattern FILLERS = Pattern.compile("^(?:(?:ok|okay|also|well|wait|pues|bueno|ay|o sea|no(?= @)) )+");

    /** Both lawmakers, with one outcome. */
    static final Pattern BOTH = Pattern.compile(
            "\\b(?:both|neither|either one|each (?:place|office|one)|l[oa]s (?:dos|2)|amb[oa]s|ningun[oa])\\b");

    /** Somebody picked up: "her people picked up 1st ring". */
    static final Pattern ANSWERED = Pattern.compile(
            "^(?!.*\\b(?:no|not|nobody|noone|none|never|neither|didnt|doesnt|dont|wont|isnt|wasnt|ni|nadie|nunca|ningun\\w*)\\b).*\\b(?:people|guy|lady|man|woman|girl|kid|staff\\w*|someone|somebody|person|muchach[oa]|senor\\w*|alguien|gente) (?:picked up|answered|me contesto|contesto)\\b");

    /** "Had a full mailbox so i hung up". */
    static final Pattern BOX_FULL = Pattern.compile(
            "\\bfull (?:mail ?box|voice ?mail|vm|inbox|box)\\b|(?<!\\b(?:not|isnt|wasnt|never|no) )\\b(?:mail ?box|voice ?mail|vm|inbox|buzon|box) (?:is|was|s|esta|estaba|ya esta) (?:so |all |bien |muy )?(?:full|lleno)\\b|\\bbuzon lleno\\b");

    /** Wonders who somebody is: "who's the other one, isnt it husted". */
    static final Pattern WONDERS = Pattern.compile(
            "^(?:(?:and|or|so|but|wait|y|o|pero) )*(?:isnt|wasnt|aint|is|was) (?:it|that|he|she)\\b|^(?:no (?:es|era) )(?!(?:con|a) ).*\\b(?:verdad|no)$");

    static final Pattern ASKS_WHO = Pattern.compile("^(?:(?:and|so|ok|but|wait|y|pero) )*(?:whos|who is|quien es)\\b");

    /** Asks what the bot did with a report: "did u take off that i talked to warnock". */
    static final Pattern ASKS_OF_RECORD = Pattern.compile(
            "^(?:(?:and|n|so|ok|okay|but|wait|also|y|pero|oiga|oye) )*(?:did my (?:\\w+ )?(?:vm|voicemail|message|call|calls) (?:get|go|still)"
                    + "|(?:did|have|do) (?:u|you|ya) (?:(?:still|even|already|just|ever|actually) )*"
                    + "(?:take|took|taken|remove|removed|delete|deleted|undo|undid|erase|erased|count|counted|put|mark|marked|log|logged|have|had|fix|fixed|change|changed|get|got)"
                    + "|(?:(?:si|ya|me|le|lo|la|les|los) )*(?:quitaste|quito|borraste|borro|contaste|conto|anotaste|anoto|apuntaste|apunto) (?:que|q|k|lo|la|el|mi))\\b");

    /** Changes the subject to the other one: "first one is with us, other guy no clue". */
    static final Pattern ANOTHER = Pattern.compile(
            "^(?:(?:and|y|the|but|pero) )*(?:other|2nd|second) (?:one|guy|fella|dude|man|lady|gal|senator)\\b|^(?:(?:y|pero) )*(?:el|la) otr[oa]\\b(?! (?:oficina|dia|vez|lado))");

    /** The lawmaker of the last report, or of the one before it. */
    static final Pattern LAST_ONE = Pattern.compile(
            "\\b(?:(?:this|the|that) last one|the one before|est[ea] ultim[oa]|l[oa] ultim[oa]|el ultimo|el de antes|la de antes)\\b");

    static final Pattern ONE_BEFORE = Pattern.compile("\\b(?:before|antes)\\b");

    static final Pattern ONE_OF_TWO = Pattern.compile(
            "\\b(?:one of (?:the two|them|the senators|my senators)|un[oa] de (?:l[oa]s dos|ell[oa]s))\\b");

    /** The person can't say which office it was: "idk which one it was", "ya no sé cuál". */
    static final Pattern WHICH_UNKNOWN = Pattern.compile(
            "\\b(?:idk|dk|dont (?:know|remember)|do not know|cant (?:remember|recall|tell)|not sure|no idea|no clue|forgot|forget|unsure|mixed (?:up|them))\\b.{0,12}\\b(?:which|who|them up|whose)\\b"
                    + "|\\bwhich (?:one|senator|office)(?: \\w+){0,3} (?:i dont|i cant|not sure|idk)\\b"
                    + "|\\b(?:no se|no recuerdo|no me acuerdo|no entendi|no supe|ya ni se|no estoy segur[oa])\\b.{0,12}\\b(?:cual|quien|que senador)\\b|\\b(?:no se|dont know|not sure|no idea) (?:si|if|whether) (?:era|fue|it was|that was|its)\\b|\\b(?:primer[oa]|un[oa]) o (?:el |la )?(?:segund[oa]|otr[oa])\\b");

    /** What the person said themselves: "i said that i want a no vote". */
    static final Pattern I_SAID = Pattern.compile(
            "^(?!.*\\b(?:he|she|they|lady|guy|woman|man|kid|me) (?:said|says|told|goes|dijo|dice|dijeron)\\b).*\\b(?:i|we) (?:\\w+ )?(?:said|told|asked|want|wanted|read)\\b|\\bl(?:e|es) (?:dije|pedi)\\b");

    /** Where people hear of a stand without asking an office: on TV, online. */
    static final Pattern IN_THE_NEWS = Pattern.compile(
            "\\b(?:saw|read|heard|watched) (?:\\w+ )?(?:on|in|that|it on|somewhere|online)\\b|\\b(?:fox|cnn|msnbc|news|newspaper|twitter|facebook|instagram|tiktok|youtube|website|univision|telemundo|noticias|noticiero|la tele|periodico)\\b"
                    + "|\\bon (?:the )?(?:tv|radio)\\b|\\ben (?:la )?(?:tv|radio)\\b|\\bi read it\\b|\\bvi en\\b|\\blei (?:en|que)\\b|\\blo lei\\b");

    /** What tells of a call beside the news: "I saw it on the news so I called, and a lady said he's voting no". */
    static final Pattern OF_A_CALL = Pattern.compile(
            "\\b(?:i|we|just) (?:\\w+ )?(?:called|phoned|rang|dialed|talked|spoke|got)\\b|\\b(?:office|staff\\w*|intern|aide|lady|girl|guy|voicemail|picked up|answered"
                    + "|llame|yame|marque|hable|oficina|contesto|contestaron|muchach[ao]|chav[ao]|senora|senorita)\\b");

    private ReportWords() {}

    /** Whether a text says between two clauses that the first is done at once. */
    static boolean isAtOnce(String text, String clause, String next) {
        int end = text.indexOf(clause) + clause.length();
        int start = text.indexOf(next, end);
        return start > end
                && AT_ONCE.matcher(Fold.fold(text.substring(end, start))).find();
    }

    /** Whether a clause only says who's next. "Now" ends a clause, so in "now Bennet" it stands outside of the one with the name. */
    static boolean isNextUp(String text, List<String> clauses, int clause, Spoken spoken) {
        int at = 0;
        for (int i = 0; i < clause; i++) {
            at = text.indexOf(clauses.get(i), at) + clauses.get(i).length();
        }
        int begin = text.indexOf(clauses.get(clause), at);
        int end = begin + clauses.get(clause).length();
        int next = clause + 1 < clauses.size() ? text.indexOf(clauses.get(clause + 1), end) : text.length();
        boolean isNow = begin >= at
                && next >= end
                && Stream.of(text.substring(at, begin), text.substring(end, next))
                        .anyMatch(gap -> AT_ONCE.matcher(Fold.fold(gap)).find());
        return NEXT_UP.matcher(isNow ? "now " + spoken.text() : spoken.text()).find();
    }

    /** Whether a clause ends in a question mark: "who is the other one, Warnock?" */
    static boolean isAsked(String text, List<String> clauses, int clause) {
        int at = 0;
        for (int i = 0; i <= clause; i++) {
            int found = text.indexOf(clauses.get(i), at);
            at = Math.max(at, found) + clauses.get(i).length();
        }
        return text.substring(Math.min(at, text.length())).stripLeading().startsWith("?");
    }

    /** Whether a clause is about something still to do, so it reports no call. */
    static boolean isAhead(String clause) {
        String words = Fold.fold(clause);
        return WONT.matcher(words).find()
                || (AHEAD.matcher(words).find() && !NEGATED.matcher(words).find());
    }
}

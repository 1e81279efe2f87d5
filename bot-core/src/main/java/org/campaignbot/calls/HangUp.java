package org.campaignbot.calls;

import java.util.regex.Pattern;
import org.campaignbot.flow.Fold;

/** Tells who ended a call, and whether anything was said before. */
final class HangUp {

    /** Others hang up, too: "they answered and hung up". */
    private static final Pattern HUNG_UP_MYSELF = Pattern.compile(
            "\\bi (?:\\w+ ){0,2}?(?:hung|hang) up\\b(?! (?:with|on me))|\\b(?:panicked|scared|nervous|froze|shy|chickened out|freaked out)\\b.*\\bhung up\\b(?! on me)"
                    + "|\\bi\\b.*\\b(?:and|n|so|just) (?:hung up|put the phone down|ended the call)\\b(?! with)|\\bi (?:\\w+ )?(?:put the phone down|ended the call)\\b"
                    + "|(?<!\\bcasi )(?<!\\bque me )\\bcolgue\\b|\\b(?:le|les|y|mejor) corte\\b|\\bcorte (?:porque|del|de los)\\b");

    /** The way out of a call for somebody who lost heart: "a guy answered and I panicked and said wrong number". */
    private static final Pattern SAID_WRONG_NUMBER = Pattern.compile(
            "\\bi(?: (?!%1$s)\\w+){0,4} (?:said|told (?:him|her|them)|pretended)(?: (?!%1$s)\\w+){0,4} wrong number\\b"
                            .formatted("(?:he|she|they|lady|guy|man|woman|who)\\b")
                    + "|\\b(?:le|les|yo|y|nomas|solo) dije(?: \\w+){0,4} (?:numero equivocado|me equivoque)\\b");

    private static final Pattern HUNG_UP_ON_ME = Pattern.compile(
            "\\bhung up on (?:me|us)\\b|\\b(?:me|nos) col(?:go|garon)\\b(?! (?:el|la|las|los|un|una)\\b)");

    /** What shows that it was a talk, if a short one: an office that says where its senator stands was asked. */
    private static final Pattern SAID_SOME = Pattern.compile(
            "\\b(?:me|nos) dij(?:o|eron) (?:que|q|k) (?:el|ella|la|ellos)\\b|\\b(?:told (?:me|us)|said)(?: that)? (?:he|she|the senator|the congress\\w+)(?:s| is| \\w+s)\\b"
                    + "|\\b(?:half\\w*|midway|most|the end|my piece|but i|i said|i read|i told|got it out|mitad|medio|final|alcance|ya le habia|le dije|lei)\\b");

    /** A name or a greeting is no ask: "nomás le dije mi nombre y me colgó". */
    private static final Pattern ONLY_GREETED = Pattern.compile(
            "\\b(?:only|just|barely|nomas|solo|apenas|nada mas)(?: (?:i|le|les))? (?:said|got to say|told them|told her|told him|dije|alcance a decir) (?:my name|hi|hello|mi nombre|hola|buenas)\\b"
                    + "|\\bi (?:only|just|barely) (?:said|told them|told her|told him) (?:my name|hi|hello)\\b");

    private static final Pattern ALMOST = Pattern.compile("\\balmost (?:hung|ended)\\b");

    /** Somebody or something was on the line; else it only rang. */
    private static final Pattern PICKED_UP = Pattern.compile(
            "\\b(?:answered|picked up|hello|voice|lady|guy|man|woman|machine|recording|voicemail|beep\\w*|tone"
                    + "|contest\\w*|agarr\\w*|atend\\w*|levant\\w*|salio|grabacion|grabadora|maquina|buzon|bip|pito|tono"
                    + "|senor|senora|senorita|muchach[oa])\\b");

    private static final Pattern NOBODY = Pattern.compile(
            "\\b(?:no|nunca|nadie|nobody|noone|no one|never|didnt|ni)(?: (?:me|even))? (?:contest\\w*|agarr\\w*|atend\\w*|levant\\w*|answer\\w*|pick\\w*(?: up)?)\\b");

    private static final Pattern ON_HOLD = Pattern.compile(
            "\\b(?:hold|wait\\w*|minutes?|mins?|hours?|forever|music|transfer\\w*|esper\\w*|minutos?|horas?|musica|rato|pasaron)\\b");

    /** What somebody did on the phone before they hung up. */
    private static final Pattern SAID_MY_PIECE = Pattern.compile(
            "\\b(?:talked|spoke|read|told|left|gave|asked|thanked|i said|said my|got to say|did the|did so|so i did|script|speech|my message|took|wrote|pass\\w*|note[ds]?|thanks?"
                    + "|hable|platique|dije|lei|deje|di mi|conte|explique|pregunte|pedi|despedi|puse mi|hice mi|anot\\w*|apunt\\w*|gracias)\\b");

    private HangUp() {}

    /** Whether the writer hung up before they said anything, so that nothing counts yet. */
    static boolean isByWriter(String words, String outcome) {
        boolean mayBe = outcome.equals(CallReport.WRONG) || outcome.equals(CallReport.SPOKE);
        if (mayBe && SAID_WRONG_NUMBER.matcher(words).find()) {
            return true;
        }
        boolean isDoubtful = outcome.equals(CallReport.NO_ANSWER) || outcome.equals(CallReport.CUT_OFF);
        boolean isTold = outcome.equals(CallReport.SPOKE)
                || outcome.equals(CallReport.MESSAGE)
                || outcome.equals(OutcomeWords.NONE);
        return (isTold
                        || (isDoubtful
                                && PICKED_UP
                                        .matcher(NOBODY.matcher(words).replaceAll(" "))
                                        .find()
                                && !ON_HOLD.matcher(words).find()))
                && HUNG_UP_MYSELF.matcher(words).find()
                && !ALMOST.matcher(words).find()
                && !SAID_MY_PIECE
                        .matcher(TypedReport.NOTHING_SAID.matcher(words).replaceAll(" "))
                        .find();
    }

    /** Whether whoever picked up hung up on the writer before they could say their piece, so that the call was cut off. */
    static boolean isOnWriter(String typed) {
        String words = Fold.fold(typed);
        return HUNG_UP_ON_ME.matcher(words).find()
                && !SAID_SOME
                        .matcher(ONLY_GREETED.matcher(words).replaceAll(" "))
                        .find();
    }
}

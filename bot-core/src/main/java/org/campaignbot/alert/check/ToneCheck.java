package org.campaignbot.alert.check;

import static org.campaignbot.alert.check.Finding.error;
import static org.campaignbot.alert.check.Finding.warning;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.alert.check.Finding.Kind;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;

/** Checks how an alert speaks of lawmakers and laws, and whether it shouts. */
record ToneCheck(NamedLawmakers lawmakers, PassedBills bills) {

    /** Three words in capitals in a row; abbreviations are shorter or stand alone. */
    private static final Pattern CAPITALS =
            Pattern.compile("(?<!\\p{L})\\p{Lu}{3,}(?:[\\s,]+\\p{Lu}{2,}){2,}(?!\\p{L})");

    private static final Pattern EXCLAMATIONS = Pattern.compile("!\\s?!+|¡\\s?¡+");

    static ToneCheck of(Pack pack, Directory directory) {
        return new ToneCheck(NamedLawmakers.of(directory), PassedBills.of(pack));
    }

    void check(Language language, String visible, List<Finding> findings) {
        String where = language.code();
        SaidWords said = SaidWords.of(visible);
        List<NamedLawmakers.Mention> mentions = lawmakers.in(said);
        ElectionWords.firstIn(said, mentions).ifPresent(found -> findings.add(election(where, found)));
        Insults.firstIn(said, mentions)
                .ifPresent(insult -> findings.add(warning(
                        Kind.INSULT,
                        where,
                        Map.of("words", insult),
                        "\"" + insult + "\" insults a person, and those who call will be hung up on",
                        "say what they did; the approver must say that they read it: ./bot alert acknowledge")));
        bills.firstIn(said.text()).ifPresent(found -> {
            String says = says(found.getValue().summary(), language);
            findings.add(error(
                    Kind.PASSED_BILL,
                    where,
                    Map.of("words", found.getKey(), "says", says),
                    "\"" + found.getKey() + "\" sounds as if it could still be voted on: " + says,
                    "ask for what can still be done, or set the record right by ./bot settings"));
        });
        Matcher capitals = CAPITALS.matcher(visible);
        if (capitals.find()) {
            findings.add(warning(
                    Kind.CAPITALS,
                    where,
                    Map.of("words", capitals.group().replaceAll("\\s+", " ")),
                    "\"" + capitals.group().replaceAll("\\s+", " ") + "\" is all in capitals, which reads as shouting",
                    "write it in small letters"));
        }
        if (EXCLAMATIONS.matcher(visible).find()) {
            findings.add(warning(
                    Kind.EXCLAMATIONS,
                    where,
                    Map.of(),
                    "several exclamation marks stand in a row",
                    "leave one, or none"));
        }
    }

    private static Finding election(String where, ElectionWords.Found found) {
        return found.isCall()
                ? error(
                        Kind.ELECTION_CALL,
                        where,
                        Map.of("words", found.words()),
                        "\"" + found.words() + "\" asks for a vote for or against a person in an election",
                        "ask the person for something, or speak of the vote on a bill")
                : warning(
                        Kind.ELECTION_NEAR,
                        where,
                        Map.of("words", found.words()),
                        "\"" + found.words() + "\" may speak for or against a person in an election",
                        "say it otherwise; else the approver must say that they read it: ./bot alert acknowledge");
    }

    private static String says(Value summary, Language language) {
        return summary instanceof Value.Translated words
                ? words.in(language)
                : summary instanceof Value.Text text ? text.text() : "";
    }
}

package org.campaignbot.alert.check;

import static org.campaignbot.alert.check.Finding.error;
import static org.campaignbot.alert.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** Finds bills that are law by the pack's records but that a text treats as still open to a vote. */
    record PassedBills(List<Bill> bills) {

        /** What people are asked to do about an undecided bill: English, then Spanish. */
        private static final String PENDING =
                "(?:stop|block|kill|defeat|reject|vot(?:e|ing) (?:no|yes|against|for|down)(?: on)?|pass|amend"
                        + "|det(?:ener|enga|engan|engamos)|par(?:ar|e|en|emos)|fren(?:ar|e|en|emos)|bloque(?:ar|e|en)|rechac(?:e|en)|rechazar"
                        + "|(?:vot(?:ar|a|e|en)) (?:que )?(?:no|si|sí|en contra|a favor)(?: de| a)?|aprob(?:ar)|aprueben?)";

        /** Small words between that and the name of the bill. */
        private static final String BETWEEN =
                "(?:\\s+(?:the|this|that|a|al|el|la|del|ese|este|esta|passage of|bill|proyecto(?: de ley)?))*\\s+";

        private static final String AFTER = "\\s+(?:must not|can['’]?t|cannot|should not|will not|no debe|no puede)\\s+"
                + "(?:pass|become law|be passed|aprobarse|ser ley|pasar)";

        PassedBills {
            bills = List.copyOf(bills);
        }

        /**
         * A bill that is law.
         *
         * @param name its name in the text
         * @param pattern finds it described as pending
         * @param summary its record's summary, by language if that differs
         */
        record Bill(String name, Pattern pattern, Value summary) {}

        /** The enacted bills of a pack's status records, by the number, the names and the title of each. */
        static PassedBills of(Pack pack) {
            List<Bill> bills = new ArrayList<>();
            pack.records().values().forEach(record -> {
                if (record instanceof Value.Row row
                        && text(row.fields(), "kind").equals("status")
                        && text(row.fields(), "state").equals("enacted")) {
                    Value summary = row.fields().getOrDefault("summary", new Value.Text(""));
                    names(row.fields()).forEach(name -> bills.add(new Bill(name, pattern(name), summary)));
                }
            });
            return new PassedBills(bills);
        }

        private static Stream<String> names(Map<String, Value> fields) {
            Stream<String> titles = fields.get("title") instanceof Value.Translated title
                    ? title.words().values().stream()
                    : Stream.of(text(fields, "title"));
            return Stream.of(
                            Stream.of(text(fields, "bill")),
                            Stream.of(text(fields, "names").split(",", -1)),
                            titles)
                    .flatMap(each -> each)
                    .map(name -> name.strip().replaceFirst("(?i)^(?:the|a|la|el) ", ""))
                    .filter(name -> !name.isEmpty())
                    .distinct();
        }

        private static String text(Map<String, Value> fields, String name) {
            return fields.get(name) instanceof Value.Text text ? text.text() : "";
        }

        /** Matches a number such as "H.R. 1" with or without dots and blanks. */
        private static Pattern pattern(String name) {
            StringBuilder written = new StringBuilder();
            for (String part : name.split("(?<=[.\\s])|(?=[.\\s])", -1)) {
                written.append(part.isBlank() ? "\\s*" : part.equals(".") ? "\\.?\\s?" : Pattern.quote(part));
            }
            String whole = "(?<![\\p{L}\\p{Nd}])" + written + "(?![\\p{L}\\p{Nd}]|\\.\\d)";
            return Pattern.compile(
                    "(?<![\\p{L}])" + PENDING + BETWEEN + whole + "|" + whole + AFTER,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }

        /** The first such words, with their bill. */
        Optional<Map.Entry<String, Bill>> firstIn(String text) {
            for (Bill bill : bills) {
                Matcher matcher = bill.pattern.matcher(text);
                if (matcher.find()) {
                    return Optional.of(Map.entry(matcher.group().replaceAll("\\s+", " "), bill));
                }
            }
            return Optional.empty();
        }
    }
}

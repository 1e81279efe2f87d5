package org.campaignbot.alert.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;

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

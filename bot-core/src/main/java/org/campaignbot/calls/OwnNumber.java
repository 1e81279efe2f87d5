package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/**
 * A number of the campaign's own that people call, such as that of a governor's office; it stands in the record of an action.
 *
 * @param phone its digits and hyphens
 * @param row what words say of it
 */
record OwnNumber(String phone, Value.Row row) {

    /** What packs call it. */
    static final String VALUE = "own_number";

    /** Its fields, in the notation of a Java step's values; {@code headline} is {@code office} with a capital. */
    static final String FIELDS = "office headline phone:phone as_of:day cited=page|paper page?@cited=page:link"
            + " paper?@cited=paper hours=listed|unknown open_hours?@hours=listed";

    private static final String CARD = "number-";

    /** The number that the campaign's call is for; empty if it's for lawmakers. */
    static Optional<OwnNumber> called(JavaStep.Facts facts, LocalDate today) {
        return CallTarget.action(facts, today)
                .filter(action -> action.who().equals(Action.NUMBER))
                .flatMap(action -> of(facts.records().get(action.name())));
    }

    /** The number on a card; empty if no action's record has it any more. */
    static Optional<OwnNumber> onCard(String card, JavaStep.Facts facts) {
        return facts.records().values().stream()
                .flatMap(record -> of(record).stream())
                .filter(number -> number.card().equals(card))
                .findFirst();
    }

    /** Whether a card is that of such a number, and not of a seat. */
    static boolean isCard(@Nullable String card) {
        return card != null && card.startsWith(CARD);
    }

    private static Optional<OwnNumber> of(@Nullable Value record) {
        if (!(record instanceof Value.Row row) || Action.of("", row) == null) {
            return Optional.empty();
        }
        Map<String, Value> fields = new HashMap<>();
        Value phone = row.fields().get("phone");
        Value office = row.fields().get("office");
        Value asOf = row.fields().getOrDefault("phone_as_of", row.fields().get("as_of"));
        Value source = row.fields().getOrDefault("phone_source", row.fields().get("source"));
        Value hours = row.fields().get("open_hours");
        if (phone == null || office == null || asOf == null || source == null) {
            return Optional.empty();
        }
        fields.put("phone", phone);
        fields.put("office", office);
        fields.put("headline", headline(office));
        fields.put("as_of", asOf);
        boolean isPage = source instanceof Value.Link;
        fields.put("cited", new Value.Text(isPage ? "page" : "paper"));
        fields.put(isPage ? "page" : "paper", source);
        fields.put("hours", new Value.Text(hours == null ? "unknown" : "listed"));
        if (hours != null) {
            fields.put("open_hours", hours);
        }
        return digits(phone).map(digits -> new OwnNumber(digits, new Value.Row(fields)));
    }

    private static Optional<String> digits(Value phone) {
        if (phone instanceof Value.Phone tappable) {
            return Optional.of(tappable.number());
        }
        return phone instanceof Value.Code code ? Optional.of(code.text()) : Optional.empty();
    }

    private static Value headline(Value office) {
        if (office instanceof Value.Translated words) {
            return new Value.Translated(
                    words.words().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, each -> capital(each.getValue()))),
                    words.base());
        }
        return office instanceof Value.Text words ? new Value.Text(capital(words.text())) : office;
    }

    private static String capital(String words) {
        int end = words.isEmpty() ? 0 : words.offsetByCodePoints(0, 1);
        return words.substring(0, end).toUpperCase(Locale.ROOT) + words.substring(end);
    }

    /** Whose it is, as a row of one field. */
    Value.Row office() {
        return new Value.Row(
                Map.of("office", Objects.requireNonNull(row.fields().get("office"))));
    }

    /** What the buttons of its card carry. The number itself, so that no press counts for another one. */
    String card() {
        return CARD + phone;
    }
}

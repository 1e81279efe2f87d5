package org.campaignbot.content.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.conversation.Event;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** Reads and writes what a person does in a transcript, except pressing a button. */
public final class ScriptedEvent {

    private static final Pattern OPENS = Pattern.compile("\\(opens(?: ([^)]*))?\\)");
    private static final Pattern TYPES = Pattern.compile("\\(types (\\d{1,6}) (.)\\)");
    private static final Pattern SHARES = Pattern.compile("\\(shares (-?[0-9.]+), ?(-?[0-9.]+)\\)");
    private static final Pattern FILLS = Pattern.compile("\\(fills in ([a-z0-9_-]+): (.*)\\)");
    private static final Pattern REDEEMS = Pattern.compile("\\(redeems a code: ([a-z-]+)(?: as ([a-z]+) (.+))?\\)");
    private static final Pattern ANSWERED = Pattern.compile("\\(is answered ([a-z-]+)(?:: (.*))?\\)");
    private static final Pattern INVITED = Pattern.compile("\\(comes by ([a-z-]+) ([A-Za-z0-9]+)(?:: (.*))?\\)");
    private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]*");
    private static final Pattern DAY = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern CODE = Pattern.compile("`[^`]+`");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private ScriptedEvent() {}

    /**
     * The event of a line: {@code (opens)}, {@code (opens call)}, {@code (sends a photo)}, {@code (shares a contact)},
     * {@code (shares 24.55, -81.78)}, {@code (fills in place: 10001)}, {@code (types 10000 x)},
     * {@code (redeems a code: unknown-code)}, {@code (redeems a code: joined as admin Ana)}, {@code (did not get the answer)},
     * {@code (is answered party-office: fact=value; other=value)}, {@code (comes by alert k3x9: fact=value; other=value)}, or
     * the words typed, in which a backslash, {@code u} and four hexadecimal digits stand for an invisible character.
     */
    static Event event(String said) {
        Matcher opens = OPENS.matcher(said);
        Matcher types = TYPES.matcher(said);
        Matcher shares = SHARES.matcher(said);
        Matcher fills = FILLS.matcher(said);
        Matcher redeems = REDEEMS.matcher(said);
        Matcher answered = ANSWERED.matcher(said);
        Matcher invited = INVITED.matcher(said);
        if (answered.matches()) {
            return new Event.Answered(answered.group(1), facts(answered.group(2)));
        } else if (invited.matches()) {
            return new Event.Invited(invited.group(1), invited.group(2), facts(invited.group(3)));
        } else if (opens.matches()) {
            return new Event.Opened(opens.group(1) == null ? "" : opens.group(1));
        } else if (types.matches()) {
            return new Event.Typed(types.group(2).repeat(Integer.parseInt(types.group(1))));
        } else if (shares.matches()) {
            return new Event.Located(Double.parseDouble(shares.group(1)), Double.parseDouble(shares.group(2)));
        } else if (fills.matches()) {
            return new Event.Submitted(Map.of(fills.group(1), fills.group(2)));
        } else if (redeems.matches()) {
            return new Event.Redeemed(redeems.group(1), word(redeems.group(2)), word(redeems.group(3)));
        } else if (said.equals("(sends a photo)")) {
            return new Event.Unreadable();
        } else if (said.equals("(shares a contact)")) {
            return new Event.Contact();
        } else if (said.equals("(did not get the answer)")) {
            return new Event.Unsaid();
        }
        return new Event.Typed(ESCAPE.matcher(said)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16)))));
    }

    /** Reads facts written as {@code name=value; name=value}. */
    private static Map<String, Value> facts(@Nullable String text) {
        return text == null ? Map.of() : values(text, "; ");
    }

    private static Map<String, Value> values(String text, String separator) {
        Map<String, Value> values = new HashMap<>();
        for (String each : text.split(Pattern.quote(separator), -1)) {
            String[] pair = each.split("=", 2);
            values.put(pair[0], value(pair.length == 2 ? pair[1] : ""));
        }
        return values;
    }

    /**
     * Reads a count as {@code 12}, a day as {@code 2026-12-01}, a moment as {@code 2026-12-01T15:00:00Z}, a code in backticks, and rows as
     * {@code {name=value | name=value} {name=value}}, or as {@code {}} if there are none; anything else is words.
     */
    private static Value value(String text) {
        if (text.startsWith("{") && text.endsWith("}")) {
            String rows = text.substring(1, text.length() - 1);
            return new Value.Rows(
                    rows.isEmpty()
                            ? List.of()
                            : Stream.of(rows.split(Pattern.quote("} {"), -1))
                                    .map(row -> new Value.Row(values(row, " | ")))
                                    .toList());
        } else if (COUNT.matcher(text).matches()) {
            return new Value.Count(Long.parseLong(text));
        } else if (DAY.matcher(text).matches()) {
            return new Value.Day(LocalDate.parse(text));
        } else if (MOMENT.matcher(text).matches()) {
            return new Value.Moment(Instant.parse(text), EasternTime.ZONE);
        } else if (CODE.matcher(text).matches()) {
            return new Value.Code(text.substring(1, text.length() - 1));
        }
        return new Value.Text(text);
    }

    private static String word(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Writes an event as a line of a transcript. */
    public static String line(Event event) {
        if (event instanceof Event.Typed typed) {
            StringBuilder line = new StringBuilder("me: ");
            typed.text().chars().forEach(letter -> {
                if (Character.isISOControl(letter)) {
                    line.append(String.format("\\u%04x", letter));
                } else {
                    line.append((char) letter);
                }
            });
            return line.toString().stripTrailing();
        } else if (event instanceof Event.Opened opened) {
            return opened.payload().isEmpty() ? "me: (opens)" : "me: (opens " + opened.payload() + ")";
        }
        return "me: (" + event.getClass().getSimpleName() + ")";
    }
}

package org.campaignbot.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why something that organizers wanted to set isn't taken.
 *
 * @param field the field it's about: a setting's key, or a part of a correction such as {@code phone}; empty for all of it
 * @param values what its sentence names, in order
 * @param takes the kind of values that the field takes, if it got one of another kind
 */
public record SettingRefusal(String field, Why why, List<String> values, Optional<Kind> takes) {

    /** The sentences of the command line, which say how to fix it; {@code {0}} and so on are the values. */
    public enum Why {
        KIND("{0} can't be \"{1}\". It takes {2}."),
        NO_SOURCE("It needs its source, so that people can check it. Add --source with an address or a name."),

        // Of corrections.
        KNOWN_LATER("{0} is yet to come: {1}. Give the day on which it became known, {2} at the latest."),
        ENDS_FIRST("--until would end it on {0}, before it begins. Give a later day, or leave it out."),
        NO_SUCH_NUMBER(
                "No lawmaker has the number {0} in the tables. Write it as the card shows it; for a new number, name the"
                        + " seat, as NY-S1."),
        NUMBER_ALONE("A number takes only --phone or --hide. For a holder or website, name the seat, as NY-S1."),
        PHONE_OR_HIDE("Give either --phone with the right number, or --hide."),
        SAME_NUMBER("That's the number itself. Give the right one, or --hide."),
        NO_SUCH_SEAT(
                "There is no seat \"{0}\", and nobody of that name in the tables. Write the seat as NY-S1, NY-12 or VT-0 (./bot"
                        + " directory lookup PLACE shows it), or give a phone number as 202-224-4451."),
        SEVERAL_SEATS("\"{0}\" may mean {1}. Give the seat that's meant."),
        NO_SENATORS("{0} doesn't exist: {1} has no senators. Its delegate has the seat {1}-0."),
        HIDES_NUMBERS("--hide takes a phone number, as ./bot directory correct 202-224-4451 --hide."),
        NOTHING_SAID("Say what is wrong: --name, --vacant, --phone or --site."),
        NAME_OR_VACANT("Give either --name or --vacant."),
        VACANT_HAS_NONE("A vacant seat has no --phone or --site. Leave them out."),
        NO_FIRST_DAY("Who holds a seat needs its first day. Add --since DAY."),
        NO_PARTY("A member needs a party. Add --party with {0}."),
        FIRST_DAY_ALONE("--since goes with --name or --vacant. The day from which a number is known is --as-of."),
        NO_NAME("--party and --last-name go with --name."),
        NO_HOLDER(
                "Nobody is known to hold {0}, so nobody has that number or website. Say who does: --name, --party and --since."),
        SAID_SO("The tables already give {0} for {1}. Nothing to correct."),

        // Of a state's map.
        NO_SUCH_STATE("There is no state \"{0}\". Write its postal code, as VA."),
        ONE_SEAT("{0} has one seat in the House, so its map never changes. Nothing to declare."),
        MAP_HERE("{0}'s map of the {1}th Congress is here. Nothing to declare."),
        NO_RULING_DAY("It needs the day from which it's known, because a court may change it. Add --date DAY."),
        MAP_ENDS_FIRST("--until would end it on {0}, before it begins. Give a later day than {1}, or leave it out."),

        // Of settings.
        NO_SUCH_SETTING("There is no setting \"{0}\"."),
        YET_TO_COME("{0} is {1}, which is yet to come. Give a day until today, {2}."),
        NO_DAY("{0} needs the day as of which it holds. Add --as-of DAY."),
        UNSOURCED("{0} needs its source, so that people can check it. Add --source with an address or a name."),
        NO_CALLER("{0} needs who called the number. Add --by with a name or a role."),
        NO_OPENER("{0} needs who opened the page. Add --by with a name or a role."),
        NO_CALL_DAY("{0} needs the day on which somebody called the number: set {1}."),
        NO_OPENING_DAY("{0} needs the day on which somebody opened the page: set {1}."),
        OPENED_BY_NOBODY(
                "{0} opened needs who opened the page, and when. Set {1} with its day and --by NAME; that alone makes"
                        + " it opened."),
        CLOSES_FIRST("{0} would close on {1}, before it opens on {2}. Set both in order."),
        NO_OFFICE("{0}.who number needs whose number it is. Set {0}.office first, as \"the governor's office\"."),
        NO_PHONE("{0}.who number needs the number. Set {0}.phone first, as 202-224-3121.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        /** The word for it where other surfaces keep their own sentences, such as {@code no-source}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public SettingRefusal {
        values = List.copyOf(values);
    }

    static SettingRefusal of(String field, Why why, String... values) {
        return new SettingRefusal(field, why, List.of(values), Optional.empty());
    }

    /** A value that isn't of its field's kind. */
    static SettingRefusal kind(String field, String option, String value, Kind takes) {
        return new SettingRefusal(field, Why.KIND, List.of(option, value, takes.allowed()), Optional.of(takes));
    }

    /** The sentence of the command line. */
    public String sentence() {
        StringBuilder sentence = new StringBuilder();
        int from = 0;
        for (int at = why.sentence.indexOf('{'); at >= 0; at = why.sentence.indexOf('{', from)) {
            sentence.append(why.sentence, from, at).append(values.get(why.sentence.charAt(at + 1) - '0'));
            from = at + "{0}".length();
        }
        return sentence.append(why.sentence.substring(from)).toString();
    }

    /** The sentences of several. */
    static List<String> sentences(List<SettingRefusal> refusals) {
        return refusals.stream().map(SettingRefusal::sentence).toList();
    }
}

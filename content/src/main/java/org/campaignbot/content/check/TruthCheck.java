package org.campaignbot.content.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.content.pack.Claim;
import org.campaignbot.content.pack.Topic;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.people.Language;

/**
 * Finds opinions without an owner and figures without a source.
 *
 * <p>It reads words and not meanings, so it proves nothing: it makes an author look twice. A quote is what the person is to say
 * or copy, so it's their own and isn't judged.
 */
final class TruthCheck {

    /** Words that make a sentence a position, in each language listed here. */
    private static final Map<Language, Pattern> POSITION = Map.of(
            Language.ENGLISH,
            words(
                    "should|ought to|demands?|demanded|opposes?|opposed|condemns?|condemned|cruel|cruelty|inhumane|shameful"
                            + "|unjust|immoral|xenophobic|racist|congress must|senators? must|lawmakers? must|government must"),
            Language.SPANISH,
            words("deberian?|exigen?|exigio|exige|se oponen?|se opone|se opuso|condenan?|condena|condeno|cruel|crueles"
                    + "|crueldad|inhuman[oa]s?|vergonzos[oa]s?|injust[oa]s?|inmoral|xenofob[oa]s?|racistas?"
                    + "|el congreso debe|los senadores deben|los legisladores deben|el gobierno debe"));

    /** Words that attribute a statement to someone, before or after the name. */
    private static final String SAYING =
            "(?:says?|said|asks?|asked|calls?|called|names?|named|wants?|wanted|warns?|warned|thinks?|speaks?|spoke|finds?|found"
                    + "|dicen?|dijo|dijeron|piden?|pidio|llama|llamo|quieren?|quiso|avisan?|aviso|nombra|nombro|piensan?|hablo)";

    private static final Pattern FIGURE = Pattern.compile(
            "\\$\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:%|percent|por ciento|millions?|billions?|trillions?|mil\\b|millón|millones|billón|billones)"
                    + "|\\b\\d{1,3}(?:,\\d{3})+\\b|\\b\\d{4,}\\b|half a trillion|medio billón",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final PackCheck.Subject subject;
    private final Set<Pattern> sayers = new HashSet<>();

    private TruthCheck(PackCheck.Subject subject) {
        this.subject = subject;
        subject.outline().topics().forEach(topic -> sayers.add(saying(topic.says())));
        subject.outline().claims().values().forEach(claim -> sayers.add(saying(claim.says())));
    }

    static void check(PackCheck.Subject subject) {
        TruthCheck check = new TruthCheck(subject);
        Set<String> topics =
                subject.outline().topics().stream().map(TruthCheck::name).collect(Collectors.toSet());
        subject.eachStep((flow, step) -> {
            if (!topics.contains(flow.name() + "/" + step.name())) {
                check.step(flow, step);
            }
        });
    }

    private static String name(Topic topic) {
        return topic.flow() + "/" + topic.step();
    }

    private void step(Flow flow, Step step) {
        Claim claim = subject.outline().claims().get(flow.name() + "/" + step.name());
        Place place = subject.outline().of(flow.name(), step.name());
        for (Language language : subject.pack().languages()) {
            List<Words> words = Stream.of(
                            step.say(), step.ask() == null ? null : step.ask().question())
                    .flatMap(Stream::ofNullable)
                    .map(Wording::byLanguage)
                    .flatMap(each -> Stream.ofNullable(each.get(language)))
                    .toList();
            SaidText text = SaidText.of(words);
            if (claim == null) {
                position(text, language, place, step);
            }
            if (claim == null || !claim.hasSource()) {
                figure(text, place, step);
            }
        }
    }

    private void position(SaidText text, Language language, Place place, Step step) {
        Pattern position = POSITION.get(language);
        String said = " " + Fold.fold(String.join(" \n ", text.lines())) + " ";
        Matcher found = position == null ? null : position.matcher(said);
        if (found != null
                && found.find()
                && sayers.stream().noneMatch(sayer -> sayer.matcher(said).find())) {
            subject.report(
                    ProblemKind.UNATTRIBUTED_POSITION,
                    place,
                    "\"" + step.name() + "\" says \"" + found.group().strip() + "\" in \"" + language
                            + "\" and not whose position that is");
        }
    }

    private void figure(SaidText text, Place place, Step step) {
        for (String line : text.lines()) {
            Matcher found = FIGURE.matcher(line);
            while (found.find()) {
                boolean year = YEAR.matcher(found.group()).matches();
                if (!year || !hasRecord(text)) {
                    subject.report(
                            ProblemKind.UNSOURCED_FIGURE,
                            place,
                            "\"" + step.name() + "\" says \"" + found.group() + "\" without a source and a date");
                    return;
                }
            }
        }
    }

    /** Whether a record, with its date and source, is next to what is said. */
    private boolean hasRecord(SaidText text) {
        return text.values().stream().anyMatch(path -> {
            int dot = path.indexOf('.');
            return dot > 0 && subject.pack().records().get(path.substring(0, dot)) instanceof Value.Row;
        });
    }

    /** Matches someone's name with a word of saying next to it. */
    private static Pattern saying(String name) {
        String who = Pattern.quote(Fold.fold(name));
        return Pattern.compile(" " + who + " (?:\\S+ ){0,3}" + SAYING + " | " + SAYING + " (?:\\S+ ){0,1}" + who + " ");
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<= )(?:" + alternatives + ")(?= )");
    }
}

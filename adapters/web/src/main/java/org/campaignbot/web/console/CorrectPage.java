package org.campaignbot.web.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.campaignbot.directory.States;
import org.campaignbot.settings.CorrectionRequest;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.SettingRefusal;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.Version;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.WebReply;
import org.jspecify.annotations.Nullable;

/** The form that corrects the tables, by the rules of {@code ./bot directory correct}. */
public final class CorrectPage {

    static final String PATH = "/console/correct";

    private static final String OF = "of";
    private static final String NAMED = "named";
    private static final String PARTY = "party";
    private static final List<String> PARTIES = List.of("Democrat", "Republican", "Independent");

    private CorrectPage() {}

    /** What can be corrected, with the fields that it takes between what it's about and where that is from. */
    private enum What {
        HOLDER,
        VACANT,
        PHONE,
        SITE,
        HIDE;

        List<String> fields() {
            return switch (this) {
                case HOLDER -> List.of("name", "last-name", PARTY, "since");
                case VACANT -> List.of("since");
                case PHONE -> List.of("phone");
                case SITE -> List.of("site");
                case HIDE -> List.of();
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<What> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }

        List<String> all() {
            return Stream.of(List.of(OF), fields(), List.of("source", "as-of", "until"))
                    .flatMap(Collection::stream)
                    .toList();
        }
    }

    /**
     * The page.
     *
     * @param version the version of the settings that whoever looks has seen
     * @param seat the id of the seat that was named; empty if none was
     * @param holder whose seat that is, in a sentence; empty if none was named
     * @param others what else can be corrected, by the words for it
     */
    public record Correct(
            String what, String version, String seat, String holder, List<FormField> fields, List<String> others) {}

    static WebReply show(ConsoleVisit visit) {
        What what = What.of(visit.query("what")).orElse(What.HOLDER);
        String of = visit.query(OF);
        return page(visit, 200, what, new FormFields(of.isEmpty() ? Map.of() : Map.of(OF, of)), List.of(), "");
    }

    static WebReply take(ConsoleVisit visit, FormFields fields) {
        What what = What.of(fields.get("what")).orElse(What.HOLDER);
        LocalDate today = EasternTime.dateAt(visit.now());
        Settings settings = visit.host().data().settings();
        Version before = settings.current();
        Directory tables = visit.host().directory().get();
        CorrectionRequest request = request(fields, what).inKeptForm(tables, today);
        CorrectionRequest.Answer answer = request.answer(tables, before, today);
        if (answer instanceof CorrectionRequest.Answer.Refused refused) {
            return isDone(request, before, today)
                    ? done(visit)
                    : page(visit, 422, what, fields, refused.refusals(), visit.say("correct.unsaved"));
        }
        List<Correction> made = ((CorrectionRequest.Answer.Accepted) answer).corrections();
        if (Corrections.in(before).values().containsAll(made)) {
            return done(visit);
        } else if (tables.seat(request.of(), today).isPresent()
                && !fields.get(NAMED).equals(request.of())) {
            // Nothing is saved before the page has named whose seat it is.
            return page(visit, 200, what, fields, List.of(), visit.say("correct.look"));
        } else if (isChanged(settings, version(fields), made)
                || !settings.change(
                        before, Corrections.making(made, visit.organizer().name(), visit.now(), before))) {
            return page(visit, 409, what, fields, List.of(), visit.say("correct.changed"));
        }
        made.stream()
                .filter(Correction.NumberChange.class::isInstance)
                .forEach(each -> visit.host().numbers().dismiss(each.of()));
        return done(visit);
    }

    private static CorrectionRequest request(FormFields fields, What what) {
        return new CorrectionRequest(
                fields.get(OF).strip(),
                typed(fields, what, "name"),
                typed(fields, what, "last-name"),
                typed(fields, what, PARTY),
                what == What.VACANT,
                typed(fields, what, "since"),
                typed(fields, what, "phone"),
                typed(fields, what, "site"),
                what == What.HIDE,
                typed(fields, what, "source"),
                typed(fields, what, "as-of"),
                typed(fields, what, "until"));
    }

    private static WebReply done(ConsoleVisit visit) {
        return visit.seeOther(TablesPage.PATH + "?told=corrected");
    }

    /** Whether a number or website is refused because it's there already: a second press of the same form. */
    private static boolean isDone(CorrectionRequest request, Version now, LocalDate today) {
        String known = Optional.ofNullable(request.asOf()).orElse(today.toString());
        return Corrections.in(now).values().stream()
                .filter(each -> each.of().equals(request.of())
                        && each.note().asOf().toString().equals(known))
                .anyMatch(each -> each instanceof Correction.Phone phone
                        ? phone.number().equals(request.phone())
                        : each instanceof Correction.Site site && site.address().equals(request.site()));
    }

    /** Whether somebody corrected the same thing since the page was made. */
    private static boolean isChanged(Settings settings, long seen, List<Correction> made) {
        Set<String> records = Set.copyOf(made.stream().map(Corrections::record).toList());
        return settings.history().stream()
                .filter(each -> each.version() > seen)
                .map(Edit::record)
                .anyMatch(records::contains);
    }

    private static long version(FormFields fields) {
        String version = fields.get("version");
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0;
    }

    private static @Nullable String typed(FormFields fields, What what, String name) {
        String typed = fields.get(name).strip();
        return typed.isEmpty() || !what.all().contains(name) ? null : typed;
    }

    private static WebReply page(
            ConsoleVisit visit, int status, What what, FormFields typed, List<SettingRefusal> refusals, String notice) {
        List<FormField> fields = new ArrayList<>();
        for (String name : what.all()) {
            List<String> wrong = refusals.stream()
                    .filter(each -> each.field().equals(name) || isOfAll(each, name, what))
                    .map(each -> RefusalWords.of(each, visit))
                    .toList();
            fields.add(FormField.of(
                    name,
                    visit.say("correct." + name),
                    hint(visit, what, name),
                    typed.get(name),
                    name.equals(PARTY) ? parties(visit) : List.of(),
                    wrong));
        }
        Optional<Seat> seat = seat(visit, typed, what);
        // While nothing is refused, what somebody changed since the page was first opened is still to be seen.
        boolean isSame = status == 200 && !typed.get("version").isEmpty();
        Correct page = new Correct(
                what.word(),
                Long.toString(
                        isSame
                                ? version(typed)
                                : visit.host().data().settings().current().number()),
                seat.map(Seat::id).orElse(""),
                seat.map(each -> holder(each, visit)).orElse(""),
                fields,
                Stream.of(What.values())
                        .filter(each -> each != what)
                        .map(What::word)
                        .toList());
        return visit.reply(
                status,
                "correct",
                visit.page(visit.say("correct.title." + what.word()), "data", notice),
                Map.of("correct", page));
    }

    /** The seat that was named, if it's surely one. */
    private static Optional<Seat> seat(ConsoleVisit visit, FormFields typed, What what) {
        Directory tables = visit.host().directory().get();
        LocalDate today = EasternTime.dateAt(visit.now());
        return tables.seat(request(typed, what).inKeptForm(tables, today).of(), today);
    }

    /** Whose seat it is, so that nobody corrects another's by a slip. */
    private static String holder(Seat seat, ConsoleVisit visit) {
        return seat.holder()
                .map(who -> visit.say("correct.holder", seat.id(), who.name(), States.nameOrCode(who.state())))
                .orElseGet(() ->
                        visit.say(seat.status() == SeatStatus.VACANT ? "correct.empty" : "correct.unknown", seat.id()));
    }

    /** What is wrong with no field that the form has stands beside the first of those that it's for. */
    private static boolean isOfAll(SettingRefusal refusal, String name, What what) {
        String shown = what.fields().isEmpty() ? OF : what.fields().get(0);
        return !what.all().contains(refusal.field()) && name.equals(shown);
    }

    private static String hint(ConsoleVisit visit, What what, String name) {
        return switch (name) {
            case OF -> visit.say("correct.of.hint." + what.word());
            case "source" -> visit.say(what == What.HIDE ? "correct.source.hint.hide" : "correct.source.hint");
            case "last-name", "since", "phone", "site", "as-of", "until" -> visit.say("correct." + name + ".hint");
            default -> "";
        };
    }

    private static List<FormField.Option> parties(ConsoleVisit visit) {
        return Stream.concat(
                        Stream.of(new FormField.Option("", visit.say("correct.choose"))),
                        PARTIES.stream().map(each -> new FormField.Option(each, visit.say("choice." + each))))
                .toList();
    }
}

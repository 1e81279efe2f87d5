package org.campaignbot.alert.audience;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignbot.alert.audience.Criterion.Earlier;
import org.campaignbot.alert.audience.Criterion.HasChamber;
import org.campaignbot.alert.audience.Criterion.HasLawmaker;
import org.campaignbot.alert.audience.Criterion.HasParty;
import org.campaignbot.alert.audience.Criterion.InDistrict;
import org.campaignbot.alert.audience.Criterion.InLanguage;
import org.campaignbot.alert.audience.Criterion.InState;
import org.campaignbot.alert.audience.Criterion.OfGroup;
import org.campaignbot.alert.audience.Criterion.OnCommittee;
import org.campaignbot.alert.audience.Criterion.OnPlatform;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Committee;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.States;
import org.campaignbot.people.Language;

/**
 * Writes an audience as somebody would type it: {@code Florida and Texas}, {@code people in Vermont who read Spanish}. Unlike {@link
 * AudiencePhrase}, which tells what was understood, it uses only what {@link AudienceWords} reads; whoever takes it reads it again to
 * be sure that it means the same.
 */
final class AudienceInWords {

    private final AudienceTerms terms;
    private final boolean isSpanish;

    private AudienceInWords(AudienceTerms terms, boolean isSpanish) {
        this.terms = terms;
        this.isSpanish = isSpanish;
    }

    /** The words in a language, English unless it's Spanish; they may not be readable. */
    static String of(Audience audience, AudienceTerms terms, Language language) {
        return new AudienceInWords(terms, language.equals(Language.SPANISH)).all(audience);
    }

    private String all(Audience audience) {
        String except = audience.exclude().stream()
                .map(each -> criterion(each, true))
                .collect(Collectors.joining(say(" or ", " o ")));
        String include = audience.include().isEmpty()
                ? say("everybody", "todo el mundo")
                : audience.include().size() == 1 && isPlace(audience.include().get(0))
                        ? criterion(audience.include().get(0), true)
                        : say("people ", "personas ")
                                + audience.include().stream()
                                        .map(each -> criterion(each, false))
                                        .collect(Collectors.joining(" "));
        return include + (except.isEmpty() ? "" : say(" but not ", " menos ") + except);
    }

    private static boolean isPlace(Criterion criterion) {
        return criterion instanceof InState || criterion instanceof InDistrict;
    }

    private String say(String english, String spanish) {
        return isSpanish ? spanish : english;
    }

    /** Something that people match, with the words that lead to it unless it stands alone. */
    private String criterion(Criterion criterion, boolean isAlone) {
        String in = isAlone ? "" : say("in ", "en ");
        if (criterion instanceof InState at) {
            return in + any(at.states(), States::nameOrCode);
        } else if (criterion instanceof InDistrict at) {
            return in + any(at.districts(), Function.identity());
        } else if (criterion instanceof HasChamber has) {
            return has.chamber() == Chamber.SENATE
                    ? say("who have a senator", "que tienen senador")
                    : say("who have a representative", "que tienen representante");
        } else if (criterion instanceof HasLawmaker has) {
            return say("represented by ", "representadas por ") + any(has.lawmakers(), this::lawmaker);
        } else if (criterion instanceof HasParty has) {
            return say("represented by ", "representadas por ") + any(has.parties(), Function.identity());
        } else if (criterion instanceof OnCommittee on) {
            return committees(on.committees());
        } else if (criterion instanceof InLanguage read) {
            return say("who read ", "que leen ")
                    + any(read.languages().stream().map(Language::code).toList(), this::language);
        } else if (criterion instanceof OnPlatform on) {
            return say("on ", "en ") + any(on.channels(), AudienceInWords::capital);
        } else if (criterion instanceof OfGroup of) {
            return say("through ", "por ") + any(of.accounts(), Function.identity());
        }
        Earlier earlier = (Earlier) criterion;
        return switch (earlier.part()) {
            case GOT -> say("who got ", "que recibieron ") + earlier.alert();
            case ACTED -> say("who acted on ", "que actuaron en ") + earlier.alert();
            case DID_NOT_ACT -> say("who didn't act on ", "que no actuaron en ") + earlier.alert();
        };
    }

    /** "New York", "Florida and Texas", "Florida, New York and Texas". */
    private String any(Collection<String> values, Function<String, String> name) {
        List<String> names = values.stream().map(name).sorted().toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + and(names.get(last)) + names.get(last);
    }

    /** Spanish says "e" before the sound of "i". */
    private String and(String next) {
        return say(" and ", next.matches("(?:H?[Ii]|hi)(?!e).*") ? " e " : " y ");
    }

    private String lawmaker(String key) {
        Lawmaker holder = terms.lawmakers().get(key);
        return holder == null ? key : holder.name();
    }

    private String committees(Collection<String> codes) {
        List<Committee> all = codes.stream()
                .flatMap(each -> terms.directory().committee(each).stream())
                .toList();
        List<Chamber> chambers =
                all.stream().flatMap(each -> each.chamber().stream()).distinct().toList();
        String whose = chambers.size() != 1
                ? say("whose lawmakers sit on ", "cuyos legisladores están en ")
                : chambers.get(0) == Chamber.SENATE
                        ? say("whose senator sits on ", "cuyo senador está en ")
                        : say("whose representative sits on ", "cuyo representante está en ");
        return whose
                + all.stream()
                        .map(each -> each.name()
                                .replaceFirst("^(?:House|Senate|Joint) (?:Select )?Committee on (?:the )?", ""))
                        .distinct()
                        .collect(Collectors.joining(say(" and ", " y ")));
    }

    private String language(String code) {
        return switch (code) {
            case "es" -> say("Spanish", "español");
            case "en" -> say("English", "inglés");
            default -> code;
        };
    }

    private static String capital(String channel) {
        return Optional.of(channel)
                .filter(each -> !each.isEmpty())
                .map(each -> Character.toUpperCase(each.charAt(0)) + each.substring(1))
                .orElse("");
    }
}

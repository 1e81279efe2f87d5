package org.campaignbot.alert.audience;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
 * Says in words who an alert is for: in a sentence, so that whoever chose them sees what was understood, or as somebody would type it.
 */
public final class AudiencePhrase {

    private static final Map<String, String> PARTIES_IN_SPANISH =
            Map.of("Democrat", "demócrata", "Republican", "republicano", "Independent", "independiente");

    private final AudienceTerms terms;
    private final boolean isSpanish;
    private final boolean isTyped;

    private AudiencePhrase(AudienceTerms terms, Language language, boolean isTyped) {
        this.terms = terms;
        this.isSpanish = language.equals(Language.SPANISH);
        this.isTyped = isTyped;
    }

    /** As {@code people in New York or California, who read Spanish, but no one in NY-12}; English unless the language is Spanish. */
    public static String of(Audience audience, AudienceTerms terms, Language language) {
        AudiencePhrase phrase = new AudiencePhrase(terms, language, false);
        String include = audience.include().isEmpty()
                ? phrase.say("everyone", "todo el mundo")
                : phrase.say("people ", "personas ") + phrase.all(audience.include(), ", ");
        return audience.exclude().isEmpty()
                ? include
                : include
                        + phrase.say(", but no one ", ", pero nadie ")
                        + phrase.all(audience.exclude(), phrase.say(" or ", " ni "));
    }

    /**
     * As somebody would type it: {@code Florida and Texas}, {@code people in Vermont who read Spanish}. {@link AudienceWords} reads most
     * of it; whoever takes it reads it again to be sure that it means the same.
     */
    static String typed(Audience audience, AudienceTerms terms, Language language) {
        AudiencePhrase phrase = new AudiencePhrase(terms, language, true);
        List<Criterion> include = audience.include();
        String who = include.isEmpty()
                ? phrase.say("everybody", "todo el mundo")
                : include.size() == 1 && isPlace(include.get(0))
                        ? phrase.alone(include.get(0))
                        : phrase.say("people ", "personas ") + phrase.all(include, " ");
        String except =
                audience.exclude().stream().map(phrase::alone).collect(Collectors.joining(phrase.say(" or ", " o ")));
        return who + (except.isEmpty() ? "" : phrase.say(" but not ", " menos ") + except);
    }

    private String say(String english, String spanish) {
        return isSpanish ? spanish : english;
    }

    private String all(List<Criterion> criteria, String between) {
        return criteria.stream().map(this::of).collect(Collectors.joining(between));
    }

    private static boolean isPlace(Criterion criterion) {
        return criterion instanceof InState || criterion instanceof InDistrict;
    }

    /** A place without "in"; anything else as it is. */
    private String alone(Criterion criterion) {
        return isPlace(criterion) ? of(criterion).substring(say("in ", "en ").length()) : of(criterion);
    }

    private String of(Criterion criterion) {
        if (criterion instanceof InState in) {
            return say("in ", "en ") + any(in.states(), States::nameOrCode);
        } else if (criterion instanceof InDistrict in) {
            return say("in ", "en ") + any(in.districts(), Function.identity());
        } else if (criterion instanceof HasChamber has) {
            return has.chamber() == Chamber.SENATE
                    ? say("with a senator", "con senador")
                    : say("with a representative", "con representante");
        } else if (criterion instanceof HasLawmaker has) {
            return say("represented by ", "representadas por ") + any(has.lawmakers(), this::lawmaker);
        } else if (criterion instanceof HasParty has) {
            return say("represented by ", "representadas por ") + any(has.parties(), this::party);
        } else if (criterion instanceof OnCommittee on) {
            return committees(on.committees());
        } else if (criterion instanceof InLanguage in) {
            return say("who read ", "que leen ")
                    + any(in.languages().stream().map(Language::code).toList(), this::language);
        } else if (criterion instanceof OnPlatform on) {
            return say("on ", "en ") + any(on.channels(), AudiencePhrase::capital);
        } else if (criterion instanceof OfGroup of) {
            return say("through ", "por medio de ") + any(of.accounts(), Function.identity());
        }
        Earlier earlier = (Earlier) criterion;
        String alert = isTyped ? "" : say("alert ", "la alerta ");
        return switch (earlier.part()) {
            case GOT -> say("who got ", "que recibieron ") + alert + earlier.alert();
            case ACTED -> say("who acted on ", "que actuaron en ") + alert + earlier.alert();
            case DID_NOT_ACT -> say("who didn't act on ", "que no actuaron en ") + alert + earlier.alert();
        };
    }

    /** "New York", "Florida and Texas", "Florida, New York and Texas"; in a sentence "or", and no commas, which part what narrows. */
    private String any(Collection<String> values, Function<String, String> name) {
        List<String> names = values.stream().map(name).sorted().toList();
        if (!isTyped) {
            return String.join(say(" or ", " o "), names);
        }
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

    private String party(String name) {
        return say(
                (name.matches("[AEIOU].*") ? "an " : "a ") + name, "un " + PARTIES_IN_SPANISH.getOrDefault(name, name));
    }

    private String committees(Collection<String> codes) {
        List<Chamber> chambers = codes.stream()
                .flatMap(code -> terms.directory().committee(code).stream())
                .flatMap(each -> each.chamber().stream())
                .distinct()
                .toList();
        String whose = chambers.size() != 1
                ? say("whose lawmakers sit on ", "cuyos legisladores están en ")
                : chambers.get(0) == Chamber.SENATE
                        ? say("whose senator sits on ", "cuyo senador está en ")
                        : say("whose representative sits on ", "cuyo representante está en ");
        return whose
                + codes.stream()
                        .map(code -> terms.directory()
                                .committee(code)
                                .map(Committee::name)
                                .orElse(code))
                        .map(name ->
                                name.replaceFirst("^(?:House|Senate|Joint) (?:Select )?Committee on (?:the )?", ""))
                        .distinct()
                        .collect(Collectors.joining(isTyped ? say(" and ", " y ") : say(" or ", " o ")));
    }

    private String language(String code) {
        return switch (code) {
            case "es" -> say("Spanish", "español");
            case "en" -> say("English", "inglés");
            default -> code;
        };
    }

    private static String capital(String channel) {
        return channel.isEmpty() ? "" : Character.toUpperCase(channel.charAt(0)) + channel.substring(1);
    }
}
